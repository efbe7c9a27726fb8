"""Drafts on the disk, and which of them a crash left behind."""

import errno
import os
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest

from coach_tui.clock import FrozenClock
from coach_tui.domain.draft import Draft
from coach_tui.errors import Refused, Unavailable
from coach_tui.storage.drafts import FileDrafts
from coach_tui.storage.process import alive, host
from tests.storage.made import NOW, clock, litter, run_python

BEFORE = datetime(2020, 1, 1, tzinfo=UTC)


def draft(key: str = "cycle-01J", **fields: Any) -> Draft:
    """A form with a text and an answer in it."""
    typed = {"goal": "Each pupil\nanswers ✓", "early": True}
    return replace(Draft(key, "cycle", "01J", BEFORE, typed, "goal"), **fields)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A drafts folder that does not exist yet."""
    return tmp_path / "coach" / "drafts"


@pytest.fixture
def drafts(folder: Path) -> FileDrafts:
    """Drafts of this process."""
    return FileDrafts(folder, clock())


def test_a_draft_comes_back_signed(drafts: FileDrafts, folder: Path) -> None:
    assert drafts.all() == ()
    assert not folder.exists()
    drafts.write(draft())
    assert drafts.read("cycle-01J") == draft(saved_at=NOW, pid=os.getpid(), host=host())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "cycle-01J.json").stat().st_mode) == 0o600
    assert litter(folder) == []


def test_the_newest_comes_first_and_discarded_ones_are_gone(folder: Path) -> None:
    time = FrozenClock(NOW)
    drafts = FileDrafts(folder, time)
    for minute, key in enumerate(("a", "b", "c")):
        time.moment = NOW + timedelta(minutes=minute)
        drafts.write(draft(key))
    drafts.discard("b")
    drafts.discard("b")
    drafts.discard("../b")
    assert [found.key for found in drafts.all()] == ["c", "a"]
    assert drafts.read("b") is None


@pytest.mark.parametrize("key", ["", "../x", "a/b", ".", "a\n", "a.b", "ä", "x" * 65, "a\0"])
def test_a_hostile_key_reaches_no_file(drafts: FileDrafts, folder: Path, key: str) -> None:
    with pytest.raises(Refused):
        drafts.write(draft(key))
    assert drafts.read(key) is None
    drafts.discard(key)
    assert not folder.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"{}", b"\0" * 99,
        b'{"key":"other","form":"","coachee_id":"","saved_at":"2027-03-10T00:00:00+00:00",'
        b'"fields":{},"place":"","closed":false,"pid":1,"host":""}',
        b'{"key":"bad","form":"","coachee_id":"","saved_at":"2027-03-10T00:00:00",'
        b'"fields":{},"place":"","closed":false,"pid":1,"host":""}',
        b'{"key":"bad","form":7,"coachee_id":"","saved_at":"2027-03-10T00:00:00+00:00",'
        b'"fields":{},"place":"","closed":false,"pid":1,"host":""}',
    ],
)  # fmt: skip
def test_an_unreadable_draft_is_skipped_and_stays(
    drafts: FileDrafts, folder: Path, content: bytes
) -> None:
    drafts.write(draft())
    (folder / "bad.json").write_bytes(content)
    assert [found.key for found in drafts.all()] == ["cycle-01J"]
    assert (folder / "bad.json").read_bytes() == content


def test_links_pipes_folders_and_huge_files_are_skipped(drafts: FileDrafts, folder: Path) -> None:
    drafts.write(draft())
    (folder / "link.json").symlink_to(folder / "cycle-01J.json")
    os.mkfifo(folder / "pipe.json")
    (folder / "folder.json").mkdir()
    with (folder / "huge.json").open("wb") as file:
        file.truncate(5_000_000)
    assert [found.key for found in drafts.all()] == ["cycle-01J"]


def test_what_json_cannot_say_does_not_cost_the_rest(drafts: FileDrafts) -> None:
    typed = {"a": "x\ud800y", "b": [2**70, None], "c": True, "d": "kept"}
    drafts.write(draft(fields=typed))
    found = drafts.read("cycle-01J")
    assert found is not None
    assert found.fields == {"a": "x?y", "b": [str(2**70), None], "c": True, "d": "kept"}


def test_a_failed_write_keeps_the_draft_before(
    drafts: FileDrafts, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.write(draft())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(Unavailable, match="disk is full"):
            drafts.write(draft(place="other"))
    found = drafts.read("cycle-01J")
    assert found is not None
    assert found.place == "goal"
    assert litter(folder) == []


def test_a_folder_of_another_user_is_refused(
    drafts: FileDrafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.write(draft())
    other = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: other)
    with pytest.raises(Unavailable, match="another user"):
        drafts.write(draft())
    assert drafts.all() == ()


def test_a_killed_process_leaves_an_orphan(drafts: FileDrafts, folder: Path) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\n"
        "from tests.storage.made import clock\n"
        "from tests.storage.test_drafts import draft\n"
        "from coach_tui.storage.drafts import FileDrafts\n"
        "FileDrafts(Path(sys.argv[1]), clock()).write(draft('left'))\n"
        "print('ready', flush=True)\ntime.sleep(60)"
    )
    process = run_python(code, folder)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    found = drafts.read("left")
    assert found is not None
    assert found.pid == process.pid
    assert not drafts.is_orphan(found)
    assert drafts.is_elsewhere(found)
    process.kill()
    process.communicate()
    assert drafts.is_orphan(found)
    assert not drafts.is_elsewhere(found)
    assert not drafts.is_orphan(replace(found, closed=True))


def test_orphans_by_machine_and_number(drafts: FileDrafts) -> None:
    drafts.write(draft())
    mine = drafts.read("cycle-01J")
    assert mine is not None
    assert not drafts.is_orphan(mine)
    assert drafts.is_orphan(replace(mine, key="from-an-earlier-run"))
    elsewhere = replace(mine, host="another-machine")
    assert not drafts.is_orphan(elsewhere)
    assert drafts.is_orphan(replace(elsewhere, saved_at=NOW - timedelta(days=2)))
    assert drafts.is_orphan(replace(mine, pid=0))


def test_what_is_typed_in_another_window(drafts: FileDrafts) -> None:
    drafts.write(draft())
    mine = drafts.read("cycle-01J")
    assert mine is not None
    assert not drafts.is_elsewhere(mine)
    assert not drafts.is_elsewhere(replace(mine, key="from-an-earlier-run"))
    for theirs in (replace(mine, host="another-machine"), replace(mine, pid=os.getppid())):
        assert drafts.is_elsewhere(theirs)
        assert not drafts.is_elsewhere(replace(theirs, closed=True))
        assert not drafts.is_elsewhere(replace(theirs, saved_at=NOW - timedelta(days=2)))


def test_numbers_that_no_process_has() -> None:
    assert alive(os.getpid())
    assert not any(map(alive, (0, -1, 2**40)))


def test_a_draft_is_plain_json(drafts: FileDrafts, folder: Path) -> None:
    drafts.write(draft())
    found = orjson.loads((folder / "cycle-01J.json").read_bytes())
    assert found["fields"]["goal"] == "Each pupil\nanswers ✓"
    assert found["saved_at"] == "2027-03-10T15:42:00+00:00"
