"""A correction as it is being typed: every field a text, beside what stands in the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any, Literal, TypeVar, get_args

from coach_tui.domain.dates import read_date, read_past_date, read_time
from coach_tui.domain.gi_entry import HIGHEST
from coach_tui.errors import Refused
from coach_tui.text import fit, visible

T = TypeVar("T")

Kind = Literal["cycle", "note", "todo", "contact"]

REASON = "reason"
"""The field of the reason; it is no part of any record's own fields."""


def kind_of(text: str) -> Kind:
    """A kind of record by its name.

    Raises:
        Refused: there is no such kind.
    """
    known: Mapping[str, Kind] = {kind: kind for kind in get_args(Kind)}
    if text not in known:
        raise Refused(f"A record of the kind '{fit(visible(text), 20)}' is not corrected here.")
    return known[text]


@dataclass(frozen=True, slots=True)
class CorrectionForm:
    """What is typed to correct one record.

    Attributes:
        kind: the kind of record.
        record_id: which one.
        coachee_id: whom it is about.
        name: their name as listed.
        what: what the record is called: "session 3".
        base: the revisions it was opened with, by record id; a contact has its note's too.
        asks_reason: whether it was recorded on an earlier day, so that any change needs a reason.
        stored: the fields as the record has them.
        typed: the fields as typed, the reason too.
        stale: whether the record was changed after the draft was typed.
        session: the session a GI total counts for, None where it has none.
        place: where the cursor was as the draft was kept, as `place_of` writes it.
    """

    kind: Kind
    record_id: str
    coachee_id: str
    name: str
    what: str
    base: Mapping[str, int]
    asks_reason: bool
    stored: Mapping[str, str]
    typed: Mapping[str, str] = field(default_factory=dict)
    stale: bool = False
    session: int | None = None
    place: str = ""

    @property
    def values(self) -> dict[str, str]:
        """Every field as it stands: typed, else as stored; the reason last."""
        return {**self.stored, REASON: "", **self.typed}

    @property
    def changed(self) -> dict[str, str]:
        """What is typed and is not what is stored; the reason where there is one."""
        return {k: v for k, v in self.values.items() if v != self.stored.get(k, "")}

    def with_typed(self, typed: Mapping[str, object]) -> CorrectionForm:
        """The form with texts laid over it; what does not fit is left out."""
        known = {*self.stored, REASON}
        kept = {k: v for k, v in typed.items() if k in known and isinstance(v, str)}
        return replace(self, typed={**self.typed, **kept})

    def draft_fields(self) -> dict[str, Any]:
        """The fields a draft keeps."""
        return {
            "kind": self.kind,
            "record_id": self.record_id,
            "base": dict(self.base),
            "typed": self.changed,
        }


@dataclass(frozen=True, slots=True)
class Typed:
    """Reads the fields of a form; what was not changed stays as it is stored, unread."""

    form: CorrectionForm

    def text(self, name: str, stored: str) -> str:
        """A text as typed."""
        return self._read(name, stored, str)

    def choice(self, name: str, stored: str) -> str:
        """One of a few; a blank is none of them and leaves what is stored."""
        return self._read(name, stored, lambda typed: typed or stored)

    def number(self, name: str, stored: int | None, words: str, most: int) -> int | None:
        """A whole number, None for a blank.

        Raises:
            Refused: it is none, or higher than `most`.
        """
        return self._read(name, stored, lambda typed: _number(typed, words, most))

    def total(self, name: str, stored: int | None) -> int | None:
        """A number of GIs, None for "not recorded".

        Raises:
            Refused: it is none.
        """
        return self.number(name, stored, "a GI total", HIGHEST)

    def time(self, name: str, stored: time | None) -> time | None:
        """A time of day, None for a blank.

        Raises:
            Refused: it is none.
        """
        return self._read(name, stored, read_time)

    def past_day(self, name: str, stored: date, today: date) -> date:
        """A day that has happened.

        Raises:
            Refused: it is blank, no day, or still to come.
        """
        return self._read(name, stored, lambda typed: _past_day(typed, today))

    def day(self, name: str, stored: date | None, today: date) -> date | None:
        """Any day, None for a blank.

        Raises:
            Refused: it is no day.
        """
        return self._read(name, stored, lambda typed: read_date(typed, today))

    def _read(self, name: str, stored: T, read: Callable[[str], T]) -> T:
        changed = self.form.changed
        return read(changed[name]) if name in changed else stored


def _past_day(typed: str, today: date) -> date:
    day = read_past_date(typed, today)
    if day is None:
        raise Refused("The date is blank; type the day it was.")
    return day


def _number(typed: str, words: str, most: int) -> int | None:
    text = typed.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= 6 and int(text) <= most):
        raise Refused(f"'{fit(visible(text), 12)}' is not {words}; it is 0 to {most:,}.")
    return int(text)
