"""My continuum at the keys: only the coach places, and the tally follows (ux script 7, CC-0)."""

import json
from pathlib import Path

import pytest

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.placement import Placement
from coach_tui.services.desk import Desk
from coach_tui.services.frameworks import SHIPPED, FrameworkShelf
from screens.continuum.note import OwnNoteScreen
from screens.continuum.screen import ContinuumScreen
from screens.continuum.tick_box import TickBox
from screens.profile.screen import ProfileScreen
from tests.screens.kit import Coach, Files, opened

DOWN_TO_QUESTIONING = "jjjjjj"


def placements(files: Files, element: str) -> list[Placement]:
    """The records of an element, the newest term last."""
    found = files.desk().store.every(Placement)
    return sorted((p for p in found if p.element == element), key=lambda p: p.term)


async def test_the_third_row_goes_to_transforming_and_back(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "m")
        assert "Now ■■ ■■ ··  Developing" in coach.drawn()
        await coach.press("j", "j")
        assert coach.message.startswith(
            "Spring 2025: 4 Emerging, 18 Developing, 3 Transforming, 4 not rated"
        )
        assert "Change facilitation    ■■ ·· ··" in coach.drawn()
        await coach.press("3")
        assert "Change facilitation    ■■ ■■ ■■   +2" in coach.drawn()
        assert "Transforming. 3 E, 18 D, 4 T, 4 not rated" in coach.message
        assert "1 E, 1 D, 1 T" in coach.rows()[1]
        await coach.press("u")
        assert coach.message.startswith(
            "Undid: Change facilitation: Transforming. 4 E, 18 D, 3 T, 4 not rated"
        )
        assert "Change facilitation    ■■ ·· ··" in coach.drawn()
        await coach.press("j", "k")
        assert "4 Emerging, 18 Developing, 3 Transforming" in coach.message


async def test_every_key_that_places(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "m", *DOWN_TO_QUESTIONING)
        for key, level in (("1", 1), ("2", 2), ("right", 3), ("l", 3), ("left", 2), ("0", None)):
            await coach.press(key)
            assert placements(filled, "CC-16")[-1].level == level
        await coach.press("h")
        assert coach.message.startswith("It is not rated.")
        await coach.press("l")
        assert placements(filled, "CC-16")[-1].level == 1


async def test_groups_open_so_that_all_thirty_are_reached(demo: Desk) -> None:
    async with opened(demo, (80, 40)) as coach:
        await coach.press("g", "m")
        assert coach.message.endswith("1/17")
        for down in (10, 7, 5):
            await coach.press(*"j" * down, "enter")
        assert coach.message.endswith("/33")
        await coach.press("j")
        assert "Meeting cadence" in coach.drawn()
        await coach.press("k", "3")
        assert "is a group" in coach.message
        await coach.press("enter")
        assert coach.message.endswith("/27")


async def test_a_row_that_the_totals_leave_out_says_so(demo: Desk) -> None:
    async with opened(demo, (120, 40)) as coach:
        await coach.press("g", "m", "j", "j", "j")
        row = next(row for row in coach.rows() if "Career-readiness" in row)
        assert "left out" in row
        await coach.until(lambda: "the totals leave it out" in coach.words(73))
        assert "; 1 left out" in coach.message


