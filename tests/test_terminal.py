"""What the terminal is asked at the start, and what is made of its answers."""

import os
import pty
import re
import select
import termios
import threading
from collections.abc import Iterator

import pytest

from coach_tui.terminal import Colors, Letters, TerminalFacts, colors_of, probe, says_utf8

UTF8 = {"TERM": "xterm-256color", "LANG": "en_US.UTF-8"}


class FakeTerminal:
    """The far end of a terminal: gives each `ESC[6n` the next answer of a script."""

    def __init__(self, *answers: bytes) -> None:
        self.master, self.slave = pty.openpty()
        self.heard = b""
        self._answers = list(answers)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while not self._stop.is_set():
            if not select.select([self.master], [], [], 0.01)[0]:
                continue
            data = os.read(self.master, 1024)
            self.heard += data
            for _ in re.findall(rb"\x1b\[6n", data):
                if self._answers:
                    os.write(self.master, self._answers.pop(0))

    def close(self) -> None:
        """Hang up."""
        self._stop.set()
        self._thread.join()
        os.close(self.master)
        os.close(self.slave)


def ask(*answers: bytes, env: dict[str, str] = UTF8, timeout: float = 5) -> TerminalFacts:
    """Probe a terminal that answers so."""
    terminal = FakeTerminal(*answers)
    try:
        return probe(terminal.slave, terminal.slave, env, timeout)
    finally:
        terminal.close()


@pytest.fixture
def pipe() -> Iterator[int]:
    """Something that is no terminal."""
    read, write = os.pipe()
    yield read
    os.close(read)
    os.close(write)


@pytest.mark.parametrize(
    ("env", "colors"),
    [
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "tmux-256color"}, "256"),
        ({"TERM": "xterm-kitty"}, "256"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "screen"}, "16"),
        ({"TERM": "linux"}, "16"),
        ({}, "16"),
        ({"TERM": "dumb"}, "none"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "truecolor"),
        ({"TERM": "xterm", "COLORTERM": " 24BIT "}, "truecolor"),
        ({"TERM": "xterm-256color", "COLORTERM": "yes"}, "256"),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, "none"),
        ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": "1"}, "none"),
    ],
)
def test_colors_come_from_the_environment(env: dict[str, str], colors: Colors) -> None:
    """NO_COLOR wins even when empty; then COLORTERM; then the end of TERM."""
    assert colors_of(env) == colors


@pytest.mark.parametrize(
    ("env", "utf8"),
    [
        ({"LANG": "en_US.UTF-8"}, True),
        ({"LANG": "de_DE.utf8"}, True),
        ({"LANG": "en_US.ISO-8859-1"}, False),
        ({"LANG": "C"}, False),
        ({}, False),
        ({"LC_ALL": "C", "LC_CTYPE": "en_US.UTF-8", "LANG": "en_US.UTF-8"}, False),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, True),
        ({"LC_ALL": "", "LC_CTYPE": "en_US.UTF-8", "LANG": "C"}, True),
        ({"LC_CTYPE": "de_DE", "LANG": "en_US.UTF-8"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, False),  # set by Python itself
        ({"LC_CTYPE": "C.UTF-8"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "en_US.UTF-8"}, True),
    ],
)
def test_the_locale_says_utf8(env: dict[str, str], utf8: bool) -> None:
    """LC_ALL, LC_CTYPE, LANG in that order, without what Python puts in by itself."""
    assert says_utf8(env) is utf8


@pytest.mark.parametrize(
    ("answers", "letters"),
    [
        ((b"\x1b[5;2R", b"\x1b[5;3R"), "unicode"),
        ((b"\x1b[5;3R", b"\x1b[5;5R"), "ascii"),  # GNU screen without UTF-8: 2 + 2 cells
        ((b"\x1b[5;2R", b"\x1b[5;4R"), "ascii"),  # a wide block
        ((b"\x1b[5;1R", b"\x1b[5;1R"), "ascii"),  # nothing drawn
    ],
)
def test_one_cell_each_means_unicode(answers: tuple[bytes, bytes], letters: Letters) -> None:
    """The cursor tells how wide the two letters really are."""
    assert ask(*answers) == TerminalFacts("256", letters, "")


@pytest.mark.parametrize("answers", [(), (b"\x1b[5;2R",)])
def test_a_silent_terminal_is_judged_by_its_locale(answers: tuple[bytes, ...]) -> None:
    """No answer in time, or half of one: the locale said UTF-8."""
    assert ask(*answers, timeout=0.05).letters == "unicode"


def test_keys_typed_meanwhile_are_kept() -> None:
    """Keys before, between and after the answers come back in order."""
    facts = ask("jé".encode() + b"\x1b[5;2R", b"k\x1b[A\x1b[5;3R")
    assert facts == TerminalFacts("256", "unicode", "jék\x1b[A")


def test_keys_typed_before_are_kept_when_silent() -> None:
    """What lay in the terminal before the question is not dropped either."""
    terminal = FakeTerminal()
    os.write(terminal.master, b"i12")
    try:
        facts = probe(terminal.slave, terminal.slave, UTF8, 0.05)
    finally:
        terminal.close()
    assert facts.typed_ahead == "i12"


def test_nothing_stays_on_the_screen_and_the_terminal_is_as_before() -> None:
    """The question ends with clearing its line, and line editing and echo come back."""
    terminal = FakeTerminal(b"\x1b[5;2R", b"\x1b[5;3R")
    before = termios.tcgetattr(terminal.slave)
    probe(terminal.slave, terminal.slave, UTF8, 5)
    assert termios.tcgetattr(terminal.slave) == before
    terminal.close()
    assert terminal.heard.endswith(b"\r\x1b[K")


def test_a_locale_that_is_not_utf8_is_not_asked() -> None:
    """ASCII without a word to the terminal."""
    terminal = FakeTerminal()
    facts = probe(terminal.slave, terminal.slave, {"TERM": "xterm", "LANG": "C"})
    terminal.close()
    assert facts == TerminalFacts("16", "ascii", "")
    assert terminal.heard == b""


def test_no_terminal_is_judged_by_its_locale(pipe: int) -> None:
    """Nothing is written to a pipe."""
    assert probe(pipe, pipe, UTF8).letters == "unicode"
    assert probe(pipe, pipe, {"LANG": "C"}).letters == "ascii"


def test_a_terminal_that_went_away_is_judged_by_its_locale() -> None:
    """A closed far end is no crash."""
    master, slave = pty.openpty()
    os.close(master)
    try:
        assert probe(slave, slave, UTF8) == TerminalFacts("256", "unicode", "")
    finally:
        os.close(slave)
