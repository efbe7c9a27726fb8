"""Which process, on which machine, wrote something: a mark to tell a crash from another window."""

import os
import re


def host() -> str:
    """This machine's name, in letters that a file name may hold."""
    return re.sub(r"[^A-Za-z0-9-]", "_", os.uname().nodename)[:48]


def alive(pid: int) -> bool:
    """Whether a process of ours has this number, on this machine.

    A process of another user has taken over the number of one of ours that ended.
    """
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except (OSError, OverflowError):
        return False
    return True
