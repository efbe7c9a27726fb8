"""The note in the coach's own editor, for a long one; what comes back takes its place."""

from __future__ import annotations

import os
import shlex
import subprocess

from textual.app import SuspendNotSupported

from coach_tui.domain.note_form import NoteForm
from coach_tui.errors import CoachError
from coach_tui.widgets.fields.note_editor import NoteEditor
from screens.form import FormScreen


class OwnEditor(FormScreen):
    """Hands the text to $VISUAL or $EDITOR in a private file beside the drafts."""

    @property
    def editor(self) -> NoteEditor:
        """The lines."""
        raise NotImplementedError

    def typed_form(self) -> NoteForm:
        """The note as it stands on the screen."""
        raise NotImplementedError

    @property
    def draft_key(self) -> str:
        """The key of the note's draft, beside which the file lies."""
        raise NotImplementedError

    def do_note_editor(self) -> None:
        """Open the editor and wait for it."""
        try:
            command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
        except ValueError:
            self.say("EDITOR cannot be read: it has an open quotation mark.")
            return
        if not command:
            self.say("No editor is set; EDITOR in your shell names one, for example nano.")
            return
        notes, form, place = self.host.desk.notes, self.typed_form(), self.place_now()
        try:  # the draft first, even of an empty note: by it the lent text is found after a crash
            self.host.finish(lambda: notes.keep_draft(form, place, even_empty=True))
            self._edit(command)
        except SuspendNotSupported:
            self.say("This terminal cannot be handed over to an editor.")
        except CoachError as fault:
            self.say(f"The editor did not open; the note is as it was. {fault}")

    def _edit(self, command: list[str]) -> None:
        """Write the file, run the editor on it, take back what it holds."""
        drafts = self.host.desk.drafts
        path = drafts.lend(self.draft_key, self.editor.text)
        with self.app.suspend():
            trouble = _run([*command, path])
        text = drafts.lent(self.draft_key)
        if text is None:
            self.say(f"{trouble or 'The editor left no file'}; the note is as it was.")
        elif text.rstrip("\n") != self.editor.text:  # whatever became of the editor: it was saved
            self._put(text.rstrip("\n"), trouble)
        elif trouble:
            self.say(f"{trouble}; the note is as it was.")
        self.host.write_soon(self.draft_work(closed=False), self.draft_told)  # ends the loan

    def _put(self, text: str, trouble: str) -> None:
        """Replace the lines as one change, which undo takes back."""
        editor = self.editor
        editor.history.checkpoint()
        editor.replace(text, (0, 0), editor.document.end)
        editor.go_to_end()
        done = f"The lines are as the editor left them; {self.key_of('note.undo')} takes that back."
        done = f"{trouble}; what it had saved is here." if trouble else done
        self.say(done)


def _run(command: list[str]) -> str:
    """Run a program and wait for it; what went wrong, empty if all is well.

    Nothing may be raised: the terminal would not be taken back.
    """
    try:
        status = subprocess.run(command, check=False).returncode
    except OSError as fault:
        return f"The editor did not open ({(fault.strerror or 'unknown cause').lower()})"
    return f"The editor ended with an error ({status})" if status else ""
