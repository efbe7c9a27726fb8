"""What an undo must never take along: typed words, what others wrote, what hangs on a record."""

import json
from dataclasses import replace

import pytest

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.launch import Launch
from coach_tui.domain.note import Note
from coach_tui.domain.todo import Todo
from coach_tui.domain.track_start import TrackStart
from coach_tui.domain.visit import Visit
from coach_tui.errors import Conflict, Damaged, NotFound, Refused
from tests.services.desks import Office


def kept(office: Office) -> list[str]:
    """The texts of the files that undo has written."""
    folder = office.folder / "archive"
    return [file.read_text("utf-8") for file in folder.iterdir()] if folder.exists() else []


def test_lines_that_leave_a_note_are_kept_beside_the_file(office: Office) -> None:
    dana, notes = office.add(), office.desk.notes
    note = notes.open(dana).form.begun(office.clock.now())
    notes.file(note.but(text="08:40 four voices"))
    again = notes.open(dana).form
    notes.file(again.but(text=again.text + "\n08:50 Zoë: ¿quién?"))
    told = office.desk.undo.undo()
    assert told.endswith("A copy is in archive/.")
    assert [line.text for line in office.of(Note, dana)[0].lines] == ["four voices"]
    (text,) = kept(office)
    assert "Zoë: ¿quién?" in text
    assert json.loads(text)[0]["table"] == "notes"
    assert (office.folder / "archive").stat().st_mode & 0o777 == 0o700


