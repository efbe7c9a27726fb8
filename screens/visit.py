"""A visit to be planned: the day and the time, what gap that makes, and what else is that day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets.input import Selection

from coach_tui.domain.dates import moment_text, short_time
from coach_tui.errors import CoachError
from coach_tui.services.visit_form import HOW, OpenedVisit, PlannedVisit, VisitForm
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.date_field import DateField
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line, roomiest, wrap_line, wrap_text
from screens.bindings import bindings_for
from screens.field_screen import fill
from screens.form_rows import beside_label, words
from screens.frame import FRAME_CSS, room_of
from screens.hiding import told_name
from screens.whole_form import WholeForm

if TYPE_CHECKING:
    from coach_tui.domain.visit import Visit
    from screens.person_actions import PersonScreen

WHICH = (("move", "move the planned visit"), ("another", "another visit"))

_AWAY = {
    "archived": "Archived: the agenda leaves this person and the visit out.",
    "leave": "On leave: the agenda does not list the visit before they are back.",
}
"""What planning a visit comes to for somebody who is not in the day's work, by status."""


def open_visit(screen: PersonScreen[Any], visit_id: str = "") -> None:
    """Open the form for the person a screen stands on, or say why it does not open.

    Args:
        screen: where the person stands.
        visit_id: the visit that is to be moved; empty for the one that comes next.
    """
    try:
        opened = screen.host.desk.visit_form.open(screen.current, visit_id)
    except CoachError as fault:
        screen.closed_with_words(str(fault))  # the visit may have been changed elsewhere
    else:
        screen.app.push_screen(VisitScreen(opened), screen.closed_with_words)


def cancel_visit(screen: PersonScreen[Any], visit_id: str = "") -> None:
    """Cancel a visit, the one that comes next where none is named; the next key waits for it."""
    screen.run_worker(_cancel(screen, screen.current, visit_id), group="saves")


async def _cancel(screen: PersonScreen[Any], coachee_id: str, visit_id: str) -> None:
    """Save on the writer thread, and say what became of it."""
    host, desk = screen.host, screen.host.desk
    try:
        name = told_name(host, desk.people.get(coachee_id).name)
        visit = await host.save(
            lambda: desk.visits.cancel(visit_id) if visit_id else desk.visit_form.cancel(coachee_id)
        )
    except CoachError as fault:
        screen.closed_with_words(str(fault))  # it may have been changed elsewhere
    else:
        undo = screen.key_of("app.undo")
        told = f"{name}: visit of {_moment(visit)} cancelled; {undo} brings it back."
        saved = f"{told} {host.saved_words.capitalize()}."
        screen.closed_with_words(roomiest((saved, told), room_of(screen)))


