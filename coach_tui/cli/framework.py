"""`coach-tui framework check`: whether a framework file holds together, and why not."""

import argparse
from pathlib import Path

from coach_tui.cli.output import Printer, complain
from coach_tui.errors import BadFramework

SOUND, FAULTY = 0, 1


def run_check(arguments: argparse.Namespace) -> int:
    """Print in one line what a sound file is; else every fault on standard error, a line each."""
    from coach_tui.services.framework_files import load_framework

    path = Path(arguments.file)
    try:
        found = load_framework(path)
    except BadFramework as error:
        for problem in error.problems:
            complain(problem)
        return FAULTY
    told = f"{found.title} ({found.id}, version {found.version}): {found.holds}"
    Printer.of(arguments).line(f"{path.name} is sound. {told}.")
    return SOUND
