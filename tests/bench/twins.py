"""The plain Textual apps that ours is measured against: `python twins.py static|input|text`."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Static, TextArea

NOTE = [f" 8:41 line {number} of a note, 17/24 written @EL" for number in range(49)]


class OneStatic(App[None]):
    """The least that can be put on a screen."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("ready")


class OneInput(App[None]):
    """The least that answers a key."""

    def compose(self) -> ComposeResult:
        """One field, its cursor still: a blink would be measured as an echo."""
        field = Input(placeholder="ready")
        field.cursor_blink = False
        yield field


class OneText(App[None]):
    """The least that a note can be typed into."""

    def compose(self) -> ComposeResult:
        """Fifty lines, the cursor still."""
        text = TextArea("\n".join([*NOTE, "ready"]))
        text.cursor_blink = False
        yield text

    def on_mount(self) -> None:
        """Type at the end."""
        text = self.query_one(TextArea)
        text.move_cursor(text.document.end)


if __name__ == "__main__":
    {"static": OneStatic, "input": OneInput, "text": OneText}[sys.argv[1]]().run()
