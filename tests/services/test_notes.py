"""Notes: opened on today's, kept as typed, filed once, never written over another window's."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.draft import place_of, read_place
from coach_tui.domain.note import Note
from coach_tui.domain.note_form import NoteForm, iso, moment
from coach_tui.domain.visit import Visit
from coach_tui.domain.visit_time import length_hint, visit_minutes
from coach_tui.errors import Refused, Unavailable
from coach_tui.services.notes import NoteService, draft_key
from tests.services.desks import BrokenStore, Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A desk on an empty folder."""
    return Office.at(tmp_path)


def typed(office: Office, person: str, text: str) -> NoteForm:
    """Today's note of a person with a text typed into it."""
    form = office.desk.notes.open(person).form
    return form.begun(office.clock.now()).but(text=text)


def texts(office: Office, person: str) -> list[list[str]]:
    """The lines of every note of a person."""
    return [[line.text for line in note.lines] for note in office.of(Note, person)]


def test_a_note_is_filed_under_the_id_it_was_typed_with(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    form = typed(office, dana, "8:40 + a\n8:41 b")
    notes.keep_draft(form, "text:1:6")
    filed = notes.file(form.but(mode="recorded")).note
    assert filed is not None
    assert (filed.id, filed.mode, filed.revision) == (form.note_id, "recorded", 1)
    assert [line.id for line in filed.lines] == ["1", "2"]
    assert office.desk.drafts.all() == ()
    assert notes.open(dana).form == NoteForm.of(filed)


def test_nothing_typed_leaves_nothing(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    form = notes.open(dana).form
    before = office.raw()
    notes.keep_draft(form.but(text=" \n "))
    assert notes.file(form.but(text="8:40 \n")).note is None
    assert (office.raw(), office.desk.drafts.all()) == (before, ())


def test_filing_the_same_again_changes_nothing(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    form = typed(office, dana, "a")
    notes.file(form)
    before = office.raw()
    assert notes.file(notes.open(dana).form).note is not None
    assert office.raw() == before


def test_a_note_goes_on_for_four_hours_of_its_day(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    first = typed(office, dana, "a")
    notes.file(first)
    office.wait(hours=4)
    again = notes.open(dana).form
    assert again.note_id == first.note_id
    office.wait(minutes=1)
    assert notes.open(dana).form.note_id != first.note_id


def test_the_next_day_begins_a_new_note(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    office.clock.moment = datetime(2026, 10, 29, 23, 30, tzinfo=UTC)
    first = typed(office, dana, "late")
    notes.file(first)
    office.wait(hours=1)
    assert notes.open(dana).form.note_id != first.note_id


def test_a_draft_brings_the_note_back_as_it_was_left(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    form = typed(office, dana, "8:40 half a wor")
    notes.keep_draft(form, "text:0:15")
    opened = office.other_window().desk.notes.open(dana)
    assert opened.form == form
    assert opened.draft is not None
    assert opened.draft.place == "text:0:15"
    assert office.desk.caseload.today().rows[0].draft


def test_a_draft_older_than_what_was_filed_is_not_brought_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    dana, notes = office.add(), office.desk.notes
    form = typed(office, dana, "a")
    notes.keep_draft(form)
    office.wait(minutes=1)
    monkeypatch.setattr(office.desk.drafts, "discard", lambda _key: None)
    notes.file(form.but(text="a\nb"))
    assert notes.open(dana).form.text == "a\nb"


def test_a_text_that_the_own_editor_held_is_brought_back(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    form = typed(office, dana, "a")
    notes.keep_draft(form)
    path = Path(office.desk.drafts.lend(draft_key(form.note_id), form.text))
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_text("a\nand more\n", "utf-8")
    assert notes.open(dana).form.text == "a\nand more"
    notes.file(notes.open(dana).form)
    assert not path.exists()


def test_a_note_typed_in_another_window_begins_a_second_one(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    dana, notes = office.add(), office.desk.notes
    first = typed(office, dana, "a")
    notes.file(first)
    notes.keep_draft(notes.open(dana).form.but(text="a\nb"))
    other = office.other_window().desk
    monkeypatch.setattr(other.drafts, "is_elsewhere", lambda _draft: True)
    opened = other.notes.open(dana)
    assert opened.elsewhere
    assert opened.form.note_id != first.note_id
    with pytest.raises(Refused, match="This note is also being typed in another window"):
        other.notes.keep_draft(first.but(text="c"))


def test_a_note_filed_elsewhere_meanwhile_is_not_written_over(office: Office) -> None:
    dana = office.add()
    office.desk.notes.file(typed(office, dana, "a"))
    mine, other = office.desk.notes.open(dana).form, office.other_window()
    theirs = other.desk.notes.open(dana).form
    other.desk.notes.file(theirs.but(text="a\ntheirs"))
    filed = office.desk.notes.file(mine.but(text="a\nmine"))
    assert filed.second
    assert texts(office, dana) == [["a", "theirs"], ["a", "mine"]]


def test_a_form_that_stays_open_goes_on_from_what_it_filed(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    form = typed(office, dana, "a")
    for text in ("a\nb", "a\nb\nc"):
        assert not notes.file(form.but(text=text)).second
    assert texts(office, dana) == [["a", "b", "c"]]


def test_a_full_disk_files_nothing_and_keeps_the_draft(office: Office) -> None:
    dana, desk = office.add(), office.desk
    form = typed(office, dana, "a")
    desk.notes.keep_draft(form)
    broken: Any = BrokenStore(desk.store)
    with pytest.raises(Unavailable):
        NoteService(broken, desk.drafts, office.clock, desk.new_id).file(form)
    assert desk.notes.open(dana).form == form


def test_ending_the_visit_makes_the_planned_one_held(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    for on in ("10/28", "today", "+1"):
        office.desk.cycles.save(office.form(dana, praise=on, when="10/20", next_visit=on))
    planned = [v.on.day for v in office.of(Visit, dana) if v.status == "planned"]
    form = typed(office, dana, "a")
    notes.file(form)
    assert [v.on.day for v in office.of(Visit, dana) if v.status == "planned"] == planned
    notes.file(notes.open(dana).form.but(ended=iso(office.clock.now())))
    held = [v.on.day for v in office.of(Visit, dana) if v.status == "held" and not v.cycle_id]
    assert held == [29] if 29 in planned else held == []


def test_a_cycle_takes_up_the_note_and_its_visit(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    form = typed(office, dana, "8:40 + a\n8:41 # mine")
    office.wait(minutes=22)
    notes.file(form.but(ended=iso(office.clock.now()), mode="live_class"))
    opened = office.desk.cycles.open(dana)
    assert (opened.form.notes.split("\n")[0], opened.form.note_id) == ("08:40 + a", form.note_id)
    assert (opened.form.mode, opened.form.at, opened.form.minutes) == ("live_class", "8:40", "22")
    assert office.desk.cycles.is_untouched(opened.form, opened.context)
    cites = {"praise": "08:40 + a\n08:41 # gone"}
    saved = office.desk.cycles.save(opened.form.but(praise="A was done", cites=cites))
    [note] = office.of(Note, dana)
    assert (note.cycle_id, note.revision) == (saved.cycle.id, 2)
    [link] = office.desk.store.get(Cycle, saved.cycle.id).citations
    assert (link.field, link.note_id, link.line_id, link.text) == (
        "praise", note.id, "1", "+ a",
    )  # fmt: skip
    assert office.desk.cycles.open(dana).form.notes == ""  # the next cycle has another note


def test_a_cycle_that_waits_keeps_its_own_note(office: Office) -> None:
    dana, cycles = office.add(), office.desk.cycles
    form = office.form(dana, notes="8:40 a", praise="x")
    cycles.keep_note(form, "", closed=True)
    cycles.keep_draft(form, "", closed=True)
    office.wait(days=2)
    office.desk.notes.file(typed(office, dana, "another visit"))
    again = cycles.open(dana).form
    assert (again.notes, again.note_id, again.praise) == ("08:40 a", form.note_id, "x")


@pytest.mark.parametrize(
    ("place", "read"),
    [
        ("goal", ("goal", None)),
        ("goal:2:14", ("goal", (2, 14))),
        ("goal:x:1", ("goal", None)),
        ("", ("", None)),
        ("a:1:2:3", ("a", None)),
    ],
)
def test_places(place: str, read: tuple[str, tuple[int, int] | None]) -> None:
    assert read_place(place) == read
    if read[1]:
        assert place_of(*read) == place


def test_minutes_of_a_visit() -> None:
    start = datetime(2026, 10, 29, 8, 41, tzinfo=UTC)
    assert visit_minutes(None, None, start) is None
    assert visit_minutes(start, None, start + timedelta(minutes=9, seconds=59)) == 9
    assert visit_minutes(start, start + timedelta(minutes=22), start) == 22
    assert visit_minutes(start, None, start + timedelta(days=2)) is None
    assert visit_minutes(start, start - timedelta(minutes=1), start) is None
    assert length_hint(1, (15, 30)) == "1 minute; visits of 15 to 30 are planned for."
    assert length_hint(15, (15, 30)) == length_hint(30, (15, 30)) == ""


def test_moments_of_a_form_changed_by_hand() -> None:
    assert moment("soon") is None
    assert moment("2026-10-29T08:41:00") is None
    assert moment(iso(datetime(2026, 10, 29, 8, 41, tzinfo=UTC))) is not None
    form = NoteForm(coachee_id="d", note_id="n")
    spoiled = {"text": 7, "base": "x", "started": "8:41", "odd": 1, "mode": "recorded"}
    assert form.with_typed(spoiled) == form.but(started="8:41", mode="recorded")


def test_a_cycle_finds_its_note_behind_a_newer_one(office: Office) -> None:
    dana, cycles = office.add(), office.desk.cycles
    form = office.form(dana, notes="8:40 a", praise="x")
    cycles.keep_note(form, "", closed=False)
    cycles.keep_draft(form, "", closed=False)
    office.wait(minutes=1)
    newer = office.desk.notes.fresh(dana).but(text="8:41 b")
    office.desk.notes.keep_draft(newer)
    again = cycles.open(dana).form
    assert (again.note_id, again.notes) == (form.note_id, "8:40 a")


def test_an_emptied_note_is_no_visit(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    notes.file(typed(office, dana, "a"))
    filed = notes.file(notes.open(dana).form.but(text="")).note
    assert filed is not None
    assert (filed.lines, filed.started_at) == ((), None)
    profile = office.desk.profile.of(dana)
    assert (profile.note, profile.clocks.contact) == (None, None)


def test_a_cycle_left_again_files_a_second_note_once(office: Office) -> None:
    dana, cycles = office.add(), office.desk.cycles
    office.desk.notes.file(typed(office, dana, "a"))
    form = office.form(dana)
    other = office.other_window().desk.notes
    other.file(other.open(dana).form.but(text="a\ntheirs"))
    kept = cycles.keep_note(form.but(notes="a\nmine"), "", closed=True)
    cycles.keep_note(kept.but(notes="a\nmine\nmore"), "", closed=True)
    assert texts(office, dana) == [["a", "theirs"], ["a", "mine", "more"]]
