"""The level meter of the coach's continuum: three cells, beside the level's word in the pane."""

from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import Line

CELLS = 3

WIDTH = CELLS * 3 - 1
"""In cells of the terminal: "■■ ■■ ··"."""


def level_meter(level: int | None, glyphs: Glyphs) -> Line:
    """Three cells of two letters, as many filled as the level is high; none without a level."""
    filled = level or 0
    cells = [glyphs.full * 2] * filled + [glyphs.empty * 2] * (CELLS - filled)
    return ((" ".join(cells), "" if filled else "muted"),)


def blank_meter() -> Line:
    """As wide as a meter, for a level that is not to be seen."""
    return ((" " * WIDTH, ""),)
