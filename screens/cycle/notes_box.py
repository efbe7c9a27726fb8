"""The timed-lines box of the observation: Enter starts a line with the time."""

from __future__ import annotations

from textual import events

from coach_tui.clock import Clock
from coach_tui.domain.dates import local_clock
from coach_tui.widgets.fields.text_box import TextBox


class NotesBox(TextBox):
    """A text box whose lines start with the time; the first one too, once something is typed."""

    key_hint = ("Enter", "timed line")
    """What the key bar says of this box."""

    def __init__(self, clock: Clock, *, id: str) -> None:
        super().__init__(id=id)
        self._clock = clock

    def on_key(self, event: events.Key) -> None:
        """Stamp the first line, the next line, or, with Ctrl+G, here."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._put(f"\n{self._stamp()}")
        elif event.key == "ctrl+g":
            event.stop()
            self._put(self._stamp())
        elif event.is_printable and not self.text:
            self._put(self._stamp())

    def _put(self, text: str) -> None:
        self.replace(text, *self.selection, maintain_selection_offset=False)

    def _stamp(self) -> str:
        return f"{local_clock(self._clock.local(self._clock.now())):>5} "
