"""The harness itself: what it reads is what a person would see. The app's own tests do the rest."""

import sys
from pathlib import Path

import pytest

from tests.program.kit import colors
from tests.program.terminal import Program, TimedOut


def python(code: str) -> list[str]:
    """A program of a line or two."""
    return [sys.executable, "-c", code]


def answers(question: str) -> list[str]:
    """A program that writes to its terminal and prints what comes back."""
    return python(
        "import os,tty;tty.setraw(0);"
        f"os.write(1,{question!r}.encode());r=os.read(0,99);os.write(1,b'got '+repr(r).encode())"
    )


def test_waiting_in_vain_shows_the_screen(home: Path) -> None:
    """A wait that fails says what was there instead."""
    with Program(python("print('hello'); input()"), home) as program:
        program.wait_for("hello")
        with pytest.raises(TimedOut, match="hello"):
            program.wait_for("not there", timeout=0.1)


def test_waiting_for_a_dead_program_is_short(home: Path) -> None:
    """A program that has ended cannot draw any more: the wait ends at once."""
    with Program(python("print('bye')"), home) as program:
        with pytest.raises(TimedOut, match="status 0"):
            program.wait_for("not there")
        assert "bye" in program.screen_text()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("abc\x1b[6n", r"\x1b[1;4R"),
        ("\x1b[c", r"\x1b[?6c"),
        ("\x1b[>c\x1b[?996n\x1b[5n", r"\x1b[0n"),
    ],
)
def test_questions_are_answered(home: Path, question: str, answer: str) -> None:
    """The terminal tells where its cursor is and what it is, and does not trip on the rest."""
    with Program(answers(question), home) as program:
        assert answer in program.wait_for("got ")


def test_unknown_sequences_are_not_drawn(home: Path) -> None:
    """Keyboard protocols and device strings leave no letters, even when split over two writes."""
    code = (
        "import os,time;os.write(1,b'a\\x1b[<u\\x1b[>1ub\\x1bPx');time.sleep(.03);"
        "os.write(1,b'y\\x1b\\\\c\\x1b[');time.sleep(.03);os.write(1,b'?2026$pd')"
    )
    with Program(python(code), home) as program:
        assert program.wait_exit() == 0
        assert program.screen_text().strip() == "abcd"


@pytest.mark.parametrize(
    ("raw", "kinds"),
    [
        (b"\x1b[1;4;7m\x1b[39;49m\x1b[0m\x1b[m", set()),
        (b"\x1b[33m", {"16"}),
        (b"\x1b[1;97;40m", {"16"}),
        (b"\x1b[1;38;5;117;48;5;235m", {"256"}),
        (b"\x1b[38;2;1;2;3m\x1b[48;5;7m", {"rgb", "256"}),
    ],
)
def test_colors_are_told_from_other_styles(raw: bytes, kinds: set[str]) -> None:
    """Bold, reverse and the terminal's own colors are none."""
    assert colors(raw) == kinds
