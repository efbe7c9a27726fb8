"""The cycle and its note: opening it on its own screen, and putting lines of it into fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Input, TextArea

from coach_tui.domain.cycle_form import WANTED
from coach_tui.domain.note_form import NoteForm, moment
from coach_tui.domain.visit_time import visit_minutes
from coach_tui.services.citations import plain_words, put_in
from coach_tui.services.notes import FiledNote, OpenNote
from coach_tui.widgets.fields.note_editor import NoteEditor
from coach_tui.widgets.fields.number_field import NumberField
from screens.cycle.saving import CycleSaving
from screens.field_screen import field_name, put_value

if TYPE_CHECKING:
    from screens.cycle.line_box import Offer

_NOT_HERE = ("notes", "at", "when", "due", "next_visit", "override", "gi_reason")
"""Fields of texts that are no place for a line."""


class NoteLines(CycleSaving):
    """What a cycle does with the lines of its note."""

    def do_person_note(self) -> None:
        """The note on a screen of its own; leaving it comes back here."""
        from screens.note.screen import NoteScreen

        self.draft_now()
        self.note_lent = True
        opened = OpenNote(self.opened.context.coachee, self.form.note)
        note = NoteScreen(opened, in_cycle=True)
        self.app.push_screen(note, lambda words: self._note_back(note.filed, words))

    def _note_back(self, filed: FiledNote | None, words: str | None) -> None:
        """Take over the note if it was filed, and the minutes of a visit that ended in it."""
        self.note_lent = False
        if filed is not None and filed.note is not None:
            self._take_over(NoteForm.of(filed.note))
        elif filed is not None:  # left with nothing in it
            self.query_one("#f-notes", NoteEditor).value = ""
        self.say(words or "")

    def _take_over(self, note: NoteForm) -> None:
        self.form = self.form.with_note(note)
        started, ended = moment(note.started), moment(note.ended)
        taken = {"notes": note.text, "mode": note.mode}
        if started and ended and not self.form.minutes.strip():
            minutes = visit_minutes(started, ended, ended)
            taken["minutes"] = "" if minutes is None else str(minutes)
        for name, value in taken.items():
            put_value(self.query_one(f"#f-{name}"), value)
        self.follow()

    def do_person_contact(self, text: str = "") -> None:
        """Save a text as a contact, or open the form of one."""
        from screens.contacting import Contacting

        contact = Contacting(self, self.form.coachee_id, lambda words: self.say(words or ""))
        if text:
            contact.save_soon(text)
        else:
            contact.open()

    def do_cycle_line(self) -> None:
        """Offer the note's lines to the field the cursor is in, or was."""
        field = self.focused if self.is_typing else self._last_field
        if field is None or not _takes_lines(field):
            self.say("A line of the note goes into a field of text; go to one first.")
            return
        from screens.cycle.line_box import LineBox

        name = field_name(field)
        proposed = self.opened.context.proposed(name)
        box = LineBox(name, _called(name), self.form.notes, proposed)
        self.app.push_screen(box, lambda offer: self._put(field, offer))

    do_cycle_insert = do_cycle_line

    def _put(self, field: Widget, offer: Offer | None) -> None:
        """Put an offer into a field; of a line of the note, keep where it came from."""
        field.focus()
        if offer is None:
            return
        if isinstance(offer, str):
            text = offer
        else:
            self.form = put_in(self.form, field_name(field), offer)
            text = plain_words(offer)
        if isinstance(field, TextArea):
            row, column = field.cursor_location
            start = "\n" if field.document.get_line(row)[:column].strip() else ""
            field.insert(start + text, maintain_selection_offset=False)
        elif isinstance(field, Input):
            field.insert_text_at_cursor(text)
        self.draft_due()


def _takes_lines(field: Widget) -> bool:
    """Whether a field is one of text, and no date, number or reason."""
    typed = isinstance(field, Input | TextArea) and not isinstance(field, NumberField)
    return typed and field_name(field) not in _NOT_HERE


def _called(name: str) -> str:
    """What a field is called on screen."""
    return next((field.words for field in WANTED if field.name == name), "Coach's part")
