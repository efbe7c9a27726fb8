"""A box over a cycle: it has no saving of its own."""

from __future__ import annotations

from textual import on
from textual.binding import Binding
from textual.screen import ModalScreen

from coach_tui.widgets.fields.messages import Edited
from screens.bindings import bindings_for


class CycleBox(ModalScreen[None], inherit_bindings=False):
    """Keeps each change as it is made; closing it keeps all."""

    SCOPE = "assess"
    BINDINGS = [
        *bindings_for(SCOPE),
        Binding("tab", "next_field", show=False),
        Binding("shift+tab", "previous_field", show=False),
    ]

    def keep(self) -> None:
        """Hand on what stands in the fields."""
        raise NotImplementedError

    @on(Edited)
    def _keep_at_once(self, event: Edited) -> None:
        event.stop()
        self.keep()

    def action_next_field(self) -> None:
        """The next field, round and round."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """The field before."""
        self.focus_previous()

    def action_command(self, _command_id: str) -> None:
        """The one command: keep and close."""
        self.dismiss()
