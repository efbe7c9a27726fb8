"""The fields of a note that is corrected."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from coach_tui.domain.note_form import NOTE_LIMIT
from coach_tui.services.correction_form import CorrectionForm
from coach_tui.services.desk import Desk
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.text_box import TextBox
from screens.form_rows import beside_label, under_label

MARKS = "+ praise  ? probe  > action  * GI evidence  # private"


def note_rows(form: CorrectionForm, desk: Desk) -> Iterable[Widget]:
    """The lines, and how the coach was there."""
    yield lines_box("Lines")
    if "mode" in form.stored:
        modes = [(mode.id, mode.name) for mode in desk.shelf.coaching_model().modes]
        yield beside_label("Mode", ChoiceRow(modes, id="f-mode"))


def lines_box(label: str) -> Widget:
    """The lines as they were filed, times and marks in front; no time is put in by itself."""
    return under_label(label, MARKS, TextBox(id="f-text", limit=NOTE_LIMIT))
