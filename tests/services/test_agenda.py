"""The agenda over a real file, and what it changes there; journey 5 of the domain's week."""

from datetime import date
from pathlib import Path

import pytest

from coach_tui.domain.agenda import Entry
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit
from coach_tui.errors import Conflict, NotFound, Refused, Unavailable
from coach_tui.services.todos import TodoService
from coach_tui.services.visits import VisitService
from tests.services.desks import BrokenStore, Office, cibola

ASKED = "Luis asked for a lab timer; sent file, 5 min"


@pytest.fixture
def week(tmp_path: Path) -> Office:
    """Thursday, 29 October 2026, in Cibola Wells."""
    return cibola(tmp_path)


def entries(office: Office, family: str) -> list[Entry]:
    """Somebody's entries."""
    found = office.desk.agenda.today().entries
    return [entry for entry in found if entry.row.name.startswith(family)]


def a_todo(office: Office, due: date | None = date(2026, 10, 27)) -> Todo:
    """An open to-do of a new person."""
    now, desk = office.clock.now(), office.desk
    base = {"created_at": now, "updated_at": now, "coachee_id": office.add()}
    todo = Todo(id=desk.new_id(now), text="Share the link", lesson="P3", due=due, **base)
    return _saved(office, todo)


def _saved(office: Office, todo: Todo) -> Todo:
    saved = office.desk.store.save([todo])[0]
    assert isinstance(saved, Todo)
    return saved


def a_visit(office: Office, on: date, name: str = "Whitcomb, Dana") -> Visit:
    """A planned visit of a new person."""
    now, desk = office.clock.now(), office.desk
    base = {"created_at": now, "updated_at": now, "coachee_id": office.add(name)}
    saved = desk.store.save([Visit(id=desk.new_id(now), on=on, **base)])[0]
    assert isinstance(saved, Visit)
    return saved


def test_a_word_in_the_hallway_moves_the_contact_clock_only(week: Office) -> None:
    """Luis: 19 days since the last visit on a 14-day plan, a contact three days ago."""
    luis = week.desk.caseload.find("Arredondo")
    week.wait(days=-3)
    week.desk.contacts.record(luis, ASKED)
    week.wait(days=3)
    gap = next(entry for entry in entries(week, "Arredondo") if entry.kind == "gap")
    assert (gap.group, gap.text) == ("late", "overdue 5 days · contact 3 d ago")
    assert gap.reason == (
        "19 days since the last visit, planned every 14; last contact 3 days ago."
    )
    clocks = week.desk.profile.clocks(luis)
    rhythm = gap.row.facts.rhythm
    assert (rhythm.visit, rhythm.contact) == (clocks.visit, clocks.contact)


def test_the_clocks_of_the_list_are_those_of_the_profile(week: Office) -> None:
    for row in week.desk.caseload.today().rows:
        clocks, rhythm = week.desk.profile.clocks(row.coachee_id), row.facts.rhythm
        assert (rhythm.visit, rhythm.contact) == (clocks.visit, clocks.contact)


def test_whoever_goes_on_leave_is_no_longer_late(week: Office) -> None:
    luis = week.desk.store.get(Coachee, week.desk.caseload.find("Arredondo"))
    before = week.desk.agenda.due_count()
    week.desk.store.save([luis.but(status="leave")])
    assert [(entry.group, entry.text) for entry in entries(week, "Arredondo")] == [
        ("quiet", "on leave")
    ]
    assert week.desk.agenda.due_count() == before - 1


def test_the_count_follows_what_another_window_saved(week: Office) -> None:
    before, other = week.desk.agenda.due_count(), week.other_window()
    other.wait(minutes=1)
    dana = next(entry for entry in entries(other, "Whitcomb") if entry.kind == "todo")
    other.desk.todos.close(dana.record_id)
    assert week.desk.agenda.due_count() == before - 1


