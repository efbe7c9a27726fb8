"""What the terminal can show, asked once before the app opens: its colors and its letters."""

import contextlib
import os
import re
import select
import termios
import time
import tty
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Colors = Literal["truecolor", "256", "16", "none"]
Letters = Literal["unicode", "ascii"]

# A letter of Latin-1 and a block of the box set, each followed by "where is the cursor?"; then the
# line is cleared, so that nothing stays even if the terminal never answers.
_QUESTION = "\ré\x1b[6n■\x1b[6n\r\x1b[K".encode()
_ONE_CELL_EACH = [2, 3]
_REPORT = re.compile(rb"\x1b\[\d+;(\d+)R")


@dataclass(frozen=True, slots=True)
class TerminalFacts:
    """What the terminal can show.

    Attributes:
        colors: how many colors may be asked for.
        letters: whether letters and blocks beyond ASCII take one cell each.
        typed_ahead: what was typed while the question was open, for the app to be given first.
    """

    colors: Colors
    letters: Letters
    typed_ahead: str = ""


def probe(
    stdin_fd: int, stdout_fd: int, env: Mapping[str, str], timeout: float = 0.15
) -> TerminalFacts:
    """Ask the terminal and the environment what may be shown.

    Args:
        stdin_fd: where answers and keys come from.
        stdout_fd: where the question goes; if either is not a terminal, none is asked.
        env: the environment, `os.environ` as a rule.
        timeout: how long an answer is waited for, in seconds.
    """
    colors = colors_of(env)
    if not says_utf8(env):
        return TerminalFacts(colors, "ascii")
    if not (os.isatty(stdin_fd) and os.isatty(stdout_fd)):
        return TerminalFacts(colors, "unicode")
    columns, typed = _ask(stdin_fd, stdout_fd, timeout)
    narrow = len(columns) < 2 or columns == _ONE_CELL_EACH  # no answer: the locale said UTF-8
    return TerminalFacts(colors, "unicode" if narrow else "ascii", typed.decode("utf-8", "replace"))


def colors_of(env: Mapping[str, str]) -> Colors:
    """The colors that the environment promises; the terminal itself cannot be asked."""
    term = env.get("TERM", "").strip().lower()
    if "NO_COLOR" in env or term in ("dumb", "unknown"):
        return "none"
    if env.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "truecolor"
    return "256" if term.rpartition("-")[2] in ("256color", "kitty") else "16"


def says_utf8(env: Mapping[str, str]) -> bool:
    """Whether the locale's letters are UTF-8: LC_ALL, else LC_CTYPE, else LANG.

    Python itself sets LC_CTYPE to C.UTF-8 where the locale is C (PEP 538), which says nothing of
    the terminal: LANG then decides.
    """
    named = env.get("LC_ALL") or ""
    if not named and env.get("LC_CTYPE") not in ("C.UTF-8", "C.utf8", "UTF-8"):
        named = env.get("LC_CTYPE") or ""
    named = (named or env.get("LANG") or "").lower()
    return "utf-8" in named or "utf8" in named


def _ask(stdin_fd: int, stdout_fd: int, timeout: float) -> tuple[list[int], bytes]:
    """The cursor's columns after each of the two letters, and the bytes that are no answer.

    Fewer than two columns if the terminal was silent or has gone away.
    """
    got = bytearray()
    with contextlib.suppress(OSError, termios.error), _raw(stdin_fd):
        os.write(stdout_fd, _QUESTION)
        deadline = time.monotonic() + timeout
        while len(_REPORT.findall(got)) < 2:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([stdin_fd], [], [], left)[0]:
                break
            chunk = os.read(stdin_fd, 1024)
            if not chunk:
                break
            got += chunk
    return [int(column) for column in _REPORT.findall(got)], _REPORT.sub(b"", bytes(got))


@contextlib.contextmanager
def _raw(fd: int) -> Iterator[None]:
    """The terminal without line editing or echo; nothing that was typed is dropped."""
    before = termios.tcgetattr(fd)
    tty.setraw(fd, termios.TCSANOW)
    try:
        yield
    finally:
        termios.tcsetattr(fd, termios.TCSANOW, before)
