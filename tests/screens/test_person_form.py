"""Adding and editing a teacher, with the launch."""

from datetime import date

from coach_tui.domain.launch import Launch
from screens.caseload.screen import CaseloadScreen
from screens.dialogs.confirm import Confirm
from screens.person import PersonFormScreen
from tests.screens.kit import Coach, Files, opened

TYPED = ("Whitcomb, Dana", "Lincoln ES", "Gr 4 Math", "d.whitcomb@lincoln.example", "Newcomers, A1")


async def fill_in(coach: Coach) -> None:
    """Type a new person with a launch."""
    await coach.press("a")
    for text in TYPED:
        await coach.write(text)
        await coach.press("tab")
    await coach.press("tab", "tab", "tab", "tab")
    for text in ("3/3", "cadb", "Alex Rivera", "Dana Whitcomb"):
        await coach.write(text)
        await coach.press("tab")


async def test_adding_a_teacher_with_a_launch(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await fill_in(coach)
        assert coach.message.startswith("w saves")
        await coach.press("w")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("Whitcomb, Dana: added. Saved 10:42.")
        assert coach.row(2).startswith("16 people")
    person = filled.person("Whitcomb")
    assert (person.school, person.role, person.email) == TYPED[1:4]
    assert person.priority_groups == ("Newcomers", "A1")
    (launch,) = filled.records(Launch, "Whitcomb")
    assert (launch.held_on, launch.order) == (date(2025, 3, 3), tuple("CADB"))
    assert (launch.coach, launch.coachee) == ("Alex Rivera", "Dana Whitcomb")
    assert filled.table("launches")[-1]["order"] == list("CADB")
    assert "coachee-new" not in {draft.key for draft in filled.desk().drafts.all()}


async def test_a_name_is_enough_and_twice_w_adds_one(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("a")
        await coach.write("Whitcomb, Dana")
        await coach.press("escape")
        await coach.write("ww")
        coach.screen(CaseloadScreen)
    assert [p["family"] for p in filled.table("coachees")].count("Whitcomb") == 1
    assert filled.records(Launch, "Whitcomb") == ()


async def test_ctrl_s_saves_from_inside_a_field(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("a")
        await coach.write("Whitcomb, Dana")
        await coach.press("ctrl+s")
        coach.screen(CaseloadScreen)
    assert filled.person("Whitcomb").given == "Dana"


async def test_editing_changes_what_was_typed_and_no_more(filled: Files) -> None:
    before = filled.person("Okafor")
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "e")
        form = coach.screen(PersonFormScreen).form()
        assert (form.name, form.role, form.order) == ("Okafor, Dana", "Gr 5 Math", "A, B, D, C")
        await coach.press("tab", "tab")
        await coach.write(" B")
        await coach.press("escape", "w")
        assert coach.message.startswith("Okafor, Dana: saved.")
        assert "Gr 5 Math B" in coach.drawn()
    after = filled.person("Okafor")
    assert after.role == "Gr 5 Math B"
    assert after == before.but(
        role=after.role, revision=after.revision, updated_at=after.updated_at
    )


async def test_a_form_that_cannot_be_saved_stays_and_says_why(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("a", "escape", "w")
        coach.screen(PersonFormScreen)
        assert "The name is blank" in coach.message
        await coach.press("enter")
        await coach.write("Okafor, Dana")
        await coach.press("tab")
        await coach.write("Lincoln ES")
        await coach.press("escape", "w")
        assert "Okafor, Dana is in the caseload already" in coach.message
        await coach.press("q")
    assert len(filled.table("coachees")) == 15


async def test_a_wrong_order_is_refused(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "e")
        await coach.press(*["tab"] * 10, *["backspace"] * 10)
        await coach.write("C C A D")
        await coach.press("escape", "w")
        assert "The agreed order of A, B, C, D: C comes twice; B is missing." in coach.message
    (launch,) = filled.records(Launch, "Okafor")
    assert launch.order == tuple("ABDC")


async def test_leaving_keeps_the_draft_and_the_form_brings_it_back(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("a")
        await coach.write("Whitcomb, D")
        await coach.press("escape", "q")
        assert coach.message.startswith("Not saved yet: the draft is kept; a brings it back.")
    async with opened(filled.desk()) as coach:
        assert "found" not in coach.message
        await coach.press("a")
        assert coach.screen(PersonFormScreen).form().name == "Whitcomb, D"
        await coach.press("escape", "w")
    assert filled.person("Whitcomb").given == "D"


async def test_leaving_an_untouched_form_leaves_nothing(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "e", "escape", "q")
        coach.screen(CaseloadScreen)
        await coach.press("a", "escape", "escape")
        coach.screen(CaseloadScreen)
    assert {draft.form for draft in filled.desk().drafts.all()} == {"cycle"}


async def test_discarding_asks_and_enter_is_no(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("a")
        await coach.write("Whitcomb")
        await coach.press("escape", "D", "enter")
        assert coach.screen(PersonFormScreen).form().name == "Whitcomb"
        await coach.press("D")
        coach.screen(Confirm)
        await coach.press("y")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("Discarded what was typed.")
        await coach.press("a")
        assert coach.screen(PersonFormScreen).form().name == ""
    assert "coachee-new" not in {draft.key for draft in filled.desk().drafts.all()}


async def test_no_part_of_a_typed_name_is_told_while_names_are_hidden(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("H", "a")
        await coach.write("Newman, Secret")
        await coach.press("escape", "q")
        assert coach.message.startswith("Not saved yet: the draft is kept; a brings it back.")
        await coach.press("e", "home")
        await coach.write("Zed")
        await coach.press("escape", "q")
        assert coach.message.startswith("Not saved yet: the draft is kept; e brings it back.")
