"""The band chart: a person's totals against the bands of each session (E2L-5, E2L-10).

One row is 5 GIs, so that Meeting is one row high. A row shows the band of its middle total.
Sessions beyond the table have no column; they are told in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.geometry import Size

from coach_tui.domain.bands import Band, BandTable
from coach_tui.domain.track import SessionPoint, Track
from coach_tui.widgets.band_meter import band_tone
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.paint import TONE_CLASSES
from coach_tui.widgets.span_pane import Drawn
from coach_tui.widgets.spans import EMPTY, Line, Span, cells, fit_line, line

STEP = 5
"""GIs in a row."""

AXIS = 5
"""Cells left of the first column."""

WIDE, NARROW = 4, 3
"""Cells of a column, and where there is less room."""

FOOT = 4
"""Rows under the plot: axis, session numbers, clusters, phases."""

PhaseSpan = tuple[int, int, str]
"""A phase's first and last session and its label ("A-D")."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn, and the letters it is drawn with.

    Attributes:
        track: the person's sessions.
        bands: the band table.
        phases: the phases beneath.
        selected: the session under the cursor, None for none.
        glyphs: the letters to draw with.
    """

    track: Track
    bands: BandTable
    phases: tuple[PhaseSpan, ...]
    selected: int | None
    glyphs: Glyphs

    @property
    def rows(self) -> int:
        """How many rows hold all totals and all limits."""
        limits = [row.exceeding for row in self.bands.rows]
        totals = [point.total or 0 for point in self.columns]
        return max([0, *limits, *totals]) // STEP + 1

    @property
    def columns(self) -> tuple[SessionPoint, ...]:
        """The sessions that have a column."""
        return tuple(p for p in self.track.points if p.session <= self.bands.last_session)

    @property
    def beyond(self) -> tuple[SessionPoint, ...]:
        """The sessions past the table."""
        return tuple(p for p in self.track.points if p.session > self.bands.last_session)

    def first_row(self, count: int) -> int:
        """The lowest row of a window of so many, around the selected total or the last one."""
        spare = self.rows - count
        if spare <= 0:
            return 0
        at = self.track.point(self.selected) if self.selected else None
        held = [p for p in (at, *reversed(self.columns)) if p and p.total is not None]
        total = (held[0].total or 0) if held else 0
        return max(0, min(total // STEP - count // 2, spare))


def chart_lines(chart: Chart, width: int, height: int = 0) -> tuple[Line, ...]:
    """The chart as lines.

    Args:
        chart: what to draw.
        width: cells; columns narrow from 4 to 3 cells where it asks for that, then are cut.
        height: rows; 0 for as many as hold every total.
    """
    cell = WIDE if width >= AXIS + WIDE * chart.bands.last_session else NARROW
    words = beyond_words(chart)
    foot = FOOT + bool(words)
    count = min(chart.rows, height - foot) if height else chart.rows
    count = max(1, count)
    first = chart.first_row(count)
    plot = [_plot_row(chart, row, cell) for row in range(first + count - 1, first - 1, -1)]
    lines = [*plot, _axis(chart, cell), _numbers(chart, cell), _clusters(chart, cell)]
    lines.append(_phases(chart, cell))
    if words:
        tone = "strong" if chart.selected in {p.session for p in chart.beyond} else "muted"
        lines.append(line(" " * AXIS, (words, tone)))
    return tuple(fit_line(drawn, width) for drawn in lines)


def beyond_words(chart: Chart) -> str:
    """The sessions past the table: "15: 82 GIs, 16: no total"; "" for none."""
    parts = [
        f"{p.session}: no total" if p.total is None else f"{p.session}: {p.total} GIs"
        for p in chart.beyond
    ]
    return f"No benchmark  {', '.join(parts)}" if parts else ""


def _plot_row(chart: Chart, row: int, cell: int) -> Line:
    low, glyphs = row * STEP, chart.glyphs
    head = f"{low:3} {glyphs.tee}" if row % 2 == 0 else f"    {glyphs.upright}"
    spans: list[Span] = [(head, "muted")]
    points = {point.session: point for point in chart.columns}
    for session in range(1, chart.bands.last_session + 1):
        point = points.get(session)
        if point and point.total is not None and point.total // STEP == row:
            spans.append(_point(chart, session, point.total, cell))
        else:
            spans.append(_shade(chart, session, low, cell))
    return _merged(spans)


def _point(chart: Chart, session: int, total: int, cell: int) -> Span:
    """A total in its column; without the dot where the number needs the room."""
    number = str(total)
    text = f"{chart.glyphs.point}{number}" if len(number) < cell else number
    tone = "selected" if session == chart.selected else _total_tone(chart, session, total)
    return (text[:cell].ljust(cell), tone)


def _total_tone(chart: Chart, session: int, total: int) -> str:
    band = chart.bands.standing(session, total).band
    return band_tone(band) if band else "strong"


def _shade(chart: Chart, session: int, low: int, cell: int) -> Span:
    """The ground of a cell: the band of the row's middle total."""
    limits = chart.bands.limits(session)
    band = limits.band(low + STEP // 2) if limits else None
    if band is None or band is Band.EXCEEDING:
        return (" " * cell, "")
    return (chart.glyphs.shades[band.level - 1] * cell, band_tone(band))


def _merged(spans: Sequence[Span]) -> Line:
    """Neighbours of one tone as one span: fewer bytes on the wire."""
    merged: list[Span] = []
    for text, tone in spans:
        if merged and merged[-1][1] == tone:
            merged[-1] = (merged[-1][0] + text, tone)
        else:
            merged.append((text, tone))
    return tuple(merged)


def _axis(chart: Chart, cell: int) -> Line:
    across = chart.glyphs.across * (cell * chart.bands.last_session)
    return line("    ", (chart.glyphs.corner + across, "muted"))


def _numbers(chart: Chart, cell: int) -> Line:
    """The session numbers, the selected one marked, those still to come muted."""
    last = chart.track.last.session if chart.track.last else 0
    spans: list[Span] = [(" " * AXIS, "")]
    for session in range(1, chart.bands.last_session + 1):
        tone = "strong" if session <= last else "muted"
        tone = "selected" if session == chart.selected else tone
        spans.append((f" {session}".ljust(cell), tone))
    return _merged(spans)


def _clusters(chart: Chart, cell: int) -> Line:
    """The cluster of each session."""
    points = {point.session: point for point in chart.columns}
    spans: list[Span] = [("  Cl ", "muted")]
    for session in range(1, chart.bands.last_session + 1):
        point = points.get(session)
        letter = chart.glyphs.shown(point.cluster)[:1] if point and point.cluster else ""
        tone = "strong" if session == chart.selected else "muted"
        spans.append((f" {letter or chart.glyphs.dot}".ljust(cell), tone))
    return _merged(spans)


def _phases(chart: Chart, cell: int) -> Line:
    """A bracket under the sessions of each phase."""
    glyphs, text = chart.glyphs, ""
    for first, last, label in chart.phases:
        start, size = (first - 1) * cell, (last - first + 1) * cell
        inside = f" {label} " if cells(label) + 4 <= size else ""
        rule = glyphs.across * max(0, size - 2 - cells(inside))
        text = text.ljust(start) + f"{glyphs.tee}{inside}{rule}{glyphs.tee_end}"
    return line(" " * AXIS, (text, "muted")) if text else EMPTY


class BandChart(Drawn):
    """The growth of one person; the screen moves the selected session."""

    COMPONENT_CLASSES: ClassVar[set[str]] = TONE_CLASSES
    DEFAULT_CSS = """
    BandChart { height: 1fr; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._shown: tuple[Track, BandTable, tuple[PhaseSpan, ...], int | None] | None = None

    def show(
        self,
        track: Track,
        bands: BandTable,
        phases: Sequence[PhaseSpan] = (),
        selected: int | None = None,
    ) -> None:
        """Show a track, and the session under the cursor."""
        self._shown = (track, bands, tuple(phases), selected)
        self.redraw()

    def select(self, session: int) -> None:
        """Put the cursor on another session."""
        if self._shown:
            self.show(*self._shown[:3], session)

    def draw(self, size: Size) -> Sequence[Line]:
        """The chart for its size."""
        if self._shown is None:
            return ()
        return chart_lines(Chart(*self._shown, self.glyphs), size.width, size.height)
