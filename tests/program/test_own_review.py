"""Journey 8 and the seventh script, in the program itself: the coach's own review."""

import json
from pathlib import Path
from typing import Any

from tests.program.kit import opened, row
from tests.program.terminal import Program

TO_CONDUCT = ("j" * 12, "enter", "jj")
"""From the top of the continuum to meeting conduct (CC-31), whose group is opened."""


def test_the_coachs_own_review(home: Path) -> None:
    """Accept a count, place by hand, tag two standards, write a goal; nothing leaves the file."""
    with opened(home, "--demo") as program:
        review_continuum(program)
        tag_last_session(program)
        program.do("g", "t", "v")
        program.wait_for("Growth log")
        program.do("a", "g")
        program.wait_for("TYPING")
        program.do("A talk before each visit", "tab", "Ask for two slots", "ctrl+s")
        program.wait_for("Growth goal noted.")
        shared = [file for file in home.rglob("copies/*") if file.is_file()]
        assert shared == []
        tables = demo_tables(home)
    placed = [one for one in tables["continuum"] if one["element"] == "CC-31"]
    assert [(one["level"], len(one["accepted"])) for one in placed][-1] == (2, 1)
    goals = [one["text"] for one in tables["growth_log"] if one["kind"] == "goal"]
    assert "A talk before each visit" in goals
    assert ["1D", "3D"] in [cycle["standards"] for cycle in tables["cycles"]]


def review_continuum(program: Program) -> None:
    """Accept what the records say of meeting conduct, place it, and look at the terms."""
    program.do("g", "m")
    program.wait_for("Strategic thinking")
    program.do(*TO_CONDUCT)
    program.wait_for("Now ·· ·· ··  not rated")
    program.do("a")
    program.wait_for("Accepted: follow-ups sent after")
    assert "not rated" in row(program, 3)  # a count places nothing
    program.do("2")
    program.wait_for("Now ■■ ■■ ··  Developing")
    program.do("v")
    program.wait_for("term by term")
    assert "+1" in program.screen_text()  # what changed since the term before
    program.do("q")


def tag_last_session(program: Program) -> None:
    """File the last session of the third person under two standards."""
    program.do("g", "c")
    program.wait_for("[Caseload]")
    program.do("gg", "jj", "enter", "]]", ":")
    program.wait_for("TYPING")
    program.do("tag", "enter")
    program.wait_for("[ ] 1A")
    program.do("jjj", "x", "j" * 10, "x", "enter")
    program.wait_for("is filed under 1D, 3D.")


def demo_tables(home: Path) -> dict[str, list[dict[str, Any]]]:
    """The tables of the demo's own file."""
    (file,) = home.rglob("demo/caseload.json")
    tables = json.loads(file.read_text("utf-8"))
    return {name: list(table.values()) for name, table in tables.items()}


def test_script_7_a_rating_goes_up_and_back(home: Path) -> None:
    """`g m j j 3 u`: the tally in row 23 follows both ways."""
    with opened(home, "--demo") as program:
        program.do("g", "m")
        program.wait_for("Strategic thinking")
        program.do("j", "j")
        program.wait_for("Now ■■ ·· ··  Emerging")
        before = row(program, 23)
        assert "4 Emerging, 18 Developing, 3 Transforming, 4 not rated" in before
        program.do("3")
        program.wait_for("Transforming. 3 E, 18 D, 4 T, 4 not rated")
        program.do("u")
        program.wait_for("Undid: Change facilitation")
        program.wait_for("4 E, 18 D, 3 T, 4 not rated")