def test_marks_and_totals_leave_no_copy(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    office.desk.archiving.archive(dana)
    assert [office.desk.undo.undo() for _ in range(2)] == [
        "Undid: Whitcomb, Dana archived.",
        "Undid: GI 4 for Whitcomb, Dana, session 1.",
    ]
    assert kept(office) == []


def test_a_person_whom_another_window_wrote_about_stays(office: Office) -> None:
    dana = office.add()
    office.other_window().desk.contacts.record(dana, "met in the hallway")
    with pytest.raises(Refused, match="more hangs on it since: Whitcomb, Dana added"):
        office.desk.undo.undo()
    assert office.desk.store.get(Coachee, dana).name == "Whitcomb, Dana"
    with pytest.raises(Refused, match="Nothing to undo"):
        office.desk.undo.undo()


def test_a_person_with_a_draft_stays(office: Office) -> None:
    dana = office.add()
    office.desk.cycles.keep_draft(office.form(dana, praise="half"), "praise", closed=True)
    with pytest.raises(Refused, match="an unfinished form hangs on it"):
        office.desk.undo.undo()
    assert office.desk.cycles.open(dana).form.praise == "half"


def test_a_year_in_which_another_window_recorded_stays(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    office.desk.tracks.begin([dana], "2027-28", carry=False)
    other = office.other_window()
    other.desk.growth.record(dana, 1, "3", cluster="C")
    with pytest.raises(
        Refused, match="more hangs on it since: the start of 2027-28 for Whitcomb, Dana"
    ):
        office.desk.undo.undo()
    assert len(office.of(TrackStart, dana)) == 1
    assert office.desk.undo.undo() == "Undid: GI 4 for Whitcomb, Dana, session 1."


def test_a_new_year_for_many_is_one_change(office: Office) -> None:
    people = [office.launched(), office.add("Arredondo, Luis")]
    office.desk.tracks.begin(people, "2027-28", carry=False)
    assert office.desk.undo.undo() == "Undid: the start of 2027-28 for 2 people."
    assert [office.of(TrackStart, one) for one in people] == [[], []]
    assert office.desk.undo.redo() == "Made again: the start of 2027-28 for 2 people."
    assert [len(office.of(TrackStart, one)) for one in people] == [1, 1]


def test_a_step_that_another_window_closed_keeps_its_cycle(office: Office) -> None:
    """A cycle and its to-do go together or not at all."""
    dana = office.launched()
    office.desk.cycles.save(office.form(dana, praise="p", step="Sort the slips"))
    other = office.other_window().desk.store
    (step,) = other.of(Todo, dana)
    other.save([step.but(status="done")])
    with pytest.raises(Refused, match=r"changed elsewhere since: cycle 1 of Whitcomb, Dana"):
        office.desk.undo.undo()
    assert len(office.of(Cycle, dana)) == 1


def test_a_note_that_comes_back_is_not_taken_for_an_older_one(office: Office) -> None:
    """Its revision counts from 1 again: what another window then files is theirs."""
    dana, notes = office.add(), office.desk.notes
    note = notes.open(dana).form.begun(office.clock.now())
    notes.file(note.but(text="08:40 one"))
    notes.file(notes.open(dana).form.but(text="08:40 one\n08:41 two"))
    office.desk.undo.undo()
    office.desk.undo.undo()
    office.desk.undo.redo()
    mine = notes.open(dana).form
    theirs = office.other_window().desk.notes
    theirs.file(theirs.open(dana).form.but(text="08:40 one\n08:42 theirs"))
    assert notes.file(mine.but(text="08:40 one\n08:43 mine")).second
    texts = [[line.text for line in one.lines] for one in office.of(Note, dana)]
    assert sorted(texts) == [["one", "mine"], ["one", "theirs"]]


def test_no_name_is_told_where_names_are_hidden(office: Office) -> None:
    dana = office.add()
    form = office.desk.people.open(dana)[1]
    office.desk.people.edit(dana, replace(form, role="Gr 5 Math"))
    undo = office.desk.undo
    assert undo.undo(named=False).startswith("Undid: the last change, a person's details.")
    assert undo.redo(named=False) == "Made again: the last change, a person's details."
    other = office.other_window().desk.store
    other.save([other.get(Coachee, dana).but(role="Gr 6")])
    with pytest.raises(Refused) as told:
        undo.undo(named=False)
    assert "Whitcomb" not in str(told.value)


def test_what_is_made_again_is_not_what_another_window_read_before(office: Office) -> None:
    """Revisions go on, so that a form opened on the first making conflicts with the second."""
    dana = office.launched()
    form, made = office.desk.todo_form, office.desk.todo_form.record(dana, "Sort the slips")
    opened = form.open(dana, made.id)
    form.save(opened, replace(opened.form, text="Sort all slips"))
    (stale,) = office.other_window().of(Todo, dana)
    for turn in (office.desk.undo.undo, office.desk.undo.undo, office.desk.undo.redo):
        turn()
    opened = form.open(dana, made.id)
    form.save(opened, replace(opened.form, text="Sort them by colour"))
    with pytest.raises(Conflict):
        office.other_window().desk.store.save([stale.but(text="stale")])
    (now,) = office.of(Todo, dana)
    assert (now.text, now.revision > stale.revision) == ("Sort them by colour", True)


def test_a_record_that_is_there_is_not_made_again(office: Office) -> None:
    office.add()
    store = office.desk.remembering.inner
    (dana,) = store.people()
    with pytest.raises(Conflict):
        store.save([dana.but(revision=7)], again=[dana.id])
    with pytest.raises(Conflict):
        store.save([dana.but(id="01JB0000000000000000000000", revision=7)])


def test_a_file_that_cannot_be_read_takes_no_change_off_the_list(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    office.desk.growth.record(dana, 1, "6")
    whole = office.raw()
    (office.folder / "caseload.json").write_bytes(b"{")
    with pytest.raises(Damaged):
        office.desk.undo.undo()
    (office.folder / "caseload.json").write_bytes(whole)
    assert office.desk.undo.undo().startswith("Undid: GI 4 to 6 for Whitcomb")


def test_a_record_whose_correction_is_being_typed_stays_until_that_is_gone(office: Office) -> None:
    dana, corrections = office.launched(), office.desk.corrections
    office.sessions(dana, "C 4")
    cycle = office.stored(dana, 1).id
    typed = corrections.open("cycle", cycle).with_typed({"total": "5"})
    corrections.keep_draft(typed, "total", closed=True)
    with pytest.raises(Refused, match="an unfinished form hangs on it: GI 4"):
        office.desk.undo.undo()
    corrections.discard_draft(cycle)
    assert office.desk.undo.undo().startswith("Undid: GI 4")


def test_a_step_that_another_window_asked_about_stays(office: Office) -> None:
    dana = office.launched()
    office.desk.cycles.save(office.form(dana, praise="p", step="Sort the slips"))
    other = office.other_window()
    other.wait(minutes=1)
    other.desk.cycles.save(other.form(dana, praise="asked, no answer yet"))
    with pytest.raises(Refused, match="more hangs on it since: cycle 1 of Whitcomb, Dana"):
        office.desk.undo.undo()
    assert len(office.of(Todo, dana)) == 1


def test_a_year_in_which_a_launch_was_held_stays(office: Office) -> None:
    dana = office.launched()
    office.desk.tracks.begin([dana], "2027-28", carry=False)
    other = office.other_window().desk.people
    form = other.open(dana)[1]
    other.edit(dana, replace(form, launched="10/29", coach="Renata", teacher="Dana"))
    assert [launch.track for launch in office.of(Launch, dana)] == ["2026-27", "2027-28"]
    with pytest.raises(
        Refused, match="more hangs on it since: the start of 2027-28 for Whitcomb, Dana"
    ):
        office.desk.undo.undo()


def test_a_session_that_another_window_recorded_meanwhile_is_not_made_twice(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    office.desk.undo.undo()
    office.other_window().desk.growth.record(dana, 1, "5", cluster="C")
    with pytest.raises(Refused, match="something else stands there since: GI 4"):
        office.desk.undo.redo()
    assert [cycle.gi.total for cycle in office.of(Cycle, dana)] == [5]


def test_a_round_that_another_window_held_meanwhile_is_not_made_twice(office: Office) -> None:
    dana = office.launched()
    office.desk.cycles.save(office.form(dana, praise="mine"))
    office.desk.undo.undo()
    other = office.other_window()
    other.desk.cycles.save(other.form(dana, praise="theirs"))
    with pytest.raises(Refused, match="something else stands there since: cycle 1"):
        office.desk.undo.redo()


def test_a_launch_and_a_year_are_there_once(office: Office) -> None:
    dana, people = office.add(), office.desk.people
    form = people.open(dana)[1]
    people.edit(dana, replace(form, launched="10/1", coach="Renata", teacher="Dana"))
    office.desk.undo.undo()
    other = office.other_window()
    form = other.desk.people.open(dana)[1]
    other.desk.people.edit(dana, replace(form, launched="10/2", coach="R", teacher="D"))
    with pytest.raises(Refused, match="something else stands there since"):
        office.desk.undo.redo()
    office.desk.tracks.begin([dana], "2027-28", carry=False)
    office.desk.undo.undo()
    other.desk.tracks.begin([dana], "2027-28", carry=False)
    with pytest.raises(Refused, match="something else stands there since: the start of 2027-28"):
        office.desk.undo.redo()
    assert [len(office.of(kind, dana)) for kind in (Launch, TrackStart)] == [1, 1]


def test_nobody_comes_back_beside_another_of_the_name(office: Office) -> None:
    dana = office.add(school="HCM")
    office.desk.archiving.archive(dana)
    office.other_window().add(school="HCM")
    with pytest.raises(Refused, match="something else stands there since: Whitcomb, Dana arch"):
        office.desk.undo.undo()
    assert office.desk.store.get(Coachee, dana).status == "archived"


def test_totals_that_another_window_went_on_from_keep_growing(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4", "A 20")
    office.desk.growth.record(dana, 2, "9", reason="a typo")
    office.other_window().desk.growth.record(dana, 3, "12", cluster="D")
    with pytest.raises(Refused, match="something else stands there since: GI 20 to 9"):
        office.desk.undo.undo()
    assert [point.total for point in office.desk.growth.track(dana).points] == [4, 9, 12]


def test_a_cluster_that_another_window_used_since_does_not_come_back(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4", "B 9")
    office.desk.growth.record(dana, 2, "9", cluster="A", reason="mixed up")
    office.other_window().desk.growth.record(dana, 3, "12", cluster="B")
    with pytest.raises(Refused, match="something else stands there since: correction of session"):
        office.desk.undo.undo()


def test_what_was_against_the_order_before_may_be_so_again(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    office.desk.growth.record(dana, 2, "3", cluster="C", reason="new class")
    office.desk.growth.record(dana, 2, "9", cluster="A", reason="looked again")
    office.desk.growth.record(dana, 1, "5", reason="one more")
    for _ in range(2):
        office.desk.undo.undo()
    cycle = office.stored(dana, 2)
    assert (cycle.gi.total, cycle.cluster) == (3, "C")


def test_a_session_that_another_window_went_on_from_stays(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    office.other_window().desk.growth.record(dana, 2, "9", cluster="A")
    with pytest.raises(Refused, match="more hangs on it since: GI 4"):
        office.desk.undo.undo()
    assert len(office.desk.growth.track(dana).points) == 2


def test_nothing_is_filed_on_a_person_who_is_gone(office: Office) -> None:
    dana = office.add()
    other = office.other_window().desk
    note = other.notes.open(dana).form.begun(office.clock.now())
    visit = other.visit_form.open(dana)
    office.desk.undo.undo()
    with pytest.raises(NotFound):
        other.notes.file(note.but(text="08:40 the group work went well"))
    with pytest.raises(NotFound):
        other.visit_form.save(visit.context, visit.form)
    with pytest.raises(NotFound):
        other.tracks.begin([dana], "2027-28", carry=False)
    assert [office.of(kind, dana) for kind in (Note, Visit, TrackStart)] == [[], [], []]


def test_an_undo_tells_nothing_of_a_private_line(office: Office) -> None:
    dana = office.launched()
    office.desk.todo_form.record(dana, "# she said it in confidence")
    assert office.desk.undo.undo().startswith("Undid: to-do: a private line (Whitcomb, Dana).")


def test_nothing_is_made_again_for_a_person_who_is_gone(office: Office) -> None:
    other = office.other_window()
    dana = other.add()
    office.desk.todo_form.record(dana, "Sort the slips")
    office.desk.undo.undo()
    other.desk.undo.undo()
    with pytest.raises(Refused, match="the person is no longer in the file: to-do: Sort the slips"):
        office.desk.undo.redo()
    assert office.of(Todo, dana) == []


def test_a_total_that_a_later_year_counts_on_from_stays(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    other = office.other_window()
    other.wait(minutes=1)
    other.desk.tracks.begin([dana], "2027-28", carry=True)
    with pytest.raises(Refused, match="a later year counts on from it: GI 4"):
        office.desk.undo.undo()
    assert office.stored(dana, 1, "2026-27").gi.total == 4
