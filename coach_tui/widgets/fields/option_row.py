"""What the one-line pickers share: options in a row, one of them under the cursor."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size

from coach_tui.widgets.fields.messages import Edited, move_on
from coach_tui.widgets.paint import tone_classes
from coach_tui.widgets.span_pane import Drawn
from coach_tui.widgets.spans import Line, Span, fit_line, join, line, line_width

BEFORE = "~ "
"""Stands at the left where options before those shown are out of view."""

Option = tuple[str, str]
"""What is kept, and our own words for it."""


def letters(labels: Sequence[str]) -> tuple[int, ...]:
    """For each label the index of the letter that picks it: its first one not taken yet; -1: none.

    For example 0 and 1 for "done" and "drop".
    """
    taken: set[str] = set()
    found = []
    for label in labels:
        free = (i for i, c in enumerate(label.lower()) if c.isalnum() and c not in taken)
        at = next(free, -1)
        found.append(at)
        taken.update(label[at : at + 1].lower() if at >= 0 else ())
    return tuple(found)


class OptionRow(Drawn, can_focus=True):
    """Options in one row and one Tab stop. Left and Right move, a letter goes straight to one.

    Attributes:
        options: what there is to pick from.
        active: the index of the option under the cursor.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = tone_classes("field-cursor", "key", "pick")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("space", "press", show=False),
        Binding("enter", "move_on", show=False),
    ]
    DEFAULT_CSS = """
    OptionRow { height: 1; width: 1fr; }
    """

    def __init__(
        self, options: Sequence[Option], *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.options = tuple(options)
        self.active = 0
        self._letters = letters([label for _, label in self.options])

    def pick(self, index: int) -> None:
        """What a letter or a click on an option does."""
        raise NotImplementedError

    def is_on(self, key: str) -> bool:
        """Whether an option is picked."""
        raise NotImplementedError

    def mark(self, on: bool) -> str:
        """The box before an option."""
        raise NotImplementedError

    def changed(self) -> None:
        """Draw again and tell."""
        self.redraw()
        self.post_message(Edited(self))

    def key_letter(self, index: int) -> str:
        """The letter that picks an option, "" for none."""
        at = self._letters[index]
        return self.options[index][1][at].lower() if at >= 0 else ""

    def on_key(self, event: events.Key) -> None:
        """A letter picks its option; other letters do nothing at all."""
        if not event.is_printable or event.key == "space":
            return
        event.stop()
        event.prevent_default()
        pressed = (event.character or "").lower()
        for index in range(len(self.options)):
            if pressed and self.key_letter(index) == pressed:
                self.pick(index)

    def on_click(self, event: events.Click) -> None:
        """A click picks the option it is on."""
        column = event.x + self._hidden(self.size.width)
        for index, start in enumerate(self._starts()):
            if start <= column < start + line_width(self._option(index)):
                self.pick(index)

    async def action_move_on(self) -> None:
        """Enter: the next field."""
        await move_on(self)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Show the cursor, or take it away."""
        super().watch_has_focus(_has_focus)
        self.redraw()

    def _point(self) -> None:
        """Put the terminal's own cursor on the option, for screen readers."""
        starts = self._starts()
        if self.has_focus and starts:
            column = starts[self.active] - self._hidden(self.content_size.width)
            self.app.cursor_position = self.content_region.offset + Offset(max(0, column) + 1, 0)

    def redraw(self) -> None:
        """Draw again and point at the option under the cursor."""
        super().redraw()
        if self.is_mounted:
            self._point()

    def _option(self, index: int) -> Line:
        key, label = self.options[index]
        focused = self.has_focus and index == self.active
        box = self.mark(self.is_on(key))
        return (
            (box, "field-cursor" if focused else "key"),
            (" ", ""),
            *self._label(label, self._letters[index]),
        )

    def _label(self, label: str, at: int) -> tuple[Span, ...]:
        """The words, the letter that picks them underlined while the row has the focus."""
        if at < 0 or not self.has_focus:
            return ((label, ""),)
        return line(label[:at], (label[at], "pick"), label[at + 1 :])

    def _starts(self) -> list[int]:
        """The column each option starts at."""
        starts, at = [], 0
        for index in range(len(self.options)):
            starts.append(at)
            at += line_width(self._option(index)) + 2
        return starts

    def _first(self, width: int) -> int:
        """The option shown first: a later one where that under the cursor needs the room."""
        starts = self._starts()
        if not starts or not width:
            return 0
        end, room = starts[self.active] + line_width(self._option(self.active)), width - len(BEFORE)
        if end <= width:
            return 0
        return next((at for at, start in enumerate(starts) if end - start <= room), self.active)

    def _hidden(self, width: int) -> int:
        """How many columns are out of view at the left, less those of the mark."""
        first = self._first(width)
        return self._starts()[first] - len(BEFORE) if first else 0

    def draw(self, size: Size) -> Sequence[Line]:
        """Its one row, marked where it goes on to the left or the right."""
        first = self._first(size.width)
        shown = [self._option(index) for index in range(first, len(self.options))]
        before = line(BEFORE) if first else ()
        return (fit_line((*before, *join(shown, "  ")), size.width),)
