"""The plain Textual apps that ours is measured against: `python twins.py static|input`."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


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


if __name__ == "__main__":
    {"static": OneStatic, "input": OneInput}[sys.argv[1]]().run()
