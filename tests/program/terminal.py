"""A program in a terminal of our own: keys go in, the screen is read with pyte.

The terminal is read only while a test waits, in one thread: nothing runs behind its back.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte
from pyte.screens import Char

from tests.program.keys import key
from tests.program.start import isolated, spawn

PATIENCE = 15.0
"""Seconds that a wait may take, on a slow machine at its busiest, before it is a failure."""

# What pyte would draw or trip over: CSI with <, > or = (kitty keys, secondary attributes), private
# status requests, and DCS and APC strings.
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*n|\x1b[P_].*?\x1b\\", re.S)
_CUT_OFF = re.compile(rb"\x1b(\[[<>=?]?[0-9;$]*|[P_].*)?\Z", re.S)


class TimedOut(AssertionError):
    """The screen did not become what was waited for; says what it is instead."""


class _Screen(pyte.Screen):
    """A pyte screen that answers questions, as a terminal does."""

    def __init__(self, columns: int, lines: int, answer: Callable[[bytes], None]) -> None:
        super().__init__(columns, lines)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        """Send a report (cursor position, attributes) to the program."""
        self._answer(data.encode())


class Program:
    """A program running in a pseudo-terminal.

    Attributes:
        pid: its process.
        raw: every byte it has written.
        heard_at: when the newest of them was read, by `time.perf_counter`.
        status: its exit status once it has ended (a negative signal number if killed), else None.
        screen: the pyte screen, for what `screen_text` and `cell_style` do not tell.
    """

    def __init__(
        self,
        command: Sequence[str],
        home: Path,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        """Start it.

        Args:
            command: the program and its arguments.
            home: the folder it may write to.
            size: columns and rows.
            env: what is added to `isolated(home)`.
            cwd: the folder it starts in, `home` if None.
        """
        self.raw = bytearray()
        self.heard_at = 0.0
        self.status: int | None = None
        self.screen = _Screen(*size, self._write)
        self._stream = pyte.ByteStream(self.screen)
        self._held = b""
        self._master, slave = pty.openpty()
        self._set_size(*size)
        self.pid = spawn(command, os.ttyname(slave), isolated(home, env), cwd or home)
        os.close(slave)

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def send(self, text: str) -> None:
        """Type a text, or send any bytes of a terminal."""
        self._write(text.encode())

    def press(self, *names: str) -> None:
        """Press keys by name: `program.press("j", "enter", "ctrl+s")`."""
        for name in names:
            self.send(key(name))

    def do(self, *steps: str) -> str:
        """Press keys by name and type texts, all without a pause, and let the screen follow.

        Returns:
            The screen after a quiet moment; where it matters, wait for words.
        """
        self.press(*steps)
        self._pump(0.3)  # until the screen begins to follow, if it does at all
        return self.settle(0.1)

    def wait_for(self, text: str, timeout: float = PATIENCE) -> str:
        """Wait until a text is on the screen.

        Returns:
            The whole screen.

        Raises:
            TimedOut: it did not come, or the program ended.
        """
        self.wait_until(lambda: text in self.screen_text(), repr(text), timeout)
        return self.screen_text()

    def wait_gone(self, text: str, timeout: float = PATIENCE) -> str:
        """Wait until a text is gone; raises TimedOut if it stays."""
        self.wait_until(lambda: text not in self.screen_text(), f"no {text!r}", timeout)
        return self.screen_text()

    def wait_until(
        self, done: Callable[[], bool], what: str = "it", timeout: float = PATIENCE
    ) -> None:
        """Read the terminal until something holds; raises TimedOut if it never does."""
        deadline = time.monotonic() + timeout
        while not done():
            if time.monotonic() > deadline or (not self._pump(0.05) and self._ended()):
                if done():
                    return
                raise TimedOut(f"waited for {what}, status {self.status}:\n{self.screen_text()}")

    def settle(self, quiet: float = 0.05, timeout: float = PATIENCE) -> str:
        """Read until nothing was written for so many seconds; the screen then."""
        deadline = time.monotonic() + timeout
        while self._pump(quiet) and time.monotonic() < deadline:
            pass
        return self.screen_text()

    def screen_text(self) -> str:
        """The screen, one line a row, blanks at the ends cut off.

        Put together here: pyte's own `display` fails where half of a wide letter was drawn over,
        as the screen is while a row is still coming in. Such a half has no text of its own.
        """
        cells, columns = self.screen.buffer, range(self.screen.columns)
        rows = ("".join(cells[y][x].data for x in columns) for y in range(self.screen.lines))
        return "\n".join(row.rstrip() for row in rows)

    def cell_style(self, column: int, row: int) -> Char:
        """One cell, counted from 0: its letter, `fg`, `bg`, `bold`, `reverse` and more."""
        return self.screen.buffer[row][column]

    def private_modes(self) -> set[int]:
        """The DEC private modes that are on, such as 1049 (other screen) and 1000 (mouse)."""
        return {mode >> 5 for mode in self.screen.mode if mode >= 32}

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal; the program is told by SIGWINCH."""
        self.screen.resize(lines=rows, columns=columns)
        self._set_size(columns, rows)

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Wait until the program has ended; its exit status."""
        self.wait_until(self._ended, "the end of the program", timeout)
        self.settle()
        assert self.status is not None
        return self.status

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal, if it still runs."""
        if not self._ended():
            os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal as a lost connection does."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def kill(self) -> None:
        """End the program whatever it is doing, and close the terminal."""
        self.signal(signal.SIGKILL)
        self.hang_up()
        if self.status is None:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _write(self, data: bytes) -> None:
        with contextlib.suppress(BrokenPipeError):
            os.write(self._master, data)

    def _ended(self) -> bool:
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def _pump(self, wait: float) -> bool:
        """Take in what the program writes within a time; False if it wrote nothing."""
        if self._master < 0 or not select.select([self._master], [], [], wait)[0]:
            if self._master < 0:
                time.sleep(min(wait, 0.02))
            return False
        data = self._burst()
        if not data:
            time.sleep(0.01)  # its end of the terminal is closed; the process may still be ending
            return False
        self.raw += data
        self._feed(data)
        return True

    def _burst(self) -> bytes:
        """All that is written without a pause; drawing waits, so that it slows nobody down."""
        got = bytearray()
        while len(got) < 1_000_000:
            data = _read(self._master)
            if not data:
                break
            self.heard_at = time.perf_counter()
            got += data
            if not select.select([self._master], [], [], 0.002)[0]:
                break
        return bytes(got)

    def _feed(self, data: bytes) -> None:
        """Draw what pyte understands; an escape sequence cut off by the read waits for its rest."""
        data = _NOT_FOR_PYTE.sub(b"", self._held + data)
        cut = _CUT_OFF.search(data)
        at = cut.start() if cut else len(data)
        self._held = data[at:]
        self._stream.feed(data[:at])


def _read(master: int) -> bytes:
    """What is waiting on a terminal; nothing once the program's end of it is closed."""
    try:
        return os.read(master, 65536)
    except OSError as error:
        if error.errno != errno.EIO:  # Linux's word for "closed"
            raise
        return b""
