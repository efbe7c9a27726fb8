"""What the prep sheet shows: sections behind labels, each cut to the rows there are for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach_tui.services.prep import Prep
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import EMPTY, Line, beside, line
from screens.prep.sections import LABEL, Section, agreed, capped, seen

TWO_COLUMNS = 110
"""Cells from which what was agreed and what was seen stand side by side."""

ONE_SCREEN = (80, 21)
"""Cells and rows of a pane from which all is made to fit; below, the sheet scrolls."""

MOST_ROWS = 6
"""Rows of a section where the sheet scrolls."""


@dataclass(frozen=True, slots=True)
class _Room:
    """What there is to draw in."""

    width: int
    height: int | None


def sheet(prep: Prep, glyphs: Glyphs, width: int, height: int) -> Sequence[Line]:
    """The sheet for a pane: all of it in view from 80 cells and 21 rows on.

    Args:
        prep: the person.
        glyphs: the letters to draw with.
        width: cells of the pane.
        height: rows of the pane, 0 where they are not known yet.
    """
    fits = width >= ONE_SCREEN[0] and height >= ONE_SCREEN[1]
    if not fits:
        both = (*agreed(prep, glyphs, width), *seen(prep, glyphs, width))
        return _column(both, _Room(width, None))
    if width < TWO_COLUMNS:
        both = (*agreed(prep, glyphs, width), *seen(prep, glyphs, width))
        return _column(both, _Room(width, height))
    half = (width - 3) // 2
    left = _column(agreed(prep, glyphs, half), _Room(half, height))
    right = _column(seen(prep, glyphs, half), _Room(half, height))
    right += [EMPTY] * (height - len(right))
    divided = [line((f"{glyphs.upright} ", "rule"), *row) for row in right]
    return beside(left, divided, half + 1)


def _column(sections: Sequence[Section], room: _Room) -> list[Line]:
    """Sections below each other, cut to the rows, with blank rows between where some are left."""
    if room.height is None:
        given = [min(MOST_ROWS, len(section.rows)) for section in sections]
        left = len(sections)
    else:
        given = allot(sections, room.height)
        left = room.height - sum(given)
    drawn: list[Line] = []
    for section, rows in zip(sections, given, strict=True):
        if section.apart and drawn and left > 0:
            drawn.append(EMPTY)
            left -= 1
        drawn += _labelled(section, rows, room.width)
    return drawn


def allot(sections: Sequence[Section], height: int) -> list[int]:
    """How many rows each section gets: first its least, by rank; then a row each in turn."""
    given = [0] * len(sections)
    order = sorted(range(len(sections)), key=lambda index: sections[index].rank)
    left = height
    for index in order:
        given[index] = min(sections[index].least, len(sections[index].rows), left)
        left -= given[index]
    while left > 0 and any(given[i] < len(sections[i].rows) for i in order):
        for index in order:
            if left > 0 and given[index] < len(sections[index].rows):
                given[index] += 1
                left -= 1
    return given


def _labelled(section: Section, rows: int, width: int) -> list[Line]:
    """A section's first rows behind its label; the last one marked where more would follow."""
    hidden = len(section.rows) - rows
    kept = list(capped(section.rows, rows, width - LABEL)) if rows else []
    if kept and hidden > 0 and section.counts:
        kept[-1] = line((f"{hidden + 1} more", "muted"))
    head = line((f" {section.label}".ljust(LABEL), section.tone))
    blank: Line = ((" " * LABEL, ""),)
    return [(*(blank if index else head), *row) for index, row in enumerate(kept)]
