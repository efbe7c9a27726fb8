"""Follow-ups and reports marked by hand: which session, which day, once each."""

from datetime import date

import pytest

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.output import Output
from coach_tui.errors import NotFound, Refused, Unavailable
from coach_tui.services.outputs import OpenedOutput, OutputForm, OutputService
from tests.services.desks import BrokenStore, Office
from tests.services.test_evidence import met, save


@pytest.fixture
def dana(office: Office) -> str:
    """A person with three sessions, the last one a week ago."""
    person = office.add()
    save(office, *(met(person, 35 - 14 * at, at + 1) for at in range(3)))
    return person


def cycle(office: Office, person: str, session: int) -> Cycle:
    return office.stored(person, session)


def opened(office: Office, person: str, session: int = 0) -> OpenedOutput:
    key = cycle(office, person, session).id if session else ""
    return office.desk.outputs.open(person, "follow_up", key)


def mark(office: Office, person: str, day: str, session: int = 0) -> str:
    """Mark a follow-up through the form; what is said of it."""
    form = opened(office, person, session)
    return office.desk.outputs.save(form, OutputForm(day, form.form.which)).words


def test_the_last_session_without_a_follow_up_is_suggested_today(office: Office, dana: str) -> None:
    form = opened(office, dana)
    assert [words for _, words in form.choices] == ["3, Oct 22", "2, Oct 8", "1, Sep 24"]
    assert form.form == form.fresh == OutputForm("Thu Oct 29", cycle(office, dana, 3).id)
    told = office.desk.outputs.save(form, form.form).words
    assert told == "follow-up after session 3 marked, sent Thu Oct 29"
    form = opened(office, dana)
    assert form.form.which == cycle(office, dana, 2).id
    assert form.choices[0][1] == "3, Oct 22 sent"
    assert opened(office, dana, 1).form.which == cycle(office, dana, 1).id


def test_what_is_stored(office: Office, dana: str) -> None:
    mark(office, dana, "10/23")
    (output,) = office.of(Output, dana)
    assert (output.kind, output.on) == ("follow_up", date(2026, 10, 23))
    assert output.cycle_id == cycle(office, dana, 3).id
    assert office.desk.profile.of(dana).follow_up(output.cycle_id) == output


def test_twice_is_told_and_not_doubled(office: Office, dana: str) -> None:
    mark(office, dana, "10/23")
    again = mark(office, dana, "10/23", 3)
    assert again == "follow-up after session 3 was marked before, sent Fri Oct 23"
    assert mark(office, dana, "10/24", 3) == (
        "follow-up after session 3 now sent Sat Oct 24, before Oct 23"
    )
    assert [output.on.day for output in office.of(Output, dana)] == [24]
    told = office.desk.outputs.mark_sent(cycle(office, dana, 3).id).words
    assert told == "follow-up after session 3 was marked before, sent Sat Oct 24"


def test_marked_with_a_key_it_was_sent_today(office: Office, dana: str) -> None:
    told = office.desk.outputs.mark_sent(cycle(office, dana, 2).id).words
    assert told == "follow-up after session 2 marked, sent Thu Oct 29"


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("10/30", "is still to come"),
        ("+1", "is still to come"),
        ("soon", "'soon' is not a date"),
        ("", "Type the day"),
        ("10/21", "Session 3 was held on Thu Oct 22; its follow-up cannot be of an earlier day"),
        ("2010-01-01", "more than ten years"),
        ("\x1b[31m", "is not a date"),
    ],
)
def test_days_that_are_refused(office: Office, dana: str, day: str, why: str) -> None:
    before = office.raw()
    with pytest.raises(Refused, match=why):
        mark(office, dana, day)
    assert office.raw() == before


def test_a_session_must_be_picked(office: Office, dana: str) -> None:
    form = opened(office, dana)
    with pytest.raises(Refused, match="Pick which one"):
        office.desk.outputs.save(form, OutputForm("today", "elsewhere"))
    with pytest.raises(Refused, match="Pick which one"):
        office.desk.outputs.save(form, OutputForm("10/29", ""))


def test_with_no_meeting_there_is_nothing_to_follow_up(office: Office) -> None:
    person = office.add()
    with pytest.raises(Refused, match="No session was held yet"):
        opened(office, person)
    with pytest.raises(NotFound):
        office.desk.outputs.open("nobody", "report")


def test_a_count_alone_is_no_meeting(office: Office) -> None:
    person = office.add()
    save(office, count := met(person, 3).but(origin="count", number=None))
    with pytest.raises(Refused, match="a count alone"):
        office.desk.outputs.mark_sent(count.id)
    with pytest.raises(Refused, match="No session was held yet"):
        opened(office, person)


def report(office: Office, person: str, day: str = "10/29", what: str = "") -> str:
    form = office.desk.outputs.open(person, "report")
    return office.desk.outputs.save(form, OutputForm(day, what or form.form.which)).words


def test_reports_once_each_a_year(office: Office, dana: str) -> None:  # CC-25
    assert report(office, dana) == "mid-year report marked, issued Thu Oct 29"
    assert report(office, dana) == "year-end report marked, issued Thu Oct 29"
    assert report(office, dana, "10/28", "mid-year") == (
        "mid-year report now issued Wed Oct 28, before Oct 29"
    )
    assert len(office.of(Output, dana)) == 2
    assert office.desk.profile.of(dana).last_report.what == "year-end"  # type: ignore[union-attr]
    office.wait(days=300)
    assert report(office, dana, "8/25") == "mid-year report marked, issued Wed Aug 25"
    assert len(office.of(Output, dana)) == 3


def test_late_in_the_year_the_year_end_report_is_suggested(office: Office, dana: str) -> None:
    office.wait(days=200)
    assert office.desk.outputs.open(dana, "report").form.which == "year-end"


def test_undo_and_redo(office: Office, dana: str) -> None:
    mark(office, dana, "10/23")
    assert "follow-up to" in office.desk.undo.undo()
    assert office.of(Output, dana) == []
    office.desk.undo.redo()
    mark(office, dana, "10/24", 3)
    office.desk.undo.undo()
    assert [output.on.day for output in office.of(Output, dana)] == [23]


def test_a_session_with_a_follow_up_is_not_undone_beneath_it(office: Office, dana: str) -> None:
    save(office, last := met(dana, 0, 4))
    office.other_window().desk.outputs.mark_sent(last.id)
    with pytest.raises(Refused):
        office.desk.undo.undo()
    assert cycle(office, dana, 4) == last.but(revision=1, updated_at=office.clock.now())


def test_a_draft_is_kept_and_goes_with_the_save(office: Office, dana: str) -> None:
    outputs, form = office.desk.outputs, opened(office, dana)
    typed = OutputForm("10/2", cycle(office, dana, 1).id)
    outputs.keep_draft(form, typed, "day", closed=True)
    assert opened(office, dana).form == typed
    assert opened(office, dana, 2).form == OutputForm("10/2", cycle(office, dana, 2).id)
    outputs.save(form, typed)
    assert opened(office, dana).form == opened(office, dana).fresh


def test_a_full_disk_keeps_the_draft(office: Office, dana: str) -> None:
    desk = office.desk
    broken = OutputService(BrokenStore(desk.store), desk.drafts, office.clock, desk.new_id)
    form = opened(office, dana)
    broken.keep_draft(form, OutputForm("10/28", form.form.which), "day", closed=True)
    with pytest.raises(Unavailable):
        broken.save(form, OutputForm("10/28", form.form.which))
    assert opened(office, dana).form.day == "10/28"
