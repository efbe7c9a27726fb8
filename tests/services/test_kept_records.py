"""Records of all people, checked once for as long as nobody changes them."""

from pathlib import Path
from typing import Any

from coach_tui.domain.todo import Todo
from coach_tui.services.kept_records import KeptRecords
from tests.services.desks import Office


class Counting:
    """A store that counts how many records were checked."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.read = 0

    def __getattr__(self, name: str) -> Any:
        """All else is the store's own."""
        return getattr(self._inner, name)

    def get(self, kind: Any, key: str) -> Any:
        """As the store's."""
        self.read += 1
        return self._inner.get(kind, key)


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    office = Office.at(tmp_path)
    person, todos = office.add(), office.desk.todos
    made = [office.desk.todo_form.record(person, text) for text in ("one", "two", "three")]
    store: Any = Counting(office.desk.store)
    kept = KeptRecords(store)
    assert kept.every(Todo, bool) == tuple(made)
    assert kept.every(Todo, bool) == tuple(made)
    assert store.read == 3
    closed = todos.close(made[1].id)
    assert kept.every(Todo, bool) == (made[0], closed, made[2])
    assert store.read == 4
    assert kept.every(Todo, lambda held: held["status"] == "done") == (closed,)
    assert store.read == 4


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    office = Office.at(tmp_path)
    office.desk.todo_form.record(office.add(), "one")
    file = tmp_path / "caseload.json"
    file.write_text(file.read_text("utf-8").replace('"open"', '"later"'), "utf-8")
    assert KeptRecords(office.other_window().desk.store).every(Todo, bool) == ()
