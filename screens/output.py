"""What was sent or issued in another way, marked by hand: a follow-up, a report (CC-25, CC-31)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets.input import Selection

from coach_tui.errors import CoachError
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.date_field import DateField, past_day
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line, roomiest, wrap_text
from screens.bindings import bindings_for
from screens.field_screen import fill
from screens.form_rows import beside_label, words
from screens.frame import FRAME_CSS, room_of
from screens.hiding import name_of, person_numbers, told_name
from screens.whole_form import WholeForm

if TYPE_CHECKING:  # the profile imports this before it saves anything
    from coach_tui.services.outputs import Kind, Marked, OpenedOutput, OutputForm
    from screens.person_actions import PersonScreen

_HEADS = {"follow_up": "follow-up sent", "report": "report issued"}
_OF = {"follow_up": "Session", "report": "Which"}
_COMMANDS = {"follow_up": "person.sent", "report": "person.report"}
_ABOUT = {
    "follow_up": "What you sent the person after a session, by mail or on paper.",
    "report": "A written report for the person, with what you recommend next.",
}


def open_output(screen: PersonScreen[Any], kind: Kind, cycle_id: str = "") -> None:
    """Open the form for the person a screen stands on, or say why it does not open.

    Args:
        screen: where the person stands.
        kind: a follow-up or a report.
        cycle_id: the meeting that is suggested; empty for the last without a follow-up.
    """
    outputs, key = screen.host.desk.outputs, screen.current
    opened = screen.attempt(lambda: outputs.open(key, kind, cycle_id))
    if opened is not None:
        screen.app.push_screen(OutputScreen(opened), screen.closed_with_words)


def mark_sent(screen: Any, cycle_id: str) -> None:
    """Mark a meeting's follow-up as sent today; the next key waits for it."""
    screen.run_worker(_mark(screen, cycle_id), group="saves")


async def _mark(screen: PersonScreen[Any], cycle_id: str) -> None:
    """Save on the writer thread, read again, and say what stands there now."""
    host = screen.host
    try:
        marked = await host.save(lambda: host.desk.outputs.mark_sent(cycle_id))
        name = host.desk.people.get(marked.output.coachee_id).name
    except CoachError as fault:
        screen.closed_with_words(f"Not saved. {fault}")
    else:
        told = marked_words(told_name(host, name), marked, host.saved_words, room_of(screen))
        screen.closed_with_words(told)


def marked_words(name: str, marked: Marked, saved_at: str, room: int) -> str:
    """What stands in the file now: "Okafor, Dana: follow-up after session 4 marked, …"."""
    told = f"{name}: {marked.words}."
    unnamed, brief = (f"{form[:1].upper()}{form[1:]}." for form in (marked.words, marked.brief))
    return roomiest((f"{told} {saved_at.capitalize()}.", told, unnamed, brief), room)


class OutputScreen(WholeForm):
    """Takes one follow-up or report. Gives words to say when it closes."""

    SCOPE = "output"
    CSS_PATH = [FRAME_CSS, "form.tcss", "planning.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, opened: OpenedOutput) -> None:
        super().__init__()
        self._opened = opened

    def compose_body(self) -> Iterable[Widget]:
        """The day, what it is of, what that comes to."""
        opened, today = self._opened, self.host.desk.clock.today()
        with VerticalScroll(id="form"):
            yield beside_label(
                "Day",
                DateField(id="f-day", today=today, read=past_day),
                words("thu, -2, 3/20"),
            )
            yield beside_label(_OF[opened.kind], ChoiceRow(opened.choices, id="f-which"))
            yield SpanPane(id="told")

    def on_mount(self) -> None:
        """Fill the fields; the day that is suggested is marked, so that typing takes its place."""
        fill(self.all_fields(), self._opened.form)
        self.filled()
        day = self.query_one("#f-day", DateField)
        day.focus()
        day.cursor_position = len(day.value)
        if self.form() == self._opened.fresh:
            day.selection = Selection(0, len(day.value))
        self._show()
        self.draw_frame()

    def form(self) -> OutputForm:
        """What the fields hold."""
        return self._opened.fresh.with_typed(self.typed_values())

    def field_changed(self, _name: str) -> None:
        """What is wrong with the day is told once it is left."""
        self._show()

    def on_descendant_blur(self) -> None:
        """Leaving the day tells what is wrong with it."""
        super().on_descendant_blur()
        self._show()

    def _show(self) -> None:
        self.query_one("#told", SpanPane).show_drawing(self._lines)

    def _lines(self, width: int) -> list[Line]:
        """What this is, and what is wrong with the fields."""
        opened, outputs, glyphs = self._opened, self.host.desk.outputs, self.host.glyphs
        room = max(10, width - 2)
        rows: list[Line] = [EMPTY, *wrap_text(_ABOUT[opened.kind], room, "muted")]
        try:
            outputs.read(opened, self.form())
        except CoachError as fault:
            if not self.is_typing:
                rows += [EMPTY, *wrap_text(glyphs.shown(str(fault)), room, "error")]
        return [line(" ", *row) for row in rows]

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what is typed; nothing where the form is as it was suggested."""
        outputs, opened, form = self.host.desk.outputs, self._opened, self.form()
        place = self.place_now()
        if form == opened.fresh:
            return lambda: outputs.discard_draft(opened)
        return lambda: outputs.keep_draft(opened, form, place, closed=closed)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Whom it is about, and what was sent."""
        glyphs, opened = self.host.glyphs, self._opened
        number = person_numbers(self.host).get(opened.person.id, 0)
        name = name_of(self.host, opened.person.name, number)
        return line((name, "title"), f" {glyphs.dot} {_HEADS[opened.kind]}")

    def status(self) -> str:
        """How it is saved."""
        return f"Marks it as done; nothing is sent from here. {self.save_keys}."

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self.form() == self._opened.fresh:
            return None
        key = self.key_of(_COMMANDS[self._opened.kind])
        return f"Not saved yet: the draft is kept; {key} brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], Marked]:
        """Mark it."""
        outputs, opened, form = self.host.desk.outputs, self._opened, self.form()
        return lambda: outputs.save(opened, form)

    def saved_words(self, saved: Marked) -> str:
        """What is on the disk now."""
        name = told_name(self.host, self._opened.person.name)
        return marked_words(name, saved, self.host.saved_words, room_of(self))

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft."""
        outputs, opened = self.host.desk.outputs, self._opened
        return lambda: outputs.discard_draft(opened)
