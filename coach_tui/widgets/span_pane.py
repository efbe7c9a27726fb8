"""`Drawn`, the base of the widgets that paint lines, and `SpanPane`, which paints given ones."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from coach_tui.widgets.glyphs import Glyphs, glyphs_of
from coach_tui.widgets.paint import TONE_CLASSES, paint
from coach_tui.widgets.spans import EMPTY, Line, retone

Drawing = Callable[[int], Sequence[Line]]
"""Draws lines for a width in cells."""


class Drawn(Widget):
    """A widget that paints lines of spans.

    Subclasses say which in `draw`, and declare the tones they use as COMPONENT_CLASSES.
    """

    DEFAULT_CSS = """
    Drawn { height: auto; width: 1fr; }
    """

    painted: tuple[Line, ...] = ()
    """The lines as last painted, one for each row."""

    painted_size: Size | None = None
    """The size they were drawn for, None where they are to be drawn anew."""

    @property
    def glyphs(self) -> Glyphs:
        """The letters to draw with."""
        return glyphs_of(self)

    def draw(self, size: Size) -> Sequence[Line]:
        """The lines for a size in cells; a height of 0 asks for all of them."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw again, sending only the rows that changed."""
        if not self.is_mounted:
            return
        if not self.content_size:  # hidden: drawn anew when it is shown again
            self.painted_size = None
        if self.styles.auto_dimensions:
            rows = len(self.draw(Size(self.content_size.width, 0)))
            if rows != self.content_size.height:
                self.painted_size = None
                self.refresh(layout=True)
                return
        before, now = self.painted, self._lines_now()
        rows_changed = [y for y, drawn in enumerate(now) if before[y : y + 1] != (drawn,)]
        rows_changed += range(len(now), len(before))
        self.painted = now
        if rows_changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in rows_changed))

    def _lines_now(self) -> tuple[Line, ...]:
        size = self.content_size
        return tuple(self.draw(size))[: size.height] if size else ()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        del container, viewport  # only its own width counts
        return len(self.draw(Size(width, 0)))

    def render_line(self, y: int) -> Strip:
        """One painted row."""
        if self.painted_size != self.content_size:
            self.painted, self.painted_size = self._lines_now(), self.content_size
        drawn = self.painted[y] if y < len(self.painted) else EMPTY
        return paint(self, drawn, self.content_size.width)


class LinesPane(Drawn):
    """Paints the lines it is given, cut to its size. Subclasses name the tones they use.

    Attributes:
        cursor_line: the row that is drawn as the selected one, None for none.
    """

    def __init__(
        self,
        lines: Sequence[Line] = (),
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.cursor_line: int | None = None
        self._drawing: Drawing = lambda _width: lines

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines for its present width."""
        return tuple(self._drawing(self.content_size.width or 80))

    def show(self, lines: Sequence[Line], cursor_line: int | None = None) -> None:
        """Show these lines."""
        self.show_drawing(lambda _width: lines, cursor_line)

    def show_drawing(self, drawing: Drawing, cursor_line: int | None = None) -> None:
        """Show what is drawn for the pane's width, now and whenever that changes."""
        self._drawing = drawing
        self.cursor_line = cursor_line
        self.redraw()
        if cursor_line is not None and self.is_mounted:
            self.app.cursor_position = self.content_region.offset + Offset(0, cursor_line)

    def draw(self, size: Size) -> Sequence[Line]:
        """The lines, the selected one in its tone."""
        lines = tuple(self._drawing(size.width))
        if self.cursor_line is None:
            return lines
        return tuple(
            retone(drawn, "cursor") if y == self.cursor_line else drawn
            for y, drawn in enumerate(lines)
        )


class SpanPane(LinesPane):
    """Paints lines in any tone; each tone a pane names costs a little when it is made."""

    COMPONENT_CLASSES: ClassVar[set[str]] = TONE_CLASSES
