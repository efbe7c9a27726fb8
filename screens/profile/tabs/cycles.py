"""The Cycles tab: each round held, and all that was said and agreed in it."""

from __future__ import annotations

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.dates import moment_text, short_date, short_time
from coach_tui.domain.todo import Todo
from coach_tui.services.outputs import output_words
from coach_tui.text import pad
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line
from screens.profile.tabs.listed import Around, Listed, Row, title

_BECAME = {
    "open": "still open",
    "carried": "carried on",
    "done": "done",
    "partly": "partly done",
    "dropped": "dropped",
}


def cycles(around: Around) -> tuple[Listed, ...]:
    """The track's rounds, the newest first."""
    held = [cycle for cycle in reversed(around.profile.cycles) if cycle.origin == "cycle"]
    return tuple(_listed(cycle, around) for cycle in held)


def _listed(cycle: Cycle, around: Around) -> Listed:
    session = f", session {cycle.session}" if cycle.session else ""
    return Listed(
        cycle.id,
        "cycle",
        lambda width: _row(cycle, around, width),
        lambda width: _details(cycle, around, width),
        f"Cycle {cycle.number}{session}, {short_date(cycle.held_on)}.",
    )


def _row(cycle: Cycle, around: Around, width: int) -> Line:
    """Number, day, cluster and goal: "4  Mar 4  D  Exit tickets sorted the same day"."""
    text = cycle.goal.text or cycle.observation.focus or cycle.action.text
    mark = "c" if cycle.corrections else " "
    return (
        (f"{mark}{cycle.number or 0:3}  ", ""),
        (pad(around.day(cycle.held_on), 9), "muted"),
        (pad(around.glyphs.shown(cycle.cluster or "-"), 3), ""),
        (pad(around.one_line(text), max(4, width - 18)), ""),
    )


def _details(cycle: Cycle, around: Around, width: int) -> list[Row]:
    session = f"session {cycle.session}" if cycle.session else "no session"
    rows = [title(f"Cycle {cycle.number}", session)]
    rows += around.fields(_fields(cycle, around), width)
    rows += _cited(cycle, around, width)
    return rows + around.corrected(cycle, width)


def _fields(cycle: Cycle, around: Around) -> list[tuple[str, str, str]]:
    """What was recorded, in the order of the meeting."""
    seen, said, action = cycle.observation, cycle.feedback, cycle.action
    at = f" {short_time(seen.at)}" if seen.at else ""
    minutes = "" if seen.minutes is None else f", {seen.minutes} min"
    mode = f", {seen.mode.replace('_', ' ')}" if seen.mode else ""
    due = f" (due {short_date(action.due)})" if action.due and action.text else ""
    step = next((t for t in around.profile.all_todos if t.cycle_id == cycle.id), None)
    sent = around.profile.follow_up(cycle.id)
    return [
        ("when", "Visit", f"{short_date(cycle.held_on)}{at}{minutes}{mode}"),
        ("", "Standards", ", ".join(cycle.standards)),
        ("lesson", "Class", seen.lesson),
        ("prepared", "Prepared", ", ".join(part.replace("_", " ") for part in seen.prepared)),
        ("priority_groups", "Groups", seen.priority_groups),
        ("focus", "Focus", seen.focus),
        ("praise", "Praise", said.praise),
        ("probes", "Probes", said.probes),
        ("reflection", "Teacher", said.reflection),
        ("engagement", "Students", said.engagement),
        ("own_words", "Own words", cycle.self_assessment.words),
        ("cluster", "Cluster", around.profile.timeline.named(cycle.cluster)),
        ("goal", "Goal", cycle.goal.text),
        ("step", "Step", f"{action.text}{due}" if action.text else ""),
        ("step_lesson", "Lesson", action.lesson),
        ("practice", "Practice", action.practice.replace("_", " ") if action.text else ""),
        ("owner", "Owner", action.owner if action.text else ""),
        ("coach_part", "Coach", action.coach_part),
        ("", "Became", _became(step)),
        ("next_visit", "Next", moment_text(action.next_visit, action.next_visit_at)),
        ("", "After", output_words(sent) if sent else ""),
    ]


def _became(step: Todo | None) -> str:
    """What became of the action step."""
    if step is None:
        return ""
    closed = f" on {short_date(step.closed_on)}" if step.closed_on else ""
    outcome = f": {step.outcome}" if step.outcome else ""
    return f"{_BECAME[step.status]}{closed}{outcome}"


def _cited(cycle: Cycle, around: Around, width: int) -> list[Row]:
    """The note lines that its texts rest on."""
    if not cycle.citations:
        return []
    rows: list[Row] = [("", EMPTY), ("", line(("From the notes", "strong")))]
    for cited in cycle.citations:
        shown = around.glyphs.shown(cited.text)
        head = line((f"{cited.field:<9} ", "muted"), shown)
        rows += [(cited.line_id, row) for row in wrap_line(head, width, hang=10)]
    return rows
