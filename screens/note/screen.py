"""A note on screen: how the coach is there, timed lines, running counts, the visit's minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from textual.widget import Widget

from coach_tui.commands.command import Situation
from coach_tui.domain.dates import local_clock, near_date
from coach_tui.domain.note_form import NoteForm
from coach_tui.services.notes import FiledNote, OpenNote, draft_key
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.note_editor import NoteEditor
from coach_tui.widgets.spans import Line, line
from screens.bindings import bindings_for
from screens.form_rows import beside_label, words
from screens.frame import FRAME_CSS
from screens.hiding import told_name
from screens.note.keys import NoteKeys
from screens.note.prompting import Prompting
from screens.person_actions import PersonScreen

MARKS = "a line may start with  + praise  ? probe  > action  * GI evidence  # private"


class NoteScreen(PersonScreen[str | None], Prompting, NoteKeys):
    """One note about one person. Gives words to say when it closes.

    Attributes:
        form: the note as it was when something else than its text last changed.
        then_cycle: whether the coach goes on to the cycle from here.
        in_cycle: whether its cycle lies beneath.
        filed: the note as it was filed when it was left, None before that.
    """

    SCOPE = "note"
    DISCARD = "note.discard"
    CSS_PATH = [FRAME_CSS, "../form.tcss", "note.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, opened: OpenNote, *, in_cycle: bool = False) -> None:
        """A note to type on.

        Args:
            opened: the note.
            in_cycle: whether it was opened from its cycle, to which `c` goes back.
        """
        super().__init__()
        self.opened = opened
        self.form: NoteForm = opened.form
        self.then_cycle = False
        self.filed: FiledNote | None = None
        self.in_cycle = in_cycle
        self._editor = NoteEditor(self._clock_words, id="f-text")
        self._modes = ChoiceRow(())

    @property
    def current(self) -> str:
        """The person's id."""
        return self.form.coachee_id

    @property
    def editor(self) -> NoteEditor:
        """The lines; they can be asked for while the screen is already going."""
        return self._editor

    @property
    def draft_key(self) -> str:
        """The key of its draft."""
        return draft_key(self.form.note_id)

    def compose_body(self) -> Iterable[Widget]:
        """How the coach is there, the marks, the lines."""
        model = self.host.desk.shelf.coaching_model()
        modes = [(mode.id, mode.name) for mode in model.modes]
        self._modes = ChoiceRow(modes, id="f-mode")
        yield beside_label("Mode", self._modes, id="mode-row")
        yield words(MARKS, id="marks")
        yield self._editor

    def on_mount(self) -> None:
        """Fill the fields; the cursor where it was, or at the end."""
        self._modes.value = self.form.mode
        editor = self.editor
        editor.value = self.form.text
        self.filled()
        editor.focus()
        editor.go_to_end()
        if self.opened.draft is not None:
            self.go_to_place(self.opened.draft.place)
        self.say(self._opening_words())
        self.mind_the_time()
        self.read_words()

    def _clock_words(self) -> str:
        clock = self.host.desk.clock
        return local_clock(clock.local(clock.now()))

    def _opening_words(self) -> str:
        """What is worth knowing as it opens; nothing for a new note."""
        if self.opened.elsewhere:
            return "Today's note is open in another window; this is a second one."
        if self.opened.draft is None:
            return ""
        clock = self.host.desk.clock
        at = clock.local(self.opened.draft.saved_at)
        day = near_date(at.date(), clock.today())
        told = "The note is back as it was left"
        if day == "Today":
            return f"{told}."
        file, new = self.key_of("app.back"), self.key_of("person.note")
        return f"{told} on {day}; {file} files it, {new} begins today's."

    # -- what is typed ----------------------------------------------------------------------

    def typed_form(self) -> NoteForm:
        """The note as it stands on the screen."""
        return self.form.but(text=self.editor.text, mode=self._modes.value)

    def field_changed(self, name: str) -> None:
        """The visit begins with the first letter; the line may hold a word to look at."""
        if name != "text":
            return
        if not self.form.started and self.editor.text.strip():
            self.form = self.form.begun(self.host.desk.clock.now())
            self.mind_the_time()
        self.look_at_words()
        self.draw_frame()

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep the lines; nothing where nothing was typed."""
        del closed  # a note that is left is filed: its draft is always one that was cut off
        notes, form, place = self.host.desk.notes, self.typed_form(), self.place_now()
        return lambda: notes.keep_draft(form, place)

    def leave_work(self) -> Callable[[], object]:
        """File it; should the screen stay, it goes on from what was filed."""
        notes, form = self.host.desk.notes, self.typed_form()

        def work() -> None:
            self.filed = notes.file(form)
            if note := self.filed.note:
                self.form = self.form.but(note_id=note.id, base=note.revision)

        return work

    def leaving_words(self) -> str | None:
        """What was filed."""
        told = self.editor.tally.words()
        name = told_name(self.host, self.opened.coachee.name)
        if not told:
            return f"{name}: the note is empty now." if self.opened.form.base else None
        if self.filed and self.filed.second:
            return f"{name}: filed as a second note; the first was changed elsewhere."
        minutes = f", {self.minutes} min" if self.form.ended and self.minutes is not None else ""
        return f"{name}: note filed, {told}{minutes}. {self.host.saved_words.capitalize()}."

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """The person."""
        glyphs, coachee = self.host.glyphs, self.opened.coachee
        parts = [part for part in ("note", coachee.role) if part]
        told = "".join(f" {glyphs.dot} {glyphs.shown(part)}" for part in parts)
        return line((glyphs.shown(coachee.name), "title"), told)

    def status(self) -> str:
        """A word to look at in the line being typed, else the counts."""
        self.status_by_the_way = bool(self.prompt and self.is_typing)
        if self.status_by_the_way:
            return self.prompt
        return self.editor.tally.words() or "Notes stay low-inference: what was said and done."

    def position(self) -> str:
        """Minutes of the visit, as of the last key."""
        minutes = self.minutes
        if minutes is None:
            return ""
        return f"{minutes} min, ended" if self.form.ended else f"{minutes} min"

    def situation(self) -> Situation:
        """Someone is always picked here."""
        return replace(super().situation(), person=True)

    def reload(self) -> None:
        """A total was recorded meanwhile: nothing of that stands here."""
        self.draw_frame()

    def do_app_back(self) -> None:
        """Leave; the note is filed."""
        self.then_cycle = False
        super().do_app_back()

    def do_person_cycle(self) -> None:
        """File the note and go on to the cycle, which takes it up."""
        self.then_cycle = not self.in_cycle
        super().do_app_back()
