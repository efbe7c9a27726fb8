"""Low-inference prompts: a word that judges raises one dim question, and nothing else (IP-7)."""

from __future__ import annotations

from textual import work
from textual.worker import get_current_worker

from coach_tui.domain.note import reads_private
from coach_tui.widgets.fields.note_editor import NoteEditor
from screens.form import FormScreen


class Prompting(FormScreen):
    """Looks at the line up to the cursor.

    Attributes:
        prompt: the question on hand, empty for none.
    """

    prompt = ""

    @property
    def editor(self) -> NoteEditor:
        """The lines."""
        raise NotImplementedError

    @work(thread=True)
    def read_words(self) -> None:
        """Read the words that raise a question while the coach begins to type."""
        self.host.desk.prompts.warm()
        if not get_current_worker().is_cancelled:
            self.app.call_later(self._words_read)

    def _words_read(self) -> None:
        """Look at what was typed meanwhile; say what is wrong with the coach's own list."""
        if self.is_mounted:
            self.look_at_words()
            self._told = self._told or self.host.desk.prompts.trouble
            self.draw_frame()

    def look_at_words(self) -> None:
        """Ask about a word that judges; private lines are the coach's own affair."""
        prompts, typed = self.host.desk.prompts, self.editor.typed
        private = reads_private(typed)
        found = prompts.prompt(typed) if prompts.ready and not private else None
        self.prompt = found.sentence if found else ""
