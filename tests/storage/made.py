"""Records to save, and a moment to save them at."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from coach_tui.clock import FrozenClock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import CarryOver, Cycle, Goal, LookForRating, SelfAssessment
from coach_tui.domain.gi import GiCount
from coach_tui.domain.launch import Launch
from coach_tui.domain.note import Note, read_lines
from coach_tui.domain.records import FrameworkPin, Record
from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit
from coach_tui.ids import new_id
from coach_tui.storage.store import FileStore

NOW = datetime(2027, 3, 10, 15, 42, tzinfo=UTC)
PIN = FrameworkPin(id="e2l_timeline", version="1")
ROOT = Path(__file__).parents[2]


def clock() -> FrozenClock:
    """A clock that stands at NOW."""
    return FrozenClock(NOW)


def store(path: Path, **options: Any) -> FileStore:
    """A store with a clock that stands still."""
    return FileStore(path, clock(), **options)


def stamps() -> dict[str, Any]:
    """What every new record needs."""
    return {"id": new_id(NOW), "created_at": NOW, "updated_at": NOW}


def coachee(family: str = "Okafor", **fields: Any) -> Coachee:
    """A new person."""
    return Coachee(**{**stamps(), "family": family, **fields})


def cycle(person: str, session: int | None = None, **fields: Any) -> Cycle:
    """A new cycle of the school year 2026-27."""
    made = {"coachee_id": person, "track": "2026-27", "session": session, "framework": PIN}
    return Cycle(**{**stamps(), **made, "held_on": date(2027, 3, 1), **fields})


def visit(person: str, on: date, **fields: Any) -> Visit:
    """A new planned visit."""
    return Visit(**{**stamps(), "coachee_id": person, "on": on, **fields})


def todo(person: str, **fields: Any) -> Todo:
    """A new open to-do."""
    return Todo(**{**stamps(), "coachee_id": person, "text": "Wait three seconds", **fields})


def every_kind() -> list[Record]:
    """One record of each kind, about one person, with most fields filled."""
    person = coachee(given="Dana", priority_groups=("reads at home",), external_ids={"sis": "7"})
    held = cycle(
        person.id,
        7,
        number=7,
        cluster="F",
        gi=GiCount(total=30).corrected(35, "counted again", NOW),
        self_assessment=SelfAssessment(
            ratings=(LookForRating(look_for="F1", state="in_place"),), words="Going well"
        ),
        carry_over=CarryOver(todo_id=new_id(NOW), answer="partly"),
        goal=Goal(text="Every pupil answers\nby Friday"),
    )
    timed = read_lines("10:31 + names used\n? who has not spoken\n10:40 plain")
    return [
        person,
        held,
        Launch(**stamps(), coachee_id=person.id, track="2026-27", order=("C", "A", "D", "B")),
        Note(**stamps(), coachee_id=person.id, cycle_id=held.id, lines=timed),
        todo(person.id, due=date(2027, 3, 17), cycle_id=held.id),
        visit(person.id, date(2027, 3, 12), at=time(10, 30)),
    ]


def run_python(code: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start another process on the same code, its output in a pipe."""
    words: Sequence[str] = [sys.executable, "-c", code, *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment)


def litter(folder: Path) -> list[str]:
    """Temporary files left in a folder."""
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]
