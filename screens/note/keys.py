"""What keys do on a note while nothing is typed, and the Ctrl keys while something is."""

from __future__ import annotations

from coach_tui.domain.note import read_lines
from coach_tui.services.notes import OpenNote
from coach_tui.widgets.fields.choice_row import ChoiceRow
from screens.note.own_editor import OwnEditor
from screens.note.visit_time import VisitTime


class NoteKeys(VisitTime, OwnEditor):
    """The commands of a note that are about its text.

    Attributes:
        opened: the note as it was opened.
        in_cycle: whether its cycle lies beneath.
    """

    opened: OpenNote
    in_cycle: bool

    def do_note_type(self) -> None:
        """Back to the lines."""
        self.editor.focus()

    def do_note_mode(self) -> None:
        """The next mode."""
        self.query_one("#f-mode", ChoiceRow).action_step(1)

    def do_note_undo(self) -> None:
        """Take the last change of the text back."""
        if self.editor.history.undo_stack:
            self.editor.undo()
        else:
            self.say("Nothing to undo here.")

    def do_note_redo(self) -> None:
        """Make it again."""
        if self.editor.history.redo_stack:
            self.editor.redo()
        else:
            self.say("Nothing to make again here.")

    def do_note_copy(self) -> None:
        """Copy the lines out, private ones left out."""
        from coach_tui.services.summary import note_summary
        from screens.copying import copy_text

        name, today = self.opened.coachee.name, self.host.desk.clock.today()
        lines = read_lines(self.editor.text)
        if all(line.tag == "private" for line in lines):
            private = "Only private lines so far; they are never copied out."
            self.say(private if lines else "Nothing is typed yet.")
            return
        copy_text(self, name, note_summary(name, today, lines))

    def do_note_keep(self) -> None:
        """Write the draft now."""
        self.host.write_soon(self.draft_work(closed=False), self.draft_told)

    def do_note_stamp(self) -> None:
        """The time belongs into the lines."""
        self.say("The time goes into the lines; Enter goes there.")

    def after_last_field(self) -> None:
        """Tab in the lines: keys."""
        self.stop_typing()

    def do_note_discard(self) -> None:
        """Ask, then forget what was typed here; lines of the cycle beneath stay with it."""
        from screens.dialogs.confirm import Confirm

        if self._nothing_typed:
            self._forget("")
            return
        since = " here" if self.in_cycle else " since it was filed" if self.form.base else ""
        question = f"Discard what was typed{since}? This cannot be undone."
        self.app.push_screen(Confirm(question), self._discard)

    @property
    def _nothing_typed(self) -> bool:
        """Whether nothing would be lost: no line is there yet, or all is as it was opened."""
        if not read_lines(self.editor.text) and not read_lines(self.opened.form.text):
            return True
        as_opened = self.opened.draft is None or self.in_cycle
        return as_opened and self.typed_form() == self.opened.form

    def _discard(self, yes: bool | None) -> None:
        if yes:
            self._forget("Discarded what was typed.")

    def _forget(self, done: str) -> None:
        """Leave without what was typed here, and say so."""
        notes, before = self.host.desk.notes, self.opened.form

        def remove() -> None:
            if self.in_cycle:
                notes.keep_draft(before)
            else:
                notes.discard_draft(before.note_id)

        self.discard(remove, done)
