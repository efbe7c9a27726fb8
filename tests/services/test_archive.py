"""Archiving and bringing back: each does what it says, whatever another window did."""

from dataclasses import replace

import pytest

from coach_tui.errors import Refused
from tests.services.desks import Office


def test_what_is_so_already_is_said_and_nothing_is_saved(office: Office) -> None:
    dana, archiving = office.add(), office.desk.archiving
    with pytest.raises(Refused, match="Whitcomb, Dana is back in the list already"):
        archiving.bring_back(dana)
    office.other_window().desk.archiving.archive(dana)
    before = office.raw()
    with pytest.raises(Refused, match="Whitcomb, Dana is archived already"):
        archiving.archive(dana)
    assert office.raw() == before
    assert archiving.bring_back(dana).status == "active"


def test_whoever_was_on_leave_is_on_leave_again(office: Office) -> None:
    dana, desk = office.add(status="leave"), office.desk
    desk.archiving.archive(dana)
    assert desk.archiving.bring_back(dana).status == "leave"
    form = desk.people.form(dana)
    desk.people.edit(dana, replace(form, status="archived"))
    assert desk.archiving.bring_back(dana).status == "leave"
    desk.people.edit(dana, replace(form, status="active"))
    desk.archiving.archive(dana)
    assert desk.archiving.bring_back(dana).status == "active"


def test_nobody_is_brought_back_beside_a_twin(office: Office) -> None:
    dana, desk = office.add(school="JFE"), office.desk
    desk.archiving.archive(dana)
    office.add("whitcomb, dana", school="jfe")
    told = "Whitcomb, Dana is in the caseload already, at the same school"
    with pytest.raises(Refused, match=told):
        desk.archiving.bring_back(dana)
    form = desk.people.form(dana)
    with pytest.raises(Refused, match=told):
        desk.people.edit(dana, replace(form, status="active"))
    assert desk.people.get(dana).status == "archived"
    back = desk.people.edit(dana, replace(form, status="active", school="Sotol Ridge"))
    assert back.status == "active"
