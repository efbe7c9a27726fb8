"""A visit planned and a to-do made from the list, with few keys; what was cut off is offered."""

from datetime import date, time

import pytest

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit
from coach_tui.services.visit_form import VisitForm
from coach_tui.storage.store import FileStore
from screens.agenda.screen import AgendaScreen
from screens.caseload.screen import CaseloadScreen
from screens.profile.screen import ProfileScreen
from screens.todo import TodoScreen
from screens.visit import VisitScreen
from tests.screens.kit import PLACES, SIZES, Files, opened
from tests.screens.test_command_line import ask
from tests.screens.test_contact import full
from tests.screens.test_found_draft import cut_off

OKAFOR = ["j"] * PLACES["Okafor"]
PRICE = ["j"] * PLACES["Price"]


def planned(files: Files, family: str) -> list[tuple[date, time | None]]:
    return [(v.on, v.at) for v in files.records(Visit, family) if v.status == "planned"]


async def test_what_is_suggested_takes_two_keys(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*PRICE, "S")
        assert coach.row(1).startswith("Price, Jo · visit")
        assert "Wed Mar 12 · The first visit; then one every" in coach.words()
        assert "! No launch is recorded for 2024-25; hold it before the first visit." in (
            coach.words()
        )
        await coach.press("ctrl+s", "ctrl+s")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("Price, Jo: visit planned for Wed Mar 12. Saved 10:42.")
    assert planned(filled, "Price") == [(date(2025, 3, 12), None)]


async def test_typing_takes_the_place_of_what_is_suggested(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR, "S")
        await coach.write("thu 9:10")
        assert "Thu Mar 13 9:10 · 9 days after the last visit, Mar 4" in coach.words()
        assert "! At the same time: 9:00 Roosevelt HS." in coach.words()
        await coach.press("up", "escape", "w")
        moved = "Okafor, Dana: visit moved to Fri Mar 14 9:10, was Mar 11. Saved 10:42."
        assert coach.message.startswith(moved)
        (before,) = filled.records(Visit, "Okafor")  # the one that was planned, moved
        await coach.press("S", "tab", "right")
        when = coach.screen(VisitScreen).form().when
        assert when == "Fri Mar 28 9:10"  # another one is suggested behind it
        await coach.press("shift+tab")
        await coach.press("ctrl+u")
        await coach.write("mon")
        await coach.press("escape", "w")
        assert "visit planned for Mon Mar 17. Saved" in coach.message
        await ask(coach, "cancel-visit")
        told = "Okafor, Dana: visit of Fri Mar 14 9:10 cancelled; u brings it back."
        assert coach.message.startswith(told)
        await coach.press("u")
    assert planned(filled, "Okafor") == [
        (date(2025, 3, 14), time(9, 10)),
        (date(2025, 3, 17), None),
    ]
    assert filled.records(Visit, "Okafor")[0].id == before.id


def two_with_bell(files: Files) -> None:
    """A visit to Bell that is late, and one to come."""
    (visit,) = files.records(Visit, "Bell")
    files.desk().store.save([visit.but(on=date(2025, 3, 10))])
    visits = files.desk().visit_form
    visits.save(visits.context(files.id_of("Bell")), VisitForm("3/20 9:15"))


async def test_the_visit_picked_in_the_agenda_is_cancelled(filled: Files) -> None:
    two_with_bell(filled)
    async with opened(filled.desk()) as coach:
        await coach.press("g", "a", "j")
        await ask(coach, "cancel-visit")
        told = "Bell, Marcus: visit of Mon Mar 10 9:15 cancelled; u brings it back."
        assert coach.message.startswith(told)
        assert planned(filled, "Bell") == [(date(2025, 3, 20), time(9, 15))]
        await coach.press("u", "g", "g", "j")
        late = next(v for v in filled.records(Visit, "Bell") if v.on == date(2025, 3, 10))
        filled.desk().visits.cancel(late.id)
        await ask(coach, "cancel-visit")
        assert coach.message.startswith("The visit on Mon Mar 10 is cancelled already.")
        assert planned(filled, "Bell") == [(date(2025, 3, 20), time(9, 15))]


async def test_the_visit_picked_in_the_agenda_is_moved(filled: Files) -> None:
    two_with_bell(filled)
    async with opened(filled.desk()) as coach:
        await coach.press("g", "a", "j", "S")
        assert coach.message.startswith("This moves the visit of Mon Mar 10 9:15.")
        await coach.write("wed 9:30")
        await coach.press("escape", "q")
        await coach.press("q", "j", "S")  # the draft goes on with the visit it is of
        assert coach.message.startswith("This moves the visit of Mon Mar 10 9:15.")
        await coach.press("escape", "w")
        told = "Bell, Marcus: visit moved to Wed Mar 12 9:30, was Mar 10. Saved 10:42."
        assert coach.message.startswith(told)
        assert planned(filled, "Bell") == [
            (date(2025, 3, 12), time(9, 30)),
            (date(2025, 3, 20), time(9, 15)),
        ]


async def test_a_visit_that_is_held_by_now_is_not_opened_to_be_moved(filled: Files) -> None:
    two_with_bell(filled)
    async with opened(filled.desk()) as coach:
        await coach.press("g", "a", "j")
        late = next(v for v in filled.records(Visit, "Bell") if v.on == date(2025, 3, 10))
        filled.desk().visits.hold(late.id)
        await coach.press("S")
        assert coach.message.startswith("The visit on Mon Mar 10 is marked as held already.")
        coach.screen(AgendaScreen)


