"""What is sent when nothing happens, which modes are switched on, and how the screen is left."""

import re
from pathlib import Path

import pytest

from tests.program.kit import opened
from tests.program.terminal import Program

IDLE = 3.0
"""Seconds without a key."""

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")


def switched(program: Program) -> dict[int, bool]:
    """The private modes that were ever switched, and whether each is on now."""
    return {
        int(number): found.group(2) == b"h"
        for found in _MODE.finditer(bytes(program.raw))
        for number in found.group(1).split(b";")
    }


def assert_quiet(program: Program) -> None:
    """Not a byte comes over the line."""
    program.settle(0.3)
    before = len(program.raw)
    program.settle(IDLE)
    assert bytes(program.raw[before:]) == b""


def test_the_list_is_quiet(home: Path) -> None:
    """No clock, no animation; and no mouse mode was ever on: select and copy work."""
    with opened(home, "--demo") as program:
        assert_quiet(program)
        assert not set(switched(program)) & {9, 1000, 1001, 1002, 1003, 1005, 1006, 1015, 1016}


def test_a_field_is_quiet(home: Path) -> None:
    """Once the draft's time stands in row 1: the cursor does not blink."""
    with opened(home, "--demo") as program:
        program.do("c", "2")
        program.wait_for("draft saved")
        assert_quiet(program)


def test_with_the_mouse_moving_it_sends_nothing(home: Path) -> None:
    """--mouse reports clicks, and is not left reporting every motion."""
    with opened(home, "--demo", "--mouse") as program:
        modes = switched(program)
        assert modes[1000]
        assert not modes.get(1003)
        program.do("q")
        program.wait_exit()
        assert not any(switched(program).get(mode) for mode in (1000, 1002, 1003, 1006, 1015))


@pytest.mark.parametrize("keys", [("q",), ("c", "escape", "Q"), ("ctrl+q",)])
def test_leaving_restores_the_terminal(home: Path, keys: tuple[str, ...]) -> None:
    """The other screen, the cursor, pasting and wrapping are as they were."""
    with opened(home, "--demo") as program:
        program.do(*keys)
        assert program.wait_exit() == 0
        modes = switched(program)
        assert modes[1049] is modes[2004] is False
        assert modes[25]
        assert modes.get(7, True)
