"""tmux and GNU screen as a coach uses them: a real multiplexer between the keys and the app."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.program.start import isolated
from tests.program.terminal import PATIENCE, TimedOut

_SETTINGS = """\
set -g status off
set -s escape-time 0
set -g default-terminal tmux-256color
set -g remain-on-exit on
"""


class Tmux:
    """A tmux server of its own, with one window of a fixed size."""

    def __init__(
        self,
        command: Sequence[str],
        home: Path,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
    ) -> None:
        """Start a program in it.

        Args:
            command: the program and its arguments.
            home: the folder it may write to, and starts in.
            size: columns and rows.
            env: what is added to `isolated(home)`.
        """
        self._folder = Path(tempfile.mkdtemp(prefix="tmux-"))  # a socket's path must be short
        self._env = isolated(home, env)
        settings = self._folder / "settings"
        settings.write_text(_SETTINGS)
        columns, rows = (str(n) for n in size)
        self._tmux(
            "-f", str(settings), "new-session", "-d", "-x", columns, "-y", rows, "-c", str(home),
            shlex.join(command),
        )  # fmt: skip

    def __enter__(self) -> Tmux:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def press(self, *names: str) -> None:
        """Press keys by tmux's names: `Enter`, `Tab`, `C-s`, `j`."""
        self._tmux("send-keys", *names)

    def send(self, text: str) -> None:
        """Type a text, letter by letter, none of it read as a key's name."""
        self._tmux("send-keys", "-l", "--", text)

    def screen_text(self) -> str:
        """What the window shows, one line a row."""
        return self._tmux("capture-pane", "-p")

    def wait_for(self, text: str, timeout: float = PATIENCE) -> str:
        """Wait until a text is in the window; the whole window then.

        Raises:
            TimedOut: it did not come.
        """
        deadline = time.monotonic() + timeout
        while text not in (shown := self.screen_text()):
            if time.monotonic() > deadline:
                raise TimedOut(f"waited for {text!r}:\n{shown}")
            time.sleep(0.03)
        return shown

    def pane_pid(self) -> int:
        """The process that runs in the window."""
        return int(self._tmux("display-message", "-p", "#{pane_pid}"))

    def set_option(self, name: str, value: str) -> None:
        """Set an option of the server."""
        self._tmux("set", "-s", name, value)

    def buffer(self) -> str:
        """What was copied last, once something was."""
        deadline = time.monotonic() + PATIENCE
        while not (text := self._tmux("show-buffer", check=False)):
            if time.monotonic() > deadline:
                raise TimedOut("nothing was copied")
            time.sleep(0.03)
        return text

    def respawn(self, command: Sequence[str]) -> None:
        """Start a program in the window anew, whatever runs there."""
        self._tmux("respawn-pane", "-k", shlex.join(command))

    def kill(self) -> None:
        """End the server and all that runs in it."""
        self._tmux("kill-server", check=False)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _tmux(self, *arguments: str, check: bool = True) -> str:
        """Run one tmux command on this server; what it printed."""
        done = subprocess.run(
            ["tmux", "-u", "-S", str(self._folder / "socket"), *arguments],
            env=self._env, capture_output=True, text=True, check=check, timeout=PATIENCE,
        )  # fmt: skip
        return done.stdout


def in_gnu_screen(command: Sequence[str], home: Path) -> tuple[list[str], dict[str, str]]:
    """A command inside GNU screen, for `Program`, and what it needs in its environment.

    Without UTF-8, as screen starts on many a machine, and where the app must fall back to ASCII.
    """
    sockets = home / "screens"
    sockets.mkdir(mode=0o700)
    return ["screen", "-c", "/dev/null", *command], {"SCREENDIR": str(sockets)}
