"""The field a list is filtered with: it narrows the list as it is typed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from coach_tui.widgets.fields.line_field import LineField
from screens.bindings import bindings_for

LONGEST = 200
"""Characters that a filter takes."""


class FilterField(LineField):
    """One line; Enter keeps the filter, Esc clears it, Up and Down move in the list."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for("filter")

    @dataclass
    class Done(Message):
        """Typing has ended; `kept` tells whether the filter stays."""

        kept: bool

    @dataclass
    class Moved(Message):
        """The list is to move by so many rows."""

        rows: int

    def __init__(self, typed: Callable[[], None], *, id: str) -> None:
        """A field for a list.

        Args:
            typed: narrows the list; it is called and no message sent, so that the list and the
                letter are drawn in one frame.
            id: its id on the screen.
        """
        super().__init__(id=id, limit=LONGEST)
        self._typed = typed

    def watch_value(self) -> None:
        """Narrow the list."""
        if self.is_mounted:
            self._typed()

    def put(self, text: str) -> None:
        """Put a text in, and leave the list as it is."""
        typed, self._typed = self._typed, lambda: None
        self.value = text
        self._typed = typed

    def action_command(self, command_id: str) -> None:
        """Answer a command of the field."""
        if command_id in ("filter.down", "filter.up"):
            self.post_message(self.Moved(1 if command_id == "filter.down" else -1))
        else:
            self.post_message(self.Done(command_id == "filter.keep"))
