"""Progressions: reached with g p, marked with a key, the pause always told (PL-1 to PL-5)."""

from datetime import date
from pathlib import Path

import pytest

from coach_tui.app import AppOptions
from coach_tui.domain.progression import ProgressionPlace, StepRecord
from coach_tui.services.desk import Desk
from coach_tui.services.frameworks import SHIPPED, FrameworkShelf
from screens.caseload.screen import CaseloadScreen
from screens.cycle.screen import CycleScreen
from screens.profile.screen import ProfileScreen
from screens.progressions.evidence import EvidenceScreen
from screens.progressions.model_box import ModelBox
from screens.progressions.screen import ProgressionsScreen
from tests.screens.kit import Files, open_cycle, opened

OKAFOR = ("j", "j", "g", "p")
TODAY = date(2025, 3, 11)


def step(files: Files, key: str, family: str = "Okafor") -> StepRecord:
    (place,) = files.records(ProgressionPlace, family)
    return place.step(key)


async def test_the_person_under_the_cursor_is_shown_at_the_pause(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR)
        assert "[Progressions]" in coach.row(1)
        assert coach.row(2) == "Okafor, Dana  Station Rotation, walked Mar 4"
        assert coach.row(3).startswith("Foundation ■■■■··  4/6    Differentiated ·····  0/5")
        assert "F4 [x] Teacher table runs uninterrupted" in coach.drawn()
        assert "F5 [>] Students rotate without a prompt" in coach.drawn()
        assert coach.message.startswith("Pause at F5: Students rotate without a prompt")
        assert coach.message.endswith("5/15")
        for words in ("Possible next move", "Look for", "Evidence 2", "Mar 4   3 of 5 groups"):
            assert words in coach.drawn()


async def test_in_place_today_and_taken_back_with_the_same_key(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR, "x")
        assert coach.message.startswith("F5 seen in place today. Pause at F5. Saved 10:42.")
        assert step(files, "F5").seen == (TODAY,)
        assert "seen once (today)" in coach.words(46)
        await coach.press("x")
        assert "mark of today taken back" in coach.message
        assert step(files, "F5").seen == ()


async def test_the_teacher_confirming_moves_the_pause(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR, "C")
        assert coach.message.startswith("F5 confirmed by the teacher. Pause at F6.")
        assert "F5 [x]" in coach.drawn()
        assert "F6 [>]" in coach.drawn()
        assert "Foundation ■■■■■·  5/6" in coach.row(3)
        await coach.press("C")
        assert "no longer confirmed" in coach.message
        assert "F5 [>]" in coach.drawn()
        await coach.press("u", "u")
        assert coach.message.startswith("Undid: F5 confirmed by the teacher, Okafor, Dana.")


async def test_a_later_step_leaves_the_pause_where_it_is(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR, "j", "p")
        told = "F6 seen today, not yet in place. The pause stays at F5. Saved 10:42."
        assert coach.message.startswith(told)
        assert "F6 [-]" in coach.drawn()
        await coach.press("j", "C")
        assert coach.message.startswith("D1 confirmed by the teacher. The pause stays at F5.")


async def test_a_step_before_the_pause_seen_not_in_place_becomes_the_pause(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR, "g", "g", "p")
        assert coach.message.startswith("F1 seen today, not yet in place. Pause at F1.")
        assert "F1 [>]" in coach.drawn()
        assert "seen before that" in coach.words(46)


async def test_evidence_is_typed_kept_and_saved(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR, "n")
        coach.screen(EvidenceScreen)
        await coach.write("4 of 5 groups moved")
        await coach.press("escape", "q")
        assert coach.message.startswith("Not saved yet: the draft is kept; n at the step")
        await coach.press("n")
        assert "4 of 5 groups moved" in coach.drawn()
        await coach.press("tab", "tab", "right", "escape", "w")
        assert coach.message.startswith("F5: 3 pieces of evidence. Saved 10:42.")
        assert "Today   4 of 5 groups moved" in coach.drawn()
        assert step(files, "F5").seen == (TODAY,)


async def test_nothing_typed_is_not_saved(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR, "n", "ctrl+s")
        assert coach.message.startswith("Not saved. Nothing is typed; say what was seen or heard.")
        await coach.press("escape", "D", "y")
        coach.screen(ProgressionsScreen)


async def test_the_model_is_picked_by_its_signs_and_undone(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "g", "p")
        assert "No model is picked yet. m shows the models" in coach.words(0, 43)
        await coach.press("x")
        assert coach.message.startswith("No model is picked yet.")
        await coach.press("m", "j")
        coach.screen(ModelBox)
        assert "- one station is online, one is with the teacher" in coach.drawn()
        await coach.press("enter")
        assert coach.message.startswith("Station Rotation is the model in use. Saved 10:42.")
        assert coach.row(2) == "Bell, Marcus  Station Rotation, not walked yet"
        await coach.press("j", "k")
        assert coach.message.startswith("F1 is not seen yet; begin with F1")
        assert "[>]" not in coach.drawn()
        await coach.press("u")
        assert coach.message.startswith("Undid: details of Bell, Marcus.")
        assert "no model yet" in coach.row(2)


