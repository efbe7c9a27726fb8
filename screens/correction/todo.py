"""The fields of a to-do that is corrected."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from coach_tui.services.correction_form import CorrectionForm
from coach_tui.services.desk import Desk
from coach_tui.text import LINE_LIMIT
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.date_field import DateField
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.text_box import TextBox
from screens.correction.cycle import past_field
from screens.cycle.action import OWNERS, PRACTICE
from screens.form_rows import beside_label, under_label, words


def todo_rows(form: CorrectionForm, desk: Desk) -> Iterable[Widget]:
    """The step and its parts; once it is closed, when that was and what was seen of it."""
    yield under_label("Action step or to-do", "", TextBox(id="f-step"))
    yield beside_label("Apply it in", LineField(id="f-step_lesson", limit=LINE_LIMIT))
    yield beside_label("Practice", ChoiceRow(PRACTICE, id="f-practice"))
    yield beside_label("Owner", ChoiceRow(OWNERS, id="f-owner"))
    yield beside_label(
        "Due",
        DateField(id="f-due", today=desk.clock.today(), classes="date"),
        words("a day: thu, +7, 3/20"),
    )
    yield beside_label("Coach's part", LineField(id="f-coach_part", limit=LINE_LIMIT))
    if "when" in form.stored:
        yield beside_label("Closed on", past_field(desk, "when"))
        yield beside_label("Outcome", LineField(id="f-outcome", limit=LINE_LIMIT))
