"""Undo and redo: what was saved is taken back whole, and nothing is lost on the way."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.note import Note
from coach_tui.domain.todo import Todo
from coach_tui.errors import CoachError, Conflict, Refused, Unavailable
from coach_tui.services.undo import DEPTH
from tests.services.desks import BrokenStore, Office


def tables(office: Office) -> dict[str, dict[str, Any]]:
    """What the file holds by table and id, without what every save changes."""
    with TinyDB(office.folder / "caseload.json") as db:
        found = {name: db.table(name).all() for name in db.tables() if name != "meta"}
    outer = ("revision", "updated_at")
    return {
        name: {row["id"]: {k: v for k, v in row.items() if k not in outer} for row in rows}
        for name, rows in found.items()
        if rows
    }


def test_a_total_is_taken_back_and_made_again(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    assert office.desk.undo.undo() == "Undid: GI 4 for Whitcomb, Dana, session 1."
    assert office.of(Cycle, dana) == []
    assert office.desk.undo.redo() == "Made again: GI 4 for Whitcomb, Dana, session 1."
    assert office.stored(dana, 1).gi.total == 4


def test_a_whole_cycle_is_one_change(office: Office) -> None:
    dana = office.launched()
    before = tables(office)
    form = office.form(
        dana, notes="+ four voices", cluster="C", gi="4", step="Sort the slips", due="+7"
    )
    office.desk.cycles.save(form.but(next_visit="+7 10:30"))
    assert office.desk.undo.undo() == (
        "Undid: cycle 1 of Whitcomb, Dana (session 1). A copy is in archive/."
    )
    assert tables(office) == before
    office.desk.undo.redo()
    assert [len(office.of(kind, dana)) for kind in (Cycle, Note, Todo)] == [1, 1, 1]


def test_what_an_undo_takes_out_of_the_file_is_kept_beside_it(office: Office) -> None:
    dana = office.launched()
    office.desk.contacts.record(dana, "Luis asked for a lab timer, 5 min")
    office.desk.undo.undo()
    (kept,) = (office.folder / "archive").iterdir()
    assert kept.name.startswith("undone-2026-10-29-084000")
    assert kept.stat().st_mode & 0o777 == 0o600
    held = json.loads(kept.read_text())
    assert {part["table"] for part in held} == {"contacts", "notes"}
    assert "lab timer" in kept.read_text()


def test_edits_on_top_of_one_another_go_back_one_by_one(office: Office) -> None:
    dana = office.launched()
    for total in ("4", "5", "6"):
        office.desk.growth.record(dana, 1, total, cluster="C", reason="counted")
    told = [office.desk.undo.undo() for _ in range(2)]
    assert told[0] == "Undid: GI 5 to 6 for Whitcomb, Dana, session 1."
    assert office.stored(dana, 1).gi.total == 4
    office.desk.undo.redo()
    office.desk.undo.redo()
    assert office.stored(dana, 1).gi.total == 6
    for _ in range(3):
        office.desk.undo.undo()
    assert office.of(Cycle, dana) == []


def test_what_another_window_changed_is_left_alone(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    office.other_window().desk.growth.record(dana, 1, "5", cluster="C")
    with pytest.raises(
        Refused, match="changed elsewhere since: GI 4 for Whitcomb, Dana, session 1"
    ):
        office.desk.undo.undo()
    assert office.stored(dana, 1).gi.total == 5
    with pytest.raises(Refused, match="more hangs on it since: Whitcomb, Dana added"):
        office.desk.undo.undo()  # the step before: their total would be about nobody
    assert office.of(Cycle, dana)[0].gi.total == 5


def test_a_new_change_ends_what_could_be_made_again(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    office.desk.undo.undo()
    office.desk.growth.record(dana, 1, "7", cluster="C")
    with pytest.raises(Refused, match="nothing to make again"):
        office.desk.undo.redo()


def test_nothing_is_there_to_undo(office: Office) -> None:
    with pytest.raises(Refused, match="Nothing to undo: nothing more was saved"):
        office.desk.undo.undo()
    with pytest.raises(Refused, match="nothing to make again"):
        office.desk.undo.redo()


def test_fifty_changes_can_be_undone_and_no_more(office: Office) -> None:
    dana = office.add()
    for total in range(1, DEPTH + 3):
        office.desk.growth.record(dana, 1, str(total), cluster="C")
    for _ in range(DEPTH):
        office.desk.undo.undo()
    assert office.stored(dana, 1).gi.total == 2
    with pytest.raises(Refused):
        office.desk.undo.undo()


def test_a_disk_that_is_full_loses_neither_the_record_nor_the_step(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    inner = office.desk.remembering.inner
    office.desk.remembering.inner = BrokenStore(inner)
    with pytest.raises(Unavailable):
        office.desk.undo.undo()
    office.desk.remembering.inner = inner
    assert office.stored(dana, 1).gi.total == 4
    assert office.desk.undo.undo().startswith("Undid: GI 4")


def test_forms_opened_after_an_undo_know_of_it(office: Office) -> None:
    """No service goes on from a revision that is no longer there."""
    dana = office.launched()
    note = office.desk.notes.open(dana).form.begun(office.clock.now())
    office.desk.notes.file(note.but(text="08:40 four voices"))
    office.desk.undo.undo()
    assert office.desk.notes.open(dana).form.text == ""
    office.desk.undo.redo()
    again = office.desk.notes.open(dana).form
    office.desk.notes.file(again.but(text=again.text + "\n08:50 and one more"))
    assert len(office.of(Note, dana)) == 1
    form = office.desk.people.open(dana)[1]
    office.desk.people.edit(dana, replace(form, school="HCM"))
    office.desk.undo.undo()
    form = office.desk.people.open(dana)[1]
    assert office.desk.people.edit(dana, replace(form, school="JFE")).school == "JFE"


def test_an_archived_person_comes_back(office: Office) -> None:
    dana = office.add()
    office.desk.archiving.archive(dana)
    assert office.desk.caseload.today().rows == ()
    assert office.desk.undo.undo() == "Undid: Whitcomb, Dana archived."
    assert [row.name for row in office.desk.caseload.today().rows] == ["Whitcomb, Dana"]


def test_a_record_that_goes_must_be_the_one_that_was_read(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    old = office.stored(dana, 1)
    office.desk.growth.record(dana, 1, "5", cluster="C")
    store = office.desk.remembering.inner
    with pytest.raises(Conflict):
        store.save((), gone=[old])
    newest = office.stored(dana, 1)
    store.save((), gone=[newest])
    with pytest.raises(Conflict):
        store.save((), gone=[newest])
    assert office.of(Cycle, dana) == []


ACTIONS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), min_size=1, max_size=12)


def act(office: Office, people: list[str], kind: int, number: int) -> None:
    """One saved change of some kind; a refused one changes nothing."""
    person = people[number % len(people)]
    desk = office.desk
    if kind == 0:
        desk.growth.record(person, 1 + number % 3, str(number), reason="r")
    elif kind == 1:
        desk.contacts.record(person, f"word {number}")
    elif kind == 2:
        gone = desk.people.get(person).status == "archived"
        (desk.archiving.bring_back if gone else desk.archiving.archive)(person)
    elif kind == 3:
        people.append(office.add(f"New{len(people)}, N"))
    elif kind == 4:
        desk.cycles.save(office.form(person, praise=f"p{number}", step="s", due="+3"))
    else:
        form = desk.people.open(person)[1]
        desk.people.edit(person, replace(form, role=f"role {number}"))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ACTIONS)
def test_all_the_way_back_and_all_the_way_forth(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[int, int]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("undo")
    office = Office.at(folder)
    people = [office.launched(), office.add("Arredondo, Luis")]
    states, count = [tables(office)], 0
    for kind, number in actions:
        try:
            act(office, people, kind, number)
        except CoachError:
            continue
        if tables(office) != states[-1]:
            states.append(tables(office))
            count += 1
    for state in reversed(states[:-1]):
        office.desk.undo.undo()
        assert tables(office) == state
    for state in states[1:]:
        office.desk.undo.redo()
        assert tables(office) == state


class UnreadableOnceSaved:
    """A store whose file cannot be read any more once something was saved."""

    def __init__(self, inner: Any) -> None:
        self._inner, self._saved = inner, False

    def __getattr__(self, name: str) -> Any:
        """All else is the store's own, until then."""
        if self._saved:
            raise Unavailable("The file cannot be read.")
        return getattr(self._inner, name)

    def save(self, *asked: Any) -> Any:
        """As the store's; afterwards nothing can be read."""
        stored, self._saved = self._inner.save(*asked), True
        return stored


def test_what_is_on_the_disk_is_saved_whatever_happens_to_the_file_then(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    cycle, inner = office.stored(dana, 1), office.desk.remembering.inner
    remembering = office.desk.remembering
    remembering.inner = cast(Any, UnreadableOnceSaved(inner))
    (saved,) = remembering.save([cycle.but(cluster="A")])
    remembering.inner = cast(Any, UnreadableOnceSaved(inner))
    assert office.desk.undo.undo() == "Undid: correction of session 1, Whitcomb, Dana."
    remembering.inner = inner
    assert (saved.revision, office.stored(dana, 1).cluster) == (2, "C")
