"""Review: what is blank, what bars a save, what a save adds."""

from coach_tui.domain.cycle import Cycle
from coach_tui.services.desk import Desk
from screens.caseload.screen import CaseloadScreen
from tests.screens.kit import Files, open_cycle, opened


async def test_blanks_are_listed_with_their_steps(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_cycle(coach)
        await coach.write("16")
        await coach.press("escape", "5")
        told = coach.words()
        assert "17 blank: Class (1), Notes (1), Priority groups (1), Focus area (1)" in told
        assert "You can save" in told
        assert "Tue Mar 11 10:42, 16 min, in person" in told
        assert "2 Feedback blank -" in told
        assert "w Save cycle 4 adds session 4" in told


async def test_nothing_typed_is_not_saved(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach)
        await coach.press("escape", "w")
        assert coach.app.screen is cycle
        assert "Nothing is typed yet" in coach.message
    assert len(filled.records(Cycle, "Okafor")) == 3


async def test_a_problem_bars_the_save_and_its_field_takes_the_cursor(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach)
        await coach.write("9999")
        await coach.press("escape", "5")
        assert "Step 1: '9999' is not a number of minutes" in coach.words()
        await coach.press("w")
        assert (cycle.step, cycle.place_name) == ("observe", "minutes")
        assert coach.message.startswith("'9999' is not a number of minutes")
        await coach.press(*["backspace"] * 4)
        await coach.write("20")
        await coach.press("escape", "w")
        coach.screen(CaseloadScreen)
    assert filled.records(Cycle, "Okafor")[-1].observation.minutes == 20


async def test_a_launch_not_held_is_warned_of(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach, "Price")
        assert coach.message.startswith("No launch is recorded for 2024-25; hold it")
        assert "~" not in coach.message
        await coach.write("16")
        await coach.press("escape", "w")
        coach.screen(CaseloadScreen)
    assert len(filled.records(Cycle, "Price")) == 1


async def test_digits_on_review_lead_to_what_is_to_be_put_right(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach, step=5)
        assert cycle.is_typing is False
        await coach.press("4")
        assert (cycle.step, cycle.place_name) == ("action", "step")


async def test_a_long_review_scrolls(demo: Desk) -> None:
    async with opened(demo, (60, 18)) as coach:
        await open_cycle(coach, step=2)
        for _ in range(3):
            await coach.press("tab")
            await coach.paste("A sentence of some length about what was said and done. " * 6)
        await coach.press("escape", "5")
        assert "Save cycle 4" in coach.drawn()
        assert "You can save as it is" not in coach.drawn()
        await coach.press(*"j" * 20)
        assert "You can save as it is" in coach.drawn()
        await coach.press(*"k" * 20)
        assert "Save cycle 4" in coach.drawn()


async def test_discarding_a_cycle_asks_first(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach)
        await coach.write("16")
        await coach.press("escape", "D")
        assert coach.message.startswith("Discard the draft of cycle 4?")
        await coach.press("n")
        assert coach.app.screen is cycle
        await coach.press("D", "enter", "D", "y")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("Discarded the draft of cycle 4.")
        assert " Okafor, Dana" in coach.drawn()
    assert filled.id_of("Okafor") not in {d.coachee_id for d in filled.desk().drafts.all()}
    assert len(filled.records(Cycle, "Okafor")) == 3
