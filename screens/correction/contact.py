"""The fields of a contact that is corrected."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from coach_tui.services.correction_form import CorrectionForm
from coach_tui.services.desk import Desk
from coach_tui.widgets.fields.number_field import NumberField
from screens.correction.cycle import past_field
from screens.correction.note import lines_box
from screens.form_rows import beside_label


def contact_rows(_form: CorrectionForm, desk: Desk) -> Iterable[Widget]:
    """The day, the minutes, the lines."""
    yield beside_label("When", past_field(desk, "when"))
    yield beside_label("Minutes", NumberField(id="f-minutes", plus=False, classes="short"))
    yield lines_box("What was said or done")
