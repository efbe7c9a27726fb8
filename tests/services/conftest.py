"""What every service test gets: a desk on real files."""

from pathlib import Path

import pytest

from tests.services.desks import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An empty caseload in a folder of its own."""
    return Office.at(tmp_path)
