"""The growth log and the consents it asks for (DLP-3F, DLP-4A, DLP-4B)."""

from datetime import date
from pathlib import Path

import pytest

from coach_tui.domain.growth_entry import GrowthEntry
from coach_tui.errors import Ambiguous, Conflict, NotFound, Refused
from coach_tui.services.growth_log import EntryForm, GrowthLogService, OpenedEntry
from tests.services.desks import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.at(tmp_path)


@pytest.fixture
def log(office: Office) -> GrowthLogService:
    return office.desk.standards.log


def typed(opened: OpenedEntry, **fields: str) -> EntryForm:
    return EntryForm(**{**opened.form.typed(), **fields})


def made(log: GrowthLogService, kind: str, **fields: str) -> GrowthEntry:
    opened = log.open(kind)
    return log.save(opened, typed(opened, **fields))


def test_a_goal_with_steps_that_are_ticked(office: Office, log: GrowthLogService) -> None:
    goal = made(log, "goal", text="A talk before each visit", steps="Ask\nCount", due="+30")
    assert goal.due == date(2026, 11, 28)
    assert goal.framework == office.desk.shelf.standards().pin
    after = log.turn_step(goal, 0)
    assert [step.done_on for step in after.steps] == [date(2026, 10, 29), None]
    opened = log.open("goal", goal.id)
    assert opened.form.steps == "Ask\nCount"
    kept = log.save(opened, typed(opened, steps="Ask\nCount\nTell"))
    assert [bool(step.done_on) for step in kept.steps] == [True, False, False]
    assert log.turn_step(kept, 0).steps[0].done_on is None


@pytest.mark.parametrize(
    ("steps", "done"),
    [
        ("Ask the principal first\nCount\nTell", [True, False, True]),
        ("New\nAsk the principal early\nCount\nTell", [False, True, False, True]),
        ("Tell\nAsk the principal\nCount", [True, True, False]),
        ("Talk to her\nCount\nTell", [True, False, True]),
        ("Count\nTell all", [False, True]),
        ("Ask the principal\nCount\nTell\nTell", [True, False, True, False]),
    ],
)
def test_a_step_in_other_words_keeps_the_day_it_was_done(
    log: GrowthLogService, steps: str, done: list[bool]
) -> None:
    goal = made(log, "goal", text="Talks", steps="Ask the principal\nCount\nTell")
    log.turn_step(log.turn_step(goal, 0), 2)
    opened = log.open("goal", goal.id)
    saved = log.save(opened, typed(opened, steps=steps))
    assert [bool(step.done_on) for step in saved.steps] == done


def test_equal_steps_are_told_apart(log: GrowthLogService) -> None:
    goal = log.turn_step(made(log, "goal", text="Talks", steps="Visit\nVisit\nTell"), 0)
    opened = log.open("goal", goal.id)
    saved = log.save(opened, typed(opened, steps="Visit\nVisit\nTell all"))
    assert [bool(step.done_on) for step in saved.steps] == [True, False, False]


def test_new_entries_stand_under_their_own_standard(log: GrowthLogService) -> None:
    forms = {
        kind: log.open(kind).form.standards for kind in ("pd", "network_used", "story", "work")
    }
    assert forms == {"pd": "4A", "network_used": "4B", "story": "3F", "work": ""}


def test_what_cannot_be_read_is_refused(log: GrowthLogService) -> None:
    for fields, told in (
        ({"text": "  "}, "Nothing is typed"),
        ({"text": "x" * 20_001}, "20,001 characters"),
        ({"text": "x", "standards": "1D, 9Z"}, "'9Z' is no standard"),
        ({"text": "x", "on": "11/3/2026"}, "still to come"),
        ({"text": "x", "on": "soon"}, "soon"),
        ({"text": "x", "minutes": "1000"}, "number of minutes"),
        ({"text": "x", "steps": "y" * 501}, "This entry cannot be saved"),
    ):
        with pytest.raises(Refused, match=told):
            made(log, "pd", **fields)
    with pytest.raises(Refused, match="no such kind"):
        log.open("diary")
    assert log.entries() == ()


def test_parts_and_small_letters_file_under_the_standard(log: GrowthLogService) -> None:
    assert made(log, "pd", text="x", standards="3d.2 1d,1D").standards == ("1D", "3D")


def test_the_newest_comes_first_and_archived_ones_are_off_the_list(
    office: Office, log: GrowthLogService
) -> None:
    old, new = made(log, "pd", text="old", on="10/1"), made(log, "work", text="new")
    assert [one.text for one in log.entries()] == ["new", "old"]
    assert new.work == "other"
    log.archive(old)
    assert [one.text for one in log.entries()] == ["new"]
    assert office.desk.undo.undo() == 'Undid: development "old" archived.'
    assert len(log.entries()) == 2


