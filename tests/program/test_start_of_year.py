"""The launch in the open program: the last part of journey 1 of the design."""

from pathlib import Path

from tinydb import TinyDB, where

from tests.program.kit import opened, own_file, row, with_cibola
from tests.program.terminal import Program

WARNED = "hold it before the first visit."


def test_tom_s_launch_is_held_before_his_first_visit(home: Path) -> None:
    """A visit is warned of; four aims, "C, A, D, B", every 14 days; then nothing warns."""
    with_cibola(home)
    with opened(home) as program:
        _find(program, "Vasquez-Hale, Tom")
        program.do("S")
        assert "! No launch is recorded" in program.wait_for(WARNED)
        program.do("escape", "q", "L")
        program.wait_for("launch 20")
        program.do("today", "tab", "t", "e", "r", "s", "tab", "C, A, D", "tab")
        program.wait_for("The agreed order of A, B, C, D: B is missing.")
        program.do("shift+tab", "end", ", B", "tab", "tab", "tab")
        program.do(*["backspace"] * 3, "14", "ctrl+s")
        program.wait_for("Vasquez-Hale, Tom: launch held")
        program.do("S")
        assert WARNED not in program.wait_for("Plans one more visit")
        program.do("escape", "q", "q")
    with TinyDB(own_file(home), access_mode="r") as file:
        [tom] = file.table("coachees").search(where("family") == "Vasquez-Hale")
        [launch] = file.table("launches").search(where("coachee_id") == tom["id"])
    assert launch["aims"] == ["trust", "expectations", "reflection", "students"]
    assert (launch["order"], tom["ideal_days"]) == (["C", "A", "D", "B"], 14)
    assert launch["coachee"] == "Tom Vasquez-Hale"


def _find(program: Program, name: str) -> None:
    """Go down the list to a person."""
    for _ in range(15):
        if row(program, 23).startswith(f" {name}:"):
            return
        program.do("j")
    raise AssertionError(f"{name} is not in the list:\n{program.screen_text()}")
