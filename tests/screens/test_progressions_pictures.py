"""How the progressions look: pictures in two sizes."""

import pytest

from coach_tui.services.desk import Desk
from tests.conftest import Snap
from tests.screens.kit import opened
from tests.screens.test_pictures import SIZES


@pytest.mark.parametrize("size", SIZES)
async def test_progressions_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(demo, size) as coach:
        await coach.press("j", "j", "g", "p")
        snap(coach.app, f"progressions-{name}")
        await coach.press("m")
        snap(coach.app, f"progressions-models-{name}")
        await coach.press("escape", "n")
        snap(coach.app, f"progressions-evidence-{name}")
