"""The launch as it is typed and saved: one change of two records, drafts, faults."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.launch import Launch
from coach_tui.errors import Conflict, Refused
from coach_tui.services.launch_form import LaunchForm, LaunchFormService
from tests.services.desks import Office

AIMS = ("trust", "expectations", "reflection", "students")


def typed(office: Office, person: str, **fields: Any) -> tuple[LaunchFormService, LaunchForm]:
    """The service, and a form as it opens with some fields typed."""
    launches = office.desk.launch_form
    return launches, replace(launches.open(person).form, **fields)


def test_a_launch_and_the_rhythm_are_one_change_and_one_undo(office: Office) -> None:
    tom = office.add("Vale, Tom")
    launches = office.desk.launch_form
    opened = launches.open(tom)
    assert (opened.form.teacher, opened.form.ideal, opened.launch) == ("Tom Vale", "14", None)
    form = replace(
        opened.form,
        held="today",
        aims=AIMS,
        habits=("trust", "clarity"),
        prerequisites=("task",),
        order="C, A, D, B",
        coach="Renata",
        ideal="10",
        longest="18",
        groups="EL, , Newcomers ",
        notes="Tuesdays 3:15",
    )
    saved = launches.save(opened, form)
    (launch,) = office.of(Launch, tom)
    assert launch == saved.launch
    assert (launch.held_on, launch.order) == (date(2026, 10, 29), ("C", "A", "D", "B"))
    assert (launch.aims, launch.habits) == (AIMS, ("clarity", "trust"))
    assert (launch.coach, launch.coachee, launch.notes) == ("Renata", "Tom Vale", "Tuesdays 3:15")
    person = office.desk.people.get(tom)
    assert (person.ideal_days, person.max_days) == (10, 18)
    assert person.priority_groups == ("EL", "Newcomers")
    assert office.desk.growth.agreed_order(tom) == ("C", "A", "D", "B")
    assert office.desk.undo.undo().startswith("Undid: launch of Vale, Tom.")
    assert office.of(Launch, tom) == []
    assert office.desk.people.get(tom).ideal_days == 14


def test_what_was_not_changed_is_not_written(office: Office) -> None:
    dana = office.launched()
    launches, form = typed(office, dana, notes="Fridays at noon")
    launches.save(launches.open(dana), form)
    assert office.desk.people.get(dana).revision == 1
    again = launches.open(dana)
    assert launches.save(again, again.form).launch.revision == 2
    assert launches.open(dana).stored == form


def test_nothing_typed_is_no_launch(office: Office) -> None:
    tom = office.add("Vale, Tom")
    launches = office.desk.launch_form
    opened = launches.open(tom)
    with pytest.raises(Refused, match="Nothing is typed"):
        launches.save(opened, opened.form)
    assert office.of(Launch, tom) == []


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("C, A, D", "B is missing"),
        ("C, A, D, D", "D comes twice; B is missing"),
        ("C, A, D, E", "E is a cluster of phase 2; B is missing"),
        ("C, A, D, Z", "there is no cluster Z; B is missing"),
        ("--", "A, B, C, D are missing"),
    ],
)
def test_each_fault_of_an_order_is_told(office: Office, order: str, told: str) -> None:
    launches, form = typed(office, office.add("Vale, Tom"), order=order)
    sentence = f"The agreed order of A, B, C, D: {told}."
    assert launches.fault(form, "order") == sentence
    with pytest.raises(Refused, match=told):
        launches.save(launches.open(office.add("Vale, Ann")), form)


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("held", "soon", "not a date"),
        ("longest", "7", "shorter than the ideal"),
        ("longest", "many", "not a number of days"),
        ("coach", "x" * 2_000, "most is"),
        ("notes", "x" * 60_000, "most is"),
    ],
)
def test_other_faults_are_told(office: Office, field: str, text: str, told: str) -> None:
    tom = office.add("Vale, Tom")
    launches, form = typed(office, tom, **{field: text})
    with pytest.raises(Refused, match=told):
        launches.save(launches.open(tom), form)
    assert office.of(Launch, tom) == []


def test_a_day_to_come_is_planned_and_the_visit_still_warns(office: Office) -> None:
    tom = office.add("Vale, Tom")
    launches, form = typed(office, tom, held="+5")
    assert launches.held_words(form) == "planned for Tue Nov 3"
    launches.save(launches.open(tom), form)
    assert office.desk.cycles.context(tom).launch_warning.startswith("The launch of 2026-27 is")
    assert launches.held_words(replace(form, held="")) == "no day: not held yet"
    assert launches.held_words(replace(form, held="when?")) == ""


def test_a_launch_or_a_person_changed_elsewhere_is_a_conflict(office: Office) -> None:
    tom, other = office.add("Vale, Tom"), office.other_window()
    launches = office.desk.launch_form
    opened = launches.open(tom)
    theirs = other.desk.launch_form.open(tom)
    other.desk.launch_form.save(theirs, replace(theirs.form, held="today"))
    with pytest.raises(Conflict, match="recorded elsewhere"):
        launches.save(opened, replace(opened.form, held="10/1"))
    opened = launches.open(tom)
    people = other.desk.people
    people.edit(tom, replace(people.open(tom)[0], ideal="7", order="abcd"))
    with pytest.raises(Conflict):
        launches.save(opened, replace(opened.form, ideal="21"))
    assert office.desk.people.get(tom).ideal_days == 7
    assert office.of(Launch, tom)[0].order == tuple("ABCD")


def test_a_draft_keeps_what_was_typed_and_nothing_else(office: Office) -> None:
    tom = office.add("Vale, Tom")
    launches, form = typed(office, tom, order="C, A", aims=("students",))
    opened = launches.open(tom)
    launches.keep_draft(opened, form, "order", closed=True)
    people = office.desk.people
    people.edit(tom, replace(people.open(tom)[0], ideal="7"))
    back = launches.open(tom)
    assert (back.form.order, back.form.aims, back.form.ideal) == ("C, A", ("students",), "7")
    assert back.place == "order"
    launches.keep_draft(back, back.stored, "", closed=True)
    assert launches.open(tom).form.order == ""


def test_ticks_that_the_framework_no_longer_has_stay(office: Office) -> None:
    dana = office.launched()
    (launch,) = office.of(Launch, dana)
    office.desk.store.save([launch.but(habits=("old_one", "inquiry"))])
    launches = office.desk.launch_form
    opened = launches.open(dana)
    assert opened.unknown == 1
    shown = replace(opened.form, habits=("inquiry",))
    assert launches.is_untouched(opened, shown)
    launches.save(opened, replace(shown, habits=("clarity",)))
    assert office.of(Launch, dana)[0].habits == ("old_one", "clarity")


def test_earlier_years_and_the_last_name_of_the_coach(office: Office) -> None:
    dana = office.launched()
    office.wait(days=365)
    opened = office.desk.launch_form.open(dana)
    assert (opened.year, opened.launch) == ("2027-28", None)
    assert [launch.track for launch in opened.earlier] == ["2026-27"]
    assert opened.form.coach == "Renata"
    assert isinstance(opened.coachee, Coachee)
