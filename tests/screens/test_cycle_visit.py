"""When and how the visit was: dates as coaches type them, its length, distance modes, notes."""

from datetime import date, time

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.note import Note
from coach_tui.domain.visit import Visit
from coach_tui.services.desk import Desk
from screens.cycle.screen import CycleScreen
from tests.screens.kit import Coach, Files, open_cycle, opened


async def go_to(coach: Coach, cycle: CycleScreen, name: str) -> None:
    """Tab to a field of the step on screen."""
    for _ in cycle.fields():
        if cycle.place_name == name:
            return
        await coach.press("tab")
    assert cycle.place_name == name


async def test_dates_are_typed_short_and_put_plain(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach, step=4)
        await go_to(coach, cycle, "due")
        for typed, plain in (("thu", "Thu Mar 13"), ("+7", "Tue Mar 18"), ("3/20", "Thu Mar 20")):
            await coach.press(*["backspace"] * len(cycle.form.due))
            await coach.write(typed)
            await coach.press("tab", "shift+tab")
            assert cycle.form.due == plain
        await go_to(coach, cycle, "next_visit")
        await coach.write("3/20 10:30")
        await coach.press("escape", "w")
    last = filled.records(Cycle, "Okafor")[-1]
    assert last.action.due == date(2025, 3, 20)
    planned = [v for v in filled.records(Visit, "Okafor") if v.status == "planned"]
    assert [(visit.on, visit.at) for visit in planned] == [(date(2025, 3, 20), time(10, 30))]


async def test_up_and_down_move_a_date_by_a_day(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach, step=4)
        await go_to(coach, cycle, "due")
        await coach.press("up")
        assert cycle.form.due == "Tue Mar 25"  # two weeks on, as the pair meets
        await coach.press("up", "down", "down")
        assert cycle.form.due == "Mon Mar 24"


async def test_a_date_that_is_none_is_told_when_left_and_bars_the_save(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach, step=4)
        await go_to(coach, cycle, "due")
        await coach.write("soon")
        assert "not a date" not in coach.message
        await coach.press("tab")
        assert coach.message.startswith("'soon' is not a date; type thu, +7")
        assert cycle.form.due == "soon"
        await coach.press("escape", "1", "escape", "w")
        assert (cycle.step, cycle.place_name) == ("action", "due")
        assert coach.message.startswith("'soon' is not a date")


async def test_a_length_outside_the_plan_is_noted_not_barred(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach)
        note = "45 minutes; visits of 15 to 30 are planned for."
        await coach.write("45")
        assert note in coach.drawn()
        await coach.press("backspace", "backspace")
        await coach.write("30")
        assert "are planned for" not in coach.drawn()
        await coach.press("backspace", "backspace")
        await coach.write("45")
        await coach.press("escape", "5")
        assert f"Note: {note}" in coach.drawn()
        await coach.press("w")
        assert coach.app.screen is not cycle
    assert filled.records(Cycle, "Okafor")[-1].observation.minutes == 45


async def test_a_distance_mode_asks_for_engagement_data(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach)
        await coach.press("escape", "2")
        assert "Engagement data" not in coach.drawn()
        await coach.press("escape", "1", "tab", "r")
        assert cycle.form.mode == "recorded"
        await coach.press("escape", "2")
        assert "Engagement data" in coach.drawn()
        await go_to(coach, cycle, "engagement")
        await coach.write("Four were not reached; Dana calls two.")
        await coach.press("escape", "5")
        assert "Engagement data (2)" not in coach.words()
        await coach.press("w")
    last = filled.records(Cycle, "Okafor")[-1]
    assert last.observation.mode == "recorded"
    assert last.feedback.engagement == "Four were not reached; Dana calls two."


async def test_note_lines_start_with_the_time(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach)
        await go_to(coach, cycle, "notes")
        await coach.write("T waits")
        filled.clock.moment = filled.clock.moment.replace(minute=45)
        await coach.write("\n* four new voices")
        assert cycle.form.notes == "10:42 T waits\n10:45 * four new voices"
        await coach.press("ctrl+g", "escape", "w")
    note = filled.records(Note, "Okafor")[-1]
    assert [(line.at, line.tag) for line in note.lines] == [
        (time(10, 42), ""),
        (time(10, 45), "evidence"),
    ]


async def test_a_visit_planned_for_today_was_this_one(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach)
        await coach.write("16")
        await coach.press("escape", "w")
    assert [visit.status for visit in filled.records(Visit, "Okafor")] == ["held"]
    assert filled.records(Visit, "Okafor")[0].cycle_id == filled.records(Cycle, "Okafor")[-1].id


async def test_what_was_prepared_is_ticked(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach)
        await go_to(coach, cycle, "prepared")
        await coach.press("space", "right", "space")
        assert "[x] read the materials  [x] tried the task" in coach.drawn()
        await coach.press("escape", "w")
    assert filled.records(Cycle, "Okafor")[-1].observation.prepared == ("materials", "task")
