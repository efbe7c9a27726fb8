"""How the launch, the stance and the further things of a cycle look, in two sizes."""

import pytest

from coach_tui.services.desk import Desk
from tests.conftest import Snap
from tests.screens.kit import PLACES, open_cycle, opened

SIZES = ((80, 24), (120, 40))


@pytest.mark.parametrize("size", SIZES)
async def test_a_launch_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    async with opened(demo, size) as coach:
        await coach.press(*"j" * PLACES["Price"], "L")
        await coach.write("today")
        await coach.press("tab", "space", "down", "space", "tab")
        await coach.write("C, A, D, B")
        snap(coach.app, f"launch-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES)
async def test_a_stance_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    async with opened(demo, size) as coach:
        await open_cycle(coach, step=3)
        await coach.press("escape", "A", "r")
        snap(coach.app, f"stance-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES)
async def test_more_of_a_meeting_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    async with opened(demo, size) as coach:
        await open_cycle(coach, step=3)
        await coach.press("escape", "m")
        await coach.write("The back table waits for the slides")
        await coach.press("tab")
        await coach.write("The first task stands on the slides only")
        snap(coach.app, f"more-{size[0]}x{size[1]}")
