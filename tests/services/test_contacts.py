"""A contact and the note of its lines, saved together; the draft of its form."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach_tui.domain.clocks import Clocks
from coach_tui.domain.contact import Contact
from coach_tui.domain.note import Note
from coach_tui.errors import NotFound, Refused, Unavailable
from coach_tui.services.contacts import ContactForm, ContactService, contact_draft_key
from tests.services.desks import BrokenStore, Office

ASKED = "Luis asked for a lab timer; sent file, 5 min"
DENVER = timezone(timedelta(hours=-7))


@pytest.fixture
def luis(office: Office) -> str:
    """A person."""
    return office.add("Arredondo, Luis")


def test_a_line_is_a_note_and_a_contact(office: Office, luis: str) -> None:
    done = office.desk.contacts.record(luis, ASKED)
    (note,), (contact,) = office.of(Note, luis), office.of(Contact, luis)
    assert (done.note, done.contact) == (note, contact)
    assert (contact.at, contact.minutes, contact.note_id) == (office.clock.now(), 5, note.id)
    assert (note.cycle_id, note.started_at, note.ended_at) == (None, None, None)
    (line,) = note.lines
    assert (line.at, line.text, line.tag, line.id) == (time(8, 40), ASKED, "", "1")


def test_lines_keep_their_times_and_marks(office: Office, luis: str) -> None:
    typed = "08:05 asked for a timer\n\n# looks tired\r\n> send the file\x07 (2 min)"
    (first, second, third) = office.desk.contacts.record(luis, typed).note.lines
    assert (first.at, first.text) == (time(8, 5), "asked for a timer")
    assert (second.at, second.tag) == (time(8, 40), "private")
    assert (third.tag, third.text, third.id) == ("action", "> send the file (2 min)", "3")


def test_times_are_the_coachs_own(office: Office, luis: str) -> None:
    office.clock.zone = DENVER
    assert office.desk.contacts.record(luis, "x").note.lines[0].at == time(1, 40)


def test_minutes_that_are_named_count_before_those_in_the_text(office: Office, luis: str) -> None:
    record = office.desk.contacts.record
    assert record(luis, ASKED, 12).contact.minutes == 12
    assert record(luis, ASKED, 0).contact.minutes == 0
    assert record(luis, "sent the file").contact.minutes is None


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\x1b", "\u200b\u202e", "#", "> \n *", "08:40"])
def test_a_blank_is_refused(office: Office, luis: str, text: str) -> None:
    before = office.raw()
    with pytest.raises(Refused, match="Nothing is typed"):
        office.desk.contacts.record(luis, text, 5)
    assert office.raw() == before


def test_what_cannot_be_kept_is_refused(office: Office, luis: str) -> None:
    before, record = office.raw(), office.desk.contacts.record
    with pytest.raises(Refused, match=r"20,001 characters; the most is 20,000\."):
        record(luis, "x" * 20_001)
    for minutes in (-1, 1000):
        with pytest.raises(Refused, match="0 to 999 minutes"):
            record(luis, "x", minutes)
    with pytest.raises(NotFound):
        record("nobody", "x")
    assert office.raw() == before


def test_a_long_line_goes_on_in_further_lines(office: Office, luis: str) -> None:
    lines = office.desk.contacts.record(luis, "x" * 20_000).note.lines
    assert len(lines) == 40
    assert {line.at for line in lines} == {time(8, 40)}


def test_a_full_disk_saves_neither(office: Office, luis: str) -> None:
    desk = office.desk
    broken: Any = BrokenStore(desk.store)
    contacts = ContactService(broken, desk.drafts, office.clock, desk.new_id)
    form = ContactForm(text="x")
    contacts.keep_draft(luis, form, "text", closed=False)
    with pytest.raises(Unavailable):
        contacts.save(luis, form)
    assert (office.of(Note, luis), office.of(Contact, luis)) == ([], [])
    assert contacts.open(luis) == form


def test_a_contact_moves_only_the_contact_clock(office: Office, luis: str) -> None:
    desk = office.desk
    desk.cycles.save(office.form(luis, focus="timers", cluster="C"))
    held = date(2026, 10, 29)
    assert desk.profile.of(luis).clocks == Clocks(held, held)
    order = [row.coachee_id for row in desk.caseload.today().rows]
    office.wait(days=9)
    desk.contacts.record(luis, ASKED)
    assert desk.profile.of(luis).clocks == Clocks(held, date(2026, 11, 7), 5)
    assert [row.coachee_id for row in desk.caseload.today().rows] == order
    assert desk.growth.track(luis).next_session == 2


def test_a_visit_of_the_year_before_still_counts(office: Office, luis: str) -> None:
    office.desk.cycles.save(office.form(luis, focus="timers"))
    office.clock.moment = datetime(2027, 9, 1, 12, tzinfo=UTC)
    assert office.desk.profile.of(luis).clocks.visit == date(2026, 10, 29)


def test_an_evening_note_is_of_the_coachs_day(office: Office, luis: str) -> None:
    office.clock.zone = DENVER
    office.clock.moment = datetime(2026, 10, 30, 2, 30, tzinfo=UTC)  # 19:30 on the 29th
    office.desk.contacts.record(luis, ASKED)
    profile = office.desk.profile.of(luis)
    assert (profile.note_day, profile.clocks.contact) == (date(2026, 10, 29), date(2026, 10, 29))


def test_the_form_comes_back_until_it_is_saved(office: Office, luis: str) -> None:
    contacts = office.desk.contacts
    assert contacts.open(luis) == ContactForm()
    form = ContactForm(minutes="7", text=ASKED)
    contacts.keep_draft(luis, form, "text", closed=True)
    assert contacts.open(luis) == form
    assert contacts.save(luis, form).contact.minutes == 7
    assert office.desk.drafts.read(contact_draft_key(luis)) is None


def test_minutes_that_cannot_be_read_are_refused(office: Office, luis: str) -> None:
    with pytest.raises(Refused, match="'5x' is not a number of minutes"):
        office.desk.contacts.save(luis, ContactForm(minutes="5x", text="x"))
    assert office.of(Contact, luis) == []


def test_fields_of_other_kinds_in_a_draft_are_left_out() -> None:
    assert ContactForm().with_typed({"text": 7, "minutes": "5", "gone": "x"}).typed() == {
        "minutes": "5",
        "text": "",
    }


def test_a_contact_saved_at_once_leaves_the_draft_alone(office: Office, luis: str) -> None:
    contacts = office.desk.contacts
    contacts.keep_draft(luis, ContactForm(text="half"), "text", closed=True)
    contacts.record(luis, "x")
    assert contacts.open(luis).text == "half"


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.text(st.sampled_from("aé#>+ 0:\n\r\0\x1b\u202e\u2028\ud800日m"), max_size=60))
def test_whatever_is_typed_is_saved_clean_or_refused(office: Office, text: str) -> None:
    luis = office.desk.store.people()[0].id if office.desk.store.people() else office.add()
    try:
        done = office.desk.contacts.record(luis, text)
    except Refused:
        return
    assert done.note.lines
    assert all(line.text.isprintable() and line.at and line.id for line in done.note.lines)
    assert office.desk.store.get(Note, done.note.id) == done.note
