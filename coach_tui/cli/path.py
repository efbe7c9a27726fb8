"""`coach-tui path`: where things are kept. Opens nothing; none of it need exist."""

import argparse
import os
import sys
from pathlib import Path

from coach_tui.cli.wiring import place_of
from coach_tui.locations import config_folder
from coach_tui.text import is_unsafe, visible


def run(arguments: argparse.Namespace) -> int:
    """Print the data file, the folder of drafts and the folder of settings, a line each.

    Raises:
        Refused: no file can have the name.
    """
    place = place_of(arguments)
    for path in (place.file, place.drafts, config_folder()):
        _print_path(path)
    return 0


def _print_path(path: Path) -> None:
    """Print a path, to a program in its own bytes: they need not be letters of any locale."""
    text = str(path)
    controls = any(is_unsafe(char) and not "\udc80" <= char <= "\udcff" for char in text)
    if controls or sys.stdout.isatty():
        print(visible(text))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(os.fsencode(text) + b"\n")
