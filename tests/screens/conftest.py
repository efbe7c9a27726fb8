"""Caseloads to open: the demo's people, or nobody."""

from pathlib import Path

import pytest

from coach_tui.clock import FrozenClock
from coach_tui.services.demo import fill
from coach_tui.services.desk import Desk
from tests.screens.kit import Files


@pytest.fixture
def files(tmp_path: Path, clock: FrozenClock) -> Files:
    """A folder without a caseload."""
    return Files(tmp_path / "coach", clock)


@pytest.fixture
def filled(files: Files) -> Files:
    """The demo's people, as a coach's own file."""
    desk = files.desk()
    fill(desk.store, desk.drafts, desk.shelf, desk.clock)
    return files


@pytest.fixture
def demo(filled: Files) -> Desk:
    """The demo, opened."""
    return filled.desk(demo=True)
