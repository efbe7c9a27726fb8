"""The add and edit form, read from what was typed."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.launch import Launch
from coach_tui.errors import CoachError, Refused
from coach_tui.services.person_form import PersonForm, form_of, read_launch, read_order, read_person
from tests.services.desks import NOW, SHELF, Office

TODAY = date(2026, 10, 29)
STAMPS: dict[str, Any] = {"id": "p", "created_at": NOW, "updated_at": NOW}


@pytest.mark.parametrize(
    ("typed", "family", "given"),
    [
        ("Whitcomb, Dana", "Whitcomb", "Dana"),
        ("Dana Whitcomb", "Whitcomb", "Dana"),
        ("Mary Jane Watson", "Watson", "Mary Jane"),
        ("Prince", "Prince", ""),
        ("De la Cruz,", "De la Cruz", ""),
        ("  Fo\u0308rster ,\tAaliyah ", "Förster", "Aaliyah"),
        ("Nwosu, Greta, PhD", "Nwosu", "Greta, PhD"),
        ("[bold]X[/], \x1b]0;evil\x07", "[bold]X[/]", "]0;evil"),
        ("李, 小龙", "李", "小龙"),
    ],
)
def test_names(typed: str, family: str, given: str) -> None:
    values = read_person(PersonForm(name=typed))
    assert (values["family"], values["given"]) == (family, given)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("name", " \u200b ", "name is blank"),
        ("name", ", Dana", "no family name"),
        ("name", "x" * 501, "The name has 501 characters"),
        ("school", "x" * 501, "The school has 501"),
        ("role", "x" * 10_000, "The role has 10,000"),
        ("groups", "EL," + "x" * 501, "A priority group has 501"),
        ("email", "x" * 600, "The e-mail address has 600"),
        ("email", "dana", "not an e-mail address"),
        ("email", "@x", "not an e-mail address"),
        ("email", "x@", "not an e-mail address"),
        ("email", "a@b@c", "not an e-mail address"),
        ("email", "a b@c", "not an e-mail address"),
        ("ideal", "", "Days between visits: '' is not a number of days from 1 to 365"),
        ("ideal", "0", "not a number of days"),
        ("ideal", "366", "not a number of days"),
        ("ideal", "٣", "not a number of days"),
        ("longest", "731", "from 1 to 730"),
        ("longest", "13", "shorter than the ideal one"),
        ("status", "gone", "'gone' is not a state"),
    ],
)
def test_each_fault_is_told(field: str, typed: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        read_person(replace(PersonForm(name="Raman, Priya"), **{field: typed}))


def test_values() -> None:
    form = PersonForm("Raman, Priya", "SRH", "ELA", "p@x.y", " EL ,, 504,", " 7 ", "7", "leave")
    values = read_person(form)
    assert values["priority_groups"] == ("EL", "504")
    assert (values["ideal_days"], values["max_days"], values["status"]) == (7, 7, "leave")


@pytest.mark.parametrize("typed", ["C, A, D, B", "cadb", "C A D B", " c/a/d/b ", "C>A>D>B"])
def test_the_agreed_order(typed: str) -> None:
    assert read_order(typed, SHELF.timeline()) == ("C", "A", "D", "B")


@pytest.mark.parametrize("typed", ["CAD", "CCAD", "CCADB", "CADE", "CADBE", "ß", "1234", ";"])
def test_an_order_names_each_cluster_once(typed: str) -> None:
    with pytest.raises(Refused, match="The agreed order of A, B, C, D"):
        read_order(typed, SHELF.timeline())


def test_a_blank_launch_is_none() -> None:
    values = read_launch(PersonForm(order="  "), SHELF.timeline(), TODAY)
    assert not any(values.values())


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("launched", "soon", "not a date"),
        ("coach", "x" * 501, "The coach's name has 501"),
        ("teacher", "x" * 501, "The teacher's name has 501"),
    ],
)
def test_each_fault_of_a_launch_is_told(field: str, typed: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        read_launch(replace(PersonForm(), **{field: typed}), SHELF.timeline(), TODAY)


def test_a_launch_day_comes_back_as_itself_all_year() -> None:
    coachee = Coachee(**STAMPS, family="Raman")
    launch = Launch(**STAMPS, coachee_id="p", track="2026-27", held_on=date(2026, 8, 3))
    for today in (TODAY, date(2027, 2, 1), date(2027, 6, 30)):
        form = form_of(coachee, launch, today)
        assert read_launch(form, SHELF.timeline(), today)["held_on"] == launch.held_on
    assert form_of(coachee, launch.but(held_on=None), TODAY).launched == ""
    assert form_of(coachee, None, TODAY).name == "Raman"


def test_a_draft_is_laid_over_the_form_and_what_does_not_fit_is_left_out() -> None:
    form = PersonForm(name="Raman, Priya")
    typed = {"role": "half", "school": 7, "groups": None, "__class__": "x", "unknown": "x"}
    assert form.with_typed(typed) == replace(form, role="half")
    assert form.with_typed(form.typed()) == form


NAMES = st.text(max_size=30) | st.text("Aé ,'\u0308\u200b\x1b[]-", min_size=1, max_size=12)
FORMS = st.builds(
    PersonForm,
    name=NAMES,
    school=st.text(max_size=20),
    groups=NAMES,
    email=st.sampled_from(["", "a@b"]),
    ideal=st.sampled_from(["14", "1", "x"]),
    longest=st.sampled_from(["21", "14"]),
    launched=st.sampled_from(["", "9/1", "8/1/25", "1/5/2019"]),
    order=st.sampled_from(["", "cadb", "C, A, D, B"]),
    coach=NAMES,
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(form=FORMS)
def test_any_form_is_saved_and_comes_back_or_is_refused(form: PersonForm) -> None:
    with TemporaryDirectory() as folder:
        office = Office.at(Path(folder))
        try:
            key = office.desk.people.add(form).id
        except CoachError:
            return
        before = office.raw()
        _, again = office.other_window().desk.people.open(key)
        office.desk.people.edit(key, again)
        assert office.raw() == before
