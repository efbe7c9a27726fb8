"""A six-part meeting from the carry-over to the save, and the edge checks of a coach's week."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from coach_tui.domain.bands import Band
from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.todo import Todo
from coach_tui.errors import ReasonNeeded, Refused
from coach_tui.services.cycles import SavedCycle
from tests.services.desks import Office, cibola

PRAISE = "08:42 11 of 12 pairs talking within a minute of your prompt"
PROBE = "What did the blanks have in common?"
GOAL = "By 14 Nov, 22 of 24 slips attempted, 5 of 5 EL"
STEP = "Give the sentence frame before the slip, then scan table 5 first"

STANDINGS = {
    "Whitcomb": (6, 27, "Approaching", 3),
    "Brooks": (3, 16, "Meeting", 4),
    "Arredondo": (4, 10, "Initiating", 1),
    "Raman": (9, 52, "Exceeding", None),
    "Lindqvist": (11, 54, "Approaching", 1),
    "Teague": (1, 0, "None yet", 1),
    "Förster": (14, 75, "Exceeding", None),
    "Castellanos": (2, 9, "Approaching", 1),
    "Haddad": (12, 60, "Meeting", 5),
    "Nwosu": (15, 78, "No benchmark", None),
    "Trần": (6, 15, "Initiating", 1),
}


@pytest.fixture
def week(tmp_path: Path) -> Office:
    """Thursday, 29 October 2026, in Cibola Wells."""
    return cibola(tmp_path)


def meeting(week: Office) -> tuple[str, CycleForm]:
    """Dana's seventh session as it is typed."""
    dana = week.desk.caseload.find("Whitcomb")
    return dana, week.form(
        dana,
        minutes="22",
        notes=f"{PRAISE}\n08:47 T calls on 5 S: tables 1,1,2,2,3",
        answer="done",
        praise=PRAISE,
        probes=PROBE,
        cluster="F",
        gi="35",
        goal=GOAL,
        step=STEP,
        step_lesson="Tue g3 fractions",
        practice="rehearsed",
        due="tue",
        next_visit="+7 8:40",
    )


def held(week: Office) -> tuple[str, SavedCycle]:
    dana, form = meeting(week)
    return dana, week.desk.cycles.save(form)


def test_before_the_meeting(week: Office) -> None:
    dana, form = meeting(week)
    opened = week.desk.cycles.open(dana)
    context = opened.context
    assert (context.session, context.last_total, context.launch_warning) == (7, 27, "")
    assert [choice.cluster.id for choice in context.choices] == ["E", "F", "G"]
    assert opened.form.cluster == "F"  # the one of this phase not met yet
    assert context.last_step is not None
    assert "cold-call two students from tables 4-6" in context.last_step.text
    assert context.last_step.due == date(2026, 10, 29)
    reading = week.desk.cycles.read(form, context)
    assert (reading.problems, reading.warnings) == ([], [])
    assert {field.name for field in reading.blanks} == {
        "lesson",
        "priority_groups",
        "focus",
        "reflection",
        "goal_practice",
        "goal_indicator",
    }


def test_the_band_of_the_total(week: Office) -> None:
    dana, saved = held(week)
    standing = saved.standing
    assert standing is not None
    assert (standing.session, standing.band, standing.more) == (7, Band.MEETING, 5)
    limits = week.desk.shelf.band_table().limits(7)
    assert limits is not None
    assert limits.lowest(Band.MEETING) == 35  # the floor of the band
    assert week.desk.growth.track(dana).gain(7) == 8
    following = week.desk.shelf.band_table().limits(8)
    assert following is not None
    assert (following.meeting, following.exceeding) == (40, 45)


def test_after_the_meeting(week: Office) -> None:
    dana, saved = held(week)
    profile = week.other_window().desk.profile.of(dana)
    assert profile.last_cycle == saved.cycle
    assert (saved.cycle.feedback.praise, saved.cycle.feedback.probes) == (PRAISE, PROBE)
    assert (saved.cycle.goal.text, saved.cycle.cluster) == (GOAL, "F")
    assert (saved.cycle.number, saved.cycle.session) == (7, 7)
    assert [todo.text for todo in profile.todos] == [STEP]
    (step,) = profile.todos
    assert (step.lesson, step.practice) == ("Tue g3 fractions", "rehearsed")
    assert step.due == date(2026, 11, 3)
    assert profile.next_visit == saved.visit
    assert profile.note == saved.note
    answered = [todo for todo in week.of(Todo, dana) if todo.status == "done"]
    assert [todo.closed_on for todo in answered] == [date(2026, 10, 29)]


def test_any_tinydb_reads_it_back(week: Office) -> None:
    _, saved = held(week)
    with TinyDB(week.folder / "caseload.json", access_mode="r") as database:
        (cycle,) = database.table("cycles").search(where("id") == saved.cycle.id)
        (todo,) = database.table("todos").search(where("cycle_id") == saved.cycle.id)
    assert (cycle["cluster"], cycle["gi"]["total"], cycle["session"]) == ("F", 35, 7)
    assert (cycle["action"]["text"], todo["text"]) == (STEP, STEP)


def test_everyone_stands_where_they_should(week: Office) -> None:
    rows = {row.name.split(",")[0]: row for row in week.desk.caseload.today().rows}
    assert len(rows) == 12
    for name, (session, total, word, more) in STANDINGS.items():
        (row,) = (row for family, row in rows.items() if family.startswith(name))
        assert row.standing is not None
        assert (row.session, row.standing.total, row.standing.word) == (session, total, word)
        assert row.standing.more == more
    tom = rows["Vasquez-Hale"]
    assert (tom.session, tom.standing) == (None, None)
    assert week.desk.cycles.context(tom.coachee_id).launch_warning


def test_33_for_35_needs_a_reason_and_keeps_both(week: Office) -> None:
    dana, _ = held(week)
    with pytest.raises(ReasonNeeded):
        week.desk.growth.record(dana, 7, "33")
    gi = week.desk.growth.record(dana, 7, "33", reason="two were not seen").cycle.gi
    (change,) = gi.history
    assert (gi.total, change.was, change.reason) == (33, 35, "two were not seen")
    assert week.stored(dana, 7).goal.text == GOAL  # the rest of the cycle stays


def test_a_used_cluster_is_not_offered_at_session_2(week: Office) -> None:
    marcus = week.desk.caseload.find("Teague")
    context = week.desk.cycles.context(marcus)
    assert context.session == 2
    assert "A" not in {choice.cluster.id for choice in context.choices}
    with pytest.raises(Refused, match="cluster A was the focus of session 1"):
        week.desk.cycles.save(week.form(marcus, cluster="A", gi="4"))
    form = week.form(marcus, cluster="A", gi="4", override="a new class")
    assert week.desk.cycles.save(form).cycle.override == "a new class"


def test_blank_is_not_0(week: Office) -> None:
    marcus = week.desk.caseload.find("Teague")
    blank = week.desk.cycles.save(week.form(marcus, cluster="B"))
    assert (blank.standing, blank.cycle.gi.total) == (None, None)
    zero = week.desk.growth.track(marcus).point(1)
    assert zero is not None
    assert (zero.total, zero.incomplete) == (0, False)


def test_a_person_is_archived_never_deleted(week: Office) -> None:
    greta = week.desk.caseload.find("Nwosu")
    form = replace(week.desk.people.form(greta), status="archived")
    week.desk.people.edit(greta, form)
    assert len(week.desk.caseload.today().rows) == 11
    assert len(week.desk.growth.track(greta).points) == 15
    assert week.desk.caseload.find("Nwosu") == greta
