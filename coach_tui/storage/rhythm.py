"""How often a person is to be seen, and when they last were, read from unchecked documents."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from coach_tui.domain.plans import Rhythm
from coach_tui.domain.unchecked import read_day, read_moment
from coach_tui.storage.tables import Document, Snapshot

DayOf = Callable[[datetime], date]


def rhythm(snapshot: Snapshot, person: Document, day_of: DayOf) -> Rhythm:
    """A person's two clocks, as `coach_tui.domain.clocks` tells them of checked records."""
    key = person["id"]
    notes = snapshot.table("notes").of(key)
    visit = max(_completed(snapshot, key, notes, day_of), default=None)
    begun = _latest(notes, "started_at", day_of)
    noted = _latest(snapshot.table("contacts").of(key), "at", day_of)
    contact = max((day for day in (visit, begun, noted) if day), default=None)
    ideal, longest = _days(person.get("ideal_days"), 14), _days(person.get("max_days"), 21)
    return Rhythm(ideal, longest, visit, contact)


def _completed(
    snapshot: Snapshot, key: str, notes: list[Document], day_of: DayOf
) -> Iterator[date]:
    """Days of completed visits: rounds held, visits marked so, notes that were ended."""
    for cycle in snapshot.table("cycles").of(key):
        if cycle.get("origin", "cycle") == "cycle" and (day := read_day(cycle.get("held_on"))):
            yield day
    for visit in snapshot.table("visits").of(key):
        if visit.get("status") == "held" and (day := read_day(visit.get("on"))):
            yield day
    if ended := _latest(notes, "ended_at", day_of):
        yield ended


def _latest(documents: Iterable[Document], name: str, day_of: DayOf) -> date | None:
    """The coach's day of the latest moment that stands under a name."""
    moments = (read_moment(document.get(name)) for document in documents)
    newest = max((moment for moment in moments if moment), default=None)
    return day_of(newest) if newest else None


def _days(value: Any, otherwise: int) -> int:
    """A number of days; the usual one where it cannot be read."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and 1 <= value <= 730 else otherwise
