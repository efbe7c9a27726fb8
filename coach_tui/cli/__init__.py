"""The command line: it opens the app, and answers in plain text for scripts and screen readers."""

import contextlib
import os
import sys
from collections.abc import Sequence

from coach_tui.cli.output import complain
from coach_tui.cli.parser import read_arguments
from coach_tui.errors import Ambiguous, CoachError, ReasonNeeded

DONE, REFUSED, INTERRUPTED = 0, 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the arguments, those of the process if left out.

    Returns:
        0 done; 1 refused, with a sentence on standard error and nothing changed; 2 wrong usage;
        130 interrupted.
    """
    os.umask(0o077)  # whatever is written is the coach's alone
    try:
        status = _run(argv)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where a closed pipe or a full disk can still be told
    except CoachError as error:
        return _refuse(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return DONE
    except OSError as error:
        _drop_output()
        complain(f"That did not work: {(error.strerror or 'no reason given').lower()}.")
        return REFUSED
    return status


def _run(argv: Sequence[str] | None) -> int:
    """Read the arguments and do what they ask."""
    try:
        arguments = read_arguments(argv)
    except SystemExit as stop:  # argparse has told all it has to tell: help, version, wrong usage
        return stop.code if isinstance(stop.code, int) else DONE
    status: int = arguments.run(arguments)
    return status


def _refuse(error: CoachError) -> int:
    """One sentence on standard error; how to give a reason; below it the people a name fits."""
    how = ' Add --reason "...".' if isinstance(error, ReasonNeeded) else ""
    complain(f"{error}{how}")
    if isinstance(error, Ambiguous):
        for match in error.matches:
            complain(f"  {match}")
    return REFUSED


def _drop_output() -> None:
    """Let what was not printed go, so that the end of the process does not try it again."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
