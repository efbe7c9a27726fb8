"""Getting about in a cycle: fields, steps, TYPING and KEYS."""

from coach_tui.services.desk import Desk
from screens.caseload.screen import CaseloadScreen
from screens.cycle.screen import CycleScreen
from tests.screens.kit import Files, open_cycle, opened

OBSERVE = [
    "when",
    "at",
    "minutes",
    "mode",
    "lesson",
    "prepared",
    "notes",
    "priority_groups",
    "focus",
]
FEEDBACK = ["answer", "praise", "probes", "reflection"]
GOAL = ["cluster", "gi", "goal", "goal_practice", "goal_indicator"]
ACTION = ["step", "step_lesson", "practice", "owner", "due", "coach_part", "next_visit"]


async def test_it_opens_at_the_first_blank(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach)
        assert (cycle.step, cycle.place_name) == ("observe", "minutes")
        assert coach.row(1).startswith("Okafor, Dana · cycle 4")
        assert coach.row(2).startswith("► 1 Observe ── ○ 2 Feedback")
        assert coach.row(24).startswith("TYPING")
        assert "step 1 of 5" in coach.message


async def test_a_draft_is_taken_up_at_its_first_blank(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach)
        for text in ("16", "", "Period 3", "", "T waits", "Back table", "Slides"):
            await coach.write(text)
            await coach.press("tab")
        await coach.press("d", "escape", "q")
        assert coach.message.startswith("Draft of cycle 4 is kept; c resumes it.")
        await coach.press("c")
        cycle = coach.screen(CycleScreen)
        assert (cycle.step, cycle.place_name) == ("feedback", "praise")
        assert coach.message.startswith("The draft is back as it was left.")
        assert "● 1 Observe" in coach.row(2)
        assert (cycle.form.minutes, cycle.form.answer) == ("16", "done")


async def test_escape_goes_to_keys_and_enter_back_to_the_field(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach)
        await coach.press("2", "2", "escape")
        assert coach.row(24).startswith("KEYS")
        assert (cycle.step, cycle.form.minutes) == ("observe", "22")
        await coach.press("enter")
        assert coach.row(24).startswith("TYPING")
        await coach.press("3")
        assert cycle.form.minutes == "223"


async def test_tab_goes_through_every_field_and_on_to_the_next_step(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach, step=1)
        await coach.press("shift+tab", "shift+tab")
        seen = []
        for _ in range(len(OBSERVE + FEEDBACK + GOAL + ACTION)):
            seen.append(cycle.place_name)
            assert cycle.is_typing
            await coach.press("tab")
        assert seen == OBSERVE + FEEDBACK + GOAL + ACTION
        assert cycle.step == "review"
        assert coach.row(24).startswith("KEYS")


async def test_shift_tab_goes_back_over_the_steps(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach, step=3)
        assert cycle.place_name == "gi"
        await coach.press("shift+tab", "shift+tab")
        assert cycle.step == "feedback"
        await coach.press("escape", "1", "shift+tab", "shift+tab", "shift+tab", "shift+tab")
        assert (cycle.step, cycle.place_name) == ("observe", "when")


async def test_enter_goes_to_the_next_field_but_not_in_a_text(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach)
        await coach.press("enter", "enter", "enter", "enter")
        assert cycle.place_name == "notes"
        await coach.press("enter", "tab", "enter")
        assert cycle.place_name == "priority_groups"
        assert cycle.form.priority_groups == "\n"


async def test_digits_and_brackets_go_to_steps(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach, step=4)
        assert cycle.step == "action"
        for keys, step in (
            ("]", "review"), ("]", "review"), ("[", "action"), ("2", "feedback"), ("[", "observe"),
            ("[", "observe"), ("5", "review"), ("3", "goal"), ("1", "observe"), ("]", "feedback"),
        ):  # fmt: skip
            if cycle.is_typing:
                await coach.press("escape")
            await coach.press(keys)
            assert (keys, cycle.step) == (keys, step)


async def test_a_step_looks_the_same_when_it_is_come_back_to(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach)
        seen = []
        for step in "1234512345":
            await coach.press(*["escape"] * cycle.is_typing, step)
            seen.append(coach.drawn())
        assert seen[:5] == seen[5:]
        assert "1 Observe   part" in seen[9]


async def test_letters_type_in_fields_and_do_nothing_else(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach, step=4)
        await coach.write("qQwDan1[]g?:Ho")
        assert coach.app.screen is cycle
        assert cycle.form.step == "qQwDan1[]g?:Ho"


async def test_letters_typed_ahead_land_in_the_first_field(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j")
        await coach.write("c16\nl")
        cycle = coach.screen(CycleScreen)
        assert (cycle.step, cycle.form.minutes) == ("observe", "16")
        assert cycle.form.mode == "live_class"


async def test_leaving_in_a_rush_keeps_the_draft(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j")
        for _ in range(3):
            await coach.rush("c", "2", "escape", "q", "a", "escape", "q")
            coach.screen(CaseloadScreen)
        await coach.press("c")
        assert coach.screen(CycleScreen).form.minutes == "2"


async def test_leaving_an_untouched_cycle_leaves_nothing(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach)
        await coach.press("tab", "tab", "escape", "q")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("Okafor, Dana")
    assert filled.id_of("Okafor") not in {d.coachee_id for d in filled.desk().drafts.all()}


async def test_g_c_leaves_and_keeps_the_draft(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach)
        await coach.press("2", "2", "escape", "g", "c")
        coach.screen(CaseloadScreen)
    assert filled.id_of("Okafor") in {d.coachee_id for d in filled.desk().drafts.all()}


async def test_the_cursor_is_always_in_view(demo: Desk) -> None:
    async with opened(demo, (60, 18)) as coach:
        cycle = await open_cycle(coach, step=1)
        while cycle.step != "review":
            await coach.until(lambda: in_view(cycle), 1)
            await coach.press("tab")


def in_view(cycle: CycleScreen) -> bool:
    """Whether the first row of the field with the cursor is on screen."""
    focused, page = cycle.focused, cycle.page().region
    return focused is not None and page.y <= focused.region.y < page.bottom
