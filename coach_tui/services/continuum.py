"""The coach's own placement on the continuum, term by term; only the coach places (CC-0, E 14)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from coach_tui.clock import Clock
from coach_tui.domain.continuum import Tally, Ticks, change_words, group_level, last_rated, tally
from coach_tui.domain.continuum import ticks_of as _ticks_of
from coach_tui.domain.continuum_framework import Continuum, Element
from coach_tui.domain.evidence import Evidence
from coach_tui.domain.placement import Accepted, EvidenceNote, Level, Placement
from coach_tui.domain.ports import Store
from coach_tui.domain.records import newest_of_each
from coach_tui.domain.term import is_term, term_of, term_words
from coach_tui.errors import Conflict, Refused
from coach_tui.services.faults import refusing
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.saving import saved_one

Suggest = Callable[[str], tuple[Evidence, ...]]
"""What the records say of a term."""


@dataclass(frozen=True, slots=True)
class ElementNow:
    """One element as it stands in a term.

    Attributes:
        element: which.
        placement: what is recorded of it in the term, None for nothing.
        levels: its level in every term with a record of it.
        last: the last term before in which it was rated, and the level then.
        counted: whether the totals count it; one for pathway coaches only may be left out (E 19).
        suggestions: what the records say of it, where there was something to count.
    """

    element: Element
    placement: Placement | None
    levels: Mapping[str, int | None]
    last: tuple[str, int] | None
    counted: bool
    suggestions: tuple[Evidence, ...] = ()

    @property
    def level(self) -> int | None:
        """Where the coach placed themself."""
        return self.placement.level if self.placement else None

    @property
    def change(self) -> str:
        """Since the last rated term: "+1"; empty for none."""
        return change_words(self.level, self.last[1] if self.last else None)

    @property
    def ticks(self) -> Ticks:
        """What the ticked points come to."""
        return _ticks_of(self.element.points, self.placement.ticked if self.placement else ())

    def accepted(self, found: Evidence) -> Accepted | None:
        """What was accepted of the same count, the latest."""
        return self.placement.latest(found.rule) if self.placement else None

    @property
    def next_suggestion(self) -> Evidence | None:
        """The first count that was not accepted as it is now."""
        for found in self.suggestions:
            taken = self.accepted(found)
            if taken is None or (taken.count, taken.of) != (found.count, found.of):
                return found
        return None


@dataclass(frozen=True, slots=True)
class ContinuumNow:
    """A term of the coach's own placement.

    Attributes:
        term: which.
        today: the term of today.
        framework: the continuum in force.
        rows: its elements, in order.
        lost: what was placed in the term by a framework that had more elements.
        terms: every term with a record, and this one, in order.
        rights: the rights line of a coach's own framework file, empty for ours.
    """

    term: str
    today: str
    framework: Continuum
    rows: tuple[ElementNow, ...]
    lost: tuple[Placement, ...]
    terms: tuple[str, ...]
    rights: str

    @property
    def name(self) -> str:
        """The term in words: "Spring 2025"."""
        return term_words(self.term)

    @property
    def is_past(self) -> bool:
        """Whether the term is over."""
        return self.term < self.today

    def row(self, element: str) -> ElementNow:
        """The row of an element.

        Raises:
            KeyError: the framework has no such element.
        """
        found = next((row for row in self.rows if row.element.id == element), None)
        if found is None:
            raise KeyError(element)
        return found

    def of_section(self, section: str) -> tuple[ElementNow, ...]:
        """The rows of a section."""
        return tuple(row for row in self.rows if row.element.section == section)

    def of_group(self, group: str) -> tuple[ElementNow, ...]:
        """The rows of a group."""
        return tuple(row for row in self.rows if row.element.group == group)

    @property
    def tally(self) -> Tally:
        """How many elements stand where; those left out are not counted."""
        return tally_of(self.rows)

    @property
    def left_out(self) -> int:
        """How many elements the totals leave out."""
        return sum(not row.counted for row in self.rows)


def tally_of(rows: Iterable[ElementNow]) -> Tally:
    """How many of some rows stand where; those left out are not counted."""
    return tally(row.level for row in rows if row.counted)


def level_of_group(rows: Iterable[ElementNow]) -> int | None:
    """The level that all lines of a group have reached, None while one is not rated."""
    return group_level([row.level for row in rows])


class ContinuumService:
    """Placements of one store."""

    def __init__(
        self,
        store: Store,
        shelf: FrameworkShelf,
        clock: Clock,
        new_id: Callable[[datetime], str],
        suggest: Suggest,
        *,
        general: Callable[[], bool],
    ) -> None:
        """Placements of a store.

        Args:
            store: where they are kept.
            shelf: the frameworks.
            clock: what day it is.
            new_id: makes ids.
            suggest: what the records say of a term.
            general: whether the coach works with no pathways, so that what only concerns those is
                left out of totals (E 19).
        """
        self._store = store
        self._shelf = shelf
        self._clock = clock
        self._new_id = new_id
        self._suggest = suggest
        self._general = general

    @property
    def today(self) -> str:
        """The term of today."""
        return term_of(self._clock.today())

    def of_term(self, term: str = "") -> ContinuumNow:
        """A term, that of today where none is named; it starts unrated, whatever came before.

        Raises:
            Refused: there is no such term.
            StorageError: the file cannot be read.
            BadFramework: the continuum cannot be read.
        """
        term = term or self.today
        if not is_term(term):
            raise Refused(f"'{term[:20]}' is no term; one is written like {self.today}.")
        framework, held = self._shelf.continuum(), self._held()
        said = self._suggest(term)
        known = framework.by_id
        lost = [p for (of, key), p in held.items() if of == term and key not in known]
        return ContinuumNow(
            term=term,
            today=self.today,
            framework=framework,
            rows=tuple(self._row(one, term, held, said) for one in framework.elements),
            lost=tuple(lost),
            terms=tuple(sorted({of for of, _ in held} | {term, self.today})),
            rights=self._shelf.own_rights(framework.id),
        )

    def _row(
        self,
        element: Element,
        term: str,
        held: Mapping[tuple[str, str], Placement],
        said: Iterable[Evidence],
    ) -> ElementNow:
        levels = {of: p.level for (of, key), p in held.items() if key == element.id}
        return ElementNow(
            element=element,
            placement=held.get((term, element.id)),
            levels=levels,
            last=last_rated(levels, term),
            counted=not (element.pathway and self._general()),
            suggestions=tuple(f for f in said if f.element == element.id and f.of),
        )

    def _held(self) -> dict[tuple[str, str], Placement]:
        """What is recorded, by term and element."""
        return newest_of_each(self._store.every(Placement))

    # -- what the coach does ----------------------------------------------------------------

    def place(
        self, term: str, element: str, level: Level | None, seen: Placement | None
    ) -> Placement:
        """Place oneself at a level, or at none.

        Args:
            term: in which.
            element: of which element.
            level: where; None clears it.
            seen: the record as it was read, None for none.

        Raises:
            Refused: the framework has no such element.
            Conflict: the record was changed elsewhere since; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        placed = self._shelf.continuum().word(level) if level else ""
        return self._save(term, element, seen, level=level, placed=placed)

    def tick(self, term: str, element: str, point: str, seen: Placement | None) -> Placement:
        """Tick a point, or take the tick back; no level follows from it (E 15).

        Raises:
            Refused: the framework has no such point.
            Conflict: the record was changed elsewhere since; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        points, ticked = self._element(element).points, seen.ticked if seen else ()
        if point not in points:
            raise Refused("The framework has no such point.")
        now = set(ticked) ^ {point}
        return self._save(term, element, seen, ticked=tuple(sorted(now)))

    def accept(self, term: str, element: str, found: Evidence, seen: Placement | None) -> Placement:
        """Keep a count from the records as evidence; no level follows from it.

        Raises:
            Refused: it is of another element, or accepted already.
            Conflict: the record was changed elsewhere since; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        if found.element != element:
            raise Refused("That count is of another element.")
        taken = seen.latest(found.rule) if seen else None
        if taken and (taken.count, taken.of) == (found.count, found.of):
            raise Refused("That count is accepted already, and has not changed since.")
        new = Accepted(
            rule=found.rule,
            told=found.told,
            on=self._clock.today(),
            count=found.count,
            of=found.of,
        )
        return self._save(term, element, seen, accepted=(*(seen.accepted if seen else ()), new))

    def note(self, term: str, element: str, text: str) -> Placement:
        """Add an evidence note, whatever else was saved meanwhile.

        Raises:
            Refused: nothing is typed, it is too long, or there are very many.
            StorageError: it could not be written; nothing was saved.
        """
        if not text.strip():
            raise Refused("Nothing is typed; a note needs a few words.")
        now, seen = self._clock.now(), self._held().get((term, element))
        new = {"id": self._new_id(now), "on": self._clock.today(), "text": text}
        with refusing("This note"):
            notes = (*(seen.notes if seen else ()), EvidenceNote.model_validate(new))
        return self._save(term, element, seen, notes=notes)

    def mentor(self, term: str, element: str, text: str, seen: Placement | None) -> Placement:
        """Keep what a mentor said, in place of what was kept before; blank for nothing (E 14).

        Raises:
            Conflict: the record was changed elsewhere since; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        return self._save(term, element, seen, mentor=text)

    def _element(self, key: str) -> Element:
        found = self._shelf.continuum().element(key)
        if found is None:
            raise Refused("The framework in force has no such element.")
        return found

    def _save(
        self, term: str, element: str, seen: Placement | None, **changes: object
    ) -> Placement:
        """Save a record changed, or a new one."""
        called = self._element(element).short
        pin = self._shelf.continuum().pin
        there = self._held().get((term, element))
        with refusing("This placement"):
            base = seen or self._new(term, element, called)
            mine = base.but(**changes)
        if mine == base:
            return base
        if seen is None and there is not None:
            raise Conflict(f"{called} was changed in another window meanwhile.", mine, there)
        return saved_one(self._store, mine.but(called=called, framework=pin))

    def _new(self, term: str, element: str, called: str) -> Placement:
        now = self._clock.now()
        return Placement(
            id=self._new_id(now),
            created_at=now,
            updated_at=now,
            term=term,
            element=element,
            called=called,
            framework=self._shelf.continuum().pin,
        )
