"""The number field of the GI box: digits are the total, letters name a cluster."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from coach_tui.widgets.fields.number_field import NumberField


class GiField(NumberField):
    """Takes digits and a leading +; any other letter is told, so that it can set the cluster."""

    @dataclass
    class Letter(Message):
        """A letter that is no part of a number was pressed."""

        letter: str

    def on_key(self, event: events.Key) -> None:
        """Tell letters apart from digits."""
        char = event.character or ""
        if event.is_printable and not (char.isdecimal() or char == "+"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Letter(char))
