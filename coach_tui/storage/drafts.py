"""Forms as they are being typed: one small file each, so that no crash takes what was written."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import orjson

from coach_tui.clock import Clock
from coach_tui.domain.draft import Draft
from coach_tui.domain.unchecked import read_moment
from coach_tui.errors import Refused
from coach_tui.storage.atomic import atomic_write, fsync_folder, make_folder, sweep
from coach_tui.storage.process import alive, host
from coach_tui.storage.trouble import foreign, told

_KEY = re.compile(r"[A-Za-z0-9-]{1,64}")
_LARGEST = 4_000_000  # bytes; far above a form full of the longest texts
_READ = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
_ELSEWHERE = timedelta(days=1)


class FileDrafts:
    """Drafts as files `<key>.json` of mode 0600 in a folder of mode 0700."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Name the folder; it is made with the first draft."""
        self._folder = folder.absolute()
        self._clock = clock
        self._written: set[str] = set()

    def write(self, draft: Draft) -> None:
        """Put a draft on the disk, replacing the one of the same key.

        Its moment, process and machine are filled in here.

        Raises:
            Refused: the key could name a file elsewhere.
            Unavailable: it could not be written; the one before is still there.
        """
        if not _KEY.fullmatch(draft.key):
            raise Refused("A draft's key is 1 to 64 letters, digits and hyphens.")
        signed = replace(draft, saved_at=self._clock.now(), pid=os.getpid(), host=host())
        path = self._path(draft.key)
        with told(path, "saved"):
            self._prepare()
            atomic_write(path, _encode(signed))
            self._lent_path(draft.key).unlink(missing_ok=True)
        self._written.add(draft.key)

    def _prepare(self) -> None:
        """Make the folder, and once clear away what a kill left in it."""
        make_folder(self._folder)
        if self._folder.stat().st_uid != os.geteuid():
            raise foreign(self._folder)
        if not self._written:
            sweep(self._folder, self._clock.now())

    def read(self, key: str) -> Draft | None:
        """The draft of a key, None if there is none or it cannot be read."""
        if not _KEY.fullmatch(key):
            return None
        try:
            return _decode(_content(self._path(key)), key)
        except (OSError, ValueError, TypeError, LookupError):
            return None

    def discard(self, key: str) -> None:
        """Remove a draft; nothing happens if there is none.

        Raises:
            Unavailable: it is there and could not be removed.
        """
        if not _KEY.fullmatch(key):
            return
        with told(self._path(key), "removed"):
            self._lent_path(key).unlink(missing_ok=True)
            try:
                self._path(key).unlink()
            except FileNotFoundError:
                return
            fsync_folder(self._folder)

    def lend(self, key: str, text: str) -> str:
        """Put a draft's text into a private file for another program to change; its path.

        Raises:
            Refused: the key could name a file elsewhere.
            Unavailable: it could not be written.
        """
        if not _KEY.fullmatch(key):
            raise Refused("A draft's key is 1 to 64 letters, digits and hyphens.")
        path = self._lent_path(key)
        with told(path, "saved"):
            self._prepare()
            atomic_write(path, f"{text}\n".encode("utf-8", "replace"))
        return str(path)

    def lent(self, key: str) -> str | None:
        """What a lent text is now, None where none is lent; `write` and `discard` end the loan."""
        if not _KEY.fullmatch(key):
            return None
        try:
            return _content(self._lent_path(key)).decode("utf-8", "replace")
        except (OSError, ValueError):
            return None

    def all(self) -> tuple[Draft, ...]:
        """Every readable draft, the newest first; unreadable files stay where they are."""
        found = (self.read(key) for key in self._keys())
        drafts = (draft for draft in found if draft)
        return tuple(sorted(drafts, key=lambda draft: (draft.saved_at, draft.key), reverse=True))

    def _keys(self) -> Iterator[str]:
        try:
            paths = list(self._folder.iterdir())
        except OSError:
            return
        yield from (path.stem for path in paths if path.suffix == ".json")

    def is_orphan(self, draft: Draft) -> bool:
        """Whether the form was cut off: not closed, and its process is gone.

        A process on another machine counts as gone after a day without a word.
        """
        if draft.closed:
            return False
        if draft.host != host():
            return self._clock.now() - draft.saved_at > _ELSEWHERE
        if draft.pid == os.getpid():  # a number given anew, unless we wrote it
            return draft.key not in self._written
        return not alive(draft.pid)

    def is_ours(self, draft: Draft) -> bool:
        """Whether this process wrote it, or one before it of the same number."""
        return draft.host == host() and draft.pid == os.getpid()

    def is_elsewhere(self, draft: Draft) -> bool:
        """Whether the form is open in another window: not closed, and that window lives.

        After a day without a word its process number may be another program's.
        """
        stale = self._clock.now() - draft.saved_at > _ELSEWHERE
        return not (draft.closed or self.is_ours(draft) or stale or self.is_orphan(draft))

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"

    def _lent_path(self, key: str) -> Path:
        return self._folder / f"{key}.txt"


def _encode(draft: Draft) -> bytes:
    """A draft as JSON; what JSON cannot say is replaced rather than lost with the rest."""
    fields = asdict(draft)
    try:
        return orjson.dumps(fields)
    except orjson.JSONEncodeError:
        return orjson.dumps(_sayable(fields))


def _sayable(value: Any) -> Any:
    """A value with half letters as `?`, and numbers too long for JSON as texts."""
    if isinstance(value, dict):
        return {_sayable(str(name)): _sayable(kept) for name, kept in value.items()}
    if isinstance(value, list | tuple):
        return [_sayable(item) for item in value]
    if value is None or isinstance(value, bool | datetime):
        return value
    if isinstance(value, int) and abs(value) < 2**63:
        return value
    return str(value).encode("utf-8", "replace").decode("utf-8")


def _content(path: Path) -> bytes:
    """The bytes of a plain file of ours, of a sensible size.

    Raises:
        OSError: there is none, or it is a link.
        ValueError: it is something else.
    """
    descriptor = os.open(path, _READ)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
            raise ValueError("not a file of ours")
        if found.st_size > _LARGEST:
            raise ValueError("too large")
        return os.read(descriptor, _LARGEST)
    finally:
        os.close(descriptor)


def _decode(raw: bytes, key: str) -> Draft:
    """A draft from its file.

    Raises:
        ValueError, TypeError, LookupError: it is not one.
    """
    found = orjson.loads(raw)
    moment = read_moment(found["saved_at"])
    texts = (found["form"], found["coachee_id"], found["place"], found["host"])
    whole = isinstance(found["fields"], dict) and type(found["pid"]) is int
    if found["key"] != key or moment is None or not whole:
        raise ValueError("not a draft of this name")
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("a text is missing")
    return Draft(
        key=key,
        form=found["form"],
        coachee_id=found["coachee_id"],
        saved_at=moment,
        fields=found["fields"],
        place=found["place"],
        closed=found["closed"] is True,
        pid=found["pid"],
        host=found["host"],
    )
