"""The band gauge: where a total stands between the limits of one session (E2L-5, E2L-10)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from textual.geometry import Size

from coach_tui.domain.bands import Band, BandLimits, Standing
from coach_tui.widgets.band_meter import band_tone
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.paint import TONE_CLASSES
from coach_tui.widgets.span_pane import Drawn
from coach_tui.widgets.spans import EMPTY, Line, Span, fit_line, line

ROWS = 4
MARGIN = 2
_NARROWEST = 5  # cells from one limit to the next: room for a short word


def _edges(limits: BandLimits, length: int) -> list[int]:
    """The columns of the upright rules: five of them, the first 0 and the last `length`.

    Even with the totals where there is room, but no band narrower than its short word. The open
    band at the top is drawn as wide as the one below it.
    """
    top = 2 * limits.exceeding - limits.meeting
    values = [0, limits.approaching, limits.meeting, limits.exceeding, top]
    edges = [round(value * length / top) for value in values]
    for index in range(1, 4):
        edges[index] = max(edges[index], edges[index - 1] + _NARROWEST)
    for index in range(3, 0, -1):
        edges[index] = min(edges[index], edges[index + 1] - _NARROWEST)
    return edges


def _names(edges: Sequence[int], here: Band | None) -> Line:
    """The band's names over their stretches, short ones where the long do not fit."""
    short = any(
        len(band.word) > right - left - 1
        for band, (left, right) in zip(Band, pairwise(edges), strict=True)
    )
    spans: list[Span] = []
    column = 0
    for band, (left, right) in zip(Band, pairwise(edges), strict=True):
        word = band.short if short else band.word
        start = left + 1 + (right - left - len(word)) // 2
        spans.append((" " * (start - column), ""))
        spans.append((word, "strong" if band is here else band_tone(band)))
        column = start + len(word)
    return tuple(spans)


def _bar(edges: Sequence[int], glyphs: Glyphs) -> Line:
    """The stretches in their shades, between rules."""
    spans: list[Span] = []
    for band, (left, right) in zip(Band, pairwise(edges), strict=True):
        spans.append((glyphs.upright, "muted"))
        spans.append((glyphs.gauges[band.level - 1] * (right - left - 1), band_tone(band)))
    return (*spans, (glyphs.upright, "muted"))


def _limits(limits: BandLimits, edges: Sequence[int]) -> Line:
    """The lowest total of each band under its rule; the first stretch starts at 0."""
    numbers = [0, limits.approaching, limits.meeting, limits.exceeding]
    text = ""
    for number, edge in zip(numbers, edges, strict=False):
        text = text.ljust(edge) + str(number)
        text += " "
    return ((text.rstrip(), "muted"),)


def _marker_column(total: int, limits: BandLimits, edges: Sequence[int]) -> int:
    """The column of a total: inside the stretch of its band, in proportion."""
    values = [0, limits.approaching, limits.meeting, limits.exceeding]
    values.append(2 * limits.exceeding - limits.meeting)
    stretch = max(index for index in range(4) if total >= values[index])
    low, high = values[stretch], values[stretch + 1]
    left, right = edges[stretch], edges[stretch + 1]
    at = left + round((total - low) * (right - left) / (high - low))
    return max(left + 1, min(at, right - 1))


def _marker(total: int, tone: str, column: int, length: int, glyphs: Glyphs) -> Line:
    """The marker and its number, the number at the left where it would run out."""
    number = str(total)
    if column + 2 + len(number) <= length + 1:
        return line(" " * column, (f"{glyphs.marker} {number}", tone))
    return line(" " * max(0, column - len(number) - 1), (f"{number} {glyphs.marker}", tone))


def gauge(
    standing: Standing | None, limits: BandLimits | None, width: int, glyphs: Glyphs
) -> tuple[Line, ...]:
    """The four rows: names, bar, limits, marker.

    Args:
        standing: what the total means; None draws no marker.
        limits: the session's row of the table; None, as past session 14, gives words instead.
        width: cells.
        glyphs: the letters to draw with.
    """
    if limits is None:
        words = "No benchmark for this session; the total is kept."
        return (EMPTY, fit_line(line(" " * MARGIN, (words, "muted")), width), EMPTY, EMPTY)
    length = max(4 * _NARROWEST, width - 2 * MARGIN - 2)
    edges = _edges(limits, length)
    here = standing.band if standing else None
    marker = EMPTY
    if standing:
        column = _marker_column(standing.total, limits, edges)
        marker = _marker(standing.total, band_tone(here), column, length, glyphs)
    rows = (_names(edges, here), _bar(edges, glyphs), _limits(limits, edges), marker)
    return tuple(fit_line(line(" " * MARGIN, *row), width) for row in rows)


class BandGauge(Drawn):
    """The gauge of one session; redrawn with each digit typed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = TONE_CLASSES
    DEFAULT_CSS = """
    BandGauge { height: 4; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._standing: Standing | None = None
        self._limits: BandLimits | None = None

    def show_count(self, standing: Standing | None, limits: BandLimits | None) -> None:
        """Show a total: None for none typed; limits None where the session has no benchmark."""
        self._standing = standing
        self._limits = limits
        self.redraw()

    def draw(self, size: Size) -> Sequence[Line]:
        """Its four rows."""
        return gauge(self._standing, self._limits, size.width, self.glyphs)
