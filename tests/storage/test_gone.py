"""Taking records out of the file, in the same transaction as a save: what undo asks for."""

from datetime import date
from pathlib import Path

import orjson
import pytest
from tinydb import TinyDB

from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit
from coach_tui.errors import Conflict, NotFound, Unavailable
from tests.storage.made import coachee, litter, store, todo, visit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A data file that does not exist yet."""
    return tmp_path / "caseload.json"


def test_one_goes_and_others_stay_for_stock_tinydb_too(path: Path) -> None:
    mine = store(path)
    (person,) = mine.save([coachee()])
    first, second, plan = mine.save(
        [todo(person.id), todo(person.id, text="Second"), visit(person.id, date(2027, 3, 12))]
    )
    (kept,) = mine.save([second.but(text="Second, reworded")], gone=[first, plan])
    assert kept.revision == 2
    for reader in (mine, store(path)):
        assert reader.of(Todo, person.id) == (kept,)
        assert reader.of(Visit, person.id) == ()
        with pytest.raises(NotFound):
            reader.get(Todo, first.id)
    with TinyDB(path, encoding="utf-8") as db:
        assert [row["text"] for row in db.table("todos")] == ["Second, reworded"]
        assert db.table("visits").all() == []
        db.table("todos").insert({"id": "by hand"})
    mine.save([todo(person.id, text="Third")])
    rows = orjson.loads(path.read_bytes())["todos"]
    assert len(rows) == len({row["id"] for row in rows.values()}) == 3


def test_what_went_can_come_back_as_new(path: Path) -> None:
    mine = store(path)
    (person,) = mine.save([coachee()])
    mine.save([], gone=[person])
    assert mine.people() == ()
    (again,) = mine.save([person.but(revision=0)])
    assert mine.people() == (again,)


@pytest.mark.parametrize("stands", [True, False])
def test_a_record_that_is_not_as_it_was_read_stops_all_of_it(path: Path, stands: bool) -> None:
    mine, other = store(path), store(path)
    person, step = mine.save([coachee(), todo("x")])
    if stands:
        (theirs,) = other.save([step.but(text="Theirs")])
    else:
        other.save([], gone=[step])
    before = path.read_bytes()
    with pytest.raises(Conflict) as told:
        mine.save([person.but(school="North"), coachee("Adams")], gone=[step])
    assert told.value.theirs == (theirs if stands else None)
    assert path.read_bytes() == before


def test_a_disk_that_fails_takes_nothing_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = store(path)
    (person,) = mine.save([coachee()])
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("coach_tui.storage.atomic.os.fsync", full)
        with pytest.raises(Unavailable):
            mine.save([coachee("Adams")], gone=[person])
    assert path.read_bytes() == before
    assert mine.people() == (person,)
    assert litter(path.parent) == []
    mine.save([], gone=[person])
    assert store(path).people() == ()


def test_a_reader_keeps_what_it_read(path: Path) -> None:
    """Tables are never changed in place: a thread may be reading them."""
    mine = store(path)
    (person,) = mine.save([coachee()])
    held = mine._current()
    mine.save([], gone=[person])
    assert person.id in held.table("coachees").by_id
    assert len(held.tables["coachees"]) == 1


def test_the_same_record_cannot_be_saved_and_go(path: Path) -> None:
    mine = store(path)
    (person,) = mine.save([coachee()])
    with pytest.raises(ValueError, match="twice"):
        mine.save([person], gone=[person])
    with pytest.raises(Unavailable, match="read-only"):
        store(path, readonly=True).save([], gone=[person])
    assert mine.people() == (person,)