async def test_a_day_that_passed_stays_on_the_screen(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR, "S")
        await coach.write("3/1")
        assert "has passed" not in coach.drawn()  # nothing nags while it is typed
        await coach.press("escape")
        assert "Sat Mar 1 has passed; a visit is planned for today or later." in coach.words()
        await coach.press("w")
        assert coach.message.startswith("Not saved. Sat Mar 1 has passed")
        await coach.press("q")
        assert coach.message.startswith("Not saved yet: the draft is kept; S brings it back.")
        await coach.press("S")
        assert coach.screen(VisitScreen).form().when == "Sat Mar 1"
        await coach.press("escape", "D", "y", "S")
        assert coach.screen(VisitScreen).form().when == "Tue Mar 11 10:30"
        await coach.press("escape", "q")
        assert "draft" not in coach.message


async def test_a_to_do_is_a_line(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR, "t")
        await coach.write("send the rubric by fri")
        await coach.press("ctrl+s")
        told = "Okafor, Dana: to-do noted, due Fri Mar 14. Saved 10:42."
        assert coach.message.startswith(told)
        await ask(coach, "todo [/b] copy the cards")
        assert coach.message.startswith("Okafor, Dana: to-do noted, no date set. Saved 10:42.")
        await coach.press("t", "tab", "up", "up", "tab", "right", "escape", "w")
        assert coach.message.startswith("Not saved. Nothing is typed; a to-do needs a line")
        assert coach.screen(TodoScreen).form().owner == "teacher"
        await coach.press("q")
        assert coach.message.startswith("Not saved yet: the draft is kept; t brings it back.")
        await coach.press("t")
        assert coach.screen(TodoScreen).form().due == "Wed Mar 12"
        await coach.press("escape", "D", "y")
        assert coach.message.startswith("Discarded what was typed.")
        await ask(coach, "cancel-visit")
        await ask(coach, "cancel-visit")
        assert coach.message.startswith("No visit is planned; there is nothing to cancel.")
    own = [todo for todo in filled.records(Todo, "Okafor") if not todo.cycle_id]
    assert [(todo.text, todo.due, todo.owner) for todo in own] == [
        ("send the rubric", date(2025, 3, 14), "coach"),
        ("[/b] copy the cards", None, "coach"),
    ]


async def test_a_line_that_cannot_be_saved_is_in_the_form(
    filled: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(filled.desk()) as coach:
        monkeypatch.setattr(FileStore, "save", full)
        await coach.press(*OKAFOR)
        await ask(coach, "todo send it")
        assert coach.screen(TodoScreen).form().text == "send it"
        assert coach.message.startswith("Not saved. The disk is full.")
        monkeypatch.undo()
        await coach.press("ctrl+s")
        coach.screen(CaseloadScreen)
    assert "todo" not in {draft.form for draft in filled.desk().drafts.all()}


async def test_forms_that_were_cut_off_are_offered(filled: Files) -> None:
    desk, okafor = filled.desk(), filled.id_of("Okafor")
    todo = desk.todo_form.record(okafor, "send it")
    edited = desk.todo_form.open(okafor, todo.id)
    desk.todo_form.keep_draft(edited, edited.form, "due", closed=False)
    visit = desk.visit_form.open(okafor).form
    desk.visit_form.keep_draft(okafor, visit, "when", closed=False)
    for draft in desk.drafts.all():
        if draft.form in ("todo", "visit"):
            cut_off(filled.folder / "drafts" / f"{draft.key}.json")
    screens = set()
    async with opened(desk) as coach:
        assert coach.message.startswith("Draft for Okafor, Dana from 10:42 found.")
        await coach.press("enter")
        screens.add(type(coach.app.screen))
        await coach.press("ctrl+s")
        coach.screen(CaseloadScreen)
    async with opened(filled.desk()) as coach:
        await coach.press("enter")
        screens.add(type(coach.app.screen))
    assert screens == {VisitScreen, TodoScreen}


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_cut_without_a_mark(filled: Files, size: tuple[int, int]) -> None:
    async with opened(filled.desk(), size) as coach:
        await coach.press(*PRICE, "S")
        assert "hold it before the first visit." in coach.words()
        assert "thu 10:30, 3/20, +7" in coach.words()
        await coach.press("escape", "q", "t")
        assert "(may end with 'by fri')" in coach.words()
        assert "thu, 3/20, +7" in coach.words()


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("archived", "! Archived: the agenda leaves this person and the visit out."),
        ("leave", "! On leave: the agenda does not list the visit before they are back."),
        ("active", "! No launch is recorded"),
    ],
)
async def test_the_form_says_that_the_agenda_will_not_list_the_visit(
    filled: Files, status: str, told: str
) -> None:
    desk = filled.desk()
    desk.store.save([desk.store.get(Coachee, filled.id_of("Price")).but(status=status)])
    for size in SIZES:
        async with opened(filled.desk(), size) as coach:
            profile = coach.app.desk.profile.of(filled.id_of("Price"))
            coach.app.push_screen(ProfileScreen(profile))
            await coach.settle()
            await coach.press("S")
            assert told in coach.words()
            assert coach.words().count("the agenda") == (status != "active")
