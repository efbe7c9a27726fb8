"""From lines of spans to what Textual draws: each tone is a component class, styled by the theme.

The painter is also the last guard: whatever reaches it, no character that steers a terminal is
drawn, and in ASCII mode none beyond ASCII.
"""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from coach_tui.text import is_unsafe, to_ascii
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.spans import Line, cells, fit_line

TONES = (
    "muted", "strong", "title", "heading", "rule", "key", "pick", "late", "demo", "error", "badge",
    "band-initiating", "band-approaching", "band-meeting", "band-exceeding",
    "cursor", "selected", "field", "field-cursor",
)  # fmt: skip
"""Every tone there is; "" is the widget's own colours."""


def tone_classes(*tones: str) -> set[str]:
    """What a widget that paints only these tones declares as its COMPONENT_CLASSES."""
    return {f"tone--{tone}" for tone in tones}


TONE_CLASSES = tone_classes(*TONES)
"""The same for a widget that may paint any tone; each costs a tenth of a millisecond to style."""


def paint(widget: Widget, drawn: Line, width: int) -> Strip:
    """A line as a strip of exactly so many cells.

    Args:
        widget: whose colours it is drawn in; it declares the tones.
        drawn: the line.
        width: cells.

    Raises:
        KeyError: a tone is not one the widget declares.
    """
    ascii_only = glyphs_of(widget).ascii_only
    ground = widget.rich_style
    segments = [
        Segment(
            guarded(text, ascii_only),
            widget.get_component_rich_style(f"tone--{tone}") if tone else ground,
        )
        for text, tone in fit_line(drawn, width)
    ]
    return Strip(segments).adjust_cell_length(width, ground)


def guarded(text: str, ascii_only: bool) -> str:
    """A text without characters that must not be drawn, each replaced by as many cells."""
    if text.isascii() and text.isprintable():
        return text
    safe = "".join("?" if is_unsafe(char) else char for char in text)
    return "".join(ascii_cell(char) for char in safe) if ascii_only else safe


def ascii_cell(char: str) -> str:
    """A character in ASCII, in the same number of cells, so that columns stay in line."""
    if char.isascii():
        return char
    twin = to_ascii(char)
    room = cells(char)
    return twin if len(twin) == room else "?".ljust(room)[:room]


def ascii_strip(strip: Strip) -> Strip:
    """What a stock widget drew, in ASCII."""
    return Strip(
        [Segment(guarded(text, True), style, control) for text, style, control in strip],
        strip.cell_length,
    )