def test_a_to_do_is_done_and_open_again(office: Office) -> None:
    todo = a_todo(office)
    done = office.desk.todos.close(todo.id)
    assert (done.status, done.closed_on) == ("done", date(2026, 10, 29))
    again = office.desk.todos.reopen(todo.id)
    assert again.but(revision=todo.revision, updated_at=todo.updated_at) == todo


def test_a_to_do_moves_and_keeps_all_else(office: Office) -> None:
    todo = a_todo(office)
    moved = office.desk.todos.move(todo.id, 7)
    assert moved.due == date(2026, 11, 3)
    assert office.desk.todos.move(todo.id, -7).but(
        revision=todo.revision, updated_at=todo.updated_at
    ) == todo  # fmt: skip
    assert office.desk.todos.move(a_todo_without_date(office).id, 1).due == date(2026, 10, 30)


def a_todo_without_date(office: Office) -> Todo:
    """One of somebody else."""
    return _saved(office, a_todo_of(office, "Nwosu, Greta"))


def a_todo_of(office: Office, name: str) -> Todo:
    """An unsaved to-do without a date."""
    now = office.clock.now()
    return Todo(
        id=office.desk.new_id(now),
        created_at=now,
        updated_at=now,
        coachee_id=office.add(name),
        text="Ask for the rota",
    )


def test_a_visit_is_moved_held_and_cancelled(office: Office) -> None:
    visits, visit = office.desk.visits, a_visit(office, date(2026, 10, 30))
    with pytest.raises(Refused, match="Fri Oct 30 is still to come; move it first"):
        visits.hold(visit.id)
    assert visits.move(visit.id, -1).on == date(2026, 10, 29)
    assert visits.hold(visit.id).status == "held"
    assert visits.plan_again(visit.id).status == "planned"
    assert visits.cancel(visit.id).status == "cancelled"
    assert [kept.status for kept in office.of(Visit, visit.coachee_id)] == ["cancelled"]


def test_a_tick_never_takes_another_windows_tick_back(office: Office) -> None:
    todo, visit = a_todo(office), a_visit(office, date(2026, 10, 29), "Nwosu, Greta")
    other = office.other_window().desk
    other.todos.close(todo.id)
    other.visits.hold(visit.id)
    before, todos, visits = office.raw(), office.desk.todos, office.desk.visits
    for refused, told in (
        (lambda: todos.close(todo.id), "This to-do is done already"),
        (lambda: todos.move(todo.id, 1), "This to-do is done already"),
        (lambda: visits.hold(visit.id), "The visit on Thu Oct 29 is marked as held already"),
        (lambda: visits.move(visit.id, 1), "Thu Oct 29 is marked as held already"),
        (lambda: visits.cancel(visit.id), "Thu Oct 29 is marked as held already"),
    ):
        with pytest.raises(Refused, match=told):
            refused()
    assert office.raw() == before
    todos.reopen(todo.id)
    visits.plan_again(visit.id)
    with pytest.raises(Refused, match="This to-do is open already"):
        other.todos.reopen(todo.id)
    with pytest.raises(Refused, match="Thu Oct 29 is planned already"):
        other.visits.plan_again(visit.id)
    visits.cancel(visit.id)
    with pytest.raises(Refused, match="Thu Oct 29 is cancelled already"):
        other.visits.cancel(visit.id)


def test_a_dropped_to_do_is_told_as_that(office: Office) -> None:
    todo = a_todo(office)
    office.desk.store.save([todo.but(status="dropped")])
    with pytest.raises(Refused, match="This to-do is dropped already"):
        office.desk.todos.close(todo.id)


def test_what_cannot_be_saved_changes_nothing(office: Office) -> None:
    todo, visit = a_todo(office), "no such visit"
    full = BrokenStore(office.desk.store)
    with pytest.raises(Unavailable):
        TodoService(full, office.clock).close(todo.id)
    with pytest.raises(NotFound):
        VisitService(office.desk.store, office.clock).move(visit, 1)
    office.desk.todos.move(todo.id, 1)
    with pytest.raises(Conflict):
        office.desk.store.save([todo.but(status="done")])
    assert office.of(Todo, todo.coachee_id)[0].status == "open"
