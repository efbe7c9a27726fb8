"""The words of a walk's debrief, beside the counts that go on its sheet (PL-7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.domain.dates import short_date
from coach_tui.domain.walk import DEBRIEF
from coach_tui.services.walk_form import DebriefForm
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line, roomiest, wrap_text
from screens.bindings import bindings_for
from screens.field_screen import fill
from screens.form_rows import under_label
from screens.frame import FRAME_CSS, room_of
from screens.walk.asking import AsksForNames

if TYPE_CHECKING:
    from coach_tui.domain.walk import Walk


class DebriefScreen(AsksForNames):
    """Takes the words of a debrief. Gives words to say when it closes."""

    SCOPE = "debrief"
    CSS_PATH = [FRAME_CSS, "../form.tcss", "walk.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, walk: Walk, stored: DebriefForm, form: DebriefForm) -> None:
        """A debrief to write.

        Args:
            walk: of which walk.
            stored: its words as they were stored when typing began.
            form: as the form opens.
        """
        super().__init__()
        self._walk = walk
        self._stored = stored
        self._filled_with = form

    def compose_body(self) -> Iterable[Widget]:
        """The counts, then a box for each part of the agenda."""
        told = self.host.desk.walks.told_lines(self._walk)
        shown = [self.host.glyphs.shown(words) for words in told]
        with VerticalScroll(id="form"):
            pane = SpanPane(id="told")
            pane.show_drawing(
                lambda width: [
                    line(" ", *row)
                    for words in shown
                    for row in wrap_text(words, width - 2, "muted")
                ]
            )
            yield pane
            for key, name, hint in DEBRIEF:
                yield under_label(name, hint, TextBox(id=f"f-{key}"))

    def on_mount(self) -> None:
        """Fill the boxes and stand in the first."""
        fill(self.all_fields(), self._filled_with)
        self.filled()
        box = self.query_one(f"#f-{DEBRIEF[0][0]}", TextBox)
        box.go_to_end()
        box.focus()
        self.query_one("#form").scroll_home(animate=False)
        self.draw_frame()

    def form(self) -> DebriefForm:
        """What the boxes hold."""
        return DebriefForm(**self.typed_values())

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what is typed; nothing where it is as it is stored."""
        forms, key, stored, form = (
            self.host.desk.walk_forms,
            self._walk.id,
            self._stored,
            self.form(),
        )
        place = self.place_now()
        if form == stored:
            return lambda: forms.discard_debrief(key)
        return lambda: forms.keep_debrief(key, stored, form, place, closed=closed)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Of which walk."""
        dot = f" {self.host.glyphs.dot} "
        day = short_date(self._walk.on)
        return line(("Progression walk", "title"), f"{dot}{day}{dot}debrief")

    def status(self) -> str:
        """What becomes of it."""
        save = f"{self.save_keys}."
        return roomiest((f"It goes on the sheet, so it names nobody. {save}", save), room_of(self))

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self.form() == self._stored:
            return None
        return "Not saved yet: the draft is kept, and the debrief brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], Walk]:
        """Save the words."""
        forms, walk, stored = self.host.desk.walk_forms, self._walk, self._stored
        form, sure = self.form(), self.is_sure
        return lambda: forms.save_debrief(walk, form, stored, sure=sure)

    def saved_words(self, saved: Walk) -> str:
        """What is on the disk now."""
        return f"Debrief of {saved.told(None)} saved. {self.host.saved_words.capitalize()}."

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft."""
        forms, key = self.host.desk.walk_forms, self._walk.id
        return lambda: forms.discard_debrief(key)
