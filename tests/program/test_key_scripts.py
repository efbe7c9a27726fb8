"""The acceptance scripts of the design on the demo, every key that is not text counted."""

import json
from pathlib import Path
from typing import Any

from tests.program.kit import command, opened
from tests.program.terminal import Program


class Counted:
    """A program whose keys are counted; typed text is not.

    Attributes:
        keys: how many keys were pressed.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self.keys = 0

    def press(self, *names: str) -> None:
        """Press keys that count."""
        self.keys += len(names)
        self.program.press(*names)

    def type(self, text: str) -> None:
        """Type a text, and go on from its field with Tab, which counts."""
        self.program.send(text)
        self.press("tab")


def okafor(home: Path) -> dict[str, Any]:
    """What the demo's copy holds of Okafor."""
    found: dict[str, Any] = json.loads(command(home, "--demo", "show", "Okafor", "--json"))
    return found


def test_script_1_a_total_in_seven_keys(home: Path) -> None:
    """From the start to a saved total: Okafor, session 4, Approaching."""
    with opened(home, "--demo") as program:
        coach = Counted(program)
        coach.press("j", "j", "enter", "i", "1", "1", "enter")
        program.wait_for("Okafor, Dana: session 4, 11 GIs, Approaching. Saved")
        assert coach.keys <= 7
        assert okafor(home)["sessions"][-1]["total"] == 11


def test_script_1_without_opening_in_six(home: Path) -> None:
    """The same from the list itself."""
    with opened(home, "--demo") as program:
        coach = Counted(program)
        coach.press("j", "j", "i", "1", "1", "enter")
        program.wait_for("Okafor, Dana: session 4, 11 GIs, Approaching. Saved")
        assert coach.keys <= 6


def test_script_3_a_whole_cycle_in_thirty_keys(home: Path) -> None:
    """Typing and Tab, no mouse, no Ctrl: the session, the to-do and the visit exist."""
    with opened(home, "--demo") as program:
        coach = Counted(program)
        coach.press("j", "j", "c")
        program.wait_for("TYPING")
        coach.type("22")
        coach.press("tab")
        coach.type("Period 3, fractions")
        coach.press("tab")
        for text in ("T: find your number partner", "Back table of 4", "Starting alone"):
            coach.type(text)
        coach.press("d", "tab")
        for text in ("You named three strategies", "What would help?", "They wait for me"):
            coach.type(text)
        coach.press("tab")  # the one cluster left is picked
        for text in ("11", "Three groups are re-taught", "Sort at once", "piles on 4 of 5 days"):
            coach.type(text)
        for text in ("Pre-write the labels", "Thu, period 3"):
            coach.type(text)
        coach.press("r", "tab", "tab")
        coach.type("+2")
        coach.type("Bring three trays")
        program.send("+9 10:30")
        coach.press("escape", "w")
        program.wait_for("Okafor, Dana: session 4, 11 GIs, Approaching. Saved")
        assert coach.keys <= 30
        _check_saved(okafor(home))


def _check_saved(shown: dict[str, Any]) -> None:
    """Session 4 in cluster C, the step as a to-do, the next visit with its time."""
    sessions, todos, visit = shown["sessions"], shown["todos"], shown["next_visit"]
    assert (len(sessions), sessions[-1]["cluster"], sessions[-1]["total"]) == (4, "C", 11)
    assert [todo["text"] for todo in todos] == ["Pre-write the labels"]
    assert visit["at"] == "10:30:00"
    assert shown["draft"] is False
