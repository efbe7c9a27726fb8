"""Evidence of a step: what was seen or heard, the day, and what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.services.evidence_form import SHOWS, EvidenceForm, OpenedEvidence
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.date_field import DateField, past_day
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.spans import Line, line, roomiest
from screens.bindings import bindings_for
from screens.field_screen import fill
from screens.form_rows import beside_label, under_label, words
from screens.frame import FRAME_CSS, room_of
from screens.whole_form import WholeForm

if TYPE_CHECKING:
    from typing import Any

    from coach_tui.domain.draft import Draft
    from coach_tui.domain.progression import ProgressionPlace
    from screens.person_actions import PersonScreen


def open_evidence(screen: PersonScreen[Any], model_id: str, step_id: str) -> None:
    """Open the form for a step of the person a screen stands on, or say why it does not open."""
    forms, key = screen.host.desk.evidence_form, screen.current
    _push(screen, lambda: forms.open(key, model_id, step_id))


def open_draft(screen: PersonScreen[Any], draft: Draft) -> None:
    """Open the form that a draft is of, or say why it does not open."""
    _push(screen, lambda: screen.host.desk.evidence_form.from_draft(draft))


def _push(screen: PersonScreen[Any], opening: Callable[[], OpenedEvidence]) -> None:
    opened = screen.attempt(opening)
    name = screen.attempt(lambda: screen.host.desk.people.get(screen.current).name)
    if opened is not None and name is not None:
        screen.app.push_screen(EvidenceScreen(name, opened), screen.closed_with_words)


class EvidenceScreen(WholeForm):
    """Takes one piece of evidence. Gives words to say when it closes."""

    SCOPE = "evidence"
    CSS_PATH = [FRAME_CSS, "../form.tcss", "progressions.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, name: str, opened: OpenedEvidence) -> None:
        """A form to fill.

        Args:
            name: of whom it is about, as listed.
            opened: the form as it opens.
        """
        super().__init__()
        self._who = name
        self._opened = opened

    def compose_body(self) -> Iterable[Widget]:
        """The text, the day, what it shows."""
        today, step = self.host.desk.clock.today(), self._opened.step
        shown = self.host.glyphs.shown
        with VerticalScroll(id="form"):
            yield words(f"{shown(step.id)} {shown(step.text)}", "")
            yield words(f"Look for: {shown(step.look_for)}", id="look-for")
            yield under_label("Seen or heard", "one line", LineField(id="f-text"))
            yield beside_label(
                "When",
                DateField(id="f-when", today=today, read=past_day),
                words("thu, 3/4, yesterday"),
            )
            yield beside_label("It shows", ChoiceRow(SHOWS, id="f-shows"))

    def on_mount(self) -> None:
        """Fill the fields and stand at the end of the text."""
        fill(self.all_fields(), self._opened.form)
        self.filled()
        field = self.query_one("#f-text", LineField)
        field.cursor_position = len(field.value)
        field.focus()
        self.draw_frame()

    def form(self) -> EvidenceForm:
        """What the fields hold."""
        return EvidenceForm(**self.typed_values())

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what is typed; nothing where nothing is."""
        forms, opened, form = self.host.desk.evidence_form, self._opened, self.form()
        place = self.place_now()
        if self._is_untouched:
            return lambda: forms.discard_draft(opened)
        return lambda: forms.keep_draft(opened, form, place, closed=closed)

    @property
    def _is_untouched(self) -> bool:
        return self.form() == self._opened.blank

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Whom it is about."""
        glyphs = self.host.glyphs
        return line((glyphs.shown(self._who), "title"), f" {glyphs.dot} evidence")

    def status(self) -> str:
        """What is worth knowing here."""
        told = "What was said and done, counted where it can be."
        return roomiest((f"{told} {self.save_keys}.", f"{self.save_keys}."), room_of(self))

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self._is_untouched:
            return None
        key = self.key_of("person.note")
        return f"Not saved yet: the draft is kept; {key} at the step brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], ProgressionPlace]:
        """Save the evidence."""
        forms, opened, form = self.host.desk.evidence_form, self._opened, self.form()
        return lambda: forms.save(opened, form)

    def saved_words(self, saved: ProgressionPlace) -> str:
        """What is on the disk now."""
        count = len(saved.step(self._opened.step.id).evidence)
        told = f"{count} piece{'' if count == 1 else 's'} of evidence"
        return f"{self._opened.step.id}: {told}. {self.host.saved_words.capitalize()}."

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft of this form."""
        forms, opened = self.host.desk.evidence_form, self._opened
        return lambda: forms.discard_draft(opened)
