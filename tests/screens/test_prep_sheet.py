"""The prep sheet: everything on one screen, whatever was written."""

from datetime import date

import pytest
from textual.geometry import Size

from coach_tui.domain.visit import Visit
from coach_tui.widgets.glyphs import UNICODE
from coach_tui.widgets.spans import plain_text
from screens.agenda.screen import AgendaScreen
from screens.caseload.screen import CaseloadScreen
from screens.note.screen import NoteScreen
from screens.prep.lines import allot, sheet
from screens.prep.screen import PrepScreen
from screens.prep.sections import Section
from screens.profile.screen import ProfileScreen
from screens.visit import VisitScreen
from tests.screens.kit import PLACES, Files, opened
from tests.screens.test_hostile_text import HOSTILE, check_drawn, poison

OKAFOR = ["j"] * PLACES["Okafor"]
LABELS = ("Last step", "Visit", "Clusters", "Groups", "Goal", "Praise", "Questions", "Materials")


def section(rows: int, rank: int, least: int = 1) -> Section:
    return Section("x", ((("row", ""),),) * rows, rank=rank, least=least)


def test_rows_go_to_what_counts_most_first() -> None:
    sections = [section(9, rank=1), section(9, rank=0, least=4), section(1, rank=2)]
    assert allot(sections, 6) == [1, 4, 1]
    assert allot(sections, 9) == [2, 6, 1]
    assert allot(sections, 3) == [0, 3, 0]
    assert allot(sections, 40) == [9, 9, 1]
    assert allot([], 5) == []


def drawn(files: Files, family: str, size: tuple[int, int] = (80, 21)) -> str:
    prep = files.desk().prep.of(files.id_of(family))
    return " ".join(plain_text(sheet(prep, UNICODE, *size)).split())


def test_a_draft_a_launch_and_what_comes_after_14_are_told(filled: Files) -> None:
    assert "Draft a cycle from today 10:42" in drawn(filled, "Jansen")
    assert "is not finished." in drawn(filled, "Jansen")
    assert "Launch No launch is recorded for 2024-25" in drawn(filled, "Price")
    assert "Last step none agreed yet" in drawn(filled, "Price")
    assert "Session 15 is next Goal" in drawn(filled, "Moreno")
    assert "due Mar 9, 2 days late" in drawn(filled, "Abara")
    assert "Visit none planned" in drawn(filled, "Moreno", (120, 37))


def test_more_links_than_there_is_room_for_are_counted(filled: Files) -> None:
    text = "\n".join(f"https://a.example/{number}" for number in range(5))
    filled.desk().contacts.record(filled.id_of("Okafor"), text)
    assert "a.example/1 3 more links in the notes and steps" in drawn(filled, "Okafor")


@pytest.mark.parametrize("kind", [None, *HOSTILE])
async def test_all_of_it_fits_on_one_screen(filled: Files, kind: str | None) -> None:
    for number in range(12):
        filled.desk().todo_form.record(filled.id_of("Okafor"), f"to-do {number}")
    if kind:
        poison(filled.file, HOSTILE[kind][:400])
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR, "P")
        prep = coach.screen(PrepScreen)
        labels = (*LABELS, "To-dos 12")
        for size in ((80, 24), (120, 40)):
            await coach.pilot.resize_terminal(*size)
            await coach.settle()
            check_drawn(coach, f"{size}")
            assert (prep.pane().size, prep.position()) == (Size(size[0], size[1] - 3), "")
            assert [label for label in labels if label not in coach.drawn()] == []
        await coach.pilot.resize_terminal(80, 24)
        await coach.settle()
        assert " more" in coach.drawn()  # to-dos that did not fit are counted
        assert ("~" in coach.drawn()) == bool(kind)


async def test_a_small_window_scrolls(filled: Files) -> None:
    async with opened(filled.desk(), (60, 18)) as coach:
        await coach.press(*OKAFOR, "P")
        assert "due Thu 13" in coach.row(2)
        assert "[x] know the content" not in coach.words()
        await coach.press("G")
        assert "[x] know the content" in coach.words()


