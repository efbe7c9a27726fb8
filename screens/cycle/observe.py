"""Step 1, Observe: when and how, timed notes, priority groups, one focus (IP-5 to IP-10)."""

from __future__ import annotations

from textual.app import ComposeResult

from coach_tui.clock import Clock
from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.dates import read_past_date
from coach_tui.services.cycle_context import CycleContext
from coach_tui.services.cycle_reading import Reading
from coach_tui.widgets.fields.check_row import CheckRow
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.date_field import DateField
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.number_field import NumberField
from coach_tui.widgets.fields.text_box import TextBox
from screens.cycle.notes_box import NotesBox
from screens.cycle.step import CycleStep
from screens.form_rows import beside_label, under_label, words


class ObserveStep(CycleStep):
    """The visit."""

    step = "observe"

    def __init__(self, context: CycleContext, clock: Clock) -> None:
        super().__init__(context)
        self._clock = clock
        self._minutes_note = ""

    def compose(self) -> ComposeResult:
        """When, mode, class, prepared; the notes; priority groups and focus."""
        shortest, longest = self.context.model.visit_minutes
        modes = [(mode.id, mode.name) for mode in self.context.model.modes]
        prepared = [
            (part.id, part.name.lower())
            for part in self.context.model.prerequisites
            if part.id != "content"
        ]
        yield beside_label(
            "When",
            DateField(
                id="f-when",
                today=self._clock.today(),
                read=lambda text, today: (read_past_date(text, today), None),
                classes="date",
            ),
            LineField(id="f-at", limit=8, classes="time"),
            NumberField(id="f-minutes", plus=False, digits=4, classes="short"),
            words(f"min (plan {shortest}-{longest})"),
        )
        yield beside_label("Mode", ChoiceRow(modes, id="f-mode"), id="mode-row")
        yield beside_label("Class", LineField(id="f-lesson", placeholder="period, topic"))
        yield beside_label("Prepared", CheckRow(prepared, id="f-prepared"))
        marks = "+ praise  ? probe  > action  * GI evidence  # private"
        yield under_label("Notes", marks, NotesBox(self._clock, id="f-notes"), id="notes-block")
        yield under_label(
            "Priority groups",
            "whom you checked in with, what you saw",
            TextBox(id="f-priority_groups"),
        )
        yield under_label("Focus area", "the one lever to work on", TextBox(id="f-focus"))

    @property
    def hint(self) -> str:
        """A visit outside the planned length is noted, never barred (IP-5)."""
        return self._minutes_note or "Notes stay low-inference: what was said and done."

    def follow(self, _form: CycleForm, reading: Reading) -> None:
        """Note the length of the visit."""
        self._minutes_note = next((told for told in reading.warnings if "minutes" in told), "")
