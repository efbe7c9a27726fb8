"""A form whose first field is a text: a contact, a to-do, an entry of the growth log, words."""

from __future__ import annotations

from coach_tui.services.typed_form import TypedForm
from coach_tui.widgets.fields.text_box import TextBox
from screens.field_screen import fill
from screens.whole_form import WholeForm


class TextForm(WholeForm):
    """Opens at the end of its text, which is the field `f-text`."""

    def __init__(self, name: str, form: TypedForm, told: str = "") -> None:
        """A form to fill.

        Args:
            name: of whom or of what it is, as listed.
            form: the fields as it opens.
            told: what row 23 says first; what stands in the fields is then typed, not stored.
        """
        super().__init__()
        self._who = name
        self._filled_with = form
        self._first_words = told

    def on_mount(self) -> None:
        """Fill the fields and stand at the end of the text."""
        fill(self.all_fields(), self._filled_with)
        self.filled()
        box = self.query_one("#f-text", TextBox)
        box.move_cursor(box.document.end)
        box.focus()
        self.draw_frame()
        if self._first_words:
            self.draft_due()
            self.say(self._first_words)
