"""The demo's throw-away copy: a folder of its own, made afresh, gone when the app is left.

A window that did not end in the ordinary way leaves its mark. The next one on the same day then
takes its copy up again, so that drafts outlive a crash.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import coach_tui
from coach_tui.clock import Clock
from coach_tui.domain.ports import Drafts, Store
from coach_tui.errors import Unavailable
from coach_tui.text import visible

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from coach_tui.services.frameworks import FrameworkShelf

PEOPLE = coach_tui.ROOT / "data" / "demo" / "people.json"
"""The made-up people."""

_PATIENCE = 10.0  # seconds that a command waits for another one that is building the copy


@dataclass
class DemoCopy:
    """One copy of the demo.

    Attributes:
        folder: holds all of it.
        keep: whether a window leaves it behind, for the next one to take up again.
    """

    folder: Path
    keep: bool = False

    @property
    def file(self) -> Path:
        """Its data file; there once the copy is whole."""
        return self.folder / "caseload.json"

    @property
    def day_mark(self) -> Path:
        """Holds the day it was made, and marks the folder as ours to remove."""
        return self.folder / "made-on"

    @property
    def open_mark(self) -> Path:
        """Is there while a window is open, and after one that crashed."""
        return self.folder / "open"

    def is_of(self, today: date) -> bool:
        """Whether it is whole, and its days count from today."""
        try:
            return self.day_mark.read_text("utf-8") == today.isoformat() and self.file.exists()
        except (OSError, ValueError):
            return False

    def clear(self) -> None:
        """Remove it.

        Raises:
            Unavailable: the folder holds something else, or it cannot be removed.
        """
        with _told(self.folder):
            self._clear()

    def _clear(self) -> None:
        if not self.folder.is_dir():
            return
        if not self.day_mark.exists() and any(self.folder.iterdir()):
            raise Unavailable(
                f"{visible(str(self.folder))} holds files that are not the demo's; move them away."
            )
        import shutil  # rarely needed, and never by the first screen of a coach's own file

        for path in self.folder.iterdir():
            if path != self.day_mark:  # the last to go: half a copy is still known as ours
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.day_mark.unlink(missing_ok=True)
        self.folder.rmdir()


Build = Callable[[DemoCopy], None]
"""Puts the made-up people into an empty copy."""


@contextmanager
def window_copy(home: Path, today: date, build: Build) -> Iterator[DemoCopy]:
    """The copy of one window of the app, removed when it is left.

    It stays after an exception, or where `keep` was set. A second window gets a temporary folder.

    Args:
        home: the demo's folder; another window holds a lock beside it.
        today: the coach's date.
        build: fills a new copy.

    Raises:
        Unavailable: the folder holds something else.
    """
    lock = _lock(home)
    if lock is None:
        with scratch_copy(today, build) as copy:
            yield copy
        return
    with lock:
        copy = DemoCopy(home)
        if not (copy.open_mark.exists() and copy.is_of(today)):
            _make(copy, today, build)
        copy.open_mark.touch()
        yield copy
        if not copy.keep:
            copy.clear()


@contextmanager
def scratch_copy(today: date, build: Build) -> Iterator[DemoCopy]:
    """A copy in a temporary folder, for a second window or a trial start; always removed."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="coach-tui-demo-") as folder:
        copy = DemoCopy(Path(folder) / "demo")
        _make(copy, today, build)
        yield copy


def shared_copy(home: Path, today: date, build: Build) -> DemoCopy:
    """The copy that commands work on: the one that is there, made if there is none.

    One of another day is made anew, unless a window has it open.

    Raises:
        Unavailable: the folder holds something else, or cannot be made.
    """
    copy = DemoCopy(home)
    if copy.is_of(today):
        return copy
    lock = _lock(home, 0 if copy.file.exists() else _PATIENCE)
    if lock:
        with lock:
            if not copy.is_of(today):  # made while we waited
                _make(copy, today, build)
    if not copy.file.exists():
        raise Unavailable(f"The demo's folder {visible(str(home))} cannot be used.")
    return copy


def fill(store: Store, drafts: Drafts, shelf: FrameworkShelf, clock: Clock) -> None:
    """Put the made-up people into an empty store, their days relative to today.

    The records come last and at once: a data file that is there is whole.

    Raises:
        CoachError: the people cannot be read, or not be saved.
    """
    from coach_tui.ids import new_id
    from coach_tui.services.seed import load_seed, records_from_seed
    from coach_tui.services.seed_own import own_records

    seeded = records_from_seed(load_seed(PEOPLE), clock, shelf.timeline())
    own = own_records(PEOPLE.parent, seeded.records, shelf, clock, new_id)
    for draft in seeded.drafts:
        drafts.write(draft)
    store.save([*seeded.records, *own])


def _make(copy: DemoCopy, today: date, build: Build) -> None:
    """Make a copy afresh."""
    copy.clear()
    with _told(copy.folder):
        copy.folder.mkdir(mode=0o700, parents=True)
        copy.day_mark.write_text(today.isoformat(), "utf-8")
    build(copy)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turn what the system says of a folder into a sentence."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        place = visible(str(folder))
        raise Unavailable(f"The demo's folder {place} cannot be used: {reason}.") from error


def _lock(home: Path, timeout: float = 0) -> BaseFileLock | None:
    """The held lock of the demo's folder; None if another has it, or none can be had here."""
    from filelock import FileLock, Timeout

    lock = FileLock(home.with_name("demo.lock"), mode=0o600, thread_local=False)
    try:
        home.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock.acquire(timeout)
    except (Timeout, OSError, NotImplementedError):
        return None
    return lock
