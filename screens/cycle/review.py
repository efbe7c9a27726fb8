"""Step 5, Review: what was typed, what is blank, what has to be put right, what a save adds."""

from __future__ import annotations

from textual.app import ComposeResult

from coach_tui.domain.cycle_form import STEPS, CycleForm, Step, step_state
from coach_tui.domain.note import read_lines
from coach_tui.services.cycle_context import CycleContext
from coach_tui.services.cycle_reading import Reading
from coach_tui.widgets.band_meter import band_tone, meter
from coach_tui.widgets.glyphs import Glyphs, glyphs_of
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_text
from screens.cycle.step import CycleStep

Rows = list[tuple[str, str]]
"""Texts and their tones."""


class ReviewStep(CycleStep):
    """The whole cycle on one page."""

    step = "review"

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        yield ScrollingPane(id="review-page")

    @property
    def hint(self) -> str:
        """What is worth knowing here."""
        return "Nothing here is shared; it stays in your file."

    def turn(self, lines: int) -> None:
        """The page scrolls by itself."""
        self.query_one("#review-page", ScrollingPane).turn(lines)

    def follow(self, form: CycleForm, reading: Reading) -> None:
        """Draw the page."""
        glyphs = glyphs_of(self)
        self.query_one("#review-page", ScrollingPane).show_drawing(
            lambda width: review_lines(form, reading, self.context, glyphs, width)
        )


def review_lines(
    form: CycleForm, reading: Reading, context: CycleContext, glyphs: Glyphs, width: int
) -> list[Line]:
    """The page."""
    virtual = context.is_virtual(form.mode)
    adds = _adds(form, reading, context)
    save = line((" w ", "badge"), (f"  Save cycle {form.number}", "strong"), f"    {adds}")
    lines: list[Line] = [save, EMPTY]  # on top: a full page is longer than the window
    parts = {
        "observe": ("Observe", _observe(form, context)),
        "feedback": ("Feedback", _feedback(form)),
        "goal": ("Goal", _goal(form, context)),
        "action": ("Action", _action(form)),
    }
    for number, step in enumerate(STEPS[:4], start=1):
        name, rows = parts[step]
        state = step_state(form, step, virtual=virtual)
        lines += _block(number, name, state, rows, glyphs, width)
        if step == "goal" and reading.total is not None:
            lines.append(_band_line(reading, context, glyphs))
    return [*lines, EMPTY, *_faults(reading, glyphs, width), *_blank_lines(reading, width)]


def _block(
    number: int, name: str, state: str, rows: Rows, glyphs: Glyphs, width: int
) -> list[Line]:
    """A step: its key, its name, its state, and what was typed beside them."""
    side = line((f" {number} ", "key"), (f"{name:<9}", "strong"), (f" {state:<6}", "muted"))
    texts = [
        drawn
        for text, tone in rows
        if text
        for drawn in wrap_text(glyphs.shown(" ".join(text.split())), max(10, width - 21), tone)[:4]
    ] or [line(("-", "muted"))]
    gap = line((" " * 19, ""))
    return [(*(side if row == 0 else gap), (" ", ""), *drawn) for row, drawn in enumerate(texts)]


def _observe(form: CycleForm, context: CycleContext) -> Rows:
    mode = context.model.mode(form.mode)
    minutes = f"{form.minutes} min" if form.minutes else ""
    parts = [
        f"{form.when} {form.at}".strip(),
        minutes,
        mode.name.lower() if mode else "",
        form.lesson,
    ]
    notes = len(read_lines(form.notes))
    return [
        (", ".join(part for part in parts if part), "muted"),
        (f"{notes} note line{'s' if notes != 1 else ''}" if notes else "", "muted"),
        (f"Focus: {form.focus}" if form.focus.strip() else "", ""),
    ]


def _feedback(form: CycleForm) -> Rows:
    probes = sum(1 for row in form.probes.split("\n") if row.strip())
    asked = f"{probes} probing question{'s' if probes != 1 else ''}" if probes else ""
    answered = form.answer.replace("_", " ")
    return [
        (f"Last step: {answered}" if answered else "", "muted"),
        (form.praise, ""),
        (asked, "muted"),
        (f"Teacher: {form.reflection}" if form.reflection.strip() else "", ""),
    ]


def _goal(form: CycleForm, context: CycleContext) -> Rows:
    cluster = context.timeline.cluster(form.cluster)
    named = f"Session {context.session}, cluster {cluster.id}  {cluster.name}" if cluster else ""
    rated = f"Self-assessment: {len(form.ratings)} of {len(cluster.look_fors)}" if cluster else ""
    counted = f"Coach's own count: {form.coach_gi}" if form.coach_gi.strip() else ""
    return [
        (named, ""),
        (rated if form.ratings else "", "muted"),
        (counted, "muted"),
        (form.goal, ""),
        (f"Change: {form.goal_practice}" if form.goal_practice.strip() else "", ""),
        (f"Shown by: {form.goal_indicator}" if form.goal_indicator.strip() else "", "muted"),
    ]


def _band_line(reading: Reading, context: CycleContext, glyphs: Glyphs) -> Line:
    """The total with its band and where it came from."""
    total = reading.total or 0
    standing = context.timeline.band_table.standing(context.session, total)
    tone = band_tone(standing.band)
    track, session = context.track, context.session
    before = track.total_before(session)
    was = "" if before is None else f"  was {before} in {track.before_words(session)}"
    head = (" " * 20, "")
    band = (*meter(standing.band, glyphs), (f" {standing.word}", tone))
    return (head, (f"{total} GIs  ", "strong"), *band, (was, "muted"))


def _action(form: CycleForm) -> Rows:
    due = f" Due {form.due}." if form.due else ""
    practice = form.practice.replace("_", " ")
    parts = [form.step_lesson, practice, f"next visit {form.next_visit}" if form.next_visit else ""]
    step = " ".join(form.step.split())
    return [
        (f"{step.rstrip('.')}.{due}" if step else "", ""),
        ("; ".join(part for part in parts if part), "muted"),
    ]


def _faults(reading: Reading, glyphs: Glyphs, width: int) -> list[Line]:
    """What bars the save, and what is worth a look."""
    lines: list[Line] = []
    for problem in reading.problems:
        number = STEPS.index(problem.step) + 1
        words = f"Step {number}: {problem.sentence}"
        lines += [line(" ", *row) for row in wrap_text(glyphs.shown(words), width - 2, "error")]
    for told in reading.warnings:
        lines += [line(" ", *row) for row in wrap_text(f"Note: {told}", width - 2, "muted")]
    return lines


def _blank_lines(reading: Reading, width: int) -> list[Line]:
    """What is blank, with the step it stands in."""
    if not reading.blanks:
        return [line((" Nothing is blank.", "muted"))]
    numbers: dict[Step, int] = {step: i for i, step in enumerate(STEPS, start=1)}
    named = ", ".join(f"{blank.words} ({numbers[blank.step]})" for blank in reading.blanks)
    words = f"{len(reading.blanks)} blank: {named}. You can save as it is."
    return [line(" ", *row) for row in wrap_text(words, width - 2, "late")]


def _adds(form: CycleForm, reading: Reading, context: CycleContext) -> str:
    """What a save adds: "adds session 4, 1 to-do, 1 visit"."""
    parts = [
        f"session {context.session}" if reading.numbered else "no session number",
        "1 to-do" if form.step.strip() else "",
        "1 visit" if reading.next_visit else "",
        "the notes" if read_lines(form.notes) else "",
    ]
    return "adds " + ", ".join(part for part in parts if part)
