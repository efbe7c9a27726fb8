"""Stance and the further things of a cycle at the keys; both stay out of the five steps' way."""

from coach_tui.domain.cycle import Cycle
from screens.correction.screen import CorrectionScreen
from screens.cycle.more import MoreBox
from screens.cycle.screen import CycleScreen
from screens.cycle.stance import StanceBox
from screens.person import PersonFormScreen
from screens.profile.screen import ProfileScreen
from tests.screens.kit import PLACES, Files, open_cycle, opened


async def test_a_stance_is_placed_from_the_cycle_and_kept_in_its_draft(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach, step=5)
        await coach.press("A")
        coach.screen(StanceBox)
        assert "Outcome what should be different at the end?" in coach.words()
        await coach.press("a", "0", "r", "escape")
        cycle = coach.screen(CycleScreen)
        assert (cycle.step, cycle.form.stance) == ("review", "transactional")
        assert "transactional" not in coach.drawn()
        await coach.press("q", "c")
        assert coach.screen(CycleScreen).form.stance == "transactional"
        await coach.press("escape", "A", "0", "enter")
        assert coach.screen(CycleScreen).form.stance == ""


async def test_more_of_a_meeting_is_typed_and_saved(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach)
        await coach.press("escape", "m")
        coach.screen(MoreBox)
        for text in ("Slow start", "Slides only", "Paper cards", "Card set"):
            await coach.write(text)
            await coach.press("tab")
        await coach.press("m", "tab", "t", "tab")
        await coach.write("Dana keeps time")
        await coach.press("escape", "w")
        assert coach.message.startswith("Okafor, Dana: session 4")
    cycle = filled.records(Cycle, "Okafor")[-1]
    assert tuple(dict(cycle.challenge).values()) == (
        "Slow start",
        "Slides only",
        "Paper cards",
        "Card set",
    )
    assert (cycle.observation.kinds, cycle.work) == (("model",), "implement")
    assert cycle.plan == {"roles": "Dana keeps time"}


async def test_a_recorded_cycle_gets_its_stance_from_the_profile(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "enter", "right_square_bracket", "right_square_bracket")
        assert "Now Supporting the Work" in coach.words()
        await coach.press("A")
        coach.screen(StanceBox)
        await coach.press("t", "escape")
        coach.screen(ProfileScreen)
        assert coach.message.startswith("Cycle 3, session 3: stance technical. Saved 10:42.")
        await coach.press("A", "escape")
        assert coach.message.startswith("The stance stays as it was.")
        await coach.press("u")
        assert coach.message.startswith("Undid: stance of session 3")
        await coach.press("right_square_bracket", "A")
        assert coach.message.startswith("A stance belongs to a cycle")
    assert filled.records(Cycle, "Okafor")[-1].stance == "transactional"


async def test_a_stance_refused_is_told_to_its_last_word(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "enter", "right_square_bracket", "right_square_bracket")
        await coach.press("A")
        store, cycle = filled.desk().store, filled.records(Cycle, "Okafor")[-1]
        store.save([cycle.but(stance="transformational")])
        await coach.press("t", "escape")
        told = "This cycle was changed elsewhere; nothing was saved."
        assert coach.message.startswith(told)


async def test_a_count_by_itself_has_no_stance(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "i", "1", "1", "enter")
        await coach.press("enter", "A")
        coach.screen(ProfileScreen)
        assert coach.message.startswith("A total was recorded here and no meeting")


async def test_the_further_things_are_corrected(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "enter", "right_square_bracket", "right_square_bracket", "E")
        screen = coach.screen(CorrectionScreen)
        assert screen.form().changed == {}
        screen.query_one("#f-kinds").focus()
        await coach.settle()
        await coach.press(
            "m",
            "tab",
        )
        await coach.write("Another cause. ")
        screen.query_one("#f-reason").focus()
        await coach.settle()
        await coach.write("we saw more")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Corrected session 3 of Okafor, Dana")
    cycle = filled.records(Cycle, "Okafor")[-1]
    assert cycle.observation.kinds == ("observe", "data", "model")
    assert cycle.challenge.challenge.startswith("Another cause. The back table")


async def test_the_level_is_set_shown_and_filtered(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*"j" * PLACES["Okafor"], "e")
        form = coach.screen(PersonFormScreen)
        assert form.form().level == "classroom"
        form.query_one("#f-level").focus()
        await coach.settle()
        await coach.press("d", "ctrl+s")
        await coach.press("slash")
        await coach.write("level:district")
        await coach.press("enter")
        assert coach.row(2).startswith("1 of")
        await coach.press("enter")
        assert coach.row(1).startswith("Okafor, Dana · Gr 5 Math · Lincoln ES · District level")
    assert filled.person("Okafor").level == "district"


async def test_a_visit_moved_in_the_agenda_before_the_launch_is_warned_of(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*"j" * PLACES["Price"], "S")
        await coach.write("today 16:00")
        await coach.press("ctrl+s", "g", "a", "slash")
        await coach.write("price")
        await coach.press("enter", "plus")
        told = "Moved to Wed Mar 12: visit (Price, Jo). The launch was not held yet."
        assert coach.message.startswith(told)
