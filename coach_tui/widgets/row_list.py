"""A list of any length of which only the visible rows are ever built."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from coach_tui.widgets.paint import TONE_CLASSES, paint
from coach_tui.widgets.spans import EMPTY, Line, pad_line, retone, wrap_line

Draw = Callable[[int, int], Line]
"""Draws the row of an index for a width in cells."""


def _every(_index: int) -> bool:
    return True


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """A virtual list with a cursor. Screens bind j, k, gg and the like to its methods.

    Attributes:
        cursor: the index of the selected row; -1 where no row can be selected.
        count: how many rows there are.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = TONE_CLASSES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter", "open", show=False),
    ]
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size: 0 0;
    }
    """

    cursor: reactive[int] = reactive(-1, repaint=False, init=False)

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        row_list: "RowList"
        index: int

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.row_list

    @dataclass
    class Opened(Message):
        """The row under the cursor was chosen with Enter or a click."""

        row_list: "RowList"
        index: int

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.row_list

    def __init__(
        self, *, id: str | None = None, name: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, name=name, classes=classes)
        self.count = 0
        self._draw: Draw = lambda _index, _width: EMPTY
        self._rests: Callable[[int], bool] = _every
        self._nothing: Line = EMPTY

    def show(
        self,
        count: int,
        draw: Draw,
        *,
        cursor: int | None = None,
        rests: Callable[[int], bool] = _every,
        nothing: Line = EMPTY,
    ) -> None:
        """Show other rows. Posts no message: the caller knows where the cursor stands.

        Args:
            count: how many rows there are.
            draw: draws one of them.
            cursor: where the cursor goes, or the next row it may rest on; None keeps it.
            rests: whether the cursor may rest on a row; headings say no.
            nothing: the line shown when there is no row, wrapped where it does not fit.
        """
        self.count, self._draw, self._rests, self._nothing = count, draw, rests, nothing
        at = self._near(max(0, self.cursor if cursor is None else cursor))
        self.set_reactive(RowList.cursor, at)
        self._make_room(Size(1, count))
        self.refresh()
        self._follow()

    def _make_room(self, rows: Size) -> None:
        """Be as high inside as there are rows; a new layout would show them a frame later."""
        if self.styles.auto_dimensions:
            self.virtual_size = rows
            return
        self.set_reactive(RowList.virtual_size, rows)
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True, immediate=True)

    def go(self, index: int) -> None:
        """Put the cursor on a row, or the nearest one it may rest on."""
        self.cursor = self._near(index)

    def move(self, delta: int) -> None:
        """Move the cursor by so many rows it may rest on, as far as there are any."""
        at, step = self.cursor, 1 if delta > 0 else -1
        for _ in range(abs(delta)):
            at = self._next(at + step, step, otherwise=at)
        self.cursor = at

    def page(self, pages: int) -> None:
        """Move the cursor by whole windows."""
        rows = max(1, self.size.height - 1)
        self.go(max(0, min(self.cursor + pages * rows, self.count - 1)))

    @property
    def position(self) -> str:
        """Which of the rows the cursor may rest on it stands on: "3/15"; empty on none."""
        resting = [index for index in range(self.count) if self._rests(index)]
        return f"{resting.index(self.cursor) + 1}/{len(resting)}" if self.cursor in resting else ""

    def redraw(self, index: int | None = None) -> None:
        """Draw a row again whose content changed; None for all."""
        if index is None:
            self.refresh()
        else:
            self.refresh_line(index)

    def _near(self, index: int) -> int:
        """The row itself, else the next one the cursor may rest on, else the one before."""
        index = max(0, min(index, self.count - 1))
        before = self._next(index, -1, otherwise=-1)
        return self._next(index, 1, otherwise=before)

    def _next(self, index: int, step: int, *, otherwise: int) -> int:
        while 0 <= index < self.count:
            if self._rests(index):
                return index
            index += step
        return otherwise

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the row left and the row reached, and tell."""
        self._follow()
        self.refresh_line(old)
        self.refresh_line(new)
        self.post_message(self.Moved(self, new))

    def _follow(self) -> None:
        """Keep the cursor's row in the window, the heading above the first one too."""
        if not self.is_mounted or not self.size or self.cursor < 0:
            return
        first = self._next(0, 1, otherwise=0)
        top = 0 if self.cursor == first < self.size.height else self.cursor
        rows = self.cursor - top + 1
        self.scroll_to_region(
            Region(0, top, 1, rows), animate=False, force=True, x_axis=False, immediate=True
        )
        self._point()

    def _point(self) -> None:
        """Put the terminal's own cursor on the row, for screen readers and braille lines."""
        if self.cursor >= 0 and self.screen.focused in (None, self):
            row = self.cursor - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(0, row)

    def on_resize(self) -> None:
        """Keep the cursor's row in the window."""
        self._follow()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Point at the cursor's row."""
        super().watch_has_focus(_has_focus)
        if _has_focus:
            self._point()

    def on_click(self, event: events.Click) -> None:
        """A click selects a row; on the selected one it opens it."""
        index = event.y + self.scroll_offset.y
        if not (0 <= index < self.count and self._rests(index)):
            return
        if index == self.cursor:
            self.action_open()
        self.cursor = index

    def action_move(self, delta: int) -> None:
        """Move the cursor."""
        self.move(delta)

    def action_open(self) -> None:
        """Tell that the row under the cursor was chosen."""
        if self.cursor >= 0:
            self.post_message(self.Opened(self, self.cursor))

    def render_line(self, y: int) -> Strip:
        """One visible row."""
        width = self.size.width
        return paint(self, self._row(y + self.scroll_offset.y, width), width)

    def _row(self, index: int, width: int) -> Line:
        if not self.count:
            told = wrap_line(self._nothing, width, hang=1)  # set in as the rows are
            return told[index] if index < len(told) else EMPTY
        if index >= self.count:
            return EMPTY
        drawn = pad_line(self._draw(index, width), width)
        return retone(drawn, "cursor") if index == self.cursor else drawn
