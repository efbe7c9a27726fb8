"""Progressions on real files: models, marks, evidence, and the pause (PL-1 to PL-5)."""

from datetime import date

import pytest

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.progression import ProgressionPlace
from coach_tui.errors import Conflict, Refused
from coach_tui.services.evidence_form import EvidenceForm
from coach_tui.services.progressions import model_named
from tests.services.desks import SHELF, Office

STATION = "station_rotation"


@pytest.fixture
def dana(office: Office) -> str:
    """A person whose class is in Station Rotation."""
    key = office.add()
    office.desk.progressions.choose(key, STATION)
    return key


def seen_twice(office: Office, person: str, *steps: str) -> None:
    for _ in range(2):
        for step in steps:
            office.desk.progressions.mark(person, STATION, step, in_place=True)
        office.wait(days=7)


def test_a_model_is_named_by_its_name_id_or_code() -> None:
    framework = SHELF.progressions()
    for text in ("Station Rotation", " station  rotation", "STATION", "station_rotation"):
        found = model_named(framework, text)
        assert found is not None
        assert found.id == STATION
    assert model_named(framework, "") is None
    assert model_named(framework, "Our own blend") is None


def test_choosing_a_model_names_it_and_filters_find_it(office: Office, dana: str) -> None:
    assert office.desk.people.get(dana).model == "Station Rotation"
    assert [facts.model for facts in office.desk.store.facts("2026-27")] == ["Station Rotation"]
    assert office.desk.undo.undo().startswith("Undid: details of Whitcomb, Dana.")
    assert office.desk.people.get(dana).model == ""


def test_choosing_the_model_that_is_in_use_saves_nothing(office: Office, dana: str) -> None:
    before = office.desk.people.get(dana)
    office.desk.progressions.choose(dana, STATION)
    assert office.desk.people.get(dana) == before


def test_without_a_model_there_is_no_standing(office: Office) -> None:
    key = office.add()
    person = office.desk.people.get(key)
    office.desk.store.save([person.but(model="Our own blend")])
    found = office.desk.progressions.of(key)
    assert (found.model, found.standing, found.pauses) == (None, None, ())
    assert found.words == "Our own blend, no steps for it"
    assert office.desk.progressions.of(office.add("Abara, Chi")).words == ""


def test_the_pause_follows_the_marks(office: Office, dana: str) -> None:
    seen_twice(office, dana, "F1", "F2")
    assert office.desk.progressions.of(dana).words.startswith("Station Rotation, pause at F3")
    office.desk.progressions.confirm(dana, STATION, "F3", confirmed=True)
    assert [one.step.id for one in office.desk.progressions.of(dana).pauses] == ["F4"]
    office.wait(days=1)
    office.desk.progressions.mark(dana, STATION, "F2", in_place=False)
    assert [one.step.id for one in office.desk.progressions.of(dana).pauses] == ["F2"]


def test_a_mark_can_be_taken_back_and_undone(office: Office, dana: str) -> None:
    marks = office.desk.progressions
    marks.mark(dana, STATION, "F1", in_place=True)
    assert marks.mark(dana, STATION, "F1", in_place=None).steps == ()
    assert office.desk.undo.undo() == "Undid: mark of F1 taken back, Whitcomb, Dana."
    assert office.desk.undo.undo() == "Undid: F1 seen in place, Whitcomb, Dana."
    assert office.desk.progressions.of(dana).place is None
    assert office.desk.undo.redo() == "Made again: F1 seen in place, Whitcomb, Dana."


def test_there_is_one_record_for_each_model(office: Office, dana: str) -> None:
    office.desk.progressions.mark(dana, STATION, "F1", in_place=True)
    office.desk.progressions.mark(dana, "flex", "F1", in_place=True)
    office.desk.progressions.mark(dana, STATION, "F2", in_place=True)
    held = office.desk.store.of(ProgressionPlace, dana)
    assert [one.model_id for one in held] == [STATION, "flex"]
    assert office.desk.progressions.of(dana).others == ("Flex",)
    assert {one.framework for one in held} == {SHELF.progressions().pin}


def test_a_record_does_not_come_back_beside_another_one(office: Office, dana: str) -> None:
    office.desk.progressions.mark(dana, STATION, "F1", in_place=True)
    office.desk.undo.undo()
    other = office.other_window()
    other.desk.progressions.mark(dana, STATION, "F2", in_place=True)
    with pytest.raises(Refused, match="something else stands there since"):
        office.desk.undo.redo()


def test_two_windows_add_to_one_another(office: Office, dana: str) -> None:
    other = office.other_window()
    office.desk.progressions.mark(dana, STATION, "F1", in_place=True)
    other.desk.progressions.mark(dana, STATION, "F2", in_place=True)
    place = office.desk.progressions.of(dana).place
    assert place is not None
    assert [one.step for one in place.steps] == ["F1", "F2"]


