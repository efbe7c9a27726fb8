"""Correcting one record: its fields as they are recorded, one reason, what was corrected before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.commands.command import writes
from coach_tui.errors import CoachError, ReasonNeeded
from coach_tui.services.correction_form import CorrectionForm, Kind
from coach_tui.services.corrections import SavedCorrection
from coach_tui.text import LINE_LIMIT
from coach_tui.widgets.fields.check_row import CheckRow
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line, roomiest, wrap_text
from screens.bindings import bindings_for
from screens.correction.contact import contact_rows
from screens.correction.cycle import cycle_rows, total_words
from screens.correction.note import note_rows
from screens.correction.todo import todo_rows
from screens.field_screen import field_name, put_value
from screens.form_rows import beside_label
from screens.frame import BESIDE, FRAME_CSS
from screens.whole_form import WholeForm

if TYPE_CHECKING:
    from coach_tui.services.desk import Desk
    from screens.person_actions import PersonScreen

_ROWS: dict[Kind, Callable[[CorrectionForm, Desk], Iterable[Widget]]] = {
    "cycle": cycle_rows,
    "note": note_rows,
    "todo": todo_rows,
    "contact": contact_rows,
}

_FIRST: dict[Kind, str] = {"cycle": "total", "note": "text", "todo": "step", "contact": "text"}
"""Where the cursor stands as a form opens."""


def open_correction(screen: PersonScreen[Any], kind: str, record_id: str) -> None:
    """Open the form of one record above a screen, or say there why it does not open.

    Args:
        screen: where it is asked for; it reads again once the form was saved.
        kind: "cycle", "note", "todo" or "contact".
        record_id: which one.
    """
    why = writes(screen.situation())
    if why:
        screen.say(why)
        return
    corrections = screen.host.desk.corrections
    form = screen.attempt(lambda: corrections.open(kind, record_id))
    if form is not None:
        screen.app.push_screen(CorrectionScreen(form), screen.closed_with_words)


class CorrectionScreen(WholeForm):
    """Corrects one record. Gives words to say when it closes."""

    SCOPE = "correction"
    CSS_PATH = [FRAME_CSS, "../form.tcss", "correction.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, opened: CorrectionForm) -> None:
        """A form to correct.

        Args:
            opened: the record's fields, and what a draft has in their place.
        """
        super().__init__()
        self._opened = opened

    def compose_body(self) -> Iterable[Widget]:
        """The record's own fields, the reason, the history."""
        with VerticalScroll(id="form"):
            yield from _ROWS[self._opened.kind](self._opened, self.host.desk)
            yield beside_label("Reason", LineField(id="f-reason", limit=LINE_LIMIT), id="why-row")
            yield SpanPane(id="why-words")
            yield SpanPane(id="history")

    def on_mount(self) -> None:
        """Fill the fields and stand in the one that is corrected most."""
        values = self._opened.values
        for field in self.all_fields():
            typed = values[field_name(field)]
            put_value(field, tuple(typed.split()) if isinstance(field, CheckRow) else typed)
        self.filled()
        self._show_total()
        self._show_engagement()
        self._show_why(_reason_words(self._opened), "muted")
        self._show_history()
        if not self.go_to_place(self._opened.place):
            first = self.query_one(f"#f-{_FIRST[self._opened.kind]}")
            first.focus()
            if isinstance(first, TextBox) and self._opened.kind in ("note", "contact"):
                first.go_to_end()  # not before the time and the mark of the first line
        self.draw_frame()
        if self._opened.stale:
            self.say("Changed since this draft was typed; look before you save.")

    def form(self) -> CorrectionForm:
        """What the fields hold."""
        stored = self._opened.stored
        typed = {
            field_name(field): _typed(field, stored.get(field_name(field), ""))
            for field in self.all_fields()
        }
        return self._opened.with_typed(typed)

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what differs from the record; nothing where nothing does."""
        corrections, form, place = self.host.desk.corrections, self.form(), self.place_now()
        return lambda: corrections.keep_draft(form, place, closed=closed)

    def on_descendant_focus(self) -> None:
        """At the reason, what was corrected before stands beneath it, in a low window too."""
        super().on_descendant_focus()
        if self.place_name == "reason":
            _show_at_top(self.query_one("#f-reason"))

    # -- what follows the fields ------------------------------------------------------------

    def field_changed(self, name: str) -> None:
        """The band follows the total; engagement data belongs to virtual meetings (IP-12).

        What was said of the reason no longer holds once one is typed.
        """
        if name == "total":
            self._show_total()
        elif name == "mode":
            self._show_engagement()
        elif name == "reason":
            self._show_why(_reason_words(self._opened), "muted")

    def _show_total(self) -> None:
        pane = self.query_one_optional("#gi-words", SpanPane)
        if pane is not None:
            typed, glyphs, desk = self.form().values["total"], self.host.glyphs, self.host.desk
            opened = self._opened
            pane.show_drawing(lambda width: [total_words(opened, desk, typed, glyphs, width)])

    def _show_engagement(self) -> None:
        block = self.query_one_optional("#engagement-block")
        if block is not None:
            values = self.form().values
            mode = self.host.desk.shelf.coaching_model().mode(values["mode"])
            block.display = bool(values["engagement"].strip() or (mode and mode.virtual))

    def _show_why(self, told: str, tone: str) -> None:
        """What is said beneath the reason, in full."""
        self.query_one("#why-words", SpanPane).show_drawing(
            lambda width: wrap_text(told, max(10, width), tone)
        )

    def _show_history(self) -> None:
        """What was corrected before, all of it."""
        glyphs = self.host.glyphs
        told: tuple[str, ...] = ()
        with suppress(CoachError):  # the fields are there all the same
            told = self.host.desk.corrections.history_of(self._opened)

        def drawing(width: int) -> list[Line]:
            rows = [
                line(" ", *row)
                for text in told
                for row in wrap_text(glyphs.shown(text), max(10, width - 2), "muted")
            ]
            return [EMPTY, line((" Corrected before", "strong")), *rows] if rows else []

        self.query_one("#history", SpanPane).show_drawing(drawing)

    @on(ClusterPicker.Picked)
    def _picked(self, event: ClusterPicker.Picked) -> None:
        """A pick out of order needs the reason in any case."""
        needs = event.choice.needs_reason
        if needs:
            self.say(f"Reason needed: {needs}.")

    @on(ClusterPicker.Refused)
    def _not_offered(self, event: ClusterPicker.Refused) -> None:
        self.say(f"There is no cluster {event.letter}.")

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Whose record, and which."""
        glyphs, opened = self.host.glyphs, self._opened
        return line(
            (glyphs.shown(opened.name), "title"),
            f" {glyphs.dot} correct {glyphs.shown(opened.what)}",
        )

    def status(self) -> str:
        """What is worth knowing here."""
        return f"What stood there is kept. {self.save_keys}."

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if not self.form().changed:
            return None
        return f"Not saved yet: the draft is kept; correcting {self._opened.what} brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], SavedCorrection]:
        """Save the correction."""
        corrections, form = self.host.desk.corrections, self.form()
        return lambda: corrections.save(form)

    def refused(self, fault: CoachError) -> None:
        """Where only a reason is missing, go to its field, and say why beneath it."""
        if not isinstance(fault, ReasonNeeded):
            super().refused(fault)
            return
        self._show_why(str(fault), "error")
        self.query_one("#f-reason").focus()
        _show_at_top(self.query_one("#f-reason"))
        self.say(f"Not saved: a reason is needed. {self.save_keys}.")

    def saved_words(self, saved: SavedCorrection) -> str:
        """What is on the disk now: "Corrected session 3 of Okafor, Dana: total 8 to 9. …"."""
        if not saved.changes:
            return "Nothing was changed, so nothing was saved."
        opened, host = self._opened, self.host
        whose = "" if host.hidden else f" of {opened.name}"
        whole = [
            f"{saved.warning} Corrected {opened.what}{whose}: {_some(saved.changes, number)}.{end}"
            for number in range(len(saved.changes), 0, -1)
            for end in (f" {host.saved_words.capitalize()}.", "")
        ]
        short = f"{saved.warning} Corrected {opened.what}{whose}. {host.saved_words.capitalize()}."
        forms = [told.strip() for told in (*whole, *([short] if saved.warning else []))]
        return roomiest(forms, self.size.width - BESIDE)

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft of this correction."""
        corrections, key = self.host.desk.corrections, self._opened.record_id
        return lambda: corrections.discard_draft(key)


def _reason_words(opened: CorrectionForm) -> str:
    """Whether a reason is asked for."""
    if opened.asks_reason:
        return "A few words on why; what stood there is kept with them."
    if opened.kind == "cycle":
        return "Recorded today: only another GI total needs a reason."
    return "Recorded today: no reason is needed."


def _show_at_top(field: Widget) -> None:
    """Bring a field to the top of the form, as far as what is beneath it goes."""
    field.scroll_visible(top=True, animate=False, immediate=True)


def _some(changes: tuple[str, ...], number: int) -> str:
    """The first few changes, and how many more there are."""
    left = len(changes) - number
    return ", ".join(changes[:number]) + (f" and {left} more" if left else "")


def _typed(field: Widget, stored: str) -> str:
    """A field's text; a row in which nothing is picked leaves what is stored."""
    if isinstance(field, CheckRow):
        ticked = " ".join(field.values)
        return stored if set(ticked.split()) == set(stored.split()) else ticked
    value = getattr(field, "value", "") or ""
    return stored if isinstance(field, ChoiceRow) and not value else value