def test_what_is_off_the_list_is_put_back(office: Office, log: GrowthLogService) -> None:
    log.archive(made(log, "pd", text="old"))
    (old,) = log.entries(archived=True)
    log.list_again(old)
    assert [one.text for one in log.entries()] == ["old"]
    assert log.entries(archived=True) == ()
    assert office.desk.undo.undo() == 'Undid: development "old" listed again.'


def test_two_windows_change_one_entry(office: Office, log: GrowthLogService) -> None:
    entry = made(log, "pd", text="a webinar")
    other = office.other_window().desk.standards.log
    opened, theirs = log.open("pd", entry.id), other.open("pd", entry.id)
    other.save(theirs, typed(theirs, text="another"))
    with pytest.raises(Conflict, match="changed elsewhere"):
        log.save(opened, typed(opened, text="mine"))
    with pytest.raises(Conflict, match="changed elsewhere"):
        log.archive(entry)
    assert [one.text for one in log.entries()] == ["another"]


def test_a_draft_comes_back(log: GrowthLogService) -> None:
    opened = log.open("network_given")
    log.keep_draft(opened, typed(opened, text="Showed my log"), "text:0:13", closed=True)
    again = log.open("network_given")
    assert again.form.text == "Showed my log"
    assert log.open("network_used").form.text == ""
    log.save(again, again.form)
    assert log.open("network_given").form.text == ""


# -- stories ------------------------------------------------------------------------------------


def test_a_story_names_somebody_only_with_their_consent(
    office: Office, log: GrowthLogService
) -> None:
    person = office.add("Okafor, Dana")
    opened = log.open("story")
    form = typed(opened, text="A class sorts its slips", about="okafor", shared="yes")
    with pytest.raises(Refused, match="No consent of Okafor, Dana; 'keep"):
        log.save(opened, form)
    assert log.entries() == ()
    office.desk.consents.give(person)
    story = log.save(opened, form)
    assert (story.about, story.for_sharing) == (person, True)
    assert "A class sorts its slips" in log.shared_text(story)
    office.desk.consents.withdraw(person)
    assert log.why_not_shared(story) == "no consent of Okafor, Dana is recorded."
    with pytest.raises(Refused, match="no consent of Okafor, Dana"):
        log.shared_text(story)
    office.desk.undo.undo()
    assert log.why_not_shared(story) == ""


def test_whose_consent_is_missing_fits_a_row(office: Office, log: GrowthLogService) -> None:
    office.add("Featherstonehaugh-Smythe, Maximiliana")
    office.add("Bell, Marcus")
    with pytest.raises(Refused) as told:
        made(log, "story", text="Maximiliana and Marcus", shared="yes")
    assert len(f"Not saved. {told.value}") <= 80


def test_a_name_in_the_text_needs_a_consent_too(office: Office, log: GrowthLogService) -> None:
    office.add("Okafor, Dana")
    office.add("Bell, Marcus")
    story = made(log, "story", text="Marcus sat in with Ms. Okafor")
    assert log.why_not_shared(story) == "no consent of Bell, Marcus (and 1 more) is recorded."
    private = made(log, "story", text="Slips are sorted\n# Marcus did it")
    assert log.why_not_shared(private) == ""
    assert "Marcus" not in log.shared_text(private)
    with pytest.raises(Refused, match="all its lines are private"):
        log.shared_text(made(log, "pd", text="# mine"))


def test_a_story_about_nobody_that_is_there(office: Office, log: GrowthLogService) -> None:
    office.add("Okafor, Dana")
    office.add("Okafor, Chi")
    with pytest.raises(NotFound):
        made(log, "story", text="x", about="Nobody")
    with pytest.raises(Ambiguous):
        made(log, "story", text="x", about="Okafor")


def test_somebody_who_left_the_file_stays_told(office: Office, log: GrowthLogService) -> None:
    office.add("Okafor, Dana")
    story = made(log, "story", text="x", about="Okafor")
    gone = story.but(about="01GONE")
    office.desk.store.save([gone])
    opened = log.open("story", story.id)
    assert opened.form.about == "somebody no longer here"
    assert log.save(opened, typed(opened, text="y")).about == "01GONE"
    assert log.why_not_shared(gone) == "no consent of somebody no longer here is recorded."


def test_a_consent_is_recorded_once_and_withdrawn_once(office: Office) -> None:
    person, consents = office.add("Okafor, Dana"), office.desk.consents
    given = consents.give(person)
    assert (given.kind, given.what, given.on) == ("consent", "impact story", date(2026, 10, 29))
    with pytest.raises(Refused, match="recorded already"):
        consents.give(person)
    assert office.desk.profile.of(person).consent == given
    consents.withdraw(person)
    with pytest.raises(Refused, match="No consent"):
        consents.withdraw(person)
    assert office.desk.profile.of(person).consent is None
    assert office.desk.undo.undo() == "Undid: withdrawn consent of Okafor, Dana."
    assert consents.given() == {person}
    with pytest.raises(NotFound):
        consents.give("01GONE")
