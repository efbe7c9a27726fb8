"""A field of many lines."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from textual import events
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from coach_tui.text import BLOCK_LIMIT, is_unsafe
from coach_tui.widgets.fields.kept_rows import KeepsRows
from coach_tui.widgets.fields.messages import Edited, NotTaken
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.paint import ascii_strip


class TextBox(KeepsRows):
    """Many lines that wrap. Tab leaves it, Enter starts a line, nothing blinks.

    Attributes:
        line_ends: awaited before Enter starts the next line: what is typed is put on the disk.
    """

    line_ends: Callable[[], Awaitable[None]] | None = None

    DEFAULT_CSS = """
    TextBox { height: 2; width: 1fr; overflow-x: hidden; }
    """

    def __init__(
        self,
        value: str = "",
        *,
        limit: int = BLOCK_LIMIT,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Make a box.

        Args:
            value: its first text.
            limit: the most characters it takes.
            placeholder: our own words shown while it is empty.
            id: its id on the screen.
            classes: its classes.
        """
        super().__init__(
            safe_block(value)[:limit],
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=placeholder,
            compact=True,
            id=id,
            classes=classes,
        )
        self.limit = limit
        self.match_cursor_bracket = False
        self.cursor_blink = False

    @property
    def value(self) -> str:
        """The text, as fields of every kind call it."""
        return self.text

    @value.setter
    def value(self, text: str) -> None:
        self.load_text(text)

    def load_text(self, text: str) -> None:
        """Put another text in, made safe and short enough."""
        super().load_text(safe_block(text)[: self.limit])

    def edit(self, edit: Edit) -> EditResult:
        """Make a change; what is pasted is made safe, and cut where the box is full."""
        text = safe_block(edit.text)
        if len(text) + len(self.text) > self.limit:
            text = self._cut(text, edit)
        if text != edit.text:
            edit = replace(edit, text=text)
        height = self.virtual_size.height
        result = super().edit(edit)
        if self.virtual_size.height != height:  # the stock one scrolls before it knows
            self.scroll_cursor_visible()
        return result

    def _cut(self, text: str, edit: Edit) -> str:
        """As much of a text as there is room for, and a word about it."""
        taken = len(self.get_text_range(*sorted((edit.from_location, edit.to_location))))
        room = max(0, self.limit - len(self.text) + taken)
        if len(text) > room:
            self.post_message(NotTaken(self, f"The text is full at {self.limit:,} characters."))
        return text[:room]

    async def on_key(self, event: events.Key) -> None:
        """A line that ends is kept."""
        if event.key == "enter" and self.line_ends is not None:
            await self.line_ends()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell of the change the way all fields do."""
        if event.text_area is self:
            self.post_message(Edited(self))

    def draw_row(self, y: int) -> Strip:
        """One row, the field's ground to its end."""
        strip = super().draw_row(y).extend_cell_length(self.size.width, self.rich_style)
        return ascii_strip(strip) if glyphs_of(self).ascii_only else strip

    def go_to_end(self) -> None:
        """Put the cursor behind the last letter."""
        self.selection = Selection.cursor(self.document.end)


def safe_block(text: str) -> str:
    """A text with one kind of line end and unsafe characters made spaces."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return "".join(" " if is_unsafe(char) and char != "\n" else char for char in text)
