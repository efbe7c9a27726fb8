"""The caseload's facts, read from unchecked documents before pydantic is loaded.

A document that is not as it should be is passed over here, and told of where it is opened.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

from coach_tui.domain.caseload import CoacheeFacts
from coach_tui.domain.dates import moment_order
from coach_tui.domain.plans import OpenTodo, PlannedVisit
from coach_tui.domain.school_year import is_school_year
from coach_tui.domain.track import HIGHEST_SESSION, SessionPoint, Track
from coach_tui.domain.unchecked import read_day, text_of
from coach_tui.storage.rhythm import rhythm
from coach_tui.storage.tables import Document, Snapshot

_STATUSES = ("active", "leave", "archived")


DayOf = Callable[[datetime], date]
"""The coach's day of a moment."""


def facts(snapshot: Snapshot, year: str, day_of: DayOf) -> list[CoacheeFacts]:
    """Everyone with a readable name, oldest id first.

    Args:
        snapshot: the data.
        year: the school year of the tracks, "2026-27"; where a later one was begun for somebody,
            theirs is that.
        day_of: the coach's day of a moment.
    """
    people = snapshot.table("coachees").by_id
    return [
        _person(snapshot, people[key].document, year, day_of)
        for key in sorted(people)
        if text_of(people[key].document, "family")
    ]


def _person(snapshot: Snapshot, person: Document, year: str, day_of: DayOf) -> CoacheeFacts:
    key = person["id"]
    status = person.get("status")
    visits = tuple(sorted(_planned(snapshot.table("visits").of(key)), key=_visit_order))
    todos = tuple(_open(snapshot.table("todos").of(key)))
    return CoacheeFacts(
        coachee_id=key,
        name=_name(person),
        school=text_of(person, "school"),
        role=text_of(person, "role"),
        status=status if status in _STATUSES else "active",
        track=_track(snapshot, key, year),
        next_visit=(visits[0].on, visits[0].at) if visits else None,
        due=min((todo.due for todo in todos if todo.due), default=None),
        visits=visits,
        todos=todos,
        rhythm=rhythm(snapshot, person, day_of),
        model=text_of(person, "model"),
        level=text_of(person, "level"),
    )


def _name(person: Document) -> str:
    """As `Coachee.name`, whose module would bring pydantic."""
    family, given = text_of(person, "family"), text_of(person, "given")
    return f"{family}, {given}" if given else family


def _track(snapshot: Snapshot, key: str, year: str) -> Track:
    """The track of a year, or of a later one that was begun by hand."""
    begun = {
        start["track"]: start.get("carried")
        for start in snapshot.table("tracks").of(key)
        if is_school_year(text_of(start, "track"))
        and read_day(start.get("started_on"))
        and _blank_or_whole(start.get("carried"))
    }
    year = max([year, *begun])
    points = _points(snapshot.table("cycles").of(key), year)
    return Track.of(key, year, points, begun.get(year))


def _points(cycles: list[Document], year: str) -> Iterator[SessionPoint]:
    """The readable sessions of a year."""
    found = (_point(cycle) for cycle in cycles if cycle.get("track") == year)
    return (point for point in found if point)


def _point(cycle: Document) -> SessionPoint | None:
    """A cycle as a session; None if it took no number or cannot be read."""
    session: Any = cycle.get("session")
    cluster: Any = cycle.get("cluster")
    total, held_on = _total(cycle.get("gi", {})), read_day(cycle.get("held_on"))
    if not _whole(session, 1) or session > HIGHEST_SESSION or held_on is None:
        return None
    if not (_blank_or_whole(total) and isinstance(cluster, str | None)):
        return None
    counted = cycle.get("origin") == "count"
    return SessionPoint(session, total, cluster, held_on, cycle["id"], counted)


def _total(count: Any) -> Any:
    """The total in a count, a blank if none is recorded; anything else if it cannot be read."""
    return count.get("total") if isinstance(count, dict) else "unreadable"


def _blank_or_whole(value: Any) -> bool:
    return value is None or _whole(value, 0)


def _whole(value: Any, lowest: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= lowest


def _planned(visits: list[Document]) -> Iterator[PlannedVisit]:
    """Visits that are still planned."""
    for visit in visits:
        day, at = read_day(visit.get("on")), _time(visit.get("at"))
        unreadable = at is None and visit.get("at") is not None
        if visit.get("status", "planned") == "planned" and day and not unreadable:
            yield PlannedVisit(visit["id"], day, at)


def _visit_order(visit: PlannedVisit) -> tuple[date, time]:
    return moment_order(visit.on, visit.at)


def _open(todos: list[Document]) -> Iterator[OpenTodo]:
    """To-dos that are still open."""
    for todo in todos:
        if todo.get("status", "open") in ("open", "carried") and text_of(todo, "text"):
            yield OpenTodo(
                todo["id"], text_of(todo, "text"), read_day(todo.get("due")), text_of(todo, "owner")
            )


def _time(value: Any) -> time | None:
    """A time on the coach's clock; a zone, which we never write, is dropped."""
    try:
        return time.fromisoformat(value).replace(tzinfo=None)
    except (TypeError, ValueError):
        return None
