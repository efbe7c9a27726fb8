"""Adding and editing people, with their launch."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.launch import Launch
from coach_tui.errors import Conflict, NotFound, Refused, Unavailable
from coach_tui.ids import new_id
from coach_tui.services.people import PeopleService
from coach_tui.services.person_form import PersonForm
from tests.services.desks import SHELF, BrokenStore, Office

FULL = PersonForm(
    name="Whitcomb, Dana",
    school="Juniper Flats",
    role="Gr 3 math",
    email="dana@cibola.example",
    groups="EL, 504",
    ideal="7",
    longest="10",
    launched="9/1",
    order="C, A, D, B",
    coach="Renata Okafor-Lind",
    teacher="Dana Whitcomb",
)


def test_a_person_with_a_launch_is_on_the_disk(office: Office) -> None:
    added = office.desk.people.add(FULL)
    assert office.other_window().desk.people.get(added.id) == added
    assert (added.name, added.ideal_days, added.max_days) == ("Whitcomb, Dana", 7, 10)
    assert added.priority_groups == ("EL", "504")
    (launch,) = office.of(Launch, added.id)
    assert (launch.track, launch.held_on) == ("2026-27", date(2026, 9, 1))
    assert (launch.order, launch.coach) == (("C", "A", "D", "B"), "Renata Okafor-Lind")


def test_a_name_is_enough(office: Office) -> None:
    added = office.desk.people.add(PersonForm(name="Tom Vasquez-Hale"))
    assert (added.family, added.given, added.status) == ("Vasquez-Hale", "Tom", "active")
    assert (added.ideal_days, added.max_days) == (14, 21)
    assert office.of(Launch, added.id) == []


def test_a_weekday_of_a_launch_has_passed_and_a_date_may_be_to_come(office: Office) -> None:
    days = {"thu": 29, "fri": 23, "10/31": 31}
    for name, (typed, day) in zip(("Ng, A", "Ng, B", "Ng, C"), days.items(), strict=True):
        (launch,) = office.of(Launch, office.add(name, launched=typed))
        assert launch.held_on == date(2026, 10, day)


def test_a_record_that_does_not_pass_its_checks_is_refused_in_words(office: Office) -> None:
    desk = office.desk
    broken: Any = lambda _: 7  # noqa: E731
    people = PeopleService(desk.store, desk.drafts, SHELF, office.clock, broken)
    with pytest.raises(Refused, match="This person cannot be saved; id: is not a text"):
        people.add(FULL)
    key = office.add()
    with pytest.raises(Refused, match="This person cannot be saved; id: is not a text"):
        people.edit(key, replace(FULL, role="x"))
    assert office.desk.people.get(key).role == ""


def test_the_same_person_twice_is_refused(office: Office) -> None:
    office.add(school="Juniper Flats")
    for name in ("Whitcomb, Dana", "Dana Whitcomb", " whitcomb ,  DANA "):
        with pytest.raises(Refused, match="in the caseload already"):
            office.add(name, school="juniper flats")
    assert office.add(school="Harlan Creek")
    assert len(office.desk.store.people()) == 2


@pytest.mark.parametrize("schools", [("", "JFE"), ("JFE", ""), ("", "")])
def test_the_same_name_without_a_school_is_refused(
    office: Office, schools: tuple[str, str]
) -> None:
    office.add(school=schools[0])
    with pytest.raises(Refused, match="Whitcomb, Dana is in the caseload already; name both"):
        office.add(school=schools[1])
    other, people = office.add("Whitcomb, Eve", school=schools[1]), office.desk.people
    with pytest.raises(Refused, match="name both schools"):
        people.edit(other, replace(people.form(other), name="Dana Whitcomb"))
    assert people.get(other).name == "Whitcomb, Eve"


def twins(office: Office, *schools: str) -> list[str]:
    """People of one name, as older versions let them stand together."""
    now = office.clock.now()
    people = [
        Coachee(
            id=new_id(now),
            created_at=now,
            updated_at=now,
            family="Whitcomb",
            given="Dana",
            school=school,
        )
        for school in schools
    ]
    office.desk.store.save(people)
    return [person.id for person in people]


def test_two_who_stand_without_a_school_can_be_told_apart_one_by_one(office: Office) -> None:
    people = office.desk.people
    for first, second in (twins(office, "", ""), twins(office, "", "Sotol")):
        form = people.form(first)
        assert people.edit(first, replace(form, role="Gr 5")).role == "Gr 5"
        assert people.edit(first, replace(form, school="JFE")).school == "JFE"
        with pytest.raises(Refused, match="at the same school"):
            people.edit(second, replace(people.form(second), school="jfe"))
        assert people.edit(second, replace(people.form(second), school="HCM")).school == "HCM"
        for done in (first, second):
            office.desk.archiving.archive(done)


def test_an_archived_twin_does_not_count(office: Office) -> None:
    office.add(status="archived")
    assert office.add()


def test_a_refused_form_saves_nothing(office: Office) -> None:
    for form in (replace(FULL, name=" "), replace(FULL, order="CAD")):
        with pytest.raises(Refused):
            office.desk.people.add(form)
    assert office.desk.store.people() == ()


@pytest.mark.parametrize(
    "name",
    [
        "Whitcomb, Dana",
        "De la Cruz,",
        "Prince",
        "O'Brien-Ng, Mary Jane",
        "Trần, Bea",
        "Whitcomb, Dana, PhD",
        "[red]Bold[/], \x1b[31mDana\u202e",
    ],
)
def test_an_edit_without_a_change_writes_nothing(office: Office, name: str) -> None:
    key = office.desk.people.add(replace(FULL, name=name)).id
    before = office.raw()
    for days in (0, 120, 243):  # through to the end of the school year
        office.clock.moment = office.other_window().clock.moment
        office.wait(days=days)
        stored, form = office.desk.people.open(key)
        assert stored == form == office.desk.people.form(key)
        assert office.desk.people.edit(key, form).name == office.desk.people.get(key).name
    assert office.raw() == before


def test_an_edit_writes_what_changed_only(office: Office) -> None:
    key = office.desk.people.add(FULL).id
    _, form = office.desk.people.open(key)
    edited = office.desk.people.edit(key, replace(form, role="Gr 4 math"))
    assert (edited.role, edited.revision) == ("Gr 4 math", 2)
    assert office.of(Launch, key)[0].revision == 1
    _, form = office.desk.people.open(key)
    office.desk.people.edit(key, replace(form, launched="", order="bcad"))
    (launch,) = office.of(Launch, key)
    assert (launch.held_on, launch.order) == (None, ("B", "C", "A", "D"))
    assert office.desk.people.get(key).revision == 2


def test_an_edit_needs_no_open_before_it(office: Office) -> None:
    key = office.add()
    form = replace(office.desk.people.form(key), school="Sotol Ridge")
    assert office.desk.people.edit(key, form).school == "Sotol Ridge"
    assert office.desk.people.edit(key, replace(form, role="CTE")).role == "CTE"


def test_deleting_is_archiving(office: Office) -> None:
    key = office.add()
    office.sessions(key, "C 4")
    office.desk.people.edit(key, replace(office.desk.people.form(key), status="archived"))
    assert office.desk.caseload.today().rows == ()
    assert office.desk.people.get(key).status == "archived"
    assert office.stored(key, 1).gi.total == 4


def test_what_another_window_saved_meanwhile_is_a_conflict(office: Office) -> None:
    key = office.desk.people.add(FULL).id
    _, form = office.desk.people.open(key)
    other = office.other_window().desk.people
    other.edit(key, replace(other.form(key), role="Gr 5"))
    mine = replace(form, school="Harlan Creek")
    for _ in range(2):
        with pytest.raises(Conflict, match="changed elsewhere"):
            office.desk.people.edit(key, mine)
    assert office.desk.people.get(key).role == "Gr 5"
    _, form = office.desk.people.open(key)
    both = office.desk.people.edit(key, replace(form, school="Harlan Creek"))
    assert (both.role, both.school) == ("Gr 5", "Harlan Creek")


def test_a_launch_recorded_in_another_window_meanwhile_is_a_conflict(office: Office) -> None:
    key = office.add()
    _, form = office.desk.people.open(key)
    other = office.other_window().desk.people
    other.edit(key, replace(other.form(key), launched="9/1"))
    with pytest.raises(Conflict, match="recorded elsewhere"):
        office.desk.people.edit(key, replace(form, launched="9/8", role="Gr 5"))
    assert office.desk.people.get(key).role == ""
    assert [launch.held_on for launch in office.of(Launch, key)] == [date(2026, 9, 1)]


def test_a_new_school_year_has_a_launch_of_its_own(office: Office) -> None:
    key = office.launched()
    office.wait(days=300)
    form = office.desk.people.form(key)
    assert (form.launched, form.order) == ("", "")
    office.desk.people.edit(key, replace(form, launched="today"))
    assert [launch.track for launch in office.of(Launch, key)] == ["2026-27", "2027-28"]


def test_drafts_are_kept_taken_up_and_discarded(office: Office) -> None:
    people, key = office.desk.people, office.add()
    for who in ("", key):
        stored, _ = people.open(who)
        people.keep_draft(who, replace(stored, role="half ty"), "f-role", closed=True)
        assert people.open(who) == (stored, replace(stored, role="half ty"))
        people.discard_draft(who)
        assert people.open(who) == (stored, stored)


def test_a_save_takes_the_draft_away(office: Office) -> None:
    people = office.desk.people
    people.keep_draft("", FULL, "f-name", closed=False)
    key = people.add(FULL).id
    people.keep_draft(key, FULL, "f-name", closed=False)
    people.edit(key, replace(FULL, role="Gr 4"))
    assert office.desk.drafts.all() == ()


def test_a_draft_that_cannot_go_does_not_undo_the_save(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuck(key: str) -> None:
        raise Unavailable("The draft could not be removed.")

    monkeypatch.setattr(office.desk.drafts, "discard", stuck)
    assert office.desk.people.edit(office.add(), PersonForm(name="Raman, Priya")).given == "Priya"


def test_a_full_disk_keeps_the_draft(office: Office) -> None:
    broken: Any = BrokenStore(office.desk.store)
    clock, new_id = office.clock, office.desk.new_id
    people = PeopleService(broken, office.desk.drafts, SHELF, clock, new_id)
    people.keep_draft("", FULL, "f-name", closed=False)
    with pytest.raises(Unavailable):
        people.add(FULL)
    assert office.desk.store.people() == ()
    assert people.open("")[1] == FULL


def test_nobody(office: Office) -> None:
    with pytest.raises(NotFound):
        office.desk.people.open("nobody")
    with pytest.raises(NotFound):
        office.desk.people.edit("nobody", FULL)
    assert office.of(Coachee, "nobody") == []
