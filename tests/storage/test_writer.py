"""The thread that saves."""

import threading
from functools import partial
from pathlib import Path

import pytest

from coach_tui.storage.writer import Writer
from tests.storage.made import coachee, store


def test_work_is_done_in_order_by_one_other_thread(tmp_path: Path) -> None:
    writer, mine = Writer(), store(tmp_path / "caseload.json")
    saves = [writer.submit(partial(mine.save, [coachee(name)])) for name in "abc"]
    names = {writer.submit(threading.get_ident) for _ in range(3)}
    assert writer.flush(10)
    assert all(save.done() for save in saves)
    assert len({future.result() for future in names} | {threading.get_ident()}) == 2
    assert [person.family for person in mine.people()] == ["a", "b", "c"]
    writer.close()


def test_an_error_is_handed_to_who_asked() -> None:
    writer = Writer()
    with pytest.raises(ZeroDivisionError):
        writer.submit(lambda: 1 // 0).result(5)
    assert writer.submit(lambda: 5).result(5) == 5
    writer.close()


def test_flush_gives_up_in_time_and_close_finishes_the_queue() -> None:
    writer, gate, done = Writer(), threading.Event(), []
    writer.submit(gate.wait)
    writer.submit(lambda: done.append(1))
    assert not writer.flush(0.05)
    gate.set()
    writer.close()
    assert done == [1]
    with pytest.raises(RuntimeError):
        writer.submit(lambda: None)
