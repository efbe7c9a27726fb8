"""Filing what is recorded under the coach's own standards, and finding it there again.

Tags are the coach's own order of things, so no reason is asked for a change of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from coach_tui.clock import Clock
from coach_tui.domain.contact import Contact, minutes_words
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.dates import short_date
from coach_tui.domain.growth_entry import KINDS, GrowthEntry
from coach_tui.domain.note import open_rows
from coach_tui.domain.ports import Store
from coach_tui.domain.standards_framework import CoachStandards
from coach_tui.errors import Refused
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.kept_records import KeptRecords
from coach_tui.services.saving import saved_one
from coach_tui.text import fit, visible

Filed = Cycle | Contact
"""What of a person's records can be filed."""

_TYPES: dict[str, type[Filed]] = {"cycle": Cycle, "contact": Contact}


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of one record, as they were read.

    Attributes:
        what: what it is, without a name: "session 4 of Tue Mar 4".
        record: the record.
        standards: the framework in force.
    """

    what: str
    record: Filed
    standards: CoachStandards


@dataclass(frozen=True, slots=True)
class Tagged:
    """One record that is filed under a standard.

    Attributes:
        kind: "cycle", "contact" or "entry", one of the coach's own log.
        record_id: its id; of a contact, of the note that holds its lines.
        coachee_id: whom it is about; empty for an entry.
        on: its day.
        words: what it is, without a name.
        standards: what it is filed under.
    """

    kind: str
    record_id: str
    coachee_id: str
    on: date
    words: str
    standards: tuple[str, ...]


class FilingService:
    """Tags of one store's records."""

    def __init__(
        self, store: Store, shelf: FrameworkShelf, clock: Clock, kept: KeptRecords
    ) -> None:
        self._store = store
        self._shelf = shelf
        self._clock = clock
        self._kept = kept

    def open(self, kind: str, record_id: str) -> Tags:
        """The tags of a record.

        Args:
            kind: "cycle" or "contact".
            record_id: which one.

        Raises:
            NotFound: there is no such record.
            Refused: it is of no such kind, or a bare count of GIs.
            BadFramework: the standards cannot be read.
        """
        found = _TYPES.get(kind)
        if found is None:
            raise Refused("Only cycles and contacts are filed under standards.")
        record = self._store.get(found, record_id)
        if isinstance(record, Cycle) and record.origin == "count":
            raise Refused("A total by itself is no meeting; there is nothing to file.")
        return Tags(self._what(record), record, self._shelf.standards())

    def _what(self, record: Filed) -> str:
        if isinstance(record, Cycle):
            return f"{record.called} of {short_date(record.held_on)}"
        return f"contact of {short_date(self._day(record.at))}"

    def save(self, tags: Tags, chosen: tuple[str, ...]) -> tuple[str, ...]:
        """File a record under these standards, in their order; what it is filed under now.

        Only what was ticked or taken away since the tags were read is changed: what another window
        filed meanwhile stays, and so do tags of a standard that the framework no longer has. Where
        that changes nothing, nothing is saved and the tags are as they were read.

        Raises:
            NotFound: the record is gone; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        known, read = tuple(tags.standards.ids()), tags.record.standards
        turned = {key for key in known if (key in chosen) != (key in read)}
        now = self._store.get(type(tags.record), tags.record.id)
        ticked = {
            key for key in known if (key in chosen if key in turned else key in now.standards)
        }
        kept = (key for key in now.standards if key not in known)
        wanted = (*(key for key in known if key in ticked), *kept)
        if not turned or wanted == now.standards:
            return read
        return saved_one(self._store, now.but(standards=wanted)).standards

    def every(self) -> tuple[Tagged, ...]:
        """All that is filed under any standard, the newest first.

        Raises:
            StorageError: the file cannot be read.
        """
        found = [*self._cycles(), *self._contacts(), *self._entries()]
        return tuple(sorted(found, key=lambda one: (one.on, one.record_id), reverse=True))

    def _cycles(self) -> Iterator[Tagged]:
        for cycle in self._kept.every(Cycle, _is_filed):
            text = " ".join(open_rows(cycle.goal.text or cycle.observation.focus).split())
            told = f"{cycle.called}: {text}" if text else cycle.called
            key, whom = cycle.id, cycle.coachee_id
            yield Tagged("cycle", key, whom, cycle.held_on, told, cycle.standards)

    def _contacts(self) -> Iterator[Tagged]:
        for contact in self._kept.every(Contact, _is_filed):
            took = "" if contact.minutes is None else f", {minutes_words(contact.minutes)}"
            day, told = self._day(contact.at), f"contact{took}"
            key, whom = contact.note_id, contact.coachee_id
            yield Tagged("contact", key, whom, day, told, contact.standards)

    def _entries(self) -> Iterator[Tagged]:
        for entry in self._kept.every(GrowthEntry, _is_filed):
            if not entry.archived_on:
                told = f"{KINDS[entry.kind]}: {entry.title or 'a private line'}"
                yield Tagged("entry", entry.id, "", entry.on, told, entry.standards)

    @property
    def _day(self) -> Callable[[datetime], date]:
        return lambda moment: self._clock.local(moment).date()


def _is_filed(document: Mapping[str, Any]) -> object:
    """Whether a record, unchecked, is filed under anything."""
    return document.get("standards")


def read_tags(text: str, standards: CoachStandards, kept: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Standards as they are typed: "1d, 3D"; a part's number files under its standard.

    Args:
        text: as typed.
        standards: those there are.
        kept: ids that may stay although there is no such standard any more.

    Raises:
        Refused: one of them is no standard.
    """
    found = []
    for word in text.replace(",", " ").replace(";", " ").split():
        typed = visible(word).upper()
        standard = standards.standard(typed)
        if standard is None and word not in kept:
            raise Refused(f"'{fit(typed, 20)}' is no standard; type them like 1D, 3F.")
        found.append(standard.id if standard else word)
    order = [key for key in standards.ids() if key in found]
    return (*order, *(key for key in dict.fromkeys(found) if key not in order))
