"""The box of the models, each with the signs that tell it in a room (PL-5)."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.services.progressions import PersonProgression
from coach_tui.text import pad
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.key_bar import hint_line
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, fit_line, line, wrap_line
from screens.bindings import bindings_for
from screens.host import host_of

_NAME = 21
"""Cells of a model's name."""


class ModelBox(ModalScreen[str | None], inherit_bindings=False):
    """Models to pick one from; gives its id, or None."""

    SCOPE = "models"
    AUTO_FOCUS = ""
    CSS_PATH = "progressions.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-std")]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, found: PersonProgression) -> None:
        """A box for a person's class."""
        super().__init__()
        self._found = found
        self._models = found.framework.models

    def compose(self) -> ComposeResult:
        """What is picked, the models, the signs of the one under the cursor, the keys."""
        with Vertical(classes="dialog"):
            yield SpanPane(id="models-head")
            yield RowList(id="models")
            yield SpanPane(id="models-signs")
            yield SpanPane(id="models-keys")

    def on_mount(self) -> None:
        """Offer the models, the one in use under the cursor."""
        hints = bar_hints(self.SCOPE, Situation(), host_of(self).keys.scopes)
        self.query_one("#models-keys", SpanPane).show([hint_line(hints)])
        self.query_one("#models-head", SpanPane).show([self._head()])
        in_use = self._found.model
        self.query_one(RowList).show(
            len(self._models),
            self._row,
            cursor=self._models.index(in_use) if in_use else 0,
        )
        self._show_signs()

    def _head(self) -> Line:
        """What the box is for, and a model that was typed and is none of these."""
        typed = self._found.coachee.model
        known = self._found.model is not None or not typed
        told = "which one is in the room?" if known else f"typed: {glyphs_of(self).shown(typed)}"
        return line(("Models", "title"), (f"  {told}", "muted"))

    def _row(self, index: int, width: int) -> Line:
        """A model and its first sign."""
        model, glyphs = self._models[index], glyphs_of(self)
        mark = "(x) " if model == self._found.model else "    "
        name = pad(glyphs.shown(model.name), _NAME)
        return fit_line(line(f" {mark}", (name, "strong"), glyphs.shown(model.signs[0])), width)

    def _show_signs(self) -> None:
        """All signs of the model under the cursor."""
        at, glyphs = self.query_one(RowList).cursor, glyphs_of(self)
        model = self._models[at]

        def draw(width: int) -> list[Line]:
            signs = [
                row
                for sign in model.signs
                for row in wrap_line(line((" - ", "muted"), glyphs.shown(sign)), width, hang=3)
            ]
            return signs[:4]

        self.query_one("#models-signs", SpanPane).show_drawing(draw)

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._show_signs()

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_command("models.take")

    def action_command(self, command_id: str) -> None:
        """Answer a command of the box."""
        rows = self.query_one(RowList)
        if command_id == "models.down":
            rows.move(1)
        elif command_id == "models.up":
            rows.move(-1)
        else:
            taken = command_id == "models.take" and rows.cursor >= 0
            self.dismiss(self._models[rows.cursor].id if taken else None)
