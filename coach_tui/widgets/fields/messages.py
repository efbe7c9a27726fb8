"""What fields tell, the same for all kinds, and how they move on."""

from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget


@dataclass
class Edited(Message):
    """A field's `value` is another one."""

    field: Widget

    @property
    def control(self) -> Widget:
        """The field."""
        return self.field


@dataclass
class NotTaken(Message):
    """What was typed does not belong in the field, or does not fit; `why` says it in words."""

    field: Widget
    why: str

    @property
    def control(self) -> Widget:
        """The field."""
        return self.field


async def move_on(field: Widget) -> None:
    """Go to the next field, the screen's own way where it has an `action_next_field`."""
    if hasattr(field.screen, "action_next_field"):
        await field.run_action("screen.next_field")
    else:
        field.screen.focus_next()
