"""What every test gets: a home of its own, UTC, a clock that stands still, and pictures."""

import os
import re
import shutil
import time
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coach_tui.clock import FrozenClock

if TYPE_CHECKING:  # Textual reads the environment as it is imported, and that is cleaned first
    from textual.app import App

SNAPSHOTS = Path(__file__).parent / "snapshots"

_CHANGES_THE_LOOK = ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "TEXTUAL_DRIVER", "COLORTERM")

Snap = Callable[["App[Any]", str], None]
"""The `snap` fixture: an app that runs, and the name of its picture."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--snap-update` and `--require-tools`."""
    parser.addoption("--snap-update", action="store_true", help="write the pictures anew")
    parser.addoption(
        "--require-tools",
        action="store_true",
        help="a test marked needs_tool fails where it would be skipped",
    )


def pytest_configure() -> None:
    """Take out of the environment what would change a picture or a date."""
    for name in (*_CHANGES_THE_LOOK, "COACH_TUI_DB"):
        os.environ.pop(name, None)
    os.environ["TZ"] = "UTC"
    time.tzset()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose programs are not on this machine, and say which."""
    needed = [name for mark in item.iter_markers("needs_tool") for name in mark.args]
    absent = [name for name in needed if shutil.which(name) is None]
    if absent:
        pytest.skip(f"not on this machine: {', '.join(absent)}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under `--require-tools`, turn the skip of a marked test into a failure."""
    report = yield
    marked = item.get_closest_marker("needs_tool") is not None
    if report.skipped and marked and item.config.getoption("--require-tools"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped under --require-tools: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, so that no test reads or writes the real one."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name, part in (
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
    ):
        monkeypatch.setenv(name, str(folder / part))
    return folder


@pytest.fixture
def clock() -> FrozenClock:
    """Tuesday 11 March 2025, 10:42 UTC, until a test moves it."""
    return FrozenClock(datetime(2025, 3, 11, 10, 42, tzinfo=UTC))


@pytest.fixture
def snap(request: pytest.FixtureRequest, tmp_path: Path) -> Snap:
    """Compare a running app's screen with `tests/snapshots/<name>.svg`."""

    def check(app: "App[Any]", name: str) -> None:
        file = SNAPSHOTS / f"{name}.svg"
        # the id in an SVG is a hash of all of it: out, so that a small change is a small diff
        got = re.sub(r"terminal-\d+-", "terminal-", app.export_screenshot(title=name))
        # nor does a picture load a font from elsewhere: any monospace letters will do
        got = re.sub(r"@font-face \{.*?\}\s*", "", got, flags=re.S)
        if request.config.getoption("--snap-update"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(got, "utf-8")
        if not file.exists() or file.read_text("utf-8") != got:
            new = tmp_path / file.name
            new.write_text(got, "utf-8")
            pytest.fail(f"the screen {name} changed: {new} beside {file}", pytrace=False)

    return check
