"""How the screens look: pictures of each, in two sizes.

`--snap-update` writes them anew; look at what changed before it is committed.
"""

import pytest

from coach_tui.services.desk import Desk
from screens.cycle.screen import CycleScreen
from tests.conftest import Snap
from tests.screens.kit import Coach, Files, open_cycle, opened

SIZES = ((80, 24), (120, 40))

TYPED = {
    "minutes": "16",
    "lesson": "Period 3, fractions as division",
    "notes": '10:31 T: "Find your number partner, you have two minutes"\n'
    "10:33 9 of 24 start talking; back table waits for slides\n"
    "10:36 * T waits 6s after Q3; four new voices answer\n"
    "10:38 + named three strategies from the room by name\n"
    "10:45 ? what would help the back table start",
    "priority_groups": "Back table of 4 started late. Two newcomers used the frames.",
    "focus": "Starting work without the slides",
    "praise": "You named three strategies by student name; four new voices joined in.",
    "probes": "What would help the back table start without slides?",
    "gi": "11",
    "goal": "Exit tickets are sorted the same day and three groups are re-taught the next "
    "morning, by session 5.",
    "goal_practice": "Sort while the class packs up; plan the groups from the piles.",
    "goal_indicator": "Three piles on the desk at the bell, on 4 of 5 days",
    "step": "Pre-write the three pile labels on the exit ticket tray.",
    "step_lesson": "Thu Mar 13, period 3, number lines",
    "due": "thu",
    "coach_part": "Bring three colored trays",
    "next_visit": "3/20 10:30",
}
"""What stands in the fields of the pictured cycle."""

NOTE = """T: "Find your number partner, you have two minutes"
9/24 start talking; back table waits for slides @newcomers
* T waits 6s after Q3; four new voices answer #C
+ named three strategies from the room by name
? what would help the back table start without slides
> pre-write the three pile labels
students were engaged"""

PICKED = {"prepared": ("space", "right", "space"), "answer": ("d",), "practice": ("r",)}


async def fill(coach: Coach, cycle: CycleScreen) -> None:
    """Fill the cycle on screen, all but the teacher's words; ends on Review."""
    while cycle.step != "review":
        if cycle.place_name in TYPED and not getattr(cycle.form, cycle.place_name):
            await coach.paste(TYPED[cycle.place_name])
        await coach.press(*PICKED.get(cycle.place_name, ()), "tab")


@pytest.mark.parametrize("size", SIZES)
async def test_people_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(demo, size) as coach:
        await coach.press("j", "j")
        await coach.until(lambda: "Gr 5 Math" in coach.drawn())
        snap(coach.app, f"caseload-{name}")
        await coach.press("i", "1", "1")
        snap(coach.app, f"gi-box-{name}")
        await coach.press("escape", "e")
        snap(coach.app, f"person-form-{name}")
        await coach.press("escape", "q", "?")
        snap(coach.app, f"help-{name}")
        await coach.press("q", "j", "j", "j", "enter")
        snap(coach.app, f"profile-chart-{name}")
        await coach.press("v")
        snap(coach.app, f"profile-table-{name}")


@pytest.mark.parametrize("size", SIZES)
async def test_a_cycle_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    async with opened(demo, size) as coach:
        cycle = await open_cycle(coach)
        await fill(coach, cycle)
        for number, step in enumerate(("observe", "feedback", "goal", "action", "review"), 1):
            await coach.press(*["escape"] * cycle.is_typing, str(number))
            snap(coach.app, f"cycle-{number}-{step}-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_screen_in_pictures(
    files: Files, snap: Snap, size: tuple[int, int]
) -> None:
    async with opened(files.desk(), size) as coach:
        snap(coach.app, f"welcome-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(demo, size) as coach:
        await coach.press("j", "j", "n")
        await coach.write(NOTE)
        await coach.until(lambda: "what did you see" in coach.drawn())
        snap(coach.app, f"note-{name}")
        await coach.press("escape", "c", "escape", "2", "tab", "ctrl+o")
        snap(coach.app, f"note-lines-{name}")


@pytest.mark.parametrize("size", SIZES)
async def test_reviewing_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(demo, size) as coach:
        await coach.press("g", "a")
        snap(coach.app, f"agenda-{name}")
        await coach.press("s")
        await coach.write("exit tick")
        await coach.until(lambda: "Goals 1" in coach.drawn())
        snap(coach.app, f"search-{name}")
        await coach.press("escape", "q", "j", "j", "P")
        snap(coach.app, f"prep-{name}")
        await coach.press("q", "enter", "right_square_bracket", "right_square_bracket")
        snap(coach.app, f"profile-cycles-{name}")
