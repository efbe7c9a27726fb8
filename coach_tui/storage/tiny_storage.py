"""The TinyDB storage: tables in memory, one lock and one atomic write for each transaction.

TinyDB's own storage writes in place and knows no lock; this one keeps its file format.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout
from tinydb.storages import Storage

from coach_tui.errors import Unavailable
from coach_tui.storage.atomic import sweep
from coach_tui.storage.datafile import DataFile
from coach_tui.storage.tables import Snapshot, Tables
from coach_tui.storage.trouble import named

LOCK_SECONDS = 10.0
"""How long a save waits for another window's."""


class AtomicStorage(Storage):
    """What TinyDB reads and writes through; writes only count inside a transaction.

    A transaction belongs to the thread that opened it: one TinyDB, one thread.
    """

    def __init__(self, file: DataFile, lock_seconds: float = LOCK_SECONDS) -> None:
        self._file = file
        self._seconds = lock_seconds
        self._swept = False
        self._pending: Tables | None = None

    def read(self) -> Tables | None:
        """The tables, as a dict that may be changed; the tables in it may not."""
        if self._pending is not None:
            return dict(self._pending)
        return dict(self._file.current().tables)

    def write(self, data: Tables) -> None:
        """Put tables aside for the end of the transaction.

        Raises:
            RuntimeError: there is none, so the lock is not held.
        """
        if self._pending is None:
            raise RuntimeError("the data file is written only inside transaction()")
        self._pending = data

    @contextmanager
    def transaction(self) -> Iterator[Snapshot]:
        """Hold the lock, give the newest save, and write what the body changed, once, at its end.

        If the body raises, or the write fails, nothing has changed, here or on the disk.

        Raises:
            FileMovedError: the file was replaced without the lock; nothing was written.
            StorageError: another window holds the lock, or the file is refused.
            OSError: it could not be written.
        """
        self._file.current()  # a file that is refused gets no lock beside it either
        with self._locked():
            base = self._file.current()
            self._file.check_loss(base)
            self._pending = base.tables
            try:
                yield base
                if self._pending is not base.tables:
                    self._file.replace(base, self._pending)
            finally:
                self._pending = None

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the lock file beside the data file; it is never deleted."""
        self._file.prepare()
        target = self._file.target
        lock = FileLock(
            f"{target}.lock",
            timeout=self._seconds,
            mode=0o600,
            poll_interval=0.02,
            fallback_to_soft=False,
        )
        try:
            lock.acquire()
        except Timeout as error:
            raise Unavailable(
                f"Another window is saving to {named(target)} and has not finished in"
                f" {self._seconds:g} seconds. Nothing was saved; try again in a moment."
            ) from error
        try:
            if not self._swept:
                sweep(target.parent, self._file.clock.now())
                self._swept = True
            yield
        finally:
            lock.release()
