"""Caseloads to open: the demo's people, or nobody."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach_tui.clock import FrozenClock
from coach_tui.services.demo import fill
from coach_tui.services.desk import Desk
from tests.screens.kit import Files

NOW = datetime(2025, 3, 11, 10, 42, tzinfo=UTC)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's people in a folder that is only copied from."""
    files = Files(tmp_path_factory.mktemp("demo") / "coach", FrozenClock(NOW))
    desk = files.desk()
    fill(desk.store, desk.drafts, desk.shelf, desk.clock)
    return files.folder


@pytest.fixture
def files(tmp_path: Path, clock: FrozenClock) -> Files:
    """A folder without a caseload."""
    return Files(tmp_path / "coach", clock)


@pytest.fixture
def filled(files: Files, demo_folder: Path) -> Files:
    """The demo's people, as a coach's own file."""
    shutil.copytree(demo_folder, files.folder)
    return files


@pytest.fixture
def demo(filled: Files) -> Desk:
    """The demo, opened."""
    return filled.desk(demo=True)


@pytest.fixture
def demo_desk(tmp_path: Path, clock: FrozenClock, demo_folder: Path) -> Desk:
    """The demo in a folder of its own, beside a coach's own file."""
    files = Files(tmp_path / "demo", clock)
    shutil.copytree(demo_folder, files.folder)
    return files.desk(demo=True)
