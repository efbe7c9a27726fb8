"""A pane for text longer than its window; the screen turns it, a line or a page at a time."""

from collections.abc import Sequence

from textual.geometry import Size

from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line


class ScrollingPane(SpanPane):
    """Lines of which a window is shown.

    Attributes:
        top: the first line shown, from 0.
    """

    DEFAULT_CSS = """
    ScrollingPane { height: 1fr; }
    """

    top: int = 0

    kept: int | None = None
    """A line kept in view whatever the pane's size, None for none."""

    def keep_in_view(self, row: int) -> None:
        """Keep a line in the window, now and when the pane gets another size."""
        self.kept = row
        self.redraw()

    @property
    def last_top(self) -> int:
        """The furthest that `top` goes."""
        return max(0, len(self.lines) - max(1, self.content_size.height))

    @property
    def position(self) -> str:
        """Where the window stands, for the message line: "3/15" lines, empty where all fit."""
        if not self.last_top:
            return ""
        count = len(self.lines)
        return f"{min(count, self.top + self.content_size.height)}/{count}"

    def turn(self, lines: int) -> None:
        """Move the window down, or up with a negative number."""
        self.go(self.top + lines)

    def page(self, pages: int) -> None:
        """Move the window by whole windows, one line kept."""
        self.turn(pages * max(1, self.content_size.height - 1))

    def go(self, top: int) -> None:
        """Put a line at the top, as far as there are lines below it."""
        self.kept = None
        self.top = max(0, min(top, self.last_top))
        self.redraw()

    def draw(self, size: Size) -> Sequence[Line]:
        """The lines in the window."""
        lines = super().draw(size)
        if not size.height:
            return lines
        top = self.top
        if self.kept is not None:
            top = min(max(top, self.kept - size.height + 1), self.kept)
        top = max(0, min(top, len(lines) - size.height))
        return lines[top : top + size.height]
