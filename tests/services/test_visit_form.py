"""Visits planned, moved and cancelled; the draft of their form."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from coach_tui.domain.visit import Visit
from coach_tui.errors import Conflict, NotFound, Refused, Unavailable
from coach_tui.services.profile import ProfileService
from coach_tui.services.visit_form import VisitForm, VisitFormService
from tests.services.desks import BrokenStore, Office, cibola

THURSDAY = date(2026, 10, 29)
"""The day it is in the offices."""


@pytest.fixture
def week(tmp_path: Path) -> Office:
    """The twelve people of the journeys."""
    return cibola(tmp_path)


def plan(week: Office, person: str, when: str, which: str = "another") -> Visit:
    visits = week.desk.visit_form
    return visits.save(visits.open(person).context, VisitForm(when, which)).visit


def planned(week: Office, person: str) -> list[tuple[date, time | None]]:
    return [(v.on, v.at) for v in week.of(Visit, person) if v.status == "planned"]


def test_what_is_suggested_is_saved_as_it_stands(week: Office) -> None:
    luis = week.desk.caseload.find("Arredondo")
    opened = week.desk.visit_form.open(luis)
    assert opened.form == VisitForm("Fri Oct 30 13:10", "another")  # overdue; at the usual time
    saved = week.desk.visit_form.save(opened.context, opened.form)
    assert (saved.before, saved.launch_warning) == (None, "")
    assert planned(week, luis) == [(date(2026, 10, 30), time(13, 10))]


def test_a_planned_one_is_moved_and_keeps_its_id(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    visits = week.desk.visit_form
    opened = visits.open(dana)
    assert opened.form == VisitForm("Thu Oct 29 8:40", "move")
    (before,) = week.of(Visit, dana)
    raw = week.raw()
    stays = visits.save(opened.context, opened.form)
    assert (stays.visit, stays.before, week.raw()) == (before, before, raw)  # nothing was written
    moved = visits.save(opened.context, replace(opened.form, when="tue 9:10"))
    assert (moved.visit.id, moved.before) == (before.id, before)
    assert planned(week, dana) == [(date(2026, 11, 3), time(9, 10))]


def test_another_one_is_added_behind_it(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    opened = week.desk.visit_form.open(dana)
    assert opened.context.suggested("another") == "Thu Nov 12 8:40"
    plan(week, dana, "11/12 8:40")
    assert planned(week, dana) == [
        (THURSDAY, time(8, 40)),
        (date(2026, 11, 12), time(8, 40)),
    ]


def test_one_that_passed_is_moved_to_the_day_suggested(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    week.wait(days=4)  # a Monday
    assert week.desk.visit_form.open(dana).form == VisitForm("Tue Nov 3 8:40", "move")
    plan(week, dana, "+8")
    to_come = week.desk.visit_form.open(dana).context.to_move
    assert to_come is not None
    assert to_come.on == date(2026, 11, 10)  # not the one that passed


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("", "needs a day"),
        ("10:30", "needs a day"),
        ("10/28", "Wed Oct 28 has passed"),
        ("-1", "has passed"),
        ("thu 25:00", "is not a time"),
        ("soon [/b]", r"'soon \[/b\]' is not a date"),
    ],
)
def test_what_is_no_day_to_come_is_refused(week: Office, when: str, why: str) -> None:
    luis, before = week.desk.caseload.find("Arredondo"), week.raw()
    visits = week.desk.visit_form
    with pytest.raises(Refused, match=why):
        plan(week, luis, when)
    reading = visits.read(VisitForm(when), visits.context(luis))
    assert (reading.day, bool(reading.problem)) == (None, True)
    assert week.raw() == before


def test_what_is_worth_a_look_is_told_and_bars_nothing(week: Office) -> None:
    tom = week.desk.caseload.find("Vasquez-Hale")
    visits = week.desk.visit_form
    reading = visits.read(VisitForm("10/30 10:00"), visits.context(tom))
    launch = "No launch is recorded for 2026-27; hold it before the first visit."
    assert reading.warnings == (launch, "At the same time: 10:05 Juniper Flats Elementary.")
    assert reading.others == "Also that day: 14:00 Sotol Ridge High."
    assert reading.gap == ("The first visit; then one every 14 days.",)
    saved = visits.save(visits.context(tom), VisitForm("10/30 10:00"))
    assert saved.launch_warning == launch
    weekend = visits.read(VisitForm("sat"), visits.context(tom))
    assert weekend.warnings == (launch, "Sat Oct 31 is on a weekend.")
    same = visits.read(VisitForm("10/30"), visits.context(tom))
    assert same.warnings[1] == "A visit to them is planned that day already."
    moving = visits.read(VisitForm("10/30", "move"), visits.context(tom))
    assert moving.warnings == (launch,)


def test_visits_of_archived_people_do_not_stand_in_the_way(week: Office) -> None:
    owen = week.desk.caseload.find("Castellanos")
    week.desk.people.edit(owen, replace(week.desk.people.form(owen), status="archived"))
    others = week.desk.visit_form.context(week.desk.caseload.find("Arredondo")).others
    assert "14:00 Sotol Ridge High" not in [other.words for other in others]


def test_one_moved_elsewhere_meanwhile_is_a_conflict(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    context = week.desk.visit_form.open(dana).context
    plan(week.other_window(), dana, "+1", "move")
    before = week.raw()
    with pytest.raises(Conflict):
        week.desk.visit_form.save(context, VisitForm("+2", "move"))
    assert week.raw() == before


def test_the_next_one_is_cancelled_and_stays_in_the_file(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    plan(week, dana, "+7")
    cancelled = week.desk.visit_form.cancel(dana)
    assert (cancelled.on, cancelled.status) == (THURSDAY, "cancelled")
    assert planned(week, dana) == [(date(2026, 11, 5), None)]
    week.desk.visit_form.cancel(dana)
    with pytest.raises(Refused, match="No visit is planned"):
        week.desk.visit_form.cancel(dana)
    assert len(week.of(Visit, dana)) == 2


def test_a_draft_waits_until_the_visit_is_saved(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    visits, form = week.desk.visit_form, VisitForm("mon 9", "move")
    visits.keep_draft(dana, form, "when", closed=True)
    opened = visits.open(dana)
    assert (opened.form, opened.fresh.when) == (form, "Thu Oct 29 8:40")
    visits.cancel(dana)  # what was to be moved is gone: it becomes a new one
    assert visits.open(dana).form == replace(form, which="another")
    visits.save(visits.open(dana).context, VisitForm("mon 9:00"))
    assert visits.open(dana).form.which == "move"
    assert "visit" not in {draft.form for draft in week.desk.drafts.all()}


def test_a_full_disk_keeps_the_draft(week: Office) -> None:
    dana = week.desk.caseload.find("Whitcomb")
    desk, store = week.desk, BrokenStore(week.desk.store)
    profile = ProfileService(desk.store, desk.drafts, desk.shelf, desk.growth, desk.clock)
    broken = VisitFormService(
        store, desk.drafts, desk.shelf, profile, desk.clock, desk.new_id, desk.agenda._holidays
    )
    broken.keep_draft(dana, VisitForm("mon 9:00", "move"), "when", closed=True)
    with pytest.raises(Unavailable):
        broken.save(broken.context(dana), VisitForm("mon 9:00", "move"))
    assert broken.open(dana).form.when == "mon 9:00"
    with pytest.raises(NotFound):
        broken.open("nobody")


def test_a_draft_goes_on_with_the_visit_it_was_for(week: Office) -> None:
    dana, visits = week.desk.caseload.find("Whitcomb"), week.desk.visit_form
    later = plan(week, dana, "11/12 8:40")
    opened = visits.open(dana, later.id)
    assert opened.form == VisitForm("Thu Nov 12 8:40", "move")
    visits.keep_draft(dana, replace(opened.form, when="11/13 9:00"), "when", closed=True)
    again = visits.open(dana)
    assert again.context.to_move == later
    saved = visits.save(again.context, again.form)
    assert (saved.visit.id, saved.visit.on) == (later.id, date(2026, 11, 13))


def test_a_draft_of_a_visit_that_is_held_by_now_moves_no_other(week: Office) -> None:
    dana, visits = week.desk.caseload.find("Whitcomb"), week.desk.visit_form
    plan(week, dana, "11/12 8:40")
    opened = visits.open(dana)
    visits.keep_draft(dana, replace(opened.form, when="11/2 9:00"), "when", closed=True)
    week.desk.visits.hold(opened.form.visit_id)
    again = visits.open(dana)
    assert again.form.which == "another"
    assert again.context.to_move is None or again.context.to_move.id != opened.form.visit_id
