"""Journey 3: a live visit of 22 minutes in the real program, its connection killed in between."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach_tui.clock import SystemClock
from coach_tui.domain.note import Note
from coach_tui.storage.store import FileStore
from tests.program.kit import own_file, row, with_cibola
from tests.program.terminal import Program

AT_TIME = str(Path(__file__).with_name("at_time.py"))
DAY = datetime(2026, 10, 29, tzinfo=UTC)

LINES = (
    ("08:41", 'T: "Turn to your partner. What changed from step 1 to step 2?"'),
    ("08:42", "11 of 12 pairs talking; table 5 silent"),
    ("08:47", "T calls on 5 S: tables 1,1,2,2,3 #C"),
)
AFTER = (
    ("08:55", "exit slip 17/24 written, 7 blank (3 of 5 @EL)"),
    ("09:01", 'S2: "I just copied hers."'),
)


class Watch:
    """The coach's clock, set by the test."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "clock"
        self.set("08:41")

    def set(self, at: str) -> None:
        """Make it a time of the day."""
        hour, minute = map(int, at.split(":"))
        new = self.file.with_suffix(".new")  # renamed: the app may be reading it just now
        new.write_text(DAY.replace(hour=hour, minute=minute).isoformat(), "utf-8")
        new.replace(self.file)


@pytest.fixture
def watch(home: Path) -> Watch:
    """A clock, and the people of the journeys."""
    with_cibola(home)
    return Watch(home)


@contextmanager
def at_work(home: Path, watch: Watch) -> Iterator[Program]:
    """The app, opened by that clock."""
    command = [sys.executable, AT_TIME, str(watch.file)]
    with Program(command, home) as program:
        program.wait_for("? help")
        program.settle()
        yield program


def go_to_dana(program: Program) -> None:
    """Put the cursor on Dana Whitcomb."""
    program.press("g", "g")
    while "Whitcomb, Dana:" not in row(program, 23):
        program.do("j")


def filed(home: Path) -> Note:
    """Dana's newest note on the disk."""
    store = FileStore(own_file(home), SystemClock())
    dana = next(person for person in store.people() if person.family == "Whitcomb")
    return store.of(Note, dana.id)[-1]


def test_a_visit_survives_its_connection(home: Path, watch: Watch) -> None:
    """Three keys and the notes; after the drop the lines, the cursor and the minutes are there."""
    with at_work(home, watch) as program:
        go_to_dana(program)
        program.press("n")
        program.wait_for("Mode")
        first, *others = LINES
        program.send(first[1])
        program.wait_for(first[1][:30])
        for at, text in others:
            watch.set(at)
            program.press("enter")
            program.wait_for(f"\n {at.removeprefix('0').rjust(5)} ".rstrip())
            program.send(text)
            program.wait_for(text)
        watch.set("08:50")
        program.press("enter")
        program.send("half a wor")
        program.wait_for("half a wor")
        program.hang_up()
        program.wait_exit()
    with at_work(home, watch) as program:
        program.wait_for("Draft for Whitcomb, Dana from 8:50 found. Enter resumes it")
        program.press("enter")
        shown = program.wait_for("9 min")  # since 08:41, whatever happened in between; drawn last
        assert all(text[:60] in shown for text in ("half a wor", *(text for _, text in LINES)))
        program.send("d\r")
        program.wait_for("half a word")
        for at, text in AFTER:
            watch.set(at)
            program.press("enter")
            program.send(text)
            program.wait_for(text)
        watch.set("09:03")
        program.press("escape", ".")
        program.wait_for("Visit ended: 22 minutes.")
        program.press("q")
        program.wait_for("note filed, 6 lines")
    note = filed(home)
    assert [line.text for line in note.lines] == [
        *(text for _, text in LINES),
        "half a word",
        *(text for _, text in AFTER),
    ]
    assert [f"{line.at:%H:%M}" for line in note.lines] == [
        "08:41", "08:42", "08:47", "08:50", "08:55", "09:01",
    ]  # fmt: skip
    assert note.ended_at is not None
    assert note.started_at is not None
    assert (note.ended_at - note.started_at).total_seconds() == 22 * 60
    assert json.loads(own_file(home).read_text("utf-8"))["meta"]["1"]["app"] == "coach-tui"


def test_a_judgement_word_asks_once_and_stays_in_the_way_of_nothing(
    home: Path, watch: Watch
) -> None:
    """One dim line in row 23; the words are kept as typed, or edited freely."""
    with at_work(home, watch) as program:
        go_to_dana(program)
        program.press("n")
        program.wait_for("Mode")
        program.send("students were engaged")
        program.wait_for("engaged: what did you see or hear?")
        program.press("escape", "q")
        program.wait_for("note filed, 1 line")
    assert [line.text for line in filed(home).lines] == ["students were engaged"]


@pytest.mark.parametrize(("end", "told"), [("08:55", "14 minutes"), ("09:12", "31 minutes")])
def test_a_visit_of_another_length_is_told_and_not_barred(
    home: Path, watch: Watch, end: str, told: str
) -> None:
    """15 to 30 minutes are planned for (IP-5)."""
    with at_work(home, watch) as program:
        go_to_dana(program)
        program.press("n")
        program.wait_for("Mode")
        program.send("pairs talking")
        program.wait_for("pairs talking")
        watch.set(end)
        program.press("escape", ".")
        program.wait_for(f"Visit ended. {told}; visits of 15 to 30 are planned for.")
        program.press("q")
        program.wait_for("note filed, 1 line")
    assert filed(home).ended_at is not None