async def test_a_pathway_coach_counts_it(filled: Files, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[coach]\nprofile = "pathway"\n', "utf-8")
    desk = filled.desk()
    desk.config = config
    async with opened(desk, (120, 40)) as coach:
        await coach.press("g", "m", "j", "j", "j")
        assert "left out" not in coach.drawn()
        assert "4 Emerging, 18 Developing, 4 Transforming, 4 not rated" in coach.message


async def test_ticks_are_saved_and_place_nothing(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "m", *DOWN_TO_QUESTIONING, "x")
        coach.screen(TickBox)
        assert "Highest fully ticked: Developing; 1 of 2 of Transforming" in coach.drawn()
        await coach.press(*"jjjjj", "space")
        assert "Highest fully ticked: Transforming" in coach.drawn()
        await coach.press("q")
        assert "Ticked: Transforming" in coach.drawn()
    kept = placements(filled, "CC-16")[-1]
    assert (kept.level, kept.ticked) == (2, ("1a", "1b", "2a", "2b", "3a", "3b"))


async def test_a_tick_that_is_refused_says_once_that_it_is_not_saved(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "m", *DOWN_TO_QUESTIONING, "x")
        seen = placements(filled, "CC-16")[-1]
        filled.desk().continuum.tick(seen.term, "CC-16", "3a", seen)
        await coach.press("j")
        await coach.press("space")
        drawn = coach.drawn()
        assert "Not saved." in drawn
        assert "Nothing was saved" not in drawn


async def test_a_count_is_accepted_as_evidence_and_told_once_it_changed(filled: Files) -> None:
    async with opened(filled.desk(), (120, 40)) as coach:
        await coach.press("g", "m", *DOWN_TO_QUESTIONING)
        await coach.until(lambda: "written at 14 of 57 meetings" in coach.words(73))
        assert "Jan 1 to Mar 11; a accepts" in coach.words(73)
        await coach.press("a")
        assert "No level follows from it" in coach.message
        assert "accepted Mar 11" in coach.words(73)
        await coach.press("a")
        assert "is accepted, and has not changed" in coach.message
    kept = placements(filled, "CC-16")[-1]
    assert (kept.level, kept.accepted[0].rule, kept.accepted[0].count) == (2, "probes", 14)
    desk = filled.desk()
    held = [c for c in desk.store.every(Cycle) if c.feedback.probes and c.track == "2024-25"]
    desk.store.save([held[-1].but(feedback=held[-1].feedback.but(probes=""))])
    async with opened(filled.desk(), (120, 40)) as coach:
        await coach.press("g", "m", *DOWN_TO_QUESTIONING)
        await coach.until(lambda: "as 14 of 57, changed since" in coach.words(73))


async def test_the_records_behind_a_count_open_the_person(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "m", *DOWN_TO_QUESTIONING, "r")
        assert "Zhang, Wei-Ming" in coach.drawn()
        await coach.press("j", "enter")
        coach.screen(ProfileScreen)
        assert coach.row(1).startswith("Hall, Priya")
        await coach.press("q")
        coach.screen(ContinuumScreen)


async def test_levels_names_and_notes_are_hidden(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "m", *DOWN_TO_QUESTIONING, "H")
        drawn = coach.drawn()
        for told in ("■■", "+1", "open questions", "Emerging,", "14 of 57", "2 E"):
            assert told not in drawn.rpartition("\n")[0], told
        await coach.press("3")
        assert "Transforming" not in coach.message
        await coach.press("r")
        assert "Person 10" in coach.drawn()
        assert "Hall" not in coach.drawn()
        await coach.press("q", "x")
        assert "hidden" in coach.message
        await coach.press("v")
        assert "hidden" in coach.message
        await coach.press("enter")
        assert "■■" not in coach.drawn()


async def test_a_note_of_evidence_is_typed_and_its_draft_comes_back(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "m", "n")
        coach.screen(OwnNoteScreen)
        await coach.write("asked who decides")
        await coach.press("escape", "q")
        assert "the draft is kept; n brings it back" in coach.message
        await coach.press("n")
        await coach.write(" first")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Strategic thinking: note saved.")
        assert "Mar 11 asked who decides" in coach.words()
    assert placements(filled, "CC-10")[-1].notes[0].text == "asked who decides first"


async def test_a_cut_off_note_is_offered_and_resumed(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "m", "n")
        await coach.write("asked")
        coach.screen(OwnNoteScreen).keep_draft(closed=False)
    for draft in (filled.folder / "drafts").glob("*.json"):
        fields = json.loads(draft.read_text("utf-8"))
        if fields["form"] == "own_note":
            draft.write_text(json.dumps({**fields, "pid": 2**22 + 7}), "utf-8")
        else:
            draft.unlink()
    async with opened(filled.desk()) as coach:
        assert coach.message.startswith("Draft for Strategic thinking")
        await coach.press("enter")
        coach.screen(OwnNoteScreen)
        assert "asked" in coach.drawn()


async def test_a_past_term_is_read_and_placed_and_that_is_said(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "m", "left_square_bracket")
        assert coach.message.startswith("Fall 2024, which is over")
        await coach.press("2")
        assert "in Fall 2024, which is over" in coach.message
        assert placements(filled, "CC-10")[0].level == 2
        await coach.press("right_square_bracket", "right_square_bracket")
        assert coach.message.startswith("Spring 2025 is the term of today")
        assert "+1" not in next(row for row in coach.rows() if "Strategic thinking" in row)


async def test_terms_stand_side_by_side(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "m", *DOWN_TO_QUESTIONING, "v")
        assert "Fall 2024    Spring 2025" in coach.drawn()
        assert "  Questioning             ■■ ·· ··     ■■ ■■ ·· +1" in coach.drawn()
        assert coach.message.startswith("Questioning: Fall 2024 Emerging, Spring 2025 Developing.")
        await coach.press("q")
        coach.screen(ContinuumScreen)


@pytest.mark.parametrize("size", [(60, 18), (79, 24)])
async def test_under_eighty_columns_enter_opens_the_detail(
    demo: Desk, size: tuple[int, int]
) -> None:
    async with opened(demo, size) as coach:
        await coach.press("g", "m", *DOWN_TO_QUESTIONING)
        assert "Now " not in coach.drawn()
        await coach.press("enter", "G")
        assert "Mar 4  open questions 7 of 9" in coach.drawn()
        await coach.press("q")
        coach.screen(ContinuumScreen)


async def test_nothing_is_placed_in_a_read_only_window(filled: Files) -> None:
    async with opened(filled.desk(readonly=True)) as coach:
        await coach.press("g", "m", "3")
        assert "read-only" in coach.message
        await coach.press("x", "space")
        assert "read-only" in coach.drawn()
    assert placements(filled, "CC-10")[-1].level == 2


async def test_a_file_of_the_coachs_own_shows_its_rights(filled: Files, tmp_path: Path) -> None:
    ours = (SHIPPED / "coaching_continuum.toml").read_text("utf-8")
    own = ours.replace('version = "1"', 'version = "district-2"').replace(
        "The continuum is ©", "By permission of the district. ©"
    )
    (tmp_path / "own.toml").write_text(own, "utf-8")
    desk = filled.desk()
    desk.shelf = FrameworkShelf([SHIPPED, tmp_path])
    async with opened(desk, (120, 40)) as coach:
        await coach.press("g", "m")
        assert "Saved with version 1; district-2 is in force." in coach.words(73)
        assert "By permission of the district." in coach.words(73)


async def go(coach: Coach) -> None:
    """Go there and back to the caseload."""
    await coach.press("g", "m", "g", "c")


async def test_places_name_it_and_g_leads_away(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "m")
        assert "[My continuum]" in coach.row(1)
        await coach.press("g", "m")
        assert "This is the continuum." in coach.message
        await coach.press("g", "c")
        assert "[Caseload]" in coach.row(1)
        await go(coach)
        assert "[Caseload]" in coach.row(1)
