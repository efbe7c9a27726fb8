"""A coach's first real cycle, in the open file and on the disk: journey 4 of the design."""

from pathlib import Path

import pytest
from tinydb import TinyDB, where

from tests.program.kit import command, opened, own_file, row, with_cibola
from tests.program.start import coach_tui
from tests.program.terminal import Program
from tests.program.tmux import Tmux

PRAISE = "Eleven of twelve pairs were talking a minute after the prompt."
PROBE = "What did the blanks have in common?"
GOAL = "By 14 Nov, 22 of 24 slips attempted, 5 of 5 EL"
CHANGE = "Frame on the board before the slip goes out"
SHOWN = "Slips counted at the door"
STEP = "Give the sentence frame before the slip, then scan table 5 first"
LESSON = "Tue g3 fractions"

SIX = [("C", 4), ("A", 9), ("D", 14), ("B", 19), ("E", 23), ("G", 27)]
"""Sessions 1 to 6: cluster and total."""


def assert_on_disk(home: Path) -> None:
    """What any TinyDB reads back, and what the command prints."""
    with TinyDB(own_file(home), access_mode="r") as file:
        [dana] = file.table("coachees").search(where("family") == "Whitcomb")
        hers = where("coachee_id") == dana["id"]
        [cycle] = file.table("cycles").search(hers & (where("session") == 7))
        [todo] = file.table("todos").search(hers & (where("cycle_id") == cycle["id"]))
    assert cycle["cluster"] == "F"
    assert cycle["gi"]["total"] == 35
    assert cycle["feedback"]["praise"] == PRAISE
    assert cycle["goal"] == {"text": GOAL, "practice": CHANGE, "indicator": SHOWN}
    assert (cycle["action"]["text"], todo["text"]) == (STEP, STEP)
    told = command(home, "show", "Whitcomb")
    for words in (PRAISE, GOAL, STEP, LESSON, "F Small-group instruction"):
        assert words in told
    assert " 7   35    +8  Meeting" in told


@pytest.mark.needs_tool("tmux")
def test_from_an_empty_folder_to_a_cycle_on_the_disk(home: Path) -> None:
    """Welcome, a new teacher, six sessions by command, the seventh as a meeting, in tmux."""
    with Tmux(coach_tui(), home) as window:
        window.wait_for("Start with an empty caseload")
        window.press("b")
        window.wait_for("Nobody in the caseload yet")
        window.press("a")
        window.wait_for("TYPING")
        window.send("Whitcomb, Dana")
        window.wait_for("Whitcomb, Dana")
        window.press("C-s")
        window.wait_for("1 person")
        for session, (cluster, total) in enumerate(SIX, start=1):
            command(home, "gi", "Whitcomb", str(session), str(total), "--cluster", cluster)
        _hold_the_meeting(window)
        window.wait_for("Whitcomb, Dana: session 7, 35 GIs, Meeting. Saved")
        window.press("q")
    assert_on_disk(home)


def _hold_the_meeting(window: Tmux) -> None:
    """From praise to save, the texts of the journey."""
    window.press("c")
    window.wait_for("TYPING")
    window.press("Escape")
    window.wait_for("KEYS  1-5 step")
    window.press("2")
    window.wait_for("No action step is open.")
    _fill(window, PRAISE, PROBE, "They had no first words.")
    offered = window.wait_for("one a conversation")
    assert "Standards" not in offered  # A to D belong to the first phase
    window.press("f")
    window.wait_for("F  Small-group")
    window.press("Tab")
    window.send("35")
    assert "Meeting" in window.wait_for("5 more to Exceeding (40)")
    window.press("Tab")
    _fill(window, GOAL, CHANGE, SHOWN)
    window.wait_for("step 4 of 5")
    _fill(window, STEP, LESSON)
    window.press("r")
    window.wait_for("(x) rehearsed")
    window.press("Escape")
    window.wait_for("KEYS  1-5 step")
    window.press("5")
    assert "was 27 in session 6" in window.wait_for("35 GIs  ■■■· Meeting")
    window.press("w")


def _fill(window: Tmux, *texts: str) -> None:
    """Type a text in each field and go on from it."""
    for text in texts:
        window.send(text)
        window.wait_for(text.rpartition(" ")[2])  # the last word is not broken over two rows
        window.press("Tab")


@pytest.fixture
def dana_file(home: Path) -> Path:
    """The twelve people; Dana's last step is still open."""
    return with_cibola(home)


def test_the_last_step_comes_first(home: Path, dana_file: Path) -> None:
    """Carry-over before praise; the band beside the total; what the next session needs."""
    with opened(home) as program:
        _find(program, "Whitcomb, Dana")
        program.do("c")
        program.wait_for("TYPING")
        program.do("escape", "2")
        shown = program.wait_for("Last step")
        assert "After the partner talk, cold-call two students" in shown
        assert shown.index("Last step") < shown.index("Precise praise")
        program.do("d", "tab", PRAISE, "tab", PROBE, "tab", "They had no first words.", "tab")
        assert not {" A  ", " B  ", " C  ", " D  "} & {
            line[1:5] for line in program.wait_for("step 3 of 5").split("\n")
        }
        program.do("f", "tab", "3")
        assert "Why" not in program.screen_text()  # half a number is not a lower total
        program.do("5")
        assert "Meeting" in row(program, _row_of(program, "GIs so far   35"))
        program.do(
            "tab",
            GOAL,
            "tab",
            CHANGE,
            "tab",
            SHOWN,
            "tab",
            STEP,
            "tab",
            LESSON,
            "tab",
            "r",
            "escape",
            "w",
        )
        program.wait_for("session 7, 35 GIs, Meeting")
        program.do("enter")
        assert "GI 35  (+8)" in program.wait_for("Session 7: 35 GIs, Meeting, cluster F.")
        program.do("l")
        session_8 = program.wait_for("Session 8 needs 40 for Meeting (5 more), 45 for")
        assert "Meet 40-44" in session_8
        assert "Exc  45+" in session_8
    assert_on_disk(home)
    with TinyDB(dana_file, access_mode="r") as file:
        [before] = file.table("todos").search(where("text").test(lambda t: "cold-call" in t))
    assert before["status"] == "done"


def _row_of(program: Program, words: str) -> int:
    """The row that words stand in, counted from 1."""
    rows = program.wait_for(words).split("\n")
    return next(number for number, line in enumerate(rows, start=1) if words in line)


def _find(program: Program, name: str) -> None:
    """Go down the list to a person."""
    for _ in range(15):
        if row(program, 23).startswith(f" {name}:"):
            return
        program.do("j")
    raise AssertionError(f"{name} is not in the list:\n{program.screen_text()}")
