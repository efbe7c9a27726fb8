"""Two windows of one coach on one file: both write, neither loses what the other saved."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program.kit import command, drafts, opened, row, with_people
from tests.program.terminal import Program

Pair = tuple[Program, Program]


@pytest.fixture
def pair(home: Path) -> Iterator[Pair]:
    """Two teachers, and two windows that show them."""
    with_people(home, "Arredondo", "Whitcomb")
    with opened(home) as first, opened(home) as second:
        yield first, second


def test_each_sees_what_the_other_saved(home: Path, pair: Pair) -> None:
    """Totals of two people, one from each window; both are there afterwards."""
    first, second = pair
    first.do("i", "3", "enter")
    first.wait_for("Arredondo, Dana: session 1, 3 GIs")
    second.do("G", "i", "7", "enter")
    second.wait_for("Whitcomb, Dana: session 1, 7 GIs")
    for window in pair:
        window.do("q")
        assert window.wait_exit() == 0
    with opened(home) as program:
        assert "session 1, 3 GIs" in row(program, 23)
        program.do("j")
        assert "session 1, 7 GIs" in row(program, 23)


def test_the_same_person_saved_twice_is_refused(home: Path, pair: Pair) -> None:
    """The second save says so; the first stays, and the second's words stay in the form."""
    for window, school in zip(pair, ("Juniper Flats", "Harlan Creek"), strict=True):
        window.do("e")
        window.wait_for("TYPING")
        window.do("tab", school)
    first, second = pair
    first.do("ctrl+s")
    first.wait_for("Arredondo, Dana: saved")
    second.press("ctrl+s")
    assert "Harlan Creek" in second.wait_for("changed elsewhere")
    assert "Juniper Flats" in command(home, "show", "Arredondo")
    second.do("escape", "Q")
    assert second.wait_exit() == 0
    assert "Harlan Creek" in drafts(home)


def test_two_cycles_with_one_person_never_mix(home: Path, pair: Pair) -> None:
    """A cycle that is being typed is not opened twice; once it is saved the next one follows it."""
    first, second = pair
    first.press("c", "escape", "2", "praise one", "tab", "tab", "tab", "a", "tab", "4", "escape")
    first.wait_for("1 more to Meeting (5)")
    first.wait_for("draft saved")
    second.press("c")
    second.wait_for("being typed in another window; leave it there first.")
    first.press("w")
    first.wait_for("Arredondo, Dana: session 1, 4 GIs")
    second.press("c")
    second.wait_for("cycle 2 · session 2")
    shown = json.loads(command(home, "show", "Arredondo", "--json"))
    assert [point["cluster"] for point in shown["sessions"]] == ["A"]
    assert shown["last_cycle"]["praise"] == "praise one"


def test_a_command_and_a_window_share_the_file(home: Path, pair: Pair) -> None:
    """What a command saved meanwhile is there when the window opens the cycle."""
    command(home, "gi", "Arredondo", "1", "3", "--cluster", "C")
    program = pair[0]
    program.do("c")
    program.wait_for("session 2")
    program.do("escape", "3")
    program.wait_for("Last total: 3 GIs in session 1")
