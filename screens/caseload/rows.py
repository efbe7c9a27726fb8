"""How a person stands in the list, at each width."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coach_tui.domain.caseload import CaseloadRow
from coach_tui.text import pad
from coach_tui.widgets.band_meter import band_tone, meter
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import Line, Span

WIDE_FROM = 72
"""From this many cells a row also tells school, cluster and gain."""

_NEXT = 14
_MARK = 1


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in cells of a row's columns; 0 leaves one out."""

    name: int
    school: int
    session: int
    cluster: int
    total: int
    gain: int
    band: int
    next: int


def columns(width: int) -> Columns:
    """The columns that fit a list of a width."""
    wide = width >= WIDE_FROM
    band = 12 if wide else 4  # "No benchmark"
    fixed = _MARK + 3 + 5 + 1 + 4 + 1 + band + 1
    following = _NEXT if width >= fixed + 12 + _NEXT else 11
    extra = 3 + 5 if wide else 0
    room = max(8, width - fixed - following - extra)
    school = min(16, room - 17) if wide and room >= 29 else 0
    return Columns(room - school, school, 3, 3 if wide else 0, 5, 5 if wide else 0, band, following)


def heading(width: int) -> Line:
    """The line above the list."""
    at = columns(width)
    parts = [
        " ",
        pad("Teacher", at.name),
        pad("School", at.school) if at.school else "",
        pad("Ses", at.session, right=True),
        pad("Cl", at.cluster, right=True) if at.cluster else "",
        pad("GI", at.total, right=True),
        pad("+/-", at.gain, right=True) if at.gain else "",
        " ",
        pad("Band", at.band + 5),
        " ",
        pad("Next", at.next),
    ]
    return (("".join(parts), "heading"),)


def row_line(row: CaseloadRow, today: date, width: int, glyphs: Glyphs, hidden: str = "") -> Line:
    """One person's line: "!Abara, Chi   6   27 ■■·· Appr late 2d".

    While names are hidden, `hidden` stands in place of the name, and only what is next is told.
    """
    at = columns(width)
    if hidden:
        blank = at.school + at.session + at.cluster + at.total + at.gain + 1 + at.band + 5 + 1
        return (
            _mark(row),
            (pad(hidden, at.name), ""),
            (" " * blank, ""),
            _next(row, today, at.next),
        )
    track = row.facts.track
    last = track.last
    name = pad(glyphs.shown(row.name), at.name - 1) + " "
    school = pad(glyphs.shown(row.facts.school), at.school - 1) + " " if at.school else ""
    cluster = (last.cluster or "-") if last else ""
    gain = track.gain(last.session) if last else None
    total = "" if last is None else "-" if last.total is None else str(last.total)
    return (
        _mark(row),
        (name, "strong" if row.days_late else ""),
        (school, "muted"),
        (pad("-" if last is None else str(last.session), at.session, right=True), ""),
        (pad(cluster, at.cluster, right=True) if at.cluster else "", "muted"),
        (pad(total, at.total, right=True), ""),
        (
            pad("" if gain is None else f"{gain:+d}", at.gain, right=True) if at.gain else "",
            "muted",
        ),
        (" ", ""),
        *_band(row, at.band, glyphs),
        (" ", ""),
        _next(row, today, at.next),
    )


def _mark(row: CaseloadRow) -> Span:
    """`!` for late, `*` for an unfinished draft."""
    if row.days_late:
        return ("!", "late")
    return ("*", "strong") if row.draft else (" ", "")


def _band(row: CaseloadRow, cells: int, glyphs: Glyphs) -> Line:
    """Meter and word; the word says it all, the meter and its colour repeat it."""
    if row.session is None:
        return ((pad("new", cells + 5), "muted"),)
    word = row.standing.word if row.standing else "no total"
    if row.band and cells < 12:
        word = row.band.short
    elif cells < 12:
        word = "-" if row.standing is None else "none" if row.standing.benchmarked else "n/a"
    tone = band_tone(row.band)
    return (*meter(row.band, glyphs), (" ", ""), (pad(word, cells), tone))


def _next(row: CaseloadRow, today: date, cells: int) -> Span:
    words = row.next_words(today)
    soon = row.facts.next_visit and row.facts.next_visit[0] == today
    tone = "late" if row.days_late else "strong" if soon else ""
    return (pad(words, cells), tone)
