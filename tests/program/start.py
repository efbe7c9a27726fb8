"""How a program is started for a test: its command line, its environment, a terminal of its own."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def coach_tui(*arguments: str) -> list[str]:
    """The command line of the app: the installed program, else the package in the checkout."""
    installed = Path(sys.executable).with_name("coach-tui")
    start = [str(installed)] if installed.exists() else [sys.executable, "-m", "coach_tui"]
    return [*start, *arguments]


def isolated(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """An environment with a home of its own, UTC, UTF-8, 256 colors and nothing inherited."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        **(extra or {}),
    }


def spawn(command: Sequence[str], terminal: str, env: Mapping[str, str], cwd: Path) -> int:
    """Start a program that has a terminal as its own; its process id.

    A session leader that opens a terminal gets it as its own, so no code of ours has to run between
    fork and exec, and threads do no harm.
    """
    with contextlib.chdir(cwd):
        return os.posix_spawnp(
            command[0],
            list(command),
            dict(env),
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, terminal, os.O_RDWR, 0),
                (os.POSIX_SPAWN_DUP2, 0, 1),
                (os.POSIX_SPAWN_DUP2, 0, 2),
            ],
            setsid=True,
            setsigdef=[signal.SIGPIPE, signal.SIGXFSZ],
        )
