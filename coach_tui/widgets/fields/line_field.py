"""A field of one line."""

from textual.strip import Strip
from textual.widgets import Input

from coach_tui.text import LINE_LIMIT, is_unsafe
from coach_tui.widgets.fields.messages import Edited, NotTaken, move_on
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.paint import ascii_strip


class LineField(Input):
    """One line of text, drawn as it is: no markup, no blinking, nothing selected by arriving.

    `value` is what was typed, with every character that could steer a terminal made a space.
    """

    DEFAULT_CSS = """
    LineField { height: 1; width: 1fr; }
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        limit: int = LINE_LIMIT,
        restrict: str | None = None,
        id: str | None = None,
        name: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Make a field.

        Args:
            value: its first text.
            placeholder: our own words shown while it is empty.
            limit: the most characters it takes.
            restrict: a pattern that the whole text fits at any time.
            id: its id on the screen.
            name: its name.
            classes: its classes.
        """
        super().__init__(
            safe_line(value)[:limit],
            placeholder=placeholder,
            max_length=limit,
            restrict=restrict,
            select_on_focus=False,
            compact=True,
            id=id,
            name=name,
            classes=classes,
        )
        self.limit = limit
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """The text made safe and short enough, each character in its place."""
        return safe_line(value)[: self.max_length or LINE_LIMIT]

    def watch_value(self) -> None:
        """Tell of the change."""
        if self.is_mounted:
            self.post_message(Edited(self))

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text in place of a part; a paste too long is cut, and told."""
        room = max(0, self.limit - len(self.value) + abs(end - start))
        if len(text) > room:
            self.post_message(NotTaken(self, f"The field holds {self.limit} characters."))
        super().replace(safe_line(text[:room]), start, end)

    def restricted(self) -> None:
        """Say so, and ring no bell."""
        self.post_message(NotTaken(self, self.wants))

    @property
    def wants(self) -> str:
        """What belongs in the field, in words."""
        return "That does not belong here."

    async def action_submit(self) -> None:
        """Enter: tell, and move on."""
        await super().action_submit()
        await move_on(self)

    def render_line(self, y: int) -> Strip:
        """Its one row, the field's ground to its end."""
        strip = super().render_line(y).extend_cell_length(self.size.width, self.rich_style)
        return ascii_strip(strip) if glyphs_of(self).ascii_only else strip


def safe_line(text: str) -> str:
    """A text with unsafe characters made spaces, so that every other one keeps its place."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if is_unsafe(char) else char for char in text)
