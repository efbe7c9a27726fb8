"""The go strip: a letter after it names a place."""

from __future__ import annotations

from textual import events

from coach_tui.widgets.key_bar import Hint
from screens.frame import Frame, ResultT, room_of
from screens.strip import fitting, strip_words


class GoStrip(Frame[ResultT]):
    """A screen from which a letter leads to a place."""

    def __init__(self) -> None:
        super().__init__()
        self._go_pending = False
        self._go_below: tuple[str, ...] = ()

    def go(self, key: str) -> None:
        """Go to the place a letter of the strip names."""
        raise NotImplementedError

    def do_go_menu(self) -> None:
        """Show the strip, what row 23 has no room for below it, and wait for its letter."""
        from screens.going import strip_parts

        parts, room = strip_parts(), room_of(self)
        shown = fitting(parts, room)
        self._go_pending = True
        self._go_below = parts[shown:]
        self._told = strip_words("Go to:", parts[:shown], room)

    def on_key(self, event: events.Key) -> None:
        """The letter after the strip names a place."""
        if self._go_pending:
            self._go_pending = False
            event.stop()
            self.go(event.key)

    def hints(self) -> tuple[Hint, ...]:
        """While a place is asked for, those that row 23 had no room for."""
        if not self._go_pending:
            return super().hints()
        below = [part.partition(" ") for part in self._go_below]
        return (*((letter, words) for letter, _, words in below), ("Esc", "close"))
