"""How a walk begins: its purpose, its norms and its day, before any room (PL-7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.domain.walk import NORMS
from coach_tui.services.walk_form import OpenedWalk, WalkForm
from coach_tui.widgets.fields.check_row import CheckRow
from coach_tui.widgets.fields.date_field import DateField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.spans import Line, line, roomiest
from screens.bindings import bindings_for
from screens.field_screen import fill
from screens.form_rows import beside_label, under_label, words
from screens.frame import FRAME_CSS, room_of
from screens.walk.asking import AsksForNames

if TYPE_CHECKING:
    from coach_tui.domain.walk import Walk


class WalkStartScreen(AsksForNames):
    """Takes purpose and norms. Gives words to say when it closes.

    Attributes:
        begun: the id of the walk that was begun here; empty before it is saved, or where it was
            there before.
    """

    SCOPE = "walk_form"
    CSS_PATH = [FRAME_CSS, "../form.tcss", "walk.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, opened: OpenedWalk) -> None:
        super().__init__()
        self._opened = opened
        self.begun = ""

    def compose_body(self) -> Iterable[Widget]:
        """Purpose, norms, further norms, the day."""
        today = self.host.desk.clock.today()
        known = {key for key, _ in NORMS}
        older = [(key, key) for key in self._opened.stored.norms if key not in known]
        with VerticalScroll(id="form"):
            yield under_label("Purpose", "what this walk is to find out", TextBox(id="f-purpose"))
            yield under_label(
                "Norms", "tick what you agreed on", CheckRow([*NORMS, *older], id="f-norms")
            )
            yield under_label("Further norms", "a line each", TextBox(id="f-own_norms"))
            yield beside_label("Day", DateField(id="f-on", today=today), words("thu, 3/20, +7"))

    def on_mount(self) -> None:
        """Fill the fields and stand in the first."""
        fill(self.all_fields(), self._opened.form)
        self.filled()
        box = self.query_one("#f-purpose", TextBox)
        box.go_to_end()
        box.focus()
        self.draw_frame()

    def form(self) -> WalkForm:
        """What the fields hold."""
        return WalkForm(**self.typed_values())

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what is typed; nothing where the form is as it is stored."""
        forms, opened, form = self.host.desk.walk_forms, self._opened, self.form()
        place = self.place_now()
        if form == opened.stored:
            return lambda: forms.discard_start(opened.walk_id)
        return lambda: forms.keep_start(opened, form, place, closed=closed)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """What begins here."""
        return line(("Progression walk", "title"), f" {self.host.glyphs.dot} purpose and norms")

    def status(self) -> str:
        """What comes after."""
        save = f"{self.save_keys}."
        told = f"Both go on the sheet, so they name nobody. {save}"
        return roomiest((told, save), room_of(self))

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self.form() == self._opened.stored:
            return None
        return "Not saved yet: the draft is kept, and the form brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], Walk]:
        """Save the walk."""
        forms, opened, form, sure = (
            self.host.desk.walk_forms,
            self._opened,
            self.form(),
            self.is_sure,
        )
        return lambda: forms.save_start(opened, form, sure=sure)

    def saved_words(self, saved: Walk) -> str:
        """What is on the disk now."""
        self.begun = "" if self._opened.walk else saved.id
        told = "Begun: enter a room a line" if self.begun else f"Saved: {saved.told(None)}"
        return f"{told}. {self.host.saved_words.capitalize()}."

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft."""
        forms, key = self.host.desk.walk_forms, self._opened.walk_id
        return lambda: forms.discard_start(key)
