"""A to-do: what is to be done, by when and by whom; from a line, or from one small form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.domain.dates import short_date
from coach_tui.errors import CoachError
from coach_tui.services.todo_form import OWNERS, OpenedTodo, TodoForm
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.date_field import DateField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.spans import Line, line
from screens.bindings import bindings_for
from screens.form_rows import beside_label, under_label, words
from screens.frame import FRAME_CSS
from screens.hiding import told_name
from screens.text_form import TextForm

if TYPE_CHECKING:
    from coach_tui.domain.todo import Todo
    from screens.person_actions import PersonScreen


def open_todo(screen: PersonScreen[Any], todo_id: str = "") -> None:
    """Open the form of a to-do of the person a screen stands on, or say why it does not open.

    Args:
        screen: where it is asked for.
        todo_id: the to-do to edit; empty for a new one.
    """
    desk, key = screen.host.desk, screen.current
    opened = screen.attempt(lambda: desk.todo_form.open(key, todo_id))
    name = screen.attempt(lambda: desk.people.get(key).name)
    if opened is not None and name is not None:
        screen.app.push_screen(TodoScreen(name, opened), screen.closed_with_words)


def save_todo(screen: PersonScreen[Any], text: str) -> None:
    """Have a line saved as a to-do; the next key waits for it."""
    screen.run_worker(_save(screen, screen.current, text), group="saves")


async def _save(screen: PersonScreen[Any], coachee_id: str, text: str) -> None:
    """Save on the writer thread; where it cannot be, open the form with the text in it."""
    host, name = screen.host, ""
    try:
        name = host.desk.people.get(coachee_id).name
        saved = await host.save(lambda: host.desk.todo_form.record(coachee_id, text))
    except CoachError as fault:
        opened = OpenedTodo(coachee_id, "", TodoForm(), _with_draft(screen, coachee_id, text))
        form = TodoScreen(name, opened, f"Not saved. {fault}")
        screen.app.push_screen(form, screen.closed_with_words)
    else:
        words = todo_words(told_name(host, name), saved, host.saved_words, new=True)
        screen.closed_with_words(words)


def _with_draft(screen: PersonScreen[Any], coachee_id: str, text: str) -> TodoForm:
    """The form with a text, behind what was left in it before."""
    try:
        left = screen.host.desk.todo_form.open(coachee_id).form
    except CoachError:  # typed in another window, whose draft stays as it is
        left = TodoForm()
    return TodoForm(f"{left.text}\n{text}".strip("\n"), left.due, left.owner)


class TodoScreen(TextForm):
    """Takes one to-do. Gives words to say when it closes."""

    SCOPE = "todo"
    CSS_PATH = [FRAME_CSS, "form.tcss", "planning.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, name: str, opened: OpenedTodo, told: str = "") -> None:
        """A form to fill.

        Args:
            name: of whom it is about, as listed.
            opened: the form as it opens.
            told: what row 23 says first; what stands in the fields is then typed, not stored.
        """
        super().__init__(name, opened.form, told)
        self._opened = opened

    def compose_body(self) -> Iterable[Widget]:
        """The text, the day, who does it."""
        today = self.host.desk.clock.today()
        hint = "" if self._opened.todo_id else "may end with 'by fri'"
        with VerticalScroll(id="form"):
            yield under_label("What is to be done", hint, TextBox(id="f-text"))
            yield beside_label(
                "Due",
                DateField(id="f-due", today=today, placeholder="no date"),
                words("thu, 3/20, +7"),
            )
            yield beside_label("Who does it", ChoiceRow(OWNERS, id="f-owner"))

    def form(self) -> TodoForm:
        """What the fields hold."""
        return TodoForm(**self.typed_values())

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what is typed; nothing where the form is as it is stored."""
        todos, opened, form = self.host.desk.todo_form, self._opened, self.form()
        place = self.place_now()
        if self._is_untouched:
            return lambda: todos.discard_draft(opened.coachee_id, opened.todo_id)
        return lambda: todos.keep_draft(opened, form, place, closed=closed)

    @property
    def _is_untouched(self) -> bool:
        """Whether nothing waits to be saved."""
        form = self.form()
        return form == self._opened.stored or (not self._opened.todo_id and form.is_blank)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Whom it is about."""
        glyphs = self.host.glyphs
        return line((glyphs.shown(self._who), "title"), f" {glyphs.dot} to-do")

    def status(self) -> str:
        """What is worth knowing here."""
        stored = self._opened.stored_todo
        if stored and stored.cycle_id:
            words = self.key_of("profile.correct")
            return f"An action step: day and owner change here, its words with {words}."
        return f"A line is enough. {self.save_keys}."

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self._is_untouched:
            return None
        key = "the to-do's form" if self._opened.todo_id else "t"
        return f"Not saved yet: the draft is kept; {key} brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], Todo]:
        """Save the to-do."""
        todos, opened, form = self.host.desk.todo_form, self._opened, self.form()
        return lambda: todos.save(opened, form)

    def saved_words(self, saved: Todo) -> str:
        """What is on the disk now."""
        new = not self._opened.todo_id
        return todo_words(told_name(self.host, self._who), saved, self.host.saved_words, new=new)

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft of this to-do."""
        todos, opened = self.host.desk.todo_form, self._opened
        return lambda: todos.discard_draft(opened.coachee_id, opened.todo_id)


def todo_words(name: str, saved: Todo, saved_at: str, *, new: bool) -> str:
    """What is on the disk now: "Okafor, Dana: to-do noted, due Fri Mar 14. Saved 10:42."."""
    due = f"due {short_date(saved.due)}" if saved.due else "no date set"
    done = "noted" if new else "saved"
    return f"{name}: to-do {done}, {due}. {saved_at.capitalize()}."