async def test_private_lines_and_others_are_not_on_it(filled: Files) -> None:
    okafor = filled.id_of("Okafor")
    filled.desk().contacts.record(okafor, "# looks tired www.a.example/x\nsent www.a.example/y")
    async with opened(filled.desk(), (120, 40)) as coach:
        await coach.press(*OKAFOR, "P")
        assert "www.a.example/y" in coach.drawn()
        assert "tired" not in coach.drawn()
        assert "example/x" not in coach.drawn()
        assert "Abara" not in coach.drawn()


async def test_what_is_done_from_it_is_on_it_at_once(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR, "P", "t")
        await coach.write("send the rubric by thu")
        await coach.press("ctrl+s")
        coach.screen(PrepScreen)
        assert "to-do noted, due Thu Mar 13" in coach.message
        assert "due Thu 13 send the rubric (coach)" in coach.words()
        await coach.press("S")
        coach.screen(VisitScreen)
        await coach.write("3/20 10:30")
        await coach.press("ctrl+s")
        assert "Visit Thu 20 10:30" in coach.words()
        await coach.press("u")
        assert "Visit Today 10:30" in coach.words()
        await coach.press("n")
        coach.screen(NoteScreen)
        await coach.press("escape", "q", "q")
        coach.screen(CaseloadScreen)
        assert "Today 10:30" in coach.drawn()


async def test_sheets_one_after_another_in_the_order_of_the_list(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("slash")
        await coach.write("lincoln")
        await coach.press("enter", "P", "J")
        assert coach.row(1).startswith("Okafor, Dana · prep")
        assert coach.message.startswith("Okafor, Dana: 2 of 5.")
        await coach.press("K", "K")
        assert coach.message.startswith("This is the first one.")
        await coach.press("J", "J", "q")
        assert coach.screen(CaseloadScreen).current == filled.id_of("Hall")


async def test_sheets_follow_the_agenda_and_the_profile(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "a", "j", "P", "J", "J")
        assert coach.row(1).startswith("Castillo, Inés · prep")
        await coach.press("q")
        assert coach.screen(AgendaScreen).current == filled.id_of("Castillo")
        await coach.press("enter", "P", "J", "q")
        assert coach.row(1).startswith("Dupree, Alan")  # the profile goes along
        assert coach.screen(ProfileScreen).people[:3] == tuple(
            filled.id_of(family) for family in ("Abara", "Bell", "Okafor")
        )


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_the_sheet_says_that_names_are_hidden_in_lists(
    filled: Files, size: tuple[int, int]
) -> None:
    async with opened(filled.desk(), size) as coach:
        await coach.press("P", "H")
        assert coach.message.startswith("One person only here; H hides names in the lists.")
        assert not coach.app.hidden


def test_a_total_carried_over_is_named(filled: Files) -> None:
    desk = filled.desk()
    plan = desk.tracks.plan(filled.id_of("Okafor"))
    desk.tracks.begin([plan.coachee.id], plan.year, carry=True)
    desk.growth.record(plan.coachee.id, 1, "+2", cluster="C")
    assert "10 GIs so far (from 8 carried)" in drawn(filled, "Okafor")
    desk.growth.record(plan.coachee.id, 2, "+2", cluster="A")
    assert "12 GIs so far," in drawn(filled, "Okafor")


def test_a_last_session_without_a_total_hides_no_total(filled: Files) -> None:
    desk, dana = filled.desk(), filled.id_of("Okafor")
    desk.cycles.save(desk.cycles.open(dana).form.but(cluster="C", praise="p"))
    assert "8 GIs at session 3, Approaching" in drawn(filled, "Okafor")


def test_a_visit_between_two_meetings_is_told_in_its_turn(filled: Files) -> None:
    assert "In turn" not in drawn(filled, "Okafor")
    desk = filled.desk()
    planned = next(v for v in filled.records(Visit, "Okafor") if v.status == "planned")
    desk.store.save([planned.but(status="held", on=date(2025, 3, 6))])
    told = "In turn: visit and meeting Feb 18, visit and meeting Mar 4, visit Mar 6"
    assert told in drawn(filled, "Okafor")
