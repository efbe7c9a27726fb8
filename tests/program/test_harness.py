"""The harness itself, on a small app: what it reads is what a person would see."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program.terminal import Program, TimedOut
from tests.program.tmux import Tmux, in_gnu_screen

SMALL_APP = [sys.executable, str(Path(__file__).with_name("small_app.py"))]


def answers(question: str) -> list[str]:
    """A program that writes to its terminal and prints what comes back."""
    code = (
        "import os,tty;tty.setraw(0);"
        f"os.write(1,{question!r}.encode());r=os.read(0,99);os.write(1,b'got '+repr(r).encode())"
    )
    return [sys.executable, "-c", code]


@pytest.fixture
def app(home: Path) -> Iterator[Program]:
    """The small app, its greeting on the screen."""
    with Program(SMALL_APP, home) as program:
        program.wait_for("Hello, coach")
        yield program


def test_keys_reach_the_app_and_its_screen_is_read(app: Program) -> None:
    """A typed word comes back in the row under the field."""
    app.send("praise, é")
    app.press("enter")
    assert "entered: praise, é" in app.wait_for("entered: praise")


def test_a_new_size_reaches_the_app(app: Program) -> None:
    """The app is told of a resize, and the screen has the new shape."""
    app.resize(60, 18)
    app.wait_for("Hello, coach 60")
    assert len(app.screen_text().split("\n")) == 18


def test_the_style_of_a_cell(app: Program) -> None:
    """A cell tells its letter and colors."""
    cell = app.cell_style(0, 0)
    assert cell.data == "H"
    assert cell.fg != cell.bg


def test_leaving_gives_the_status_and_cleans_the_terminal(app: Program) -> None:
    """The exit status is the app's, and it turns off what it turned on."""
    assert 1049 in app.private_modes()
    app.press("ctrl+x")
    assert app.wait_exit() == 3
    assert not app.private_modes() & {1000, 1003, 1049, 2004}


def test_waiting_in_vain_shows_the_screen(app: Program) -> None:
    """A wait that fails says what was there instead."""
    with pytest.raises(TimedOut, match="Hello, coach"):
        app.wait_for("not there", timeout=0.1)


def test_waiting_for_a_dead_program_is_short(home: Path) -> None:
    """A program that has ended cannot draw any more: the wait ends at once."""
    with Program([sys.executable, "-c", "print('bye')"], home) as program:
        with pytest.raises(TimedOut, match="status 0"):
            program.wait_for("not there")
        assert "bye" in program.screen_text()


def test_a_signal_is_the_status(app: Program) -> None:
    """A killed program has the signal's number as its status."""
    app.signal(signal.SIGKILL)
    assert app.wait_exit() == -signal.SIGKILL


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
    with Program([sys.executable, "-c", code], home) as program:
        assert program.wait_exit() == 0
        assert program.screen_text().strip() == "abcd"


@pytest.mark.needs_tool("tmux")
def test_inside_tmux(home: Path) -> None:
    """The same app with tmux between: keys by tmux's names, text letter by letter."""
    with Tmux(SMALL_APP, home, size=(100, 30)) as window:
        window.wait_for("Hello, coach 100")
        window.send("-l; Enter é")
        window.press("Enter")
        assert "entered: -l; Enter é" in window.wait_for("entered:")


@pytest.mark.needs_tool("screen")
def test_inside_gnu_screen(home: Path) -> None:
    """The same app with GNU screen between."""
    command, env = in_gnu_screen(SMALL_APP, home)
    with Program(command, home, env=env) as program:
        program.wait_for("Hello, coach")
        program.send("goal")
        program.press("enter")
        program.wait_for("entered: goal")
        program.press("ctrl+x")
        program.wait_for("[screen is terminating]")
