"""What the steps share: a column of fields that knows the form it stands for."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.domain.cycle_form import CycleForm, Step
from coach_tui.services.cycle_context import CycleContext
from coach_tui.services.cycle_reading import Reading
from screens.field_screen import fill
from screens.frame import FIELDS


class CycleStep(VerticalScroll, can_focus=False):
    """One step of the cycle.

    Attributes:
        step: which one.
    """

    step: Step = "observe"

    def __init__(self, context: CycleContext) -> None:
        super().__init__(id=f"step-{self.step}")
        self.context = context

    def use(self, context: CycleContext) -> None:
        """Take another context: the file has changed since the form was opened."""
        self.context = context

    def fields(self) -> list[Widget]:
        """Its fields, in Tab order."""
        return [widget for widget in self.query("*") if isinstance(widget, FIELDS) and widget.id]

    def fill(self, form: CycleForm) -> None:
        """Put a form's values into the fields."""
        fill(self.fields(), form)

    @property
    def hint(self) -> str:
        """What row 23 says while there is nothing else to say."""
        return ""

    def turn(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.scroll_relative(y=lines, animate=False)

    def leaving(self, _name: str, _reading: Reading) -> None:
        """The cursor is about to leave a field."""

    def follow(self, _form: CycleForm, _reading: Reading) -> None:
        """Show what follows from what was typed, here or in another step."""
