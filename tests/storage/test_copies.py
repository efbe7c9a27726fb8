"""Texts that are written out: each has a file of its own, whoever else writes one."""

import errno
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from coach_tui.errors import Refused, Unavailable
from coach_tui.storage import atomic
from coach_tui.storage.copies import FileCopies
from tests.storage.made import litter, run_python

WRITE = """
import sys
from pathlib import Path
from coach_tui.storage.copies import FileCopies
mine = FileCopies(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    mine.write("undone", f"{sys.argv[3]}-{number}")
"""


def no_links(*_: Any, **__: Any) -> None:
    """As a disk without hard links answers."""
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def check(folder: Path, texts: set[str]) -> None:
    """Each text is whole in a file of its own, which only its owner can read."""
    files = [path for path in folder.iterdir() if not path.name.startswith(".")]
    assert {path.read_text("utf-8") for path in files} == texts
    assert len(files) == len(texts)
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert not litter(folder)


def test_two_windows_that_write_one_name_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    windows = [run_python(WRITE, folder, 40, name) for name in "abc"]
    for window in windows:
        window.communicate(timeout=60)
        assert window.returncode == 0
    check(folder, {f"{name}-{number}" for name in "abc" for number in range(40)})


@pytest.mark.parametrize("links", [True, False])
def test_threads_that_see_the_same_free_name_lose_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """All look for a free name before any of them writes."""
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    together, real = threading.Barrier(8), atomic._write
    waited: set[int] = set()

    def write(path: Path, content: bytes) -> os.stat_result:
        if threading.get_ident() not in waited:
            waited.add(threading.get_ident())
            together.wait(timeout=30)
        return real(path, content)

    monkeypatch.setattr(atomic, "_write", write)
    copies = FileCopies(tmp_path / "archive")
    threads = [threading.Thread(target=copies.write, args=("undone", f"t{n}")) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    check(tmp_path / "archive", {f"t{number}" for number in range(8)})


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "undone.txt").symlink_to(tmp_path / "elsewhere.txt")
    assert FileCopies(tmp_path).write("undone", "text").endswith("undone-2.txt")
    assert not (tmp_path / "elsewhere.txt").exists()


def test_a_disk_without_links_that_is_full_leaves_no_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    real = os.write
    left = [6]

    def write(descriptor: int, data: bytes) -> int:
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left[0] -= 1
        return real(descriptor, data[:1])

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(Unavailable, match="disk is full"):
        FileCopies(tmp_path).write("undone", "text")
    assert list(tmp_path.iterdir()) == []


def test_the_thousandth_of_a_name_is_refused(tmp_path: Path) -> None:
    for number in range(1, 1000):
        (tmp_path / f"a{'' if number == 1 else f'-{number}'}.txt").touch()
    with pytest.raises(Refused, match="There are 999 files called a already"):
        FileCopies(tmp_path).write("a", "text")
