"""Two clocks of a person: the last completed visit, and the last contact of any kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from coach_tui.domain.dates import near_date

if TYPE_CHECKING:  # the rule needs no checked records, only what they hold
    from coach_tui.domain.contact import Contact
    from coach_tui.domain.cycle import Cycle
    from coach_tui.domain.note import Note
    from coach_tui.domain.visit import Visit


@dataclass(frozen=True, slots=True)
class Clocks:
    """When a person was last visited, and when last spoken with.

    Attributes:
        visit: the day of the last completed visit, None for none yet.
        contact: the day of the last contact of any kind, a visit being one; None for none yet.
        minutes: how long that contact took, None for a visit or where it was not said.
    """

    visit: date | None = None
    contact: date | None = None
    minutes: int | None = None

    def words(self, today: date) -> tuple[str, ...]:
        """Both in words, in one or two parts: "Last visit Feb 18", "last contact Mar 7, 5 min"."""
        if self.contact is None:
            return ("No visit or contact yet",)
        contact = _day(self.contact, today)
        if self.visit is None:
            return "No visit yet", f"last contact {contact}{self._minutes}"
        if self.visit == self.contact and self.minutes is None:
            return (f"Last visit & contact {contact}",)
        return (
            f"Last visit {_day(self.visit, today)}",
            f"last contact {contact}{self._minutes}",
        )

    def brief(self, today: date) -> tuple[str, ...]:
        """Both where there is little room: "visit Mar 4", "contact today"."""
        if self.contact is None:
            return self.words(today)
        visit = "no visit yet" if self.visit is None else f"visit {_day(self.visit, today)}"
        return visit, f"contact {_day(self.contact, today)}"

    @property
    def _minutes(self) -> str:
        return "" if self.minutes is None else f", {self.minutes} min"


def _day(day: date, today: date) -> str:
    return "today" if day == today else near_date(day, today)


def clocks(
    cycles: Iterable[Cycle],
    visits: Iterable[Visit],
    notes: Iterable[Note],
    contacts: Iterable[Contact],
    day_of: Callable[[datetime], date],
) -> Clocks:
    """The two clocks out of a person's records; a contact moves the second one only.

    Args:
        cycles: of every year; a bare count of GIs is no visit.
        visits: planned and cancelled ones do not count.
        notes: one that the coach ended was a visit, one that was begun a contact.
        contacts: those that were no visits.
        day_of: the coach's day of a moment.
    """
    notes = tuple(notes)
    completed = [cycle.held_on for cycle in cycles if cycle.origin == "cycle"]
    completed += [visit.on for visit in visits if visit.status == "held"]
    completed += [day_of(note.ended_at) for note in notes if note.ended_at]
    begun = [day_of(note.started_at) for note in notes if note.started_at]
    newest = max(contacts, key=lambda contact: contact.at, default=None)
    noted = day_of(newest.at) if newest else None
    visit = max(completed, default=None)
    last = max((day for day in (visit, noted, *begun) if day), default=None)
    return Clocks(visit, last, newest.minutes if newest and noted == last else None)
