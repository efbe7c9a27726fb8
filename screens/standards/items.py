"""The rows of the standards: sections, standards, and what of them is looked back on."""

from __future__ import annotations

from collections.abc import Iterator

from coach_tui.domain.standard_review import Reading, reading_level, reading_words
from coach_tui.services.standards import Point, TermReview
from coach_tui.text import pad
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import Line, line

TENETS = "tenets"
"""The row of what coaching rests on (DLP-0)."""

Item = Point | str | Line
"""A point, the row of the tenets, or a line the cursor passes over."""

LEVELS = 3

_ROOMY = 64
"""Cells of a row from which on the reading is told in words too."""


def items(review: TermReview, *, unseen: bool, glyphs: Glyphs) -> list[Item]:
    """All rows in the framework's order.

    Args:
        review: the term's review.
        unseen: whether only what was not looked at yet is shown.
        glyphs: the letters.
    """
    made: list[Item] = [] if unseen else [TENETS]
    shown = [p for p in review.points if p.standard and not (unseen and p.reading)]
    for section in review.standards.sections:
        found = [p for p in shown if p.standard and p.standard.section == section.id]
        if found:
            made.append(line((f" {glyphs.shown(section.name)}", "strong")))
            made += _with_standards(found, glyphs)
    strays = [] if unseen else [point for point in review.points if not point.standard]
    if strays:
        made += [line((" No longer in the standards", "strong")), *strays]
    return made


def _with_standards(points: list[Point], glyphs: Glyphs) -> Iterator[Item]:
    """The points of a section; a standard in parts has a line of its own above them."""
    above = ""
    for point in points:
        standard = point.standard
        if standard and standard.parts and standard.id != above:
            above = standard.id
            yield line((f"  {standard.id}   {glyphs.shown(standard.name)}", "muted"))
        yield point


def meter(reading: Reading, glyphs: Glyphs) -> str:
    """A reading as three cells."""
    level = reading_level(reading)
    return glyphs.full * level + glyphs.empty * (LEVELS - level)


def change_mark(point: Point) -> str:
    """How it moved since the term before: "+1", "-1", "same"; blank where one of the two is."""
    change = point.change
    return "" if change is None else f"{change:+d}" if change else "same"


def row_line(item: Item, width: int, glyphs: Glyphs) -> Line:
    """One row: "  1D.1 Several kinds of visit    ■■· same"."""
    if isinstance(item, str):
        return line(("  What it rests on", ""))
    if not isinstance(item, Point):
        return item
    wide = width >= _ROOMY
    words = pad(reading_words(item.reading), 25) if wide else ""
    room = width - 7 - 4 - 5 - len(words) - 1
    mark = '"' if item.words else " "
    return (
        (f"  {pad(glyphs.shown(item.part.id), 5)}", "muted"),
        (pad(glyphs.shown(item.part.name), room), ""),
        (f"{mark} ", "muted"),
        (meter(item.reading, glyphs), "" if item.reading else "muted"),
        (f" {words}", "" if item.reading else "muted"),
        (pad(change_mark(item), 4), "muted"),
    )
