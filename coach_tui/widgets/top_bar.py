"""Row 1: the place or person at the left, DEMO and the state of saving at the right."""

from collections.abc import Sequence
from typing import ClassVar

from textual.geometry import Size

from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.paint import tone_classes
from coach_tui.widgets.span_pane import Drawn
from coach_tui.widgets.spans import Line, line, two_sided


def top_line(left: Line, state: str, width: int, glyphs: Glyphs, *, mark: str = "") -> Line:
    """The row as a line.

    Args:
        left: the place or person; a name in the tone `title`.
        state: "saved 10:42", "draft saved 10:47".
        width: cells.
        glyphs: the letters to draw with.
        mark: "DEMO" or "READ-ONLY", empty for neither.
    """
    between = f" {glyphs.dot} " if mark and state else ""
    right = line((mark, "demo"), (between, "muted"), (state, "muted"), " ")
    return two_sided(line(" ", *left), right, width)


class TopBar(Drawn):
    """The first row of every screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = tone_classes("title", "strong", "muted", "demo")
    DEFAULT_CSS = """
    TopBar { height: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left: Line = ()
        self._state = ""
        self._mark = ""

    def show(
        self, left: Line | None = None, state: str | None = None, mark: str | None = None
    ) -> None:
        """Show these; what is None stays as it is."""
        self._left = self._left if left is None else left
        self._state = self._state if state is None else state
        self._mark = self._mark if mark is None else mark
        self.redraw()

    def draw(self, size: Size) -> Sequence[Line]:
        """Its one line."""
        return (top_line(self._left, self._state, size.width, self.glyphs, mark=self._mark),)
