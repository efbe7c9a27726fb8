"""A caseload of a known size, for measuring."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from coach_tui.clock import FrozenClock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import ActionStep, Cycle, Feedback, Goal
from coach_tui.domain.gi import GiCount
from coach_tui.domain.records import FrameworkPin, Record
from coach_tui.ids import new_id
from coach_tui.storage.store import FileStore

MOMENT = datetime(2025, 3, 11, 10, 42, tzinfo=UTC)
CLOCK = FrozenClock(MOMENT)
FIRST_NAME = "Bench, Ada"
"""The one that the list shows, wherever it starts."""

_WORDS = "Four new voices joined in after a wait of six seconds. " * 4


def write_caseload(file: Path, sessions: int) -> FileStore:
    """A data file with so many sessions, ten to a person, written in one save."""
    store = FileStore(file, CLOCK)
    records: list[Record] = []
    for number in range(max(1, sessions // 10)):
        person = _person(number)
        records += [person, *(_cycle(person.id, session) for session in range(1, 11))]
    store.save(records)
    return store


def _person(number: int) -> Coachee:
    family, given = FIRST_NAME.split(", ") if number == 0 else (f"Teacher{number:04}", "Sam")
    return Coachee(
        id=new_id(MOMENT), created_at=MOMENT, updated_at=MOMENT, family=family, given=given
    )


def _cycle(person: str, session: int) -> Cycle:
    return Cycle(
        id=new_id(MOMENT),
        created_at=MOMENT,
        updated_at=MOMENT,
        coachee_id=person,
        track="2024-25",
        number=session,
        session=session,
        held_on=date(2024, 9, 3) + timedelta(weeks=session),
        framework=FrameworkPin(id="e2l_timeline", version="1"),
        cluster="ABCDEFGHIJ"[session - 1],
        gi=GiCount(total=4 * session),
        feedback=Feedback(praise=_WORDS, probes=_WORDS),
        goal=Goal(text=_WORDS),
        action=ActionStep(text=_WORDS),
    )