async def test_the_box_closes_without_a_change(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR, "m", "k", "escape")
        assert coach.row(2).startswith("Okafor, Dana  Station Rotation")


async def test_the_caseload_finds_a_model_by_its_name(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("slash")
        await coach.write("model:flipped")
        await coach.press("enter")
        assert coach.message.startswith("Feng, Li")


async def test_people_one_after_another_in_the_order_of_the_caseload(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "p", "K")
        assert coach.message.startswith("This is the first one.")
        await coach.press("J", "J")
        assert coach.message.startswith("Okafor, Dana: 3 of 15.")
        assert coach.row(2).startswith("Okafor, Dana  Station Rotation")


async def test_enter_opens_the_profile_and_back_again(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR, "enter")
        assert coach.screen(ProfileScreen).profile.coachee.family == "Okafor"
        await coach.press("q")
        coach.screen(ProgressionsScreen)
        await coach.press("q")
        coach.screen(CaseloadScreen)


async def test_the_strands_of_distance_learning_each_have_a_pause(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "p", *"JJJJJJJJJJJJ")
        assert coach.row(2) == "Zhang, Wei-Ming  Distance Learning: LMS set-up 1/4, walked Feb 12"
        assert "DS1 [>] Tasks are assigned by group" in coach.drawn()
        assert "[ ] strand" in coach.rows()[-1]
        await coach.press("right_square_bracket")
        assert "Guided engagement 2/4" in coach.row(2)
        assert "FG2 [>]" in coach.drawn()
        await coach.press("left_square_bracket", "left_square_bracket")
        assert "Feedback 4/4, not walked yet" in coach.row(2)


async def test_one_list_of_steps_has_no_strands(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR, "right_square_bracket")
        assert coach.message.startswith("The steps stand in one list")
        assert "strand" not in coach.rows()[-1]


async def test_complete_has_no_pause(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("G", "g", "p")
        assert coach.message.startswith("F1 is in consistent practice; all steps are in place")
        assert "[>]" not in coach.drawn()


async def test_hidden_names_are_nowhere(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR, "H", "x")
        assert "Okafor" not in coach.drawn()
        assert "3 of 5 groups moved" not in coach.drawn()
        await coach.press("J")
        assert coach.message.startswith("Person ")
        await coach.press("u")
        assert coach.message.startswith("Undid: the last change, a step of a progression.")


async def test_an_empty_caseload_says_what_comes_first(files: Files) -> None:
    async with opened(files.desk()) as coach:
        await coach.press("b", "g", "p")
        coach.screen(ProgressionsScreen)
        told = "Nobody is in the caseload yet. q goes back to it; there a adds one."
        assert told in coach.words(0, 43)
        for key in ("x", "p", "n", "C", "m", "J", "enter", "right_square_bracket", "u", "H"):
            await coach.press(key)
        coach.screen(ProgressionsScreen)
        await coach.press("q")
        coach.screen(CaseloadScreen)


async def test_a_readonly_window_marks_nothing(filled: Files) -> None:
    async with opened(filled.desk(readonly=True)) as coach:
        await coach.press(*OKAFOR)
        for key in ("x", "p", "n", "C", "m"):
            await coach.press(key)
            assert coach.message.startswith("This window is read-only")


@pytest.mark.parametrize("size", [(60, 18), (76, 24)])
async def test_a_narrow_window_shows_the_list_then_the_step(
    demo: Desk, size: tuple[int, int]
) -> None:
    async with opened(demo, size) as coach:
        await coach.press(*OKAFOR)
        assert "Possible next move" not in coach.drawn()
        assert coach.row(3).startswith("Foundation")
        await coach.press("enter")
        assert "Possible next move" in coach.drawn()
        assert "F4 [x]" not in coach.drawn()
        await coach.press("q")
        assert "F4 [x]" in coach.drawn()


async def test_one_column_shows_the_list_then_the_step(demo: Desk) -> None:
    async with opened(demo, options=AppOptions(plain=True)) as coach:
        await coach.press(*OKAFOR)
        assert "Possible next move" not in coach.drawn()
        await coach.press("enter")
        assert "Possible next move" in coach.drawn()
        await coach.press("q", "q")
        coach.screen(CaseloadScreen)


async def test_plain_letters_draw_it_too(demo: Desk) -> None:
    async with opened(demo, options=AppOptions(ascii=True)) as coach:
        await coach.press(*OKAFOR)
        assert coach.row(3).startswith("Foundation ####--  4/6")
        assert coach.drawn().isascii()


# -- in other places ------------------------------------------------------------------------


async def test_evidence_is_found_and_opened_at_its_step(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("s")
        await coach.write("needed prompts")
        await coach.until(lambda: "F5 evidence: needed 4 prompts" in coach.drawn())
        await coach.press("enter")
        coach.screen(ProgressionsScreen)
        assert coach.message.startswith("Pause at F5")
        await coach.press("q")
        assert "Search everything" in coach.row(1)


async def test_evidence_of_another_model_says_so(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(*OKAFOR, "m", "j", "j", "enter", "q", "s")
        await coach.write("needed prompts")
        await coach.until(lambda: "F5 evidence: needed 4 prompts" in coach.drawn())
        await coach.press("enter")
        told = "This stands at F5 of Station Rotation, not the model in use; m picks one."
        assert coach.message.startswith(told)
        assert "Also walked: Station Rotation" in coach.words(46)


async def test_evidence_in_a_strand_opens_that_strand(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("s")
        await coach.write("answered in chat")
        await coach.until(lambda: "FG2 evidence" in coach.drawn())
        await coach.press("enter")
        assert "Guided engagement 2/4" in coach.row(2)
        assert coach.message.startswith("Pause at FG2")


async def test_the_cycle_offers_the_pause_as_focus(demo: Desk) -> None:
    """The coach keeps, edits or leaves it (PL-3, IP-9)."""
    async with opened(demo) as coach:
        cycle = await open_cycle(coach, "Okafor", 1)
        told = "Focus area  (pause: F5 Students rotate without a prompt; ^o puts it in)"
        assert told in coach.drawn()
        cycle.query_one("#f-focus").focus()
        await coach.press("ctrl+o")
        assert "from the progression" in coach.drawn()
        await coach.press("enter")
        assert cycle.form.focus == "F5 Students rotate without a prompt"
        assert "(the one lever to work on)" in coach.drawn()
        await coach.write(", group 2 first")
        assert cycle.form.focus.endswith("prompt, group 2 first")


async def test_the_cycle_offers_the_next_move_as_action_step(demo: Desk) -> None:
    """One way among others (PL-4)."""
    async with opened(demo) as coach:
        cycle = await open_cycle(coach, "Okafor", 4)
        assert "A next move  ^o puts it in" in coach.drawn()
        cycle.query_one("#f-step").focus()
        await coach.press("ctrl+o", "enter")
        assert cycle.form.step.startswith("Put a student host at each station")
        assert "A next move" not in coach.drawn()


async def test_without_a_walk_the_cycle_offers_nothing(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_cycle(coach, "Bell", 1)
        assert "Focus area  (the one lever to work on)" in coach.drawn()


async def test_a_narrow_cycle_keeps_the_key_of_the_offer(demo: Desk) -> None:
    async with opened(demo, (60, 24)) as coach:
        await open_cycle(coach, "Okafor", 1)
        assert "Focus area  (pause: F5; ^o puts it in)" in coach.drawn()


async def test_prep_sheet_and_profile_tell_the_pause(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "P")
        assert "F5 Students rotate without a prompt  Station Rotation" in coach.drawn()
        await coach.press("q", "enter")
        assert "Pause F5" in coach.drawn()


async def test_progressions_that_cannot_be_read_stop_no_other_screen(
    filled: Files, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "own.toml").write_text('id = "progressions"\n', "utf-8")
    desk = filled.desk()
    desk.shelf = FrameworkShelf([SHIPPED, folder])
    async with opened(desk) as coach:
        await coach.press("j", "j", "enter")
        coach.screen(ProfileScreen)
        await coach.press("q", "c")
        coach.screen(CycleScreen)
        await coach.press("escape", "q", "g", "p")
        assert "own.toml cannot be used" in coach.message


async def test_the_words_of_an_own_file_show_its_rights(filled: Files, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    text = (SHIPPED / "progressions.toml").read_text("utf-8")
    text = text.replace('version = "1"', 'version = "7"').replace(
        'rights = "The PL Toolbox', 'rights = "Ours, for our schools only. The PL Toolbox'
    )
    (folder / "own.toml").write_text(text, "utf-8")
    desk = filled.desk()
    desk.shelf = FrameworkShelf([SHIPPED, folder])
    async with opened(desk, (120, 40)) as coach:
        await coach.press(*OKAFOR)
        assert "Ours, for our schools only." in coach.drawn()
        assert "Begun with version 1 of the steps" in coach.drawn()


async def test_a_mark_of_another_window_is_shown_and_not_called_saved(filled: Files) -> None:
    okafor = filled.id_of("Okafor")
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR, "C")
        assert coach.message.startswith("F5 confirmed by the teacher.")
        other = filled.desk().progressions
        other.mark(okafor, "station_rotation", "F5", in_place=False)
        await coach.press("C")
        assert coach.message.startswith("Not saved. F5 was changed elsewhere since; look at it")
        assert "Saved" not in coach.message
        assert "F5 [>]" in coach.drawn()
        held = step(filled, "F5")
        assert (held.confirmed_on, held.not_yet[-1]) == (None, TODAY)
        other.mark(okafor, "station_rotation", "F5", in_place=True)
        await coach.press("x")
        assert coach.message.startswith("Not saved. F5 was changed elsewhere")
        await coach.press("x")
        assert coach.message.startswith("F5 mark of today taken back")


async def test_the_model_in_use_picked_again_is_not_called_saved(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR, "m", "enter")
        assert coach.message.startswith("The model in use stays as it was.")
