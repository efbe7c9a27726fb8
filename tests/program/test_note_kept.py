"""A note is on the disk as it is typed: killed, hung up or shut down, no line is lost."""

import json
import random
import re
import signal
import time
from pathlib import Path

import pytest

from tests.program.kit import drafts, opened, own_file, row, with_people
from tests.program.note_kills import Typist, kept_text
from tests.program.terminal import Program

TYPING_LOST = 2.0
"""Seconds of typing that a kill may cost at most."""


@pytest.fixture
def dana(home: Path) -> Path:
    """A home with one teacher in the caseload."""
    return with_people(home, "Whitcomb")


def begin(program: Program) -> None:
    """Open the note of the one teacher."""
    program.press("n")
    program.wait_for("Mode")


@pytest.mark.needs_tool("tmux")
def test_answered_lines_survive_kills(dana: Path) -> None:
    """Killed at random moments: each line that had been followed by Enter is there."""
    typist = Typist(dana, seed=7)
    typist.run(kills=8)
    assert typist.kills == 8
    assert typist.answered


def test_a_line_of_forty_with_tags_comes_back_as_typed(dana: Path) -> None:
    """Forty lines and half of one more; killed; the next start brings all of it back."""
    typist = Typist(dana, seed=1)
    lines = [typist.line() for _ in range(40)]
    with opened(dana) as program:
        begin(program)
        for text in lines:
            program.send(text)
            program.press("enter")
        answered = re.compile(rf"{re.escape(lines[-1])}\n +\d{{1,2}}:\d\d\n")
        program.wait_until(lambda: answered.search(program.screen_text()) is not None, "the answer")
        program.signal(signal.SIGKILL)
        program.wait_exit()
    assert all(text in kept_text(dana) for text in lines)
    with opened(dana) as program:
        program.wait_for("Enter resumes it")
        program.press("enter")
        program.wait_for(lines[-1])
        program.press("escape", "q")
        program.wait_for("note filed, 40 lines")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_half_a_line_survives_the_end_of_the_terminal(dana: Path, number: signal.Signals) -> None:
    """Hung up or shut down in mid-word, at once after the last letter."""
    with opened(dana) as program:
        begin(program)
        program.send('T: "turn to your par')
        program.wait_for("turn to your par")
        if number is signal.SIGHUP:
            program.hang_up()
        else:
            program.signal(number)
        program.wait_exit()
    assert "turn to your par" in kept_text(dana)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_kill_costs_two_seconds_of_typing_at_most(dana: Path, seed: int) -> None:
    """Letters that are older than two seconds at the kill are on the disk."""
    dice = random.Random(seed)
    typed: list[tuple[float, str]] = []
    with opened(dana) as program:
        begin(program)
        ends = time.monotonic() + dice.uniform(3.0, 4.5)
        while time.monotonic() < ends:
            word = f"w{len(typed)}x "
            program.send(word)
            typed.append((time.monotonic(), word))
            program.settle(0.12)
        killed = time.monotonic()
        program.signal(signal.SIGKILL)
        program.wait_exit()
    kept = kept_text(dana)
    old = [word for at, word in typed if killed - at > TYPING_LOST]
    assert old
    assert [word for word in old if word.strip() not in kept] == []


def test_the_note_and_its_cycle_both_come_back(dana: Path) -> None:
    """Killed in a cycle whose note was typed there: one offer brings both."""
    with opened(dana) as program:
        program.press("c", "escape", "1")
        program.wait_for("step 1 of 5")
        for _ in range(4):
            program.press("tab")
        program.do("words of a note")
        program.press("escape", "2", "tab")
        program.do("a precise praise")
        program.wait_until(lambda: "a precise praise" in drafts(dana), "the draft")
        program.signal(signal.SIGKILL)
        program.wait_exit()
    forms = {
        json.loads(file.read_text("utf-8"))["form"]
        for file in own_file(dana).parent.glob("drafts/*.json")
    }
    assert forms == {"cycle", "note"}
    with opened(dana) as program:
        assert "Draft for Whitcomb" in row(program, 23)
        program.press("enter")
        program.wait_for("a precise praise")
        program.press("escape", "1")
        program.wait_for("words of a note")
        program.press("escape", "q")
        program.wait_for("Draft of cycle 1 is kept")
    assert "words of a note" in kept_text(dana)
