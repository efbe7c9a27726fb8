"""Step 4, Action step: one small move, its lesson, its rehearsal, the dates (IP-11)."""

from __future__ import annotations

from datetime import date, timedelta

from textual.app import ComposeResult

from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.step_hints import step_hints
from coach_tui.services.citations import offered_lines, plain_words
from coach_tui.services.cycle_context import CycleContext
from coach_tui.services.cycle_reading import Reading
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.date_field import DateField
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, fit_line, line, wrap_text
from screens.cycle.step import CycleStep
from screens.form_rows import beside_label, under_label, words
from screens.host import host_of

PRACTICE = (
    ("not_yet", "not yet"),
    ("rehearsed", "rehearsed"),
    ("co_planned", "co-planned"),
    ("modeled", "modeled"),
)
"""How the step was practised before it is tried."""

OWNERS = (("teacher", "teacher"), ("coach", "coach"), ("both", "both"))


class ActionStepPage(CycleStep):
    """The last three parts of the meeting."""

    step = "action"

    def __init__(self, context: CycleContext, today: date) -> None:
        super().__init__(context)
        self._today = today

    def compose(self) -> ComposeResult:
        """The step, lesson, practice, owner, dates, the coach's part; the goal beneath."""
        _, _, _, step, lesson, practice = self.context.model.meeting
        ideal = self._today + timedelta(days=self.context.coachee.ideal_days)
        yield under_label(step.name, step.hint, TextBox(id="f-step"))
        yield beside_label(lesson.name, LineField(id="f-step_lesson", placeholder=lesson.hint))
        yield beside_label(practice.name, ChoiceRow(PRACTICE, id="f-practice"))
        yield beside_label("Owner", ChoiceRow(OWNERS, id="f-owner"))
        yield beside_label(
            "Due",
            DateField(id="f-due", today=self._today, default_day=ideal, classes="date"),
            words("Up/Down a day, or type thu, +7, 3/20"),
        )
        yield beside_label("Coach's part", LineField(id="f-coach_part"))
        yield beside_label(
            "Next visit",
            DateField(id="f-next_visit", today=self._today, default_day=ideal, classes="moment"),
            words("a time may follow: thu 10:30"),
        )
        yield SpanPane(id="step-hints")
        yield SpanPane(id="goal-again")

    @property
    def hint(self) -> str:
        """What is worth knowing here."""
        return "A saved action step opens the next meeting."

    def follow(self, form: CycleForm, reading: Reading) -> None:
        """What the note proposes, what is worth a look in the step; the goal stays in view."""
        self._show_hints(form, reading)
        goal = glyphs_of(self).shown(" ".join(form.goal.split()))
        self.query_one("#goal-again", SpanPane).show_drawing(
            lambda width: (
                [EMPTY]
                if not goal
                else [
                    EMPTY,
                    *(
                        line((" Goal  " if row == 0 else "       ", "strong"), *drawn)
                        for row, drawn in enumerate(
                            wrap_text(goal, max(10, width - 8), "muted")[:4]
                        )
                    ),
                ]
            )
        )

    def _show_hints(self, form: CycleForm, reading: Reading) -> None:
        """Lines of the note that propose a step while it is blank, then hints to it (IP-11)."""
        glyphs = glyphs_of(self)
        proposed = [] if form.step.strip() else offered_lines("step", form.notes)[-3:]
        moves = () if form.step.strip() else self.context.proposed("step")
        hints = step_hints(
            form.step,
            lesson=form.step_lesson,
            practice=form.practice,
            due=reading.due,
            open_before=self.context.open_steps_after(form.answer),
        )
        insert = host_of(self).keys.key_of("cycle.insert")
        told = f"Worth a look: {'; '.join(hints)}." if hints else ""

        def drawing(width: int) -> list[Line]:
            lines = [
                fit_line(line(" > ", glyphs.shown(plain_words(entry))), width) for entry in proposed
            ]
            if proposed:
                head = line((" From your notes", "strong"), ("  ^o puts one in", "muted"))
                lines.insert(0, head)
            for move in moves[:1]:  # the progression's, one way among others (PL-4)
                head = line((" A next move", "strong"), (f"  {insert} puts it in", "muted"))
                rows = wrap_text(glyphs.shown(move), max(10, width - 3))
                lines += [
                    head,
                    *(line(" > " if at == 0 else "   ", *row) for at, row in enumerate(rows)),
                ]
            rows = wrap_text(told, max(10, width - 2), "muted") if told else ()
            return [*lines, *(line(" ", *row) for row in rows)]

        self.query_one("#step-hints", SpanPane).show_drawing(drawing)
