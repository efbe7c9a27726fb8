"""Runs commands in this process, each with outputs of its own."""

import io
import os
from collections.abc import Callable, Generator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from coach_tui.cli import main


class Ran(NamedTuple):
    """What a command gave back."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


def run_command(*words: str, encoding: str = "utf-8") -> Ran:
    """One command. The outputs refuse what they cannot encode, as a pipe would."""
    kept = io.BytesIO(), io.BytesIO()
    out, err = (io.TextIOWrapper(bytes_, encoding, write_through=True) for bytes_ in kept)
    with redirect_stdout(out), redirect_stderr(err):
        status = main(words)
    return Ran(status, *(bytes_.getvalue().decode("utf-8", "surrogateescape") for bytes_ in kept))


@pytest.fixture
def run() -> Run:
    """Run one command: `run("band", "4", "11")`."""
    return run_command


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data file that COACH_TUI_DB names; it does not exist yet."""
    path = tmp_path / "mine" / "caseload.json"
    monkeypatch.setenv("COACH_TUI_DB", str(path))
    return path


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    """A UTF-8 locale; the umask and the environment as they were, afterwards."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.setenv("ESCDELAY", "100")
    before = os.umask(0o022)
    yield
    os.umask(before)
