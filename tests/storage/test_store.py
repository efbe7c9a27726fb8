"""Saving and reading back."""

import stat
import sys
from datetime import date, time, timedelta
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where

from coach_tui.clock import FrozenClock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.note import Note, NoteLine
from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit
from coach_tui.errors import CoachError, Conflict, NotFound, Refused, Unavailable
from coach_tui.storage.store import FileStore
from tests.storage.made import (
    NOW,
    coachee,
    cycle,
    every_kind,
    litter,
    run_python,
    stamps,
    store,
    todo,
    visit,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A data file that does not exist yet, in a folder that does not either."""
    return tmp_path / "coach" / "caseload.json"


def test_missing_file_is_an_empty_caseload_and_stays_missing(path: Path) -> None:
    empty = store(path)
    assert empty.facts("2026-27") == []
    assert empty.people() == ()
    assert empty.saved_at() == ""
    assert not path.parent.exists()


def test_every_kind_comes_back_as_it_was_saved(path: Path) -> None:
    records = every_kind()
    saved = store(path).save(records)
    again = store(path)
    for record, kept in zip(records, saved, strict=True):
        assert kept == record.but(revision=1, updated_at=NOW)
        assert again.get(type(record), record.id) == kept
    person = saved[0]
    assert again.people() == (person,)
    assert again.of(Cycle, person.id) == (saved[1],)
    assert again.saved_at() == "2027-03-10T15:42:00+00:00"


@pytest.mark.parametrize(
    "moment",
    ["", "soon", 7, None, "2027-03-10", "2027-03-10T15:42:00", "0001-01-01T00:00:00+14:00",
     "9999-12-31T23:59:59+00:00"],
)  # fmt: skip
def test_a_moment_of_saving_changed_by_hand_is_none(path: Path, moment: object) -> None:
    store(path).save([coachee()])
    with TinyDB(path, encoding="utf-8") as db:
        db.table("meta").update({"saved_at": moment})
    assert store(path).saved_at() == ""


def test_stock_tinydb_reads_and_writes_the_file(path: Path) -> None:
    mine = store(path)
    records = every_kind()
    mine.save(records)
    with TinyDB(path, encoding="utf-8") as db:
        assert db.tables() >= {"meta", "coachees", "cycles", "notes", "todos", "visits"}
        found = db.table("cycles").all()[0]
        assert (found["cluster"], found["gi"]["total"], found.doc_id) == ("F", 35, 1)
        db.table("coachees").update({"school": "Lincoln"}, where("family") == "Okafor")
    assert mine.people()[0].school == "Lincoln"
    mine.save([coachee("Adams")])
    with TinyDB(path, encoding="utf-8") as db:
        assert [person["school"] for person in db.table("coachees")] == ["Lincoln", ""]
        assert db.table("meta").all()[0]["generation"] == 2


def test_meta_comes_first_and_counts_saves(path: Path) -> None:
    mine = store(path)
    (person,) = mine.save([coachee()])
    first = orjson.loads(path.read_bytes())
    mine.save([person.but(school="North")])
    second = orjson.loads(path.read_bytes())
    assert next(iter(second)) == "meta"
    assert first["meta"]["1"]["generation"] == 1
    assert second["meta"]["1"]["generation"] == 2
    assert first["meta"]["1"]["file_id"] == second["meta"]["1"]["file_id"]
    assert second["meta"]["1"]["app"] == "coach-tui"
    assert second["meta"]["1"]["schema_version"] == 1


def test_fields_and_tables_of_others_are_kept(path: Path) -> None:
    store(path).save([coachee()])
    data = orjson.loads(path.read_bytes())
    data["extra"] = {"4": {"any": [1, None, {"x": 0.5}]}, "9": "a word"}
    data["meta"]["1"]["colour"] = "blue"
    data["meta"]["2"] = {"more": True}
    path.write_bytes(orjson.dumps(data))
    store(path).save([coachee("Adams")])
    after = orjson.loads(path.read_bytes())
    assert after["extra"] == data["extra"]
    assert after["meta"]["1"]["colour"] == "blue"
    assert after["meta"]["2"] == {"more": True}


def test_revision_conflict_carries_both_and_saves_nothing(path: Path) -> None:
    mine = store(path)
    (person,) = mine.save([coachee()])
    (theirs,) = store(path).save([person.but(school="North")])
    before = path.read_bytes()
    late = person.but(school="South")
    with pytest.raises(Conflict, match="changed elsewhere") as caught:
        mine.save([coachee("Adams"), late])
    assert caught.value.mine == late
    assert caught.value.theirs == theirs
    assert path.read_bytes() == before
    assert mine.people() == (theirs,)


def test_record_that_vanished_is_a_conflict(path: Path) -> None:
    with pytest.raises(Conflict, match="no longer in the file") as caught:
        store(path).save([coachee(revision=3)])
    assert caught.value.theirs is None


def test_same_save_twice_is_one(path: Path) -> None:
    """A save that reached the disk but was not confirmed may be tried again."""
    mine, person = store(path), coachee()
    (first,) = mine.save([person])
    (again,) = mine.save([person])
    assert again == first


def test_two_stores_see_each_other(path: Path) -> None:
    one, two = store(path), store(path)
    (person,) = one.save([coachee()])
    assert two.people() == (person,)
    (changed,) = two.save([person.but(status="leave")])
    assert one.get(Coachee, person.id) == changed
    assert one.facts("2026-27")[0].status == "leave"


def test_unknown_id_is_not_found(path: Path) -> None:
    with pytest.raises(NotFound, match="no such to-do"):
        store(path).get(Todo, "nobody")


def test_readonly_saves_nothing(path: Path) -> None:
    with pytest.raises(Unavailable, match="read-only"):
        store(path, readonly=True).save([coachee()])
    assert not path.parent.exists()


def test_an_empty_save_writes_nothing_and_a_double_one_is_a_mistake(path: Path) -> None:
    person = coachee()
    assert store(path).save([]) == ()
    with pytest.raises(ValueError, match="twice"):
        store(path).save([person, person])
    assert not path.exists()


def test_folder_and_files_are_private_whatever_the_umask(path: Path) -> None:
    code = (
        "import os, sys; os.umask(int(sys.argv[2], 8))\n"
        "from pathlib import Path\n"
        "from tests.storage.made import store, coachee\n"
        "store(Path(sys.argv[1])).save([coachee()])"
    )
    for umask in ("000", "077"):
        file = path.parent / umask / "deep" / "caseload.json"
        process = run_python(code, file, umask)
        process.communicate(timeout=20)
        assert process.returncode == 0
        for found in (file.parent, file.parent.parent):
            assert stat.S_IMODE(found.stat().st_mode) & 0o077 == 0
        for found in (file, file.with_name("caseload.json.lock")):
            assert stat.S_IMODE(found.stat().st_mode) == 0o600


def test_an_open_file_becomes_private_at_the_next_save(path: Path) -> None:
    store(path).save([coachee()])
    path.chmod(0o644)
    store(path).save([coachee("Adams")])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    link.symlink_to(target)
    store(link).save([coachee()])
    assert link.is_symlink()
    assert store(target).people()[0].family == "Okafor"
    assert (tmp_path / "real.json.lock").exists()


def test_documents_readers_hold_never_change(path: Path) -> None:
    mine = store(path)
    (person,) = mine.save([coachee()])
    held = mine._current()
    before = orjson.dumps(held.tables)
    mine.save([person.but(school="North"), coachee("Adams"), todo(person.id)])
    assert orjson.dumps(held.tables) == before
    assert mine._current() is not held


def test_memory_after_a_save_is_what_the_disk_holds(path: Path) -> None:
    mine = store(path)
    mine.save(every_kind())
    snapshot = mine._current()
    assert snapshot.trusted
    assert orjson.loads(path.read_bytes()) == snapshot.tables
    assert store(path)._current().identity == snapshot.identity


def test_starting_up_loads_neither_pydantic_nor_tinydb(path: Path) -> None:
    store(path).save(every_kind())
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from coach_tui.clock import SystemClock\n"
        "from coach_tui.storage.drafts import FileDrafts\n"
        "from coach_tui.storage.store import FileStore\n"
        "print(len(FileStore(Path(sys.argv[1]), SystemClock()).facts('2026-27')))\n"
        "FileDrafts(Path(sys.argv[1]).parent / 'drafts', SystemClock()).all()\n"
        "print(sorted({'pydantic', 'tinydb', 'filelock', 'ulid', 'tempfile'} & set(sys.modules)))"
    )
    output, _ = run_python(code, path).communicate(timeout=20)
    assert output.split("\n")[:2] == ["1", "[]"]


def test_facts_tell_track_next_visit_and_due(path: Path) -> None:
    mine = store(path)
    person, day = coachee(given="Dana", school="North", role="Math"), date(2027, 3, 12)
    mine.save(
        [
            person,
            cycle(person.id, 2, gi={"total": 9}, cluster="A"),
            cycle(person.id, 1, gi={"total": 4}, origin="count"),
            cycle(person.id, 2, gi={"total": 11}, cluster="D"),
            cycle(person.id, None),
            cycle(person.id, 5, track="2025-26"),
            visit(person.id, day),
            visit(person.id, day, at=time(9, 15)),
            visit(person.id, day - timedelta(days=1), status="held"),
            todo(person.id, due=day, status="carried"),
            todo(person.id, due=day - timedelta(days=3), status="done"),
            todo(person.id),
        ]
    )
    (facts,) = mine.facts("2026-27")
    assert (facts.name, facts.school, facts.role) == ("Okafor, Dana", "North", "Math")
    points = [(p.session, p.total, p.cluster, p.counted) for p in facts.track.points]
    assert points == [(1, 4, None, True), (2, 11, "D", False)]
    assert facts.next_visit == (day, time(9, 15))
    assert facts.due == day


@pytest.mark.parametrize(
    "bad",
    [
        "a text", None, 7, {}, {"id": 7}, {"id": "x", "session": "2"}, {"id": "x", "session": True},
        {"id": "x", "session": 1, "gi": [], "held_on": "2027-03-01"},
        {"id": "x", "session": 1, "gi": {"total": "9"}, "held_on": "2027-03-01"},
        {"id": "x", "session": 1, "gi": {"total": -1}, "held_on": "2027-03-01"},
        {"id": "x", "session": 1, "cluster": 5, "held_on": "2027-03-01"},
        {"id": "x", "session": 1, "held_on": "soon"}, {"id": "x", "on": [], "due": {}},
        {"id": "x", "on": "2027-03-01", "at": "noon"}, {"id": "x", "family": ["no"]},
        {"id": "x", "session": 1, "held_on": "2027-03-01", "coachee_id": ["?"]},
    ],
)  # fmt: skip
def test_facts_pass_over_what_they_cannot_read(path: Path, bad: object) -> None:
    mine = store(path)
    (person,) = mine.save([coachee()])
    data = orjson.loads(path.read_bytes())
    if isinstance(bad, dict):
        bad = {"coachee_id": person.id, "track": "2026-27", **bad}
    for table in ("coachees", "cycles", "visits", "todos"):
        data.setdefault(table, {})["77"] = bad
    path.write_bytes(orjson.dumps(data))
    (facts,) = mine.facts("2026-27")
    assert (facts.track.points, facts.next_visit, facts.due) == ((), None, None)
    assert len(mine.people()) == 1
    assert not mine.of(Cycle, person.id)
    assert not mine.of(Visit, person.id)


def test_what_json_cannot_say_is_refused_in_words(path: Path) -> None:
    mine = store(path)
    mine.save([coachee("Adams")])
    before = path.read_bytes()
    person = coachee()
    unchecked = NoteLine(text="x").model_copy(update={"text": {1}})
    hostile = [
        cycle(person.id, number=2**70),
        person.model_copy(update={"family": 7}),
        person.model_copy(update={"external_ids": {"a": "\ud800"}}),
        Note(**stamps(), coachee_id=person.id).model_copy(update={"lines": ({1, 2},)}),
        Note(**stamps(), coachee_id=person.id).model_copy(update={"lines": (unchecked,)}),
    ]
    for record in hostile:
        with pytest.raises(Refused, match="cannot be saved"):
            mine.save([person, record.model_copy(update={"id": stamps()["id"]})])
        assert path.read_bytes() == before
    assert litter(path.parent) == []


TEXTS = st.text(max_size=60)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(family=TEXTS, given_name=TEXTS, lines=st.lists(TEXTS, max_size=4))
def test_any_text_comes_back_as_cleaned(
    tmp_path: Path, family: str, given_name: str, lines: list[str]
) -> None:
    mine = store(tmp_path / "caseload.json")
    person = coachee(f"x{family}", given=given_name)
    note = Note(**stamps(), coachee_id=person.id, lines=tuple(NoteLine(text=t) for t in lines))
    try:
        saved = mine.save([person, note])
    except CoachError:
        pytest.fail("a cleaned text was refused")
    again = store(mine.path)
    assert (again.get(Coachee, person.id), again.get(Note, note.id)) == saved


def test_times_are_taken_from_the_clock_handed_in(path: Path) -> None:
    clock = FrozenClock(NOW)
    mine = FileStore(path, clock)
    (person,) = mine.save([coachee()])
    clock.moment = NOW + timedelta(hours=2)
    (changed,) = mine.save([person.but(school="North")])
    assert (changed.created_at, changed.updated_at) == (NOW, clock.moment)
    assert changed.revision == 2


def test_importing_early_is_possible(path: Path) -> None:
    store(path).warm()
    assert "tinydb" in sys.modules
    assert not path.exists()
