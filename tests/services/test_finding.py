"""Who is meant by a name or a part of one."""

import pytest

from coach_tui.domain.coachee import Coachee
from coach_tui.errors import Ambiguous, NotFound
from tests.services.desks import Office


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Whitcomb, Dana", "Whitcomb, Dana"),
        ("  whitcomb,   DANA ", "Whitcomb, Dana"),
        ("comb", "Whitcomb, Dana"),
        ("Forster", "Förster, Aaliyah"),
        ("forster, a", "Förster, Aaliyah"),
        ("Förster", "Förster, Aaliyah"),
        ("FO\u0308RSTER", "Förster, Aaliyah"),
        ("tran", "Trần, Bea"),
        ("Trần", "Trần, Bea"),
        ("nes", "Castillo, Inés"),
        ("strasse", "Straße, Eva"),
        ("李", "李, 小龙"),
    ],
)
def test_a_part_of_a_name_finds_one(office: Office, typed: str, name: str) -> None:
    people = ("Whitcomb, Dana", "Förster, Aaliyah", "Trần, Bea", "Castillo, Inés")
    ids = {who: office.add(who) for who in (*people, "Straße, Eva", "李, 小龙", "王, 芳")}
    assert office.desk.caseload.find(typed) == ids[name]
    assert office.desk.caseload.find(f" {ids[name].lower()} ") == ids[name]


@pytest.mark.parametrize("typed", ["", "   ", "nobody", "?", "\x1b[31m", "Fórster", "\ud800"])
def test_nobody_fits(office: Office, typed: str) -> None:
    for name in ("Förster, Aaliyah", "李, 小龙"):
        office.add(name)
    with pytest.raises(NotFound, match="Nobody in the caseload fits") as fault:
        office.desk.caseload.find(typed)
    assert str(fault.value).isprintable()


def test_several_fit(office: Office) -> None:
    for name in ("Forster, Max", "Förster, Aaliyah", "Raman, Priya"):
        office.add(name)
    with pytest.raises(Ambiguous, match="'FORSTER' fits 2 people") as fault:
        office.desk.caseload.find("FORSTER")
    assert fault.value.matches == ("Forster, Max", "Förster, Aaliyah")
    found = office.desk.caseload.find("Förster")  # the accent says who
    assert office.desk.people.get(found).given == "Aaliyah"


def test_a_whole_name_wins_over_parts(office: Office) -> None:
    office.add("Lindqvist, Keiko")
    assert office.add("Lind") == office.desk.caseload.find("lind")


def test_the_same_name_at_two_schools_is_told_apart(office: Office) -> None:
    office.add(school="JFE")
    office.add(school="HCM")
    for typed in ("Whitcomb, Dana", "dana"):
        with pytest.raises(Ambiguous) as fault:
            office.desk.caseload.find(typed)
        assert fault.value.matches == ("Whitcomb, Dana, HCM", "Whitcomb, Dana, JFE")


def test_what_tells_people_of_one_name_apart_can_be_typed(office: Office) -> None:
    now = office.clock.now()
    schools = {"JFE": "A", "HCM": "B", "": "C"}
    office.desk.store.save(
        [
            Coachee(
                id=key * 26, family="Ito", given="Bo", school=school, created_at=now, updated_at=now
            )
            for school, key in schools.items()
        ]
    )
    with pytest.raises(Ambiguous) as fault:
        office.desk.caseload.find("Ito, Bo")
    assert fault.value.matches == ("Ito, Bo, HCM", "Ito, Bo, JFE", "Ito, Bo, no school")
    found = [office.desk.caseload.find(told.upper())[0] for told in fault.value.matches]
    assert found == ["B", "A", "C"]


def test_archived_people_count_where_nobody_else_fits(office: Office) -> None:
    gone = office.add("Whitcomb, Dana", status="archived")
    assert office.desk.caseload.find("Whitcomb, Dana") == gone
    here = office.add("Whitcomb, Dana")
    assert office.desk.caseload.find("Whitcomb, Dana") == here
    assert office.desk.caseload.find("whit") == here
    assert office.desk.caseload.find(gone) == gone
