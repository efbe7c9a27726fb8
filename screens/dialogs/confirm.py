"""A question in row 23: y or n, Enter is no."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.widgets.key_bar import KeyBar
from coach_tui.widgets.message_line import MessageLine
from screens.bindings import bindings_for
from screens.host import host_of


class Confirm(ModalScreen[bool], inherit_bindings=False):
    """Asks before what cannot be undone; gives True for yes."""

    SCOPE = "confirm"
    AUTO_FOCUS = ""
    CSS_PATH = "dialogs.tcss"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question in row 23, the answers in row 24."""
        with Vertical(id="question"):
            yield MessageLine()
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the question."""
        self.query_one(MessageLine).show(self._question)
        self.query_one(KeyBar).show(bar_hints(self.SCOPE, Situation(), host_of(self).keys.scopes))

    def say_pasted(self) -> None:
        """Say that a paste was not taken for an answer; the question stands."""
        self.query_one(MessageLine).show(f"A paste is no answer. {self._question}")

    def action_command(self, command_id: str) -> None:
        """Answer: yes only for y."""
        self.dismiss(command_id == "confirm.yes")
