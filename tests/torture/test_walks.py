"""Two thousand steps through the app, half of them among hostile words: nothing is drawn wrong."""

from pathlib import Path

import pytest

from coach_tui.clock import FrozenClock
from tests.torture.walk import LETTERS, caseload, walk


@pytest.mark.parametrize("seed", range(20))
async def test_a_long_walk_draws_what_stock_textual_draws(
    tmp_path: Path, clock: FrozenClock, seed: int
) -> None:
    await walk(caseload(tmp_path / "coach", clock, LETTERS if seed % 4 > 1 else ""), seed, 100)
