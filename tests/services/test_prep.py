"""What the prep sheet knows of a person."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.holidays import Holidays
from coach_tui.domain.lateness import Lateness
from coach_tui.domain.todo import Todo
from coach_tui.services.prep import due_words, links
from coach_tui.services.visit_form import VisitForm
from tests.services.desks import Office, cibola

THURSDAY = date(2026, 10, 29)


@pytest.fixture
def week(tmp_path: Path) -> Office:
    """The twelve people of the journeys."""
    return cibola(tmp_path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("slides: https://a.example/x?y=1#z.", ("https://a.example/x?y=1#z",)),
        ("(www.a.example/deck)", ("www.a.example/deck",)),
        ("in ~/g3/cards.pdf and /shelf/share/b", ("~/g3/cards.pdf", "/shelf/share/b")),
        (r"\\school\share\cards", (r"\\school\share\cards",)),
        ("17/24 written, and/or 3/5 @EL, T: /no/", ()),
        ("https://a.example https://a.example", ("https://a.example",)),
    ],
)
def test_links_and_paths_are_found(text: str, found: tuple[str, ...]) -> None:
    assert links([text]) == found


@given(st.text(max_size=200))
def test_any_text_is_looked_through(text: str) -> None:
    assert all(found and found in text for found in links([text]))


def test_when_something_is_due() -> None:
    words = [due_words(THURSDAY + timedelta(days=n), Lateness(THURSDAY)) for n in (0, 1, -1, -2)]
    assert words == [
        "due today",
        "due Fri 30",
        "due Oct 28, 1 day late",
        "due Oct 27, 2 days late",
    ]
    assert due_words(None, Lateness(THURSDAY)) == "no date set"


def test_nobody_was_met_yet(week: Office) -> None:
    prep = week.desk.prep.of(week.desk.caseload.find("Vasquez-Hale"))
    assert (prep.step, prep.cycle, prep.seen, prep.todos) == (None, None, None, ())
    assert (prep.step_words, prep.overdue, prep.draft_at) == ("", "", None)
    assert prep.free == ("A", "B", "C", "D")
    assert [ticked for _, ticked in prep.materials.parts] == [False, False, False]
    assert prep.profile.launch_warning


def test_an_overdue_visit_is_told_as_the_agenda_does(week: Office) -> None:
    luis = week.desk.caseload.find("Arredondo")
    week.desk.contacts.record(luis, "sent the file, 5 min")
    week.wait(days=3)
    assert week.desk.prep.of(luis).overdue.startswith("overdue 8 days")
    assert week.desk.prep.of(luis).overdue.endswith("contact 3 d ago")


def test_nobody_is_overdue_whom_the_agenda_does_not_call_so(week: Office) -> None:
    luis = week.desk.caseload.find("Arredondo")
    for status in ("leave", "archived", "active"):
        week.desk.store.save([week.desk.store.get(Coachee, luis).but(status=status)])
        assert bool(week.desk.prep.of(luis).overdue) == (status == "active")
    week.desk.visit_form.save(week.desk.visit_form.context(luis), VisitForm("fri 9:00"))
    assert week.desk.prep.of(luis).overdue == ""


def test_a_finished_year_is_not_overdue(week: Office) -> None:
    luis = week.desk.caseload.find("Arredondo")
    assert week.desk.prep.of(luis).overdue
    week.desk.growth.record(luis, 14, "76")
    assert week.desk.prep.of(luis).overdue == ""


def test_whoever_is_away_is_not_late_and_holidays_do_not_count(week: Office) -> None:
    days = [THURSDAY - timedelta(days=n) for n in range(3)]
    off, away = Lateness(THURSDAY, "active", Holidays(frozenset(days))), Lateness(THURSDAY, "leave")
    assert [due_words(days[2] - timedelta(days=n), off) for n in (0, 1)] == [
        "due Oct 27",
        "due Oct 26",
    ]
    assert due_words(days[2], away) == "due Oct 27"
    assert due_words(days[2], Lateness(THURSDAY)) == "due Oct 27, 2 days late"


def test_the_list_the_agenda_and_the_sheet_agree_over_a_holiday(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[calendar]\nholidays = ["2026-10-26..2026-10-29"]\n', "utf-8")
    desk = replace(cibola(tmp_path).desk, config=config)
    dana = desk.caseload.find("Whitcomb")
    desk.todo_form.record(dana, "send the cards by thu")
    (todo,) = (t for t in desk.prep.of(dana).todos if t.text.startswith("send"))
    desk.store.save([todo.but(due=date(2026, 10, 26))])
    row = next(row for row in desk.caseload.today().rows if row.coachee_id == dana)
    entry = next(e for e in desk.agenda.today().entries if e.record_id == todo.id)
    profile = desk.prep.of(dana).profile
    assert (row.days_late, entry.group) == (0, "today")
    assert due_words(date(2026, 10, 26), profile.lateness) == "due Oct 26"


def test_private_lines_are_not_in_it(week: Office) -> None:
    luis = week.desk.caseload.find("Arredondo")
    week.desk.contacts.record(luis, "# https://a.example/secret\nsent www.a.example/timer")
    prep = week.desk.prep.of(luis)
    assert prep.materials.links == ("www.a.example/timer",)


def test_the_last_step_when_none_is_open(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    step = week.desk.prep.of(dana).step
    assert step is not None
    week.desk.store.save([step.but(status="partly", closed_on=date(2026, 10, 27))])
    prep = week.desk.prep.of(dana)
    assert prep.step is not None
    assert (prep.step.id, prep.step_words) == (step.id, "partly done Oct 27")


def test_of_closed_steps_the_last_one_closed_is_told(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    step = week.desk.prep.of(dana).step
    assert step is not None
    older = step.but(status="done", closed_on=date(2026, 10, 28))
    newer = step.but(
        id=week.desk.new_id(week.clock.now()), status="dropped", closed_on=date(2026, 10, 20)
    )
    week.desk.store.save([older, newer.but(revision=0)])
    found = week.desk.prep.of(dana)
    assert found.step is not None
    assert (found.step.id, found.step_words) == (step.id, "done Oct 28")


def test_what_is_open_beside_the_step(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    sent = week.desk.todo_form.record(dana, "send the cards by fri")
    copied = week.desk.todo_form.record(dana, "copy /shelf/g3/cards.pdf")
    prep = week.desk.prep.of(dana)
    assert [todo.id for todo in prep.todos] == [sent.id, copied.id]
    assert prep.materials.links[-1] == "/shelf/g3/cards.pdf"


def test_what_the_draft_of_a_cycle_says(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    form = week.form(dana, prepared=("task",))
    week.desk.cycles.keep_draft(form, "prepared", closed=True)
    prep = week.desk.prep.of(dana)
    assert dict(prep.materials.parts) == {
        "Know the content": True,  # at the launch
        "Read the materials": False,
        "Tried the task": True,
    }
    assert prep.draft_at == week.clock.now()


def test_a_visit_that_was_just_planned_is_the_next(week: Office) -> None:
    luis = week.desk.caseload.find("Arredondo")
    visits = week.desk.visit_form
    visits.save(visits.context(luis), VisitForm("fri 9:00"))
    found = week.desk.prep.of(luis).profile.next_visit
    assert found is not None
    assert found.on == date(2026, 10, 30)


def test_rows_marked_private_in_any_field_are_not_in_it(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    cycle = [c for c in week.desk.store.of(Cycle, dana) if c.origin == "cycle"][-1]
    step = next(t for t in week.desk.store.of(Todo, dana) if t.cycle_id == cycle.id)
    secret = "open words\n09:10 # SECRET"
    said = cycle.feedback.but(praise=secret, probes=secret)
    seen = cycle.observation.but(priority_groups=secret)
    week.desk.store.save([
        cycle.but(feedback=said, observation=seen, goal=cycle.goal.but(text=secret)),
        step.but(text=secret, coach_part="# SECRET"),
    ])  # fmt: skip
    week.desk.todo_form.record(dana, "# SECRET todo")
    prep = week.desk.prep.of(dana)
    shown = repr((prep.step, prep.cycle, prep.seen, prep.todos, prep.materials))
    assert "SECRET" not in shown
    assert shown.count("open words") >= 5


def test_of_rounds_written_down_late_the_last_one_held_counts(tmp_path: Path) -> None:
    office = Office.at(tmp_path)
    dana, cycles = office.launched(), office.desk.cycles
    cycles.save(office.form(dana, goal="goal one", step="step one", when="10/28"))
    office.wait(minutes=1)
    cycles.save(office.form(dana, goal="goal two", step="step two", when="10/20"))
    prep, profile = office.desk.prep.of(dana), office.desk.profile.of(dana)
    assert prep.cycle is not None
    assert prep.step is not None
    assert profile.last_cycle is not None
    assert (prep.cycle.goal.text, prep.step.text) == ("goal one", "step one")
    assert profile.last_cycle.goal.text == "goal one"
    assert cycles.open(dana).form.carry_todo == prep.step.id
