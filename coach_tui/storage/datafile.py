"""The data file on the disk: read when it has changed, replaced whole."""

import gc
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach_tui.clock import Clock
from coach_tui.errors import Unavailable
from coach_tui.storage.atomic import atomic_write, make_folder
from coach_tui.storage.seal import encode, sealed
from coach_tui.storage.shape import parse
from coach_tui.storage.strict import loss
from coach_tui.storage.tables import Identity, Snapshot, Tables
from coach_tui.storage.trouble import damaged, foreign, named

_READ = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC  # a pipe in its place must not hang us
_HEAD = 256  # enough to hold the generation and the moment of the save
_BIG = 200_000  # bytes; from here on the garbage collector's walks can be felt


class FileMovedError(Exception):
    """The file was replaced by a program that does not take our lock, or cannot."""


class DataFile:
    """One file of tables, and what was last read from it.

    Raises from every method: OSError, Damaged, TooNew, Unavailable.

    Attributes:
        path: the file, absolute; it need not exist yet.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path.absolute()
        self.clock = clock
        self._snapshot: Snapshot | None = None

    @property
    def target(self) -> Path:
        """The file itself, where the path is a link."""
        return Path(os.path.realpath(self.path))

    def current(self) -> Snapshot:
        """The newest save on the disk; read again only if it is another one than before."""
        snapshot = self._snapshot
        descriptor = self._open()
        if descriptor is None:
            return self._absent(snapshot)
        try:
            identity = _identity(descriptor)
            if snapshot is None or snapshot.identity != identity:
                tables = self._load(descriptor)
                snapshot = self._snapshot = Snapshot(identity, tables, snapshot)
            return snapshot
        finally:
            os.close(descriptor)

    def _open(self) -> int | None:
        """A descriptor of the file, None if there is none."""
        try:
            return os.open(self.path, _READ)
        except FileNotFoundError:
            return None

    def _absent(self, snapshot: Snapshot | None) -> Snapshot:
        """Nothing yet; but a file that was there and has gone is not an empty caseload."""
        if snapshot is not None and snapshot.identity is not None:
            raise Unavailable(
                f"{named(self.path)} is no longer there: it was moved or deleted while in use."
                " Put it back to go on; nothing was saved."
            )
        return Snapshot(None, {}, trusted=True)

    def _load(self, descriptor: int) -> Tables:
        """The tables of an open file, once it is known to be ours alone."""
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise damaged(self.path, "it is a folder or device, not a file")
        if found.st_uid != os.geteuid():
            raise foreign(self.path)
        self._check_folder()
        with _quiet(found.st_size):
            return parse(_read(descriptor), self.path)

    def _check_folder(self) -> None:
        folder = self.target.parent
        if folder.stat().st_uid != os.geteuid():
            raise foreign(folder)

    def prepare(self) -> None:
        """Make the folder if it is missing, and see that it is ours, before a lock goes there."""
        make_folder(self.target.parent)
        self._check_folder()

    def check_loss(self, snapshot: Snapshot) -> None:
        """See that writing a snapshot back would change no value of the file.

        Raises:
            FileMovedError: the file is another one by now.
        """
        if snapshot.trusted:
            return
        raw = self.path.read_bytes()
        self._check_same(snapshot.identity)
        if not sealed(raw, snapshot.tables) and (why := loss(raw)):
            raise damaged(self.path, f"{why}, which a save would lose")
        snapshot.trusted = True

    def _check_same(self, identity: Identity | None) -> None:
        descriptor = self._open()
        if descriptor is None:
            found = None
        else:
            try:
                found = _identity(descriptor)
            finally:
                os.close(descriptor)
        if found != identity:
            raise FileMovedError

    def replace(self, base: Snapshot, tables: Tables) -> None:
        """Save tables over the snapshot they were made from.

        Raises:
            FileMovedError: another save came between; nothing was written.
            Refused: a value cannot be written as JSON.
        """
        tables, content = encode(tables, self.clock)
        found = atomic_write(self.target, content, lambda: self._check_same(base.identity))
        identity = (found.st_ino, found.st_size, found.st_mtime_ns, content[:_HEAD])
        self._snapshot = Snapshot(identity, tables, base, trusted=True)


def _identity(descriptor: int) -> Identity:
    """Which save an open file holds. Inodes and times repeat, so the first bytes count too."""
    found = os.fstat(descriptor)
    head = os.pread(descriptor, _HEAD, 0) if stat.S_ISREG(found.st_mode) else b""
    return found.st_ino, found.st_size, found.st_mtime_ns, head


def _read(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        return file.read()


@contextmanager
def _quiet(size: int) -> Iterator[None]:
    """Keep the garbage collector from walking a large file's records, now and ever after."""
    if size < _BIG or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
