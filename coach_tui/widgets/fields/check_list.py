"""Any of several, one below the other, each with a hint beside its name."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.geometry import Offset, Region, Size

from coach_tui.widgets.fields.check_row import CheckRow
from coach_tui.widgets.paint import tone_classes
from coach_tui.widgets.spans import Line, line, line_width, pad_line, wrap_line

Item = tuple[str, str, str]
"""What is kept, our own words for it, and a hint."""

_HANG = 4
_ROOM = 30  # the fewest cells that a hint has beside the names


class CheckList(CheckRow):
    """Up and Down move, Space or a letter ticks. `values` are the keys ticked, in list order."""

    COMPONENT_CLASSES: ClassVar[set[str]] = tone_classes("muted")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]
    DEFAULT_CSS = """
    CheckList { height: auto; }
    """

    def __init__(
        self,
        items: Sequence[Item],
        values: Sequence[str] = (),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """A list of boxes.

        Args:
            items: what there is to tick.
            values: the keys ticked as it opens.
            id: the widget's id.
            classes: its CSS classes.
        """
        super().__init__([(key, name) for key, name, _ in items], values, id=id, classes=classes)
        self._hints = [hint for _, _, hint in items]

    def draw(self, size: Size) -> Sequence[Line]:
        """Each option in a row of its own, in more where the window is narrow."""
        return [row for rows in self._blocks(size.width) for row in rows]

    def _blocks(self, width: int) -> list[tuple[Line, ...]]:
        """The rows of each option."""
        options = [self._option(at) for at in range(len(self.options))]
        column = max(map(line_width, options), default=0) + 2
        if width < column + _ROOM:  # too narrow for two columns
            column = _HANG
        return [
            wrap_line(
                line(*pad_line(option, max(column, line_width(option) + 2)), (hint, "muted")),
                max(20, width),
                hang=column,
            )
            for option, hint in zip(options, self._hints, strict=True)
        ]

    def _row_of(self, index: int) -> int:
        """The row that an option begins in."""
        return sum(len(rows) for rows in self._blocks(self.content_size.width)[:index])

    def on_click(self, event: events.Click) -> None:
        """A click ticks the option it is on."""
        below = 0
        for index, rows in enumerate(self._blocks(self.content_size.width)):
            below += len(rows)
            if event.y < below:
                self.pick(index)
                return

    def _point(self) -> None:
        """Put the terminal's own cursor on the option, and bring its row into view."""
        if not (self.has_focus and self.options):
            return
        row = self._row_of(self.active)
        self.app.cursor_position = self.content_region.offset + Offset(1, row)
        around = next((a for a in self.ancestors if isinstance(a, ScrollableContainer)), None)
        if around is not None:
            y = self.region.y - around.region.y + around.scroll_offset.y + row
            around.scroll_to_region(Region(0, y, 1, 1), animate=False, immediate=True)
