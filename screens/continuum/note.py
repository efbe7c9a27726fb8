"""One line about the coach's own practice: an evidence note, or what a mentor said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.domain.placement import Placement
from coach_tui.domain.term import term_words
from coach_tui.services.continuum_note import NoteKind, OpenedOwnNote, OwnNoteForm
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.spans import Line, line
from screens.bindings import bindings_for
from screens.field_screen import fill
from screens.form_rows import under_label
from screens.frame import FRAME_CSS
from screens.whole_form import WholeForm

if TYPE_CHECKING:
    from screens.reading import ReadingScreen

LABELS = {
    "evidence": ("Evidence note", "what you saw of your own practice"),
    "mentor": ("Mentor", "what they said; blank takes it out"),
}


def open_own_note(screen: ReadingScreen[Any], kind: NoteKind, term: str, element: str) -> None:
    """Open the form over a screen, or say why it does not open."""
    opened = screen.attempt(lambda: screen.host.desk.own_notes.open(kind, term, element))
    if opened is not None:
        screen.app.push_screen(OwnNoteScreen(opened), screen.closed_with_words)


class OwnNoteScreen(WholeForm):
    """Takes one line. Gives words to say when it closes."""

    SCOPE = "own_note"
    STAYS_BEGUN = True
    CSS_PATH = [FRAME_CSS, "../form.tcss", "note.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, opened: OpenedOwnNote) -> None:
        super().__init__()
        self._opened = opened

    def compose_body(self) -> Iterable[Widget]:
        """The line."""
        label, hint = LABELS[self._opened.kind]
        with VerticalScroll(id="form"):
            yield under_label(label, hint, LineField(id="f-text"))

    def on_mount(self) -> None:
        """Fill the field and stand in it."""
        fill(self.all_fields(), self._opened.form)
        self.filled()
        field = self.query_one("#f-text", LineField)
        field.focus()
        field.action_end()
        self.draw_frame()

    def form(self) -> OwnNoteForm:
        """What the field holds."""
        return OwnNoteForm(**self.typed_values())

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what is typed; nothing where the line is as it is stored."""
        notes, opened, form = self.host.desk.own_notes, self._opened, self.form()
        place = self.place_now()
        if form == opened.stored:
            return lambda: notes.discard_draft(opened)
        return lambda: notes.keep_draft(opened, form, place, closed=closed)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Of which element, in which term."""
        shown, dot = self.host.glyphs.shown, self.host.glyphs.dot
        told = f" {dot} {term_words(self._opened.term)}"
        return line((shown(self._opened.called), "title"), told)

    def status(self) -> str:
        """That it is the coach's alone."""
        return f"Yours alone; it leaves in no copy. {self.save_keys}."

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self.form() == self._opened.stored:
            return None
        kind = "continuum.mentor" if self._opened.kind == "mentor" else "continuum.note"
        return f"Not saved yet: the draft is kept; {self.key_of(kind)} brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], Placement]:
        """Save the line."""
        notes, opened, form = self.host.desk.own_notes, self._opened, self.form()
        return lambda: notes.save(opened, form)

    def saved_words(self, saved: Placement) -> str:
        """What is on the disk now."""
        what = "mentor's word" if self._opened.kind == "mentor" else "note"
        return f"{saved.called}: {what} saved. {self.host.saved_words.capitalize()}."

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft."""
        notes, opened = self.host.desk.own_notes, self._opened
        return lambda: notes.discard_draft(opened)
