"""The launch meeting at the keys."""

from dataclasses import replace
from datetime import date

from coach_tui.domain.launch import Launch
from screens.caseload.screen import CaseloadScreen
from screens.launch.earlier import EarlierScreen
from screens.launch.screen import LaunchScreen
from screens.visit import VisitScreen
from tests.screens.kit import PLACES, Coach, Files, opened

AIMS = ("trust", "expectations", "reflection", "students")


async def open_launch(coach: Coach, family: str = "Price") -> LaunchScreen:
    """Open the launch of somebody of the demo."""
    await coach.press(*"j" * PLACES[family], "L")
    return coach.screen(LaunchScreen)


async def test_a_visit_before_the_launch_warns_and_the_launch_ends_that(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*"j" * PLACES["Price"], "S")
        coach.screen(VisitScreen)
        assert "! No launch is recorded for 2024-25" in coach.drawn()
        await coach.press("escape", "q", "L")
        coach.screen(LaunchScreen)
        await coach.write("today")
        assert "held Tue Mar 11" in coach.row(2)
        await coach.press("tab", *("space", "down") * 4, "tab")
        await coach.write("C, A, D, B")
        await coach.press("tab")
        await coach.press("tab", "tab", *["backspace"] * 3)
        await coach.write("10")
        await coach.press("ctrl+s")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("Price, Jo: launch held Tue Mar 11. Saved 10:42.")
        await coach.press("S")
        assert "No launch" not in coach.drawn()
        await coach.press("escape", "q", "u")
        assert coach.message.startswith("Undid: launch of Price, J")
    assert filled.records(Launch, "Price") == ()
    assert filled.person("Price").ideal_days == 14


async def test_the_whole_launch_is_on_the_disk(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_launch(coach)
        await coach.write("3/10")
        await coach.press("tab", "t", "e", "r", "s", "tab")
        await coach.write("cadb")
        await coach.press("tab", *["backspace"] * 20)
        await coach.write("Renata")
        await coach.press("tab", "tab", "tab", "tab")
        await coach.write("EL")
        await coach.press("tab", "space", "tab", "down", "space", "tab")
        await coach.write("Tuesdays at 3:15, room 12")
        await coach.press("tab")
        assert coach.message.startswith("w saves")
        await coach.press("w")
    (launch,) = filled.records(Launch, "Price")
    assert (launch.held_on, launch.aims, launch.order) == (date(2025, 3, 10), AIMS, tuple("CADB"))
    assert (launch.coach, launch.coachee) == ("Renata", "Jo Price")
    assert (launch.prerequisites, launch.habits) == (("content",), ("trust",))
    assert launch.notes == "Tuesdays at 3:15, room 12"
    assert filled.person("Price").priority_groups == ("EL",)


async def test_a_wrong_order_is_told_where_it_is_left_and_bars_the_save(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        screen = await open_launch(coach)
        await coach.press("tab", "tab")
        await coach.write("C, A, D")
        await coach.press("tab")
        told = "The agreed order of A, B, C, D: B is missing."
        assert coach.message.startswith(told)
        await coach.press("ctrl+s")
        assert coach.message.startswith(f"Not saved. {told}")
        assert screen.place_name == "order"
    assert filled.records(Launch, "Price") == ()


async def test_leaving_keeps_a_draft_and_a_cut_off_one_is_offered(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_launch(coach)
        await coach.press("tab", "space", "escape", "q")
        assert coach.message.startswith("Not saved yet: the draft is kept; L brings it back.")
        await coach.press("L")
        assert coach.message.startswith("The draft is back")
        assert coach.screen(LaunchScreen).form().aims == ("trust",)
        await coach.press("escape", "D", "y")
        await coach.press("L")
        assert coach.screen(LaunchScreen).form().aims == ()


async def test_a_person_without_a_change_leaves_no_draft(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_launch(coach, "Okafor")
        await coach.press("escape", "p")
        assert coach.message.startswith("No launch of an earlier year")
        await coach.press("q")
        coach.screen(CaseloadScreen)
    assert {draft.form for draft in filled.desk().drafts.all()} == {"cycle"}


async def test_launches_of_earlier_years_are_read(filled: Files) -> None:
    (launch,) = filled.records(Launch, "Okafor")
    store = filled.desk().store
    before = launch.but(
        id="01J0000000000000000000000A",
        revision=0,
        track="2023-24",
        held_on=date(2023, 9, 5),
        habits=("inquiry", "gone"),
        notes="Mondays\nroom 4",
    )
    store.save([before])
    async with opened(filled.desk()) as coach:
        await open_launch(coach, "Okafor")
        await coach.press("escape", "p")
        coach.screen(EarlierScreen)
        assert "2023-24  held Tue Sep 5" in coach.drawn()
        assert "Habits Questions first, gone" in coach.words()
        assert "Notes Mondays room 4" in coach.words()


async def test_in_a_low_narrow_window_the_row_under_the_cursor_is_in_view(filled: Files) -> None:
    async with opened(filled.desk(), (60, 18)) as coach:
        await open_launch(coach, "Okafor")
        await coach.press(*["tab"] * 9, *["down"] * 8)
        assert coach.screen(LaunchScreen).place_name == "habits"
        assert "Students first" in coach.drawn()
        before = set(coach.screen(LaunchScreen).form().habits)
        await coach.press("space")
        assert set(coach.screen(LaunchScreen).form().habits) ^ before == {"students"}


async def test_a_draft_never_replaces_what_another_window_saved(filled: Files) -> None:
    kept = "Not saved, changed elsewhere. Your words are kept; Esc then D discards them."
    okafor = filled.id_of("Okafor")
    async with opened(filled.desk()) as coach:
        screen = await open_launch(coach, "Okafor")
        while screen.place_name != "notes":
            await coach.press("tab")
        await coach.write("mine ")
        other = filled.desk().launch_form
        theirs = other.open(okafor)
        other.save(theirs, replace(theirs.form, notes="theirs"))
        await coach.press("ctrl+s")
        assert coach.message == kept
        await coach.press("escape", "q", "L")
        assert "mine" in coach.screen(LaunchScreen).form().notes
        await coach.press("ctrl+s")
        assert coach.message == kept
        assert filled.records(Launch, "Okafor")[-1].notes == "theirs"
        await coach.press("escape", "D", "y", "L")
        assert coach.screen(LaunchScreen).form().notes == "theirs"


async def test_the_words_beside_the_order_are_whole_at_any_width(filled: Files) -> None:
    for size, told in (((60, 18), "of phase 1, agreed"), ((80, 24), "phase, agreed together")):
        async with opened(filled.desk(), size) as coach:
            await open_launch(coach)
            (row,) = (row.rstrip() for row in coach.rows() if "Agreed order" in row)
            assert row.endswith(told)
