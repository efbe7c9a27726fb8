"""What went wrong with a file, as a sentence that names the file and the way out."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach_tui.errors import Damaged, TooNew, Unavailable
from coach_tui.locations import told_path
from coach_tui.text import visible

_CAUSES = {
    errno.ENOSPC: "the disk is full. Free some space on it, then try again.",
    errno.EDQUOT: "your share of the disk is used up. Remove files you no longer need, then try"
    " again.",
    errno.EROFS: "the disk is read-only. Choose a file on another disk with --db.",
    errno.EACCES: "it is not permitted. Check that you may write to the file and its folder.",
    errno.EPERM: "it is not permitted. Check that you may write to the file and its folder.",
    errno.EIO: "the disk reports a fault. Copy the file to another disk and open that with --db.",
    errno.ESTALE: "the network disk went away and came back. Try again.",
    errno.EISDIR: "it is a folder. Name a file inside it.",
    errno.ENOTDIR: "a part of its path is a file, not a folder. Choose another with --db.",
    errno.EEXIST: "a part of its path is a file, not a folder. Choose another with --db.",
    errno.ELOOP: "a link leads nowhere. Choose another file with --db.",
    errno.ENOSYS: "this disk cannot lock files. Choose a file on another disk with --db.",
    errno.EFBIG: "the file would be larger than is allowed here. Ask whoever runs this machine.",
}


def named(path: Path) -> str:
    """A path as it may be drawn."""
    return visible(told_path(path))


@contextmanager
def told(path: Path, doing: str) -> Iterator[None]:
    """Turn what the system reports into a sentence.

    Args:
        path: the file it is about.
        doing: `read` or `saved`, as in "was not read".

    Raises:
        Unavailable: the body met an OSError.
    """
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        cause = _CAUSES.get(error.errno or 0, f"{reason}. Try again, or choose another with --db.")
        told_first = cause[:1].upper() + cause[1:]  # row 23 may cut what follows the cure
        raise Unavailable(f"{told_first} ({named(path)} was not {doing}.)") from error


def damaged(path: Path, why: str) -> Damaged:
    """The refusal of a file that does not hold together.

    Args:
        path: the file.
        why: what is wrong with it, as in "it is empty".
    """
    return Damaged(
        f"{named(path)} does not open: {why}. It is left exactly as it is."
        " Put a good copy in its place, or open another file with --db."
    )


def too_new(path: Path, found: int, known: int) -> TooNew:
    """The refusal of a file from a later version, with both format numbers."""
    return TooNew(
        f"{named(path)} was written by a newer coach-tui: its format is {found}, this program"
        f" knows up to {known}. It is left as it is. Install the newer program, or open another"
        " file with --db."
    )


def foreign(path: Path) -> Unavailable:
    """The refusal of a file or folder that belongs to another user."""
    return Unavailable(
        f"{named(path)} belongs to another user, who could read or change what you keep there."
        " Choose a file in a folder of your own with --db."
    )
