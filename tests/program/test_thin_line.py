"""Over a thin line a letter is few bytes, and what others wrote on the screen goes away."""

import signal
from pathlib import Path

import pytest

from tests.program.kit import opened, row
from tests.program.terminal import Program
from tests.program.test_quiet import switched

SYNCS = "\x1b[?2026;2$y"
"""What a terminal says that can hold a frame back until it is whole."""

RESIZES_IN_BAND = "\x1b[?2048;2$y"
"""What a terminal says that tells its size among the keys."""

LETTER = 200
"""The most bytes that a typed letter may take, both marks of a frame included."""

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


def sent_for(program: Program, keys: str) -> bytes:
    """What is sent for some keys, without a pause between them."""
    program.settle(0.3)
    before = len(program.raw)
    program.do(keys)
    return bytes(program.raw[before:])


def into_the_notes(program: Program) -> None:
    """Open a cycle, and put the cursor into its notes."""
    program.do("c", "escape", "1")
    lines = program.wait_for(" Notes ").split("\n")
    top = next(y for y, line in enumerate(lines) if line.startswith(" Notes ")) + 1
    for _ in range(10):
        program.do("tab")
        if program.screen.cursor.y == top:
            return
    raise AssertionError(program.screen_text())


def at_rest(program: Program) -> str:
    """The list, moved down one row, and the details of that person, which come a moment later."""
    program.do("j")
    program.wait_for("Session 2 ")
    return program.settle(0.3)


def scribble(program: Program) -> None:
    """Write on the terminal as `wall` does, behind the program's back."""
    program._stream.feed(b"\x1b7\x1b[6;3HBroadcast message\x1b[12;30H\x1b[41mfrom root\x1b[m\x1b8")
    assert "Broadcast message" in program.screen_text()


def all_rows(sent: bytes, rows: int = 24) -> bool:
    """Whether each row is sent from its beginning on."""
    return all(b"\x1b[%d;1H" % y in sent for y in range(1, rows + 1))


@SIZES
def test_a_letter_in_the_notes_is_few_bytes(home: Path, size: tuple[int, int]) -> None:
    with opened(home, "--demo", size=size) as program:
        program.send(SYNCS)
        into_the_notes(program)
        sent_for(program, "+ ")
        for number, letter in enumerate("Four n", 1):
            sent = sent_for(program, letter)
            frames = sent.count(b"\x1b[?2026h")
            assert 1 <= frames <= 2  # the second tells in row 1 that the draft is saved
            assert b"\x1b[?2026l" in sent
            assert len(sent) <= LETTER, (number, sent)
        assert "+ Four n" in program.screen_text()


def test_frames_are_marked_only_where_the_terminal_knows_it(home: Path) -> None:
    with opened(home, "--demo") as program:
        program.do("j", "?", "q")
        assert b"\x1b[?2026h" not in program.raw
        assert b"\x1b[?2026l" not in program.raw


@SIZES
def test_a_screen_is_sent_in_a_few_kilobytes(home: Path, size: tuple[int, int]) -> None:
    """No more than one byte a cell and as much again for the colors, the start included."""
    with opened(home, "--demo", size=size) as program:
        cells = size[0] * size[1]
        assert len(program.raw) < 3 * cells
        assert all_rows(sent := sent_for(program, "ctrl+l"), size[1])
        assert len(sent) < 3 * cells


@pytest.mark.parametrize("keys", ["ctrl+l", "\x1b[O\x1b[I"], ids=["ctrl+l", "focus"])
@pytest.mark.parametrize("place", ["", "c", "i"], ids=["list", "cycle", "dialog"])
def test_what_others_wrote_goes_away(home: Path, keys: str, place: str) -> None:
    words = {"": "? help", "c": "TYPING", "i": "Esc cancel"}[place]
    with opened(home, "--demo") as program:
        at_rest(program)
        program.do(place)
        program.wait_for(words)
        before = program.settle(0.3)
        scribble(program)
        assert all_rows(sent_for(program, keys))
        assert program.settle() == before


@pytest.mark.parametrize("stop", [signal.SIGTSTP, signal.SIGSTOP], ids=repr)
def test_coming_back_from_the_shell_paints_everything(home: Path, stop: signal.Signals) -> None:
    with opened(home, "--demo") as program:
        before = at_rest(program)
        program.signal(stop)
        program.settle(0.3)
        program._stream.feed(b"\x1b[2J\x1b[H$ fg")
        sent = len(program.raw)
        program.signal(signal.SIGCONT)
        program.wait_for("? help")
        assert program.settle(0.3) == before
        assert all_rows(bytes(program.raw[sent:]))


def test_a_resize_there_and_back_paints_everything(home: Path) -> None:
    with opened(home, "--demo") as program:
        before = at_rest(program)
        program.resize(100, 30)
        program.settle(0.004)  # Textual may take two signals in one moment in the wrong order
        program.resize(80, 24)
        scribble(program)
        program.wait_gone("Broadcast message")
        assert program.settle(0.3) == before


def test_the_cursor_stands_where_the_app_wants_it(home: Path) -> None:
    """For screen readers: also where nothing else changes."""
    with opened(home, "--demo") as program:
        for number in range(4):
            assert program.screen.cursor.y == 3 + number
            assert row(program, 4 + number)[1:5] != ""
            program.do("j")


@pytest.mark.parametrize("arguments", [(), ("--mouse",)], ids=repr)
def test_the_terminal_is_left_as_it_was(home: Path, arguments: tuple[str, ...]) -> None:
    """Also one that was asked for more, since it can do more."""
    with opened(home, "--demo", *arguments) as program:
        program.send(SYNCS)
        program.send(RESIZES_IN_BAND)
        program.do("j")
        assert not switched(program).get(1003)
        program.do("q")
        assert program.wait_exit() == 0
        modes = switched(program)
        left_on = {1000, 1002, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048}
        assert not {mode for mode in left_on if modes.get(mode)}
        assert modes[25]
