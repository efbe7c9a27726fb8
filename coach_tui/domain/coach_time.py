"""Where a coach's time goes, read off the records there are (DLP-3D); nothing is entered twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING

from coach_tui.domain.growth_entry import WORKS, EntryKind

if TYPE_CHECKING:
    from coach_tui.domain.contact import Contact
    from coach_tui.domain.cycle import Cycle
    from coach_tui.domain.growth_entry import GrowthEntry
    from coach_tui.domain.note import Note
    from coach_tui.domain.visit import Visit

WITH_TEACHERS = ("visits", "contacts")
"""The kinds that are coaching."""

_WORDS = {
    "visits": ("Visits and meetings", "visit", "visits"),
    "contacts": ("Contacts", "contact", "contacts"),
    "pd": ("Own development", "entry", "entries"),
    "network": ("Network", "entry", "entries"),
    **{f"work {key}": (words.capitalize(), "entry", "entries") for key, words in WORKS},
    "work ": ("Other work", "entry", "entries"),
}
"""What each kind is called, and one or several of what it is made of; in the order of the list."""

_LOGGED: dict[EntryKind, str] = {
    "pd": "pd",
    "network_used": "network",
    "network_given": "network",
}


@dataclass(frozen=True, slots=True)
class TimeKind:
    """One kind of work.

    Attributes:
        key: "visits", "contacts", "pd", "network", or "work " and what it went into.
        minutes: all that are recorded.
        count: how many records there are.
        blank: how many of them have no minutes.
    """

    key: str
    minutes: int
    count: int
    blank: int

    @property
    def words(self) -> str:
        """What it is called."""
        return _WORDS[self.key][0]

    @property
    def blank_words(self) -> str:
        """How many have no minutes: "4 visits without minutes"; empty where all have."""
        _, one, many = _WORDS[self.key]
        return f"{self.blank} {one if self.blank == 1 else many} without minutes" * bool(self.blank)


@dataclass(frozen=True, slots=True)
class CoachTime:
    """The time of some days by kind of work.

    Attributes:
        kinds: those there is a record of, coaching first.
        each: minutes with each person there are minutes of, in rising order; it names nobody.
    """

    kinds: tuple[TimeKind, ...]
    each: tuple[int, ...] = ()

    @property
    def minutes(self) -> int:
        """All minutes."""
        return sum(kind.minutes for kind in self.kinds)

    @property
    def coaching(self) -> int:
        """Minutes with the people coached."""
        return sum(kind.minutes for kind in self.kinds if kind.key in WITH_TEACHERS)

    def share(self, minutes: int) -> int:
        """A part of all minutes in percent; 0 where there are none."""
        return round(100 * minutes / self.minutes) if self.minutes else 0

    @property
    def coaching_words(self) -> str:
        """The coaching share: "coaching 410 of 560 minutes, 73%"."""
        if not self.minutes:
            return "no minutes are recorded"
        share = self.share(self.coaching)
        return f"coaching {self.coaching} of {self.minutes} minutes, {share}%"

    @property
    def spread_words(self) -> str:
        """How far apart people lie, told without a name or an order; empty for nobody."""
        if not self.each:
            return ""
        low, high, people = self.each[0], self.each[-1], len(self.each)
        if people == 1:
            return f"{low} minutes with one person; nobody is named"
        if low == high:
            return f"{low} minutes with each of {people} people; nobody is named"
        return f"between {low} and {high} minutes with each of {people} people; nobody is named"


@dataclass
class _Sum:
    """What is counted so far."""

    minutes: Counter[str] = field(default_factory=Counter)
    count: Counter[str] = field(default_factory=Counter)
    blank: Counter[str] = field(default_factory=Counter)
    each: Counter[str] = field(default_factory=Counter)

    def add(self, key: str, minutes: int | None, coachee_id: str = "") -> None:
        """One record."""
        self.count[key] += 1
        if minutes is None:
            self.blank[key] += 1
            return
        self.minutes[key] += minutes
        if coachee_id and minutes:
            self.each[coachee_id] += minutes


@dataclass(frozen=True, slots=True)
class Records:
    """What the time is read off."""

    cycles: Iterable[Cycle] = ()
    visits: Iterable[Visit] = ()
    notes: Iterable[Note] = ()
    contacts: Iterable[Contact] = ()
    log: Iterable[GrowthEntry] = ()


def coach_time(
    first: date, last: date, kept: Records, day_of: Callable[[datetime], date]
) -> CoachTime:
    """The time between two days, both included.

    A visit counts once: its minutes are those of its cycle, else those of its timed note. A timed
    note of no cycle is of the same visit as a cycle of that person and day that no timed note is
    linked to, and the longer of the two counts; a visit marked held counts where that person has
    neither on its day.

    Args:
        first: the first day.
        last: the last one.
        kept: the records, of all days.
        day_of: the coach's day of a moment.
    """
    made = _Sum()
    _add_visits(made, first, last, kept, day_of)
    for contact in kept.contacts:
        if first <= day_of(contact.at) <= last:
            made.add("contacts", contact.minutes, contact.coachee_id)
    for entry in kept.log:
        key = f"work {entry.work}" if entry.kind == "work" else _LOGGED.get(entry.kind, "")
        if key and not entry.archived_on and first <= entry.on <= last:
            made.add(key, entry.minutes)
    kinds = tuple(
        TimeKind(key, made.minutes[key], made.count[key], made.blank[key])
        for key in _WORDS
        if made.count[key]
    )
    return CoachTime(kinds, tuple(sorted(made.each.values())))


def _add_visits(
    made: _Sum, first: date, last: date, kept: Records, day_of: Callable[[datetime], date]
) -> None:
    """Cycles and timed notes, then visits that were held without either."""
    days = _by_day(kept, day_of)
    for (person, day), of_day in days.items():
        if first <= day <= last:
            for minutes in of_day.each():
                made.add("visits", minutes, person)
    for visit in kept.visits:
        held = visit.status == "held" and visit.cycle_id is None
        if held and first <= visit.on <= last and (visit.coachee_id, visit.on) not in days:
            made.add("visits", None, visit.coachee_id)


@dataclass
class _Day:
    """The minutes of one person's visits on one day.

    Attributes:
        linked: of cycles that a timed note is linked to.
        cycles: of the other cycles; None for one without minutes.
        notes: of timed notes of no cycle.
    """

    linked: list[int] = field(default_factory=list)
    cycles: list[int | None] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)

    def each(self) -> Iterable[int | None]:
        """The minutes of each visit; a note goes to a cycle without minutes first."""
        yield from self.linked
        blank_first = sorted(self.cycles, key=lambda minutes: -1 if minutes is None else minutes)
        for pair in zip_longest(blank_first, sorted(self.notes)):
            yield max((minutes for minutes in pair if minutes is not None), default=None)


def _by_day(
    kept: Records, day_of: Callable[[datetime], date]
) -> defaultdict[tuple[str, date], _Day]:
    """The visits that a cycle or a timed note tells of, by person and day."""
    days: defaultdict[tuple[str, date], _Day] = defaultdict(_Day)
    of_cycle: dict[str, int] = {}
    for note in kept.notes:
        minutes = _timed(note)
        if minutes is None:
            continue
        if note.cycle_id:
            of_cycle[note.cycle_id] = minutes
        else:
            days[note.coachee_id, day_of(note.taken_at)].notes.append(minutes)
    for cycle in kept.cycles:
        if cycle.origin != "cycle":
            continue
        of_day, seen = days[cycle.coachee_id, cycle.held_on], cycle.observation.minutes
        if cycle.id in of_cycle:
            of_day.linked.append(of_cycle[cycle.id] if seen is None else seen)
        else:
            of_day.cycles.append(seen)
    return days


def _timed(note: Note) -> int | None:
    """The minutes of a note's visit; None where it was not timed to its end."""
    if note.started_at is None or note.ended_at is None:
        return None
    return max(0, round((note.ended_at - note.started_at).total_seconds() / 60))
