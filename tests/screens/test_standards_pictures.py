"""How the coach's own standards look, in two sizes."""

import pytest

from coach_tui.services.desk import Desk
from tests.conftest import Snap
from tests.screens.kit import opened

SIZES = ((80, 24), (120, 40))


@pytest.mark.parametrize("size", SIZES)
async def test_standards_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(demo, size) as coach:
        await coach.press("g", "t", "j", "j", "j")
        snap(coach.app, f"standards-{name}")
        await coach.press("G", *"kkkkk", "enter")
        snap(coach.app, f"standards-time-{name}")
        await coach.press("q", "v")
        snap(coach.app, f"growth-log-{name}")
        await coach.press("a", "g")
        snap(coach.app, f"growth-goal-{name}")
        await coach.press("escape", "q", "q", "q", "j", "j", "enter", "colon")
        await coach.write("tag")
        await coach.press("enter", "j", "j", "j", "x")
        snap(coach.app, f"tags-{name}")