class VisitScreen(WholeForm):
    """Takes one visit to one person. Gives words to say when it closes."""

    SCOPE = "visit"
    CSS_PATH = [FRAME_CSS, "form.tcss", "planning.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, opened: OpenedVisit) -> None:
        super().__init__()
        self._opened = opened
        self._plan = opened.context

    def compose_body(self) -> Iterable[Widget]:
        """Day and time, which visit it is, then what that means."""
        context = self._plan
        with VerticalScroll(id="form"):
            yield beside_label(
                "When",
                DateField(id="f-when", today=context.today, classes="moment"),
                words("thu 10:30, 3/20, +7"),
            )
            yield beside_label("Which", ChoiceRow(WHICH, id="f-which"), id="which-row")
            yield SpanPane(id="told")

    def on_mount(self) -> None:
        """Fill the fields; what is suggested is marked, so that typing takes its place."""
        self.query_one("#which-row").display = self._plan.to_move is not None
        fill(self.all_fields(), self._opened.form)
        self.filled()
        when = self.query_one("#f-when", DateField)
        when.focus()
        when.cursor_position = len(when.value)
        if self.form() == self._opened.fresh:
            when.selection = Selection(0, len(when.value))
        self._show()
        self.draw_frame()

    def form(self) -> VisitForm:
        """What the fields hold."""
        return VisitForm(**self.typed_values(), visit_id=self._opened.fresh.visit_id)

    def field_changed(self, name: str) -> None:
        """The day of the other visit is suggested, unless one was typed."""
        if name == "which":
            form, when = self.form(), self.query_one("#f-when", DateField)
            other = "move" if form.which == "another" else "another"
            if form.when == self._plan.suggested(other):
                when.value = self._plan.suggested(form.which)
                when.cursor_position = len(when.value)
        self._show()

    def on_descendant_blur(self) -> None:
        """Leaving the day tells what is wrong with it."""
        super().on_descendant_blur()
        self._show()

    def _show(self) -> None:
        self.query_one("#told", SpanPane).show_drawing(self._lines)

    def _lines(self, width: int) -> list[Line]:
        """What the day means, what is worth a look, and what is planned by now."""
        context, glyphs = self._plan, self.host.glyphs
        reading = self.host.desk.visit_form.read(self.form(), context)
        room = max(10, width - 2)
        rows: list[Line] = [EMPTY]
        away = _AWAY.get(context.coachee.status)
        rows += _warning(away, room) if away else ()
        if reading.problem:
            fault = (HOW, "muted") if self.is_typing else (glyphs.shown(reading.problem), "error")
            rows += wrap_text(fault[0], room, fault[1])
        if reading.day:
            head = moment_text(reading.day, reading.at)
            told = f" {glyphs.dot} {' '.join(reading.gap)}"
            rows += wrap_line(line((head, "strong"), told), room)
        if reading.others:
            rows += wrap_text(glyphs.shown(reading.others), room, "muted")
        rows += [r for told in reading.warnings for r in _warning(glyphs.shown(told), room)]
        if context.planned:
            days = ", ".join(_moment(visit) for visit in context.planned)
            rows += [EMPTY, *wrap_line(line(("Planned by now: ", "muted"), days), room)]
        return [line(" ", *row) for row in rows]

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what is typed; nothing where the form is as it was suggested."""
        visits, key, form = self.host.desk.visit_form, self._plan.coachee.id, self.form()
        place = self.place_now()
        if form == self._opened.fresh:
            return lambda: visits.discard_draft(key)
        return lambda: visits.keep_draft(key, form, place, closed=closed)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Whom it goes to."""
        glyphs = self.host.glyphs
        return line((glyphs.shown(self._plan.coachee.name), "title"), f" {glyphs.dot} visit")

    def status(self) -> str:
        """What is worth knowing here."""
        visit = self._plan.to_move
        if visit and self.form().which == "move":
            return f"This moves the visit of {_moment(visit)}. {self.save_keys}."
        return f"Plans one more visit. {self.save_keys}."

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self.form() == self._opened.fresh:
            return None
        return f"Not saved yet: the draft is kept; {self.key_of('person.visit')} brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], PlannedVisit]:
        """Plan the visit, or move it."""
        visits, context, form = self.host.desk.visit_form, self._plan, self.form()
        return lambda: visits.save(context, form)

    def saved_words(self, saved: PlannedVisit) -> str:
        """What is on the disk now."""
        name = told_name(self.host, self._plan.coachee.name)
        return planned_words(name, saved, self.host.saved_words)

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft of this visit."""
        visits, key = self.host.desk.visit_form, self._plan.coachee.id
        return lambda: visits.discard_draft(key)


def _warning(words: str, room: int) -> tuple[Line, ...]:
    return wrap_line(line(("! ", "late"), words), room, hang=2)


def _moment(visit: Visit) -> str:
    return moment_text(visit.on, visit.at)


def _time(visit: Visit) -> str:
    return short_time(visit.at) if visit.at else "without a time"


def planned_words(name: str, saved: PlannedVisit, saved_at: str) -> str:
    """What is on the disk now: "Okafor, Dana: visit planned for Thu Mar 20 10:30. Saved 10:42."."""
    visit, before = saved.visit, saved.before
    told = f"{name}: visit planned for {_moment(visit)}"
    if before == visit:
        told = f"{name}: visit stays planned for {_moment(visit)}"
    elif before:
        old = f"{before.on:%b} {before.on.day}" if before.on != visit.on else _time(before)
        told = f"{name}: visit moved to {_moment(visit)}, was {old}"
    return f"{told}. {saved_at.capitalize()}. {saved.launch_warning}".rstrip()
