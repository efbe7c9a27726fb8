"""A small Textual app that the harness is proved on."""

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.events import Resize
from textual.widgets import Input, Static


class SmallApp(App[int]):
    """A greeting, a field, and a line that echoes what was entered."""

    BINDINGS = [Binding("ctrl+x", "leave", "Leave", priority=True)]

    def compose(self) -> ComposeResult:
        """The three rows."""
        yield Static("Hello, coach", id="greeting")
        yield Input()
        yield Static(id="echo")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show what was entered."""
        self.query_one("#echo", Static).update(f"entered: {event.value}")

    def on_resize(self, event: Resize) -> None:
        """Show how wide the terminal is now."""
        self.query_one("#greeting", Static).update(f"Hello, coach {event.size.width}")

    def action_leave(self) -> None:
        """Leave with a status of our own."""
        self.exit(return_code=3)


if __name__ == "__main__":
    app = SmallApp()
    app.run()
    raise SystemExit(app.return_code)
