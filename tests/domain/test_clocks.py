"""The last visit and the last contact, each from the records that move it."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from coach_tui.domain.clocks import Clocks, clocks
from coach_tui.domain.contact import Contact
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.note import Note
from coach_tui.domain.records import FrameworkPin
from coach_tui.domain.visit import Visit

TODAY = date(2025, 3, 11)
NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
BASE = {"id": "x", "created_at": NOON, "updated_at": NOON, "coachee_id": "p"}
PIN = FrameworkPin(id="f", version="1")
DENVER = timezone(timedelta(hours=-7))


def day_of(moment: datetime) -> date:
    """The day of a coach in UTC."""
    return moment.date()


def at(day: int, hour: int = 12) -> datetime:
    """A moment in March."""
    return datetime(2025, 3, day, hour, tzinfo=UTC)


def cycle(day: int, origin: str = "cycle") -> Cycle:
    return Cycle.model_validate(
        {**BASE, "track": "2024-25", "held_on": date(2025, 3, day), "framework": PIN,
         "origin": origin, "session": 1}
    )  # fmt: skip


def visit(day: int, status: str = "held") -> Visit:
    return Visit.model_validate({**BASE, "on": date(2025, 3, day), "status": status})


def note(started: datetime | None = None, ended: datetime | None = None) -> Note:
    return Note.model_validate({**BASE, "started_at": started, "ended_at": ended})


def contact(day: int, minutes: int | None = None) -> Contact:
    return Contact.model_validate({**BASE, "at": at(day), "minutes": minutes, "note_id": "n"})


def test_nobody_was_visited_yet() -> None:
    visits = [visit(9, "planned"), visit(9, "cancelled")]
    assert clocks([cycle(9, "count")], visits, [note()], [], day_of) == Clocks()


@pytest.mark.parametrize(
    ("cycles", "visits", "notes"),
    [([cycle(4)], [], []), ([], [visit(4)], []), ([], [], [note(at(4), at(4, 13))])],
)
def test_each_completed_visit_moves_both(
    cycles: list[Cycle], visits: list[Visit], notes: list[Note]
) -> None:
    assert clocks(cycles, visits, notes, [], day_of) == Clocks(date(2025, 3, 4), date(2025, 3, 4))


def test_a_hallway_contact_moves_only_the_second() -> None:
    found = clocks([cycle(4)], [visit(2)], [], [contact(5, 3), contact(7, 5), contact(6)], day_of)
    assert found == Clocks(date(2025, 3, 4), date(2025, 3, 7), 5)


def test_a_note_that_was_begun_and_not_ended_is_a_contact() -> None:
    found = clocks([cycle(4)], [], [note(at(7))], [contact(5, 3)], day_of)
    assert found == Clocks(date(2025, 3, 4), date(2025, 3, 7))


def test_a_later_visit_takes_the_minutes_away() -> None:
    found = clocks([cycle(9)], [], [], [contact(7, 5)], day_of)
    assert found == Clocks(date(2025, 3, 9), date(2025, 3, 9))


def test_a_day_is_the_coachs_own() -> None:
    late = note(at(5, 1), at(5, 2))  # the evening of the 4th
    found = clocks([], [], [late], [], lambda moment: moment.astimezone(DENVER).date())
    assert found == Clocks(date(2025, 3, 4), date(2025, 3, 4))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Clocks(), ("No visit or contact yet",)),
        (Clocks(None, date(2025, 3, 7), 5), ("No visit yet", "last contact Mar 7, 5 min")),
        (
            Clocks(date(2025, 2, 18), date(2025, 3, 7), 5),
            ("Last visit Feb 18", "last contact Mar 7, 5 min"),
        ),
        (Clocks(date(2025, 2, 18), TODAY), ("Last visit Feb 18", "last contact today")),
        (Clocks(TODAY, TODAY, 0), ("Last visit today", "last contact today, 0 min")),
        (Clocks(date(2024, 2, 18), date(2024, 2, 18)), ("Last visit & contact Feb 18 2024",)),
    ],
)
def test_both_in_words(found: Clocks, words: tuple[str, ...]) -> None:
    assert found.words(TODAY) == words
