"""How my continuum looks, in two sizes."""

import pytest

from coach_tui.services.desk import Desk
from tests.conftest import Snap
from tests.screens.kit import opened

SIZES = ((80, 24), (120, 40))


@pytest.mark.parametrize("size", SIZES)
async def test_my_continuum_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(demo, size) as coach:
        await coach.press("g", "m", *"jjjjjj")
        await coach.until(lambda: "Finds the question" in coach.drawn())
        snap(coach.app, f"continuum-{name}")
        await coach.press("x")
        snap(coach.app, f"continuum-ticks-{name}")
        await coach.press("q", "r")
        snap(coach.app, f"continuum-records-{name}")
        await coach.press("q", "v")
        snap(coach.app, f"continuum-terms-{name}")
        await coach.press("q", "enter")
        snap(coach.app, f"continuum-element-{name}")
