"""Files that are replaced whole: a reader, a kill or a power cut meets the old one or the new one.

Temporary file in the same folder, fsync, rename, fsync of the folder. Only when that last step
returns is a save a save. A new file that must take nobody's place is linked instead of renamed.
"""

import errno
import os
import re
import stat
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from coach_tui.storage.process import alive, host

_LITTER = re.compile(r"\.coach-tui\.([0-9]{1,10})\.([A-Za-z0-9_-]*)\.[0-9a-f]{16}\.tmp")
_STALE = timedelta(days=1)
_CANNOT = {errno.EINVAL, errno.ENOTSUP}  # some network disks have no fsync for folders
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def atomic_write(
    path: Path, content: bytes, check: Callable[[], None] | None = None
) -> os.stat_result:
    """Replace a file by one of mode 0600 with the given bytes; a link's target, not the link.

    Args:
        path: the file; it need not exist, its folder must.
        content: all of the new bytes.
        check: runs last before the rename, and may raise to call it off.

    Returns:
        What the new file is, as it was just before the rename.

    Raises:
        OSError: it could not be written, or is marked read-only. The old file is untouched, but
            for a failed fsync of the folder: then either may be there.
    """
    target = Path(os.path.realpath(path))
    _refuse_read_only(target)
    temporary = _temporary(target.parent)
    try:
        written = _write(temporary, content)
        if check is not None:
            check()
        temporary.replace(target)
    except BaseException:  # a key press that interrupts must leave no litter either
        temporary.unlink(missing_ok=True)
        raise
    fsync_folder(target.parent)
    return written


def write_new(path: Path, content: bytes) -> None:
    """Write a file of mode 0600 where nothing is yet, not even a link that leads nowhere.

    Args:
        path: the file; its folder must exist.
        content: all of the bytes.

    Raises:
        FileExistsError: something has that name, if only by now; it stays as it is.
        OSError: it could not be written; nothing has that name.
    """
    temporary = _temporary(path.parent)
    try:
        _write(temporary, content)
        _name(temporary, path, content)
    finally:
        temporary.unlink(missing_ok=True)
    fsync_folder(path.parent)


def _name(temporary: Path, path: Path, content: bytes) -> None:
    """Give a written file its name, unless that is taken."""
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _write(path, content)  # some disks have no links: written once more, under its name


def _temporary(folder: Path) -> Path:
    """A name in a folder that nobody else uses."""
    return folder / f".coach-tui.{os.getpid()}.{host()}.{os.urandom(8).hex()}.tmp"


def _refuse_read_only(target: Path) -> None:
    """A rename would not ask: a file its owner marked read-only is kept as it is."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if not mode & stat.S_IWUSR or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is marked read-only", str(target))


def _write(path: Path, content: bytes) -> os.stat_result:
    """A new file with all the bytes on the disk; no file where they do not get there."""
    descriptor = os.open(path, _NEW, 0o600)
    try:
        os.fchmod(descriptor, 0o600)  # a umask may take away what we need ourselves
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
        return os.fstat(descriptor)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)


def fsync_folder(folder: Path) -> None:
    """Put a folder's names on the disk, or a power cut brings the old ones back."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder of mode 0700, and the missing ones above it, whatever the umask."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    fsync_folder(folder.parent)


def sweep(folder: Path, now: datetime) -> None:
    """Remove temporary files of ours that a kill left behind; those of a living process stay."""
    for path in folder.iterdir():
        if (name := _LITTER.fullmatch(path.name)) and _stale(path, name, now):
            path.unlink(missing_ok=True)


def _stale(path: Path, name: re.Match[str], now: datetime) -> bool:
    """Whether the writer is dead, or on another machine and silent for a day."""
    if name[2] == host():
        return not alive(int(name[1]))
    try:
        return now.timestamp() - path.stat().st_mtime > _STALE.total_seconds()
    except FileNotFoundError:
        return False
