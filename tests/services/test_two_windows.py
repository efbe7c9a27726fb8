"""A cycle that is typed while another window saves one with the same person."""

import os
from dataclasses import replace

import orjson
import pytest

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.todo import Todo
from coach_tui.errors import Conflict, Refused
from coach_tui.services.cycles import draft_key
from coach_tui.services.person_form import PersonForm
from tests.services.desks import Office


def test_the_session_number_moves_up_and_nothing_is_overwritten(office: Office) -> None:
    dana = office.add()
    mine = office.form(dana, cluster="A", gi="9")
    other = office.other_window()
    theirs = other.desk.cycles.save(other.form(dana, cluster="C", gi="5")).cycle
    with pytest.raises(Refused, match="Now session 2 of 2026-27; save again"):
        office.desk.cycles.save(mine)
    saved = office.desk.cycles.save(mine.but(session=2)).cycle
    assert (mine.session, theirs.session, saved.session) == (1, 1, 2)
    assert (theirs.number, saved.number) == (1, 2)
    assert [p.total for p in office.desk.growth.track(dana).points] == [5, 9]


def test_a_cluster_used_meanwhile_is_refused(office: Office) -> None:
    dana = office.add()
    mine = office.form(dana, cluster="C", gi="9")
    other = office.other_window()
    other.desk.cycles.save(other.form(dana, cluster="C", gi="5"))
    with pytest.raises(Refused, match="Now session 2 of 2026-27; save again"):
        office.desk.cycles.save(mine)
    with pytest.raises(Refused, match="cluster C was the focus of session 1"):
        office.desk.cycles.save(mine.but(session=2))
    assert len(office.of(Cycle, dana)) == 1
    again = mine.but(override="a class each", session=2)
    assert office.desk.cycles.save(again).cycle.session == 2


def test_a_form_that_another_window_types_is_not_opened(office: Office) -> None:
    dana, desk = office.add(), office.desk
    desk.cycles.keep_draft(office.form(dana, praise="half"), "praise", closed=False)
    desk.people.keep_draft(dana, PersonForm(role="half"), "role", closed=False)
    typed = {key: _of_another_process(office, key) for key in (draft_key(dana), f"coachee-{dana}")}
    with pytest.raises(Refused, match="This cycle is being typed in another window"):
        desk.cycles.open(dana)
    with pytest.raises(Refused, match="This form is being typed in another window"):
        desk.people.open(dana)
    desk.cycles.discard_draft(dana)
    assert {key: _bytes(office, key) for key in typed} == typed


def test_a_draft_of_another_window_is_never_touched(office: Office) -> None:
    dana, cycles = office.add(), office.desk.cycles
    mine = office.form(dana, praise="mine", gi="5")  # opened before the other window typed
    cycles.keep_draft(mine, "praise", closed=False)
    theirs = _of_another_process(office, draft_key(dana))
    with pytest.raises(Refused, match="also being typed in another window"):
        cycles.keep_draft(mine, "praise", closed=True)
    assert cycles.save(mine).cycle.session == 1
    assert _bytes(office, draft_key(dana)) == theirs
    assert office.desk.unfinished.cut_off() == ()


def test_a_draft_that_another_window_left_is_taken_up(office: Office) -> None:
    dana, cycles = office.add(), office.desk.cycles
    cycles.keep_draft(office.form(dana, praise="half"), "praise", closed=True)
    _of_another_process(office, draft_key(dana))
    assert cycles.open(dana).form.praise == "half"
    path = office.folder / "d" / f"{draft_key(dana)}.json"
    path.write_bytes(orjson.dumps({**orjson.loads(path.read_bytes()), "closed": False, "pid": 0}))
    assert cycles.open(dana).form.praise == "half"
    assert [draft.coachee_id for draft in office.desk.unfinished.cut_off()] == [dana]


def _of_another_process(office: Office, key: str) -> bytes:
    """Sign a draft as one of a process that lives: the one that started this one."""
    path = office.folder / "d" / f"{key}.json"
    path.write_bytes(orjson.dumps({**orjson.loads(path.read_bytes()), "pid": os.getppid()}))
    return path.read_bytes()


def _bytes(office: Office, key: str) -> bytes:
    return (office.folder / "d" / f"{key}.json").read_bytes()


def test_a_total_that_is_lower_by_now_is_refused(office: Office) -> None:
    dana = office.add()
    mine = office.form(dana, gi="9")
    office.other_window().desk.growth.record(dana, 1, "12")
    with pytest.raises(Refused, match="Now session 2 of 2026-27; save again"):
        office.desk.cycles.save(mine)
    with pytest.raises(Refused, match="9 is lower than the 12"):
        office.desk.cycles.save(mine.but(session=2))


