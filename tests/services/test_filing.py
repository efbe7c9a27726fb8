"""Filing cycles and contacts under standards, and finding them there (DLP tags)."""

from pathlib import Path

import pytest

from coach_tui.domain.contact import Contact
from coach_tui.domain.cycle import Cycle
from coach_tui.errors import NotFound, Refused
from tests.services.desks import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.at(tmp_path)


def held(office: Office, person: str) -> Cycle:
    """A round with somebody."""
    office.desk.cycles.save(office.form(person, goal="Slips are sorted\n# private", cluster="C"))
    (cycle,) = office.of(Cycle, person)
    assert isinstance(cycle, Cycle)
    return cycle


def test_a_cycle_is_filed_without_a_reason_and_undone(office: Office) -> None:
    person = office.launched()
    cycle, filing = held(office, person), office.desk.standards.filing
    tags = filing.open("cycle", cycle.id)
    assert tags.what == "session 1 of Thu Oct 29"
    assert filing.save(tags, ("3D", "1D")) == ("1D", "3D")
    stored = office.stored(person, 1)
    assert stored.standards == ("1D", "3D")
    assert stored.corrections == ()
    assert office.desk.undo.undo() == "Undid: standards of session 1, Whitcomb, Dana."
    assert office.stored(person, 1).standards == ()


def test_saving_the_same_tags_saves_nothing(office: Office) -> None:
    cycle, filing = held(office, office.launched()), office.desk.standards.filing
    before = office.raw()
    assert filing.save(filing.open("cycle", cycle.id), ()) == ()
    assert office.raw() == before


def test_a_contact_is_filed(office: Office) -> None:
    person, filing = office.add(), office.desk.standards.filing
    contact = office.desk.contacts.record(person, "sent the file, 5 min").contact
    filing.save(filing.open("contact", contact.id), ("2A",))
    assert office.of(Contact, person)[0].standards == ("2A",)
    (found,) = filing.every()
    assert (found.kind, found.record_id) == ("contact", contact.note_id)
    assert found.words == "contact, 5 minutes"
    assert office.desk.undo.undo() == "Undid: standards of contact with Whitcomb, Dana."


def test_what_is_filed_stands_under_its_standard_without_names(office: Office) -> None:
    person = office.launched()
    cycle, service = held(office, person), office.desk.standards
    service.filing.save(service.filing.open("cycle", cycle.id), ("1D",))
    points = {p.part.id: p for p in service.review().points}
    (found,) = service.review().filed_under(points["1D.2"])
    assert (found.words, found.coachee_id) == ("session 1: Slips are sorted", person)
    assert service.review().filed_under(points["1A"]) == ()


def test_two_windows_file_one_record(office: Office) -> None:
    cycle, filing = held(office, office.launched()), office.desk.standards.filing
    filing.save(filing.open("cycle", cycle.id), ("3D",))
    mine = filing.open("cycle", cycle.id)
    other = office.other_window().desk.standards.filing
    other.save(other.open("cycle", cycle.id), ("2A", "3D"))
    assert filing.save(mine, ("1D",)) == ("1D", "2A")
    assert filing.open("cycle", cycle.id).record.standards == ("1D", "2A")
    before = office.raw()
    assert filing.save(mine, ("1D",)) == ("3D",)
    assert office.raw() == before


def test_tags_of_standards_that_are_gone_stay(office: Office) -> None:
    cycle, filing = held(office, office.launched()), office.desk.standards.filing
    office.desk.store.save([cycle.but(standards=("9Z", "1D"))])
    assert filing.save(filing.open("cycle", cycle.id), ("2A",)) == ("2A", "9Z")


def test_what_cannot_be_filed(office: Office) -> None:
    person, filing = office.launched(), office.desk.standards.filing
    office.sessions(person, "C 4")
    with pytest.raises(Refused, match="nothing to file"):
        filing.open("cycle", office.stored(person, 1).id)
    with pytest.raises(Refused, match="Only cycles and contacts"):
        filing.open("todo", "01")
    with pytest.raises(NotFound):
        filing.open("contact", "01")
