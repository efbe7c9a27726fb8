"""Step 2, Feedback: the last step, then praise, probes, the teacher's words (IP-11, IP-12)."""

from __future__ import annotations

from textual.app import ComposeResult

from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.note import read_lines, write_line
from coach_tui.services.cycle_reading import Reading
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_text
from screens.cycle.step import CycleStep
from screens.form_rows import beside_label, under_label

ANSWERS = (
    ("done", "done"),
    ("partly", "partly"),
    ("not_yet", "not yet"),
    ("dropped", "dropped"),
)
"""What may have become of the last action step."""

_SHOWN = ("praise", "probe", "evidence")


class FeedbackStep(CycleStep):
    """The first two parts of the meeting."""

    step = "feedback"

    def compose(self) -> ComposeResult:
        """The last step and its answer, praise, probes, reflection, engagement data, notes."""
        yield SpanPane(id="last-step")
        yield beside_label("", ChoiceRow(ANSWERS, id="f-answer"), id="answer-row")
        praise, probes = self.context.model.meeting[:2]
        yield under_label(praise.name, praise.hint, TextBox(id="f-praise"))
        yield under_label(probes.name, probes.hint, TextBox(id="f-probes"))
        yield under_label("Teacher's reflection", "their words", TextBox(id="f-reflection"))
        engagement = self.context.model.virtual_meeting[0]
        yield under_label(
            engagement.name, engagement.hint, TextBox(id="f-engagement"), id="engagement-block"
        )
        yield SpanPane(id="from-notes")

    def on_mount(self) -> None:
        """Show the last step, or nothing where none is open."""
        step = self.context.last_step
        self.query_one("#answer-row").display = step is not None
        if step is None:
            self.query_one("#last-step", SpanPane).show(
                [line((" No action step is open.", "muted"))]
            )
            return
        text = glyphs_of(self).shown(" ".join(step.text.split()))
        self.query_one("#last-step", SpanPane).show_drawing(
            lambda width: [
                line((" Last step".ljust(14) if row == 0 else " " * 14, "muted"), *drawn)
                for row, drawn in enumerate(wrap_text(text, max(10, width - 15))[:2])
            ]
        )

    @property
    def hint(self) -> str:
        """What is worth knowing here."""
        return "Praise names what was done and what learners did next."

    def follow(self, form: CycleForm, _reading: Reading) -> None:
        """Engagement data belongs to virtual meetings; the notes stand beneath."""
        virtual = self.context.is_virtual(form.mode)
        self.query_one("#engagement-block").display = virtual
        rows = self._note_rows(form)
        self.query_one("#from-notes", SpanPane).show(rows)

    def _note_rows(self, form: CycleForm) -> list[Line]:
        """The marked lines of today's notes, a few of them."""
        glyphs = glyphs_of(self)
        marked = [entry for entry in read_lines(form.notes) if entry.tag in _SHOWN]
        if not marked:
            return [EMPTY]
        shown = [line((" " + glyphs.shown(write_line(entry)), "muted")) for entry in marked[:4]]
        head = line((" From your notes", "strong"), ("  ^o puts one in the field", "muted"))
        return [head, *shown]