def test_a_mark_acts_on_the_step_as_it_was_shown(office: Office, dana: str) -> None:
    mine, theirs = office.desk.progressions, office.other_window().desk.progressions
    shown = mine.confirm(dana, STATION, "F3", confirmed=True).step("F3")
    held = theirs.mark(dana, STATION, "F3", False, shown)
    with pytest.raises(Conflict, match="F3 was changed elsewhere since"):
        mine.confirm(dana, STATION, "F3", confirmed=False, shown=shown)
    with pytest.raises(Conflict, match="F3 was changed elsewhere since"):
        mine.mark(dana, STATION, "F3", True, shown)
    assert mine.of(dana).place == held
    assert mine.mark(dana, STATION, "F3", True, held.step("F3")).step("F3").state == "once"


def test_what_changes_nothing_is_not_called_saved(office: Office, dana: str) -> None:
    marks = office.desk.progressions
    marks.mark(dana, STATION, "F1", in_place=True)
    with pytest.raises(Refused, match="F1 stands like that already"):
        marks.mark(dana, STATION, "F1", in_place=True)
    with pytest.raises(Refused, match="F1 stands like that already"):
        marks.confirm(dana, STATION, "F1", confirmed=False)


def test_a_stale_record_is_refused(office: Office, dana: str) -> None:
    stale = office.desk.progressions.mark(dana, STATION, "F1", in_place=True)
    office.desk.progressions.mark(dana, STATION, "F2", in_place=True)
    with pytest.raises(Conflict):
        office.desk.store.save([stale])


def test_steps_and_models_that_are_not_there_are_refused(office: Office, dana: str) -> None:
    with pytest.raises(Refused, match="Station Rotation has no step F9"):
        office.desk.progressions.mark(dana, STATION, "F9", in_place=True)
    with pytest.raises(Refused, match="no such model"):
        office.desk.progressions.choose(dana, "carousel")


def test_an_archived_person_keeps_the_record(office: Office, dana: str) -> None:
    office.desk.progressions.mark(dana, STATION, "F1", in_place=True)
    office.desk.archiving.archive(dana)
    office.desk.archiving.bring_back(dana)
    assert office.desk.progressions.of(dana).place is not None


def test_adding_a_person_is_not_undone_under_a_progression(office: Office, dana: str) -> None:
    office.desk.progressions.mark(dana, STATION, "F1", in_place=True)
    log = office.desk.remembering.log
    log.done.pop()  # as if it had been recorded in another window
    office.desk.undo.undo()
    with pytest.raises(Refused, match="more hangs on it"):
        office.desk.undo.undo()


# -- evidence -------------------------------------------------------------------------------


def test_evidence_is_kept_by_its_day_and_may_mark_it(office: Office, dana: str) -> None:
    forms = office.desk.evidence_form
    opened = forms.open(dana, STATION, "F5")
    forms.save(opened, EvidenceForm("  3 of 5\tgroups moved ", "oct 27", "not_yet"))
    forms.save(opened, EvidenceForm("needed 4 prompts", "", "note"))
    place = office.desk.progressions.of(dana).place
    assert place is not None
    step = place.step("F5")
    assert [(one.on, one.text) for one in step.evidence] == [
        (date(2026, 10, 27), "3 of 5 groups moved"),
        (date(2026, 10, 29), "needed 4 prompts"),
    ]
    assert step.not_yet == (date(2026, 10, 27),)
    assert office.desk.undo.undo().startswith("Undid: evidence for F5, Whitcomb, Dana.")


def test_a_mark_alone_needs_no_words_and_nothing_at_all_is_refused(
    office: Office, dana: str
) -> None:
    forms = office.desk.evidence_form
    opened = forms.open(dana, STATION, "F5")
    saved = forms.save(opened, EvidenceForm("", "yesterday", "seen"))
    assert saved.step("F5").seen == (date(2026, 10, 28),)
    with pytest.raises(Refused, match="Nothing is typed"):
        forms.save(opened, EvidenceForm(" ", "", "note"))
    with pytest.raises(Refused, match="still to come"):
        forms.save(opened, EvidenceForm("x", "2026-10-30", "note"))


def test_what_is_typed_is_a_draft_until_it_is_saved(office: Office, dana: str) -> None:
    forms = office.desk.evidence_form
    opened = forms.open(dana, STATION, "F5")
    forms.keep_draft(opened, EvidenceForm("3 of 5", opened.blank.when), "text:0:6", closed=True)
    draft = office.desk.drafts.read(opened.key)
    assert draft is not None
    again = forms.from_draft(draft)
    assert (again.form.text, again.step.id) == ("3 of 5", "F5")
    forms.save(again, again.form)
    assert office.desk.drafts.read(opened.key) is None


def test_the_person_of_a_record_is_in_the_file(office: Office, dana: str) -> None:
    assert office.desk.store.get(Coachee, dana).model == "Station Rotation"
