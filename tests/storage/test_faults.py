"""Disks that fail at any step of a save: the old file or the new one, and memory that agrees."""

import errno
import os
import stat
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
from filelock import FileLock

from coach_tui.errors import Unavailable
from coach_tui.storage import datafile, records, saving, seal
from coach_tui.storage.atomic import atomic_write, sweep
from coach_tui.storage.process import host
from coach_tui.storage.tiny_storage import AtomicStorage
from tests.storage.made import NOW, clock, coachee, litter, run_python, store, todo

WORDS = {
    errno.ENOSPC: "disk is full",
    errno.EDQUOT: "share of the disk",
    errno.EROFS: "read-only",
    errno.EACCES: "not permitted",
    errno.EIO: "reports a fault",
    errno.ENAMETOOLONG: "too long",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A data file with one person in it."""
    path = tmp_path / "caseload.json"
    store(path).save([coachee()])
    return path


def failing(number: int) -> Callable[..., Any]:
    """A system call that fails."""

    def call(*_: object, **__: object) -> Any:
        raise OSError(number, os.strerror(number))

    return call


def failing_for_folders(number: int) -> Callable[[int], None]:
    """An fsync that fails for folders only."""
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        real(descriptor)

    return fsync


@pytest.mark.parametrize("number", WORDS)
@pytest.mark.parametrize("call", ["replace", "fsync", "write", "fchmod"])
def test_a_failed_save_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    mine = store(path)
    before, people = path.read_bytes(), mine.people()
    with monkeypatch.context() as broken:
        broken.setattr(os, call, failing(number))
        with pytest.raises(Unavailable, match=WORDS[number]) as caught:
            mine.save([people[0].but(school="North"), todo(people[0].id), coachee("Adams")])
    assert "caseload.json" in str(caught.value)
    assert path.read_bytes() == before
    assert mine.people() == people
    assert mine._current().tables == orjson.loads(before)
    assert litter(path.parent) == []
    mine.save([people[0].but(school="North")])


def test_an_unconfirmed_save_can_be_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, person = store(path), coachee("Adams")
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", failing_for_folders(errno.EIO))
        with pytest.raises(Unavailable):
            mine.save([person])
    assert mine._current().tables == orjson.loads(path.read_bytes())
    (saved,) = mine.save([person])
    assert saved.revision == 1
    assert len(store(path).people()) == 2


def test_a_disk_without_fsync_for_folders_will_do(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing_for_folders(errno.EINVAL))
    store(path).save([coachee("Adams")])
    assert len(store(path).people()) == 2


def test_an_interrupted_save_leaves_no_litter(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    mine, before = store(path), path.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            mine.save([coachee("Adams")])
    assert (path.read_bytes(), litter(path.parent)) == (before, [])
    mine.save([coachee("Adams")])


def test_an_error_halfway_saves_none_of_them(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, before = store(path), path.read_bytes()
    real, seen = records.document_of, []

    def second_fails(record: Any) -> Any:
        seen.append(record)
        if len(seen) == 2:
            raise OSError(errno.ENOMEM, "no memory")
        return real(record)

    with monkeypatch.context() as broken:
        broken.setattr(saving, "document_of", second_fails)
        with pytest.raises(Unavailable):
            mine.save([coachee("Adams"), todo("x")])
    assert path.read_bytes() == before
    assert mine._current().tables == orjson.loads(before)


def test_a_program_without_our_lock_is_noticed_and_its_change_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, real, other = store(path), seal.encode, coachee("Brown")
    told: list[int] = []

    def late(*arguments: Any) -> Any:
        if not told:  # just before our rename, another program puts its own file there
            told.append(1)
            data = orjson.loads(path.read_bytes())
            data["coachees"]["9"] = {**other.model_dump(mode="json"), "revision": 1}
            atomic_write(path, orjson.dumps(data))
        return real(*arguments)

    monkeypatch.setattr(datafile, "encode", late)
    mine.save([coachee("Adams")])
    assert [person.family for person in mine.people()] == ["Adams", "Brown", "Okafor"]


def test_a_program_that_never_stops_is_told_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = seal.encode

    def always(*arguments: Any) -> Any:
        path.write_bytes(path.read_bytes() + b" ")
        return real(*arguments)

    monkeypatch.setattr(datafile, "encode", always)
    with pytest.raises(Unavailable, match="keeps changing"):
        store(path).save([coachee("Adams")])
    assert litter(path.parent) == []


def test_a_held_lock_is_told_of(path: Path) -> None:
    storage = AtomicStorage(datafile.DataFile(path, clock()), lock_seconds=0.1)
    held = threading.Event()
    done = threading.Event()

    def hold() -> None:
        with FileLock(f"{path}.lock"):
            held.set()
            done.wait(5)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(5)
    with pytest.raises(Unavailable, match="Another window is saving"), storage.transaction():
        pytest.fail("the lock was not held")
    done.set()
    thread.join()
    with storage.transaction():
        storage.write(storage.read() or {})


def test_a_write_without_the_lock_is_a_mistake(path: Path) -> None:
    storage = AtomicStorage(datafile.DataFile(path, clock()))
    assert storage.read() == orjson.loads(path.read_bytes())
    with pytest.raises(RuntimeError, match="transaction"):
        storage.write({})


def test_sweep_takes_only_dead_files_of_ours(tmp_path: Path) -> None:
    dead = run_python("pass")
    dead.communicate()
    names = {
        f".coach-tui.{dead.pid}.{host()}.{'0' * 16}.tmp": False,
        f".coach-tui.{os.getpid()}.{host()}.{'1' * 16}.tmp": True,
        f".coach-tui.{dead.pid}.elsewhere.{'2' * 16}.tmp": True,
        f".coach-tui.{dead.pid}.{host()}.tmp": True,
        f"notes.{dead.pid}.tmp": True,
    }
    for name in names:
        (tmp_path / name).touch()
    old = tmp_path / f".coach-tui.{dead.pid}.elsewhere.{'3' * 16}.tmp"
    old.touch()
    moment = (NOW - timedelta(days=2)).timestamp()
    os.utime(old, (moment, moment))
    fresh = [path for path in tmp_path.iterdir() if path != old]
    for path in fresh:
        os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    sweep(tmp_path, NOW)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {name for name, stays in names.items() if stays}