def test_an_untouched_form_stays_untouched(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4", "A 9")
    mine = office.form(dana)
    office.other_window().desk.growth.record(dana, 3, "14", cluster="D")
    assert office.form(dana).cluster == "B"
    with pytest.raises(Refused, match="Nothing is typed"):
        office.desk.cycles.save(mine)


def test_an_answer_is_to_the_step_it_was_given_for(office: Office) -> None:
    dana = office.add()
    first = office.desk.cycles.save(office.form(dana, step="first")).todo
    office.wait(minutes=1)
    mine = office.form(dana, answer="done", praise="x")
    second = office.desk.cycles.save(office.form(dana, step="second")).todo
    assert first is not None
    assert second is not None
    carried = office.desk.cycles.save(mine).cycle.carry_over
    assert carried is not None
    assert carried.todo_id == first.id
    assert office.desk.store.get(Todo, first.id).status == "done"
    assert office.desk.store.get(Todo, second.id).status == "open"


def test_a_step_that_another_window_closed_stays_as_it_was_closed(office: Office) -> None:
    dana = office.add()
    office.desk.cycles.save(office.form(dana, step="first"))
    mine = office.form(dana, answer="dropped", praise="x")
    other = office.other_window()
    other.desk.cycles.save(other.form(dana, answer="done", praise="y"))
    carried = office.desk.cycles.save(mine).cycle.carry_over
    assert carried is not None
    assert carried.answer == "dropped"
    assert [todo.status for todo in office.of(Todo, dana)] == ["done"]


def test_a_cycle_counts_in_the_school_year_it_was_held_in(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 5")
    office.wait(days=200)
    mine = office.form(dana, cluster="A", gi="9")
    office.wait(days=60)
    assert office.form(dana).session == 1
    assert office.desk.cycles.context_of(mine).session == 2
    (warning,) = office.desk.cycles.read(mine, office.desk.cycles.context(dana)).warnings
    assert warning.startswith("That day lies in the school year 2026-27")
    saved = office.desk.cycles.save(mine).cycle
    assert (saved.track, saved.session, saved.number) == ("2026-27", 2, 1)
    new = office.desk.cycles.save(office.form(dana, cluster="A", gi="1", when="today")).cycle
    assert (new.track, new.session, new.number) == ("2027-28", 1, 1)


def test_a_total_is_not_written_over_one_that_was_not_seen(office: Office) -> None:
    dana = office.add()
    seen = office.desk.growth.track(dana)
    office.other_window().desk.growth.record(dana, 1, "12", cluster="A")
    before = office.raw()
    with pytest.raises(Conflict, match="Session 1 was changed elsewhere meanwhile: 12 is recorded"):
        office.desk.growth.record(dana, 1, "13", cluster="C", seen=seen)
    assert office.raw() == before
    same = office.desk.growth.record(dana, 1, "12", cluster="A", seen=seen)
    assert (same.cycle.revision, office.raw()) == (1, before)


def test_what_is_added_is_added_to_the_total_that_was_seen(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4")
    seen = office.desk.growth.track(dana)
    office.other_window().desk.growth.record(dana, 1, "7", reason="counted again")
    with pytest.raises(Conflict, match="The total before session 2 was changed elsewhere"):
        office.desk.growth.record(dana, 2, "+3", cluster="A", seen=seen)
    assert len(office.desk.growth.track(dana).points) == 1


def test_a_total_typed_before_a_new_year_began_stays_out_of_it(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4", "A 9")
    seen = office.desk.growth.track(dana)
    other = office.other_window().desk.tracks
    other.begin([dana], "2027-28", carry=False)
    with pytest.raises(Conflict, match="2027-28 was begun meanwhile; this was session 3 of 2026"):
        office.desk.growth.record(dana, 3, "13", cluster="D", seen=seen)
    assert office.desk.growth.track(dana, "2027-28").points == ()
    assert office.desk.growth.track(dana, "2026-27") == seen


def test_a_cycle_typed_before_a_new_year_began_is_not_saved_into_it_unseen(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4", "A 9")
    mine = office.form(dana, gi="13", cluster="D")
    office.other_window().desk.tracks.begin([dana], "2027-28", carry=False)
    before = office.raw()
    with pytest.raises(Refused, match="Now session 1 of 2027-28; save again"):
        office.desk.cycles.save(mine)
    assert office.raw() == before
    anew = mine.but(**office.desk.cycles.context_of(mine).place())
    assert office.desk.cycles.save(anew).cycle.session == 1


def test_a_cycle_is_not_saved_as_an_earlier_session_unseen(office: Office) -> None:
    dana = office.add()
    other = office.other_window()
    other.sessions(dana, "C 4")
    mine = office.form(dana, gi="9", cluster="A")
    other.desk.undo.undo()
    with pytest.raises(Refused, match="Now session 1 of 2026-27; save again"):
        office.desk.cycles.save(mine)


def test_a_draft_of_a_meeting_of_last_year_opens_in_that_year(office: Office) -> None:
    dana, cycles = office.add(), office.desk.cycles
    office.sessions(dana, "C 4")
    cycles.keep_draft(office.form(dana, when="5/20/2026", gi="7"), "gi", closed=True)
    opened = cycles.open(dana)
    assert (opened.form.track, opened.form.session) == ("2025-26", 1)
    assert opened.context.track.year == "2025-26"
    assert cycles.save(opened.form).cycle.track == "2025-26"


def test_a_draft_that_another_window_left_meanwhile_is_not_taken_away(office: Office) -> None:
    dana, forms = office.add(), office.desk.todo_form
    todo = forms.record(dana, "one")
    opened = forms.open(dana, todo.id)
    theirs = replace(opened.form, text="theirs, many words")
    office.other_window().desk.todo_form.keep_draft(opened, theirs, "text", closed=True)
    key = next((office.folder / "d").glob("todo-*.json")).stem
    _of_another_process(office, key)
    forms.save(opened, replace(opened.form, due="+7"))
    assert forms.open(dana, todo.id).form.text == "theirs, many words"
    again = forms.open(dana, todo.id)
    forms.save(again, again.form)
    assert not list((office.folder / "d").glob("todo-*.json"))
