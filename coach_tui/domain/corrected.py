"""What of each kind of record can be corrected, and the record with what was corrected kept."""

from collections.abc import Sequence
from datetime import date, datetime, time

from coach_tui.domain.contact import Contact
from coach_tui.domain.correction import Correction, Texts, differences
from coach_tui.domain.cycle import STATES, Cycle, LookForRating
from coach_tui.domain.dates import full_date, short_time
from coach_tui.domain.note import Note, with_ids, write_line
from coach_tui.domain.todo import Todo

Correctable = Cycle | Note | Todo | Contact
"""The kinds of record that are corrected."""

LINE = "line "
"""What stands before the id of a note's line in the name of its field."""


def corrected(before: Correctable, after: Correctable, at: datetime, reason: str) -> Correctable:
    """A changed record with a correction for every text in which it differs; itself if in none.

    Args:
        before: the record as it is stored.
        after: the same with other values.
        at: when it is corrected, UTC.
        reason: why; empty where none was asked for.
    """
    found = differences(texts_of(before), texts_of(after))
    new = tuple(
        Correction(at=at, field=field, was=was, now=now, reason=reason) for field, was, now in found
    )
    return after.but(corrections=(*before.corrections, *new)) if new else after


def texts_of(record: Correctable) -> Texts:
    """All that can be corrected in a record, as text by what the field is called.

    A GI total is not among it: it has a history of its own.
    """
    if isinstance(record, Cycle):
        return _cycle(record)
    if isinstance(record, Note):
        return _note(record)
    return _todo(record) if isinstance(record, Todo) else _contact(record)


def _cycle(cycle: Cycle) -> dict[str, str]:
    seen, said, step = cycle.observation, cycle.feedback, cycle.action
    return {
        "date": _day(cycle.held_on),
        "time": _time(seen.at),
        "minutes": _number(seen.minutes),
        "mode": seen.mode,
        "class": seen.lesson,
        "cluster": cycle.cluster or "",
        "reason for the cluster": cycle.override,
        "coach's count": _number(cycle.gi.coach_total),
        "priority groups": seen.priority_groups,
        "focus": seen.focus,
        "praise": said.praise,
        "probes": said.probes,
        "reflection": said.reflection,
        "engagement": said.engagement,
        "self-assessment": _ratings(cycle.self_assessment.ratings),
        "own words": cycle.self_assessment.words,
        "goal": cycle.goal.text,
        "change in teaching": cycle.goal.practice,
        "shown by": cycle.goal.indicator,
        "action step": step.text,
        "lesson of the step": step.lesson,
        "session": _number(cycle.session),
        "kind of visit": ", ".join(seen.kinds).replace("_", " "),
        **{name.replace("_", " "): text for name, text in cycle.challenge},
        **{f"plan, {key}": text for key, text in cycle.plan.items()},
        "work": cycle.work or "",
        "stance": cycle.stance or "",
    }


def _ratings(ratings: Sequence[LookForRating]) -> str:
    """The coachee's view of each look-for, a line each."""
    words = dict(STATES)
    return "\n".join(f"{rating.look_for}: {words[rating.state]}" for rating in ratings)


def _note(note: Note) -> dict[str, str]:
    lines = with_ids(note.lines, note.lines)  # those of an older file have no ids yet
    return {"mode": note.mode} | {f"{LINE}{line.id}": write_line(line) for line in lines}


def _todo(todo: Todo) -> dict[str, str]:
    return {
        "step": todo.text,
        "lesson": todo.lesson,
        "practice": todo.practice,
        "owner": todo.owner,
        "due date": _day(todo.due),
        "coach's part": todo.coach_part,
        "day closed": _day(todo.closed_on),
        "outcome": todo.outcome,
    }


def _contact(contact: Contact) -> dict[str, str]:
    return {"day": contact.at.isoformat(timespec="minutes"), "minutes": _number(contact.minutes)}


def _day(day: date | None) -> str:
    return full_date(day) if day else ""


def _time(at: time | None) -> str:
    return short_time(at) if at else ""


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
