"""Plain text out: safe to print whatever the data holds, and in letters the reader can show."""

import argparse
import codecs
import json
import os
import sys

from coach_tui.terminal import says_utf8
from coach_tui.text import pad, visible, width


class Printer:
    """Prints lines on standard output.

    Attributes:
        ascii_only: whether names lose their accents, because more cannot be shown.
    """

    def __init__(self, *, ascii_only: bool) -> None:
        self.ascii_only = ascii_only

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> "Printer":
        """The printer that the options and the environment ask for."""
        return cls(ascii_only=arguments.ascii or arguments.plain or not _shows_unicode())

    def shown(self, text: str) -> str:
        """A text as it may be printed: one line, no control characters."""
        return visible(text, ascii_only=self.ascii_only)

    def line(self, text: str) -> None:
        """Print one line."""
        print(self.shown(text))

    def field(self, label: str, text: str) -> None:
        """Print a labelled text of any number of lines, or nothing for a blank one."""
        first, *rest = text.split("\n")
        if text:
            self.line(f"{label}: {first}")
        for line in rest:
            self.line(f"  {line}")

    def table(self, rows: list[list[str]], right: tuple[int, ...] = (), most: int = 40) -> None:
        """Print rows in columns.

        Args:
            rows: all of the same length.
            right: the columns that are set to the right.
            most: the most cells a column but the last may take; what is longer is cut.
        """
        cells = [[self.shown(cell) for cell in row] for row in rows]
        widths = [min(most, max(map(width, column))) for column in zip(*cells, strict=True)]
        for row in cells:
            *firsts, last = (pad(row[i], widths[i], right=i in right) for i in range(len(row) - 1))
            print("  ".join([*firsts, last, row[-1]]).rstrip())


def print_json(value: object) -> None:
    """Print one JSON value on one line, in ASCII, so that any program can read it."""
    print(json.dumps(value, separators=(",", ":")))


def complain(sentence: str) -> None:
    """Print a sentence on standard error."""
    if sys.stderr is not None:  # closed: print would turn to standard output
        print(visible(sentence, ascii_only=not says_utf8(os.environ)), file=sys.stderr)


def _shows_unicode() -> bool:
    """Whether standard output takes every letter, and the locale has the glyphs for it."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    return codecs.lookup(encoding).name.startswith("utf") and says_utf8(os.environ)
