"""The field that takes one room; Enter enters it, and the cursor stays."""

from __future__ import annotations

from coach_tui.widgets.fields.line_field import LineField


class EntryField(LineField):
    """One line; what Enter does is a command of its screen."""

    async def action_submit(self) -> None:
        """Enter: the room."""
        await self.run_action("screen.command('rooms.enter')")
