"""Correcting notes, to-dos and contacts: their fields as texts, and what was typed as records."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from coach_tui.clock import Clock
from coach_tui.domain.contact import MOST_MINUTES, Contact
from coach_tui.domain.corrected import Correctable
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.dates import plain_date
from coach_tui.domain.note import (
    MARKS,
    Note,
    NoteLine,
    read_lines,
    with_ids,
    write_line,
    write_lines,
)
from coach_tui.domain.ports import Store
from coach_tui.domain.todo import Todo
from coach_tui.errors import NotFound, Refused
from coach_tui.services.correction_form import CorrectionForm, Typed

Pairs = list[tuple[Correctable, Correctable]]
"""Records as they were and as they will be."""


# -- notes ------------------------------------------------------------------------------------


def note_fields(note: Note) -> dict[str, str]:
    """The lines, and how the coach was there where that was said."""
    return {"text": write_lines(note.lines)} | ({"mode": note.mode} if note.mode else {})


def read_note(note: Note, form: CorrectionForm) -> Pairs:
    """A note as it was typed; its lines keep their ids, so that what cites them still finds them.

    Raises:
        Refused: no line is left.
    """
    typed = Typed(form)
    text = typed.text("text", write_lines(note.lines))
    lines = note.lines if "text" not in form.changed else _lines(note, text)
    return [(note, note.but(lines=lines, mode=typed.choice("mode", note.mode)))]


def _lines(note: Note, text: str) -> tuple[NoteLine, ...]:
    """A note's lines as typed now, each with its id; one that was not changed stays as it is."""
    before = with_ids(note.lines, note.lines)  # those of an older file have no ids yet
    known = {line.id: line for line in before}
    lines = with_ids(read_lines(text), before)
    if not any(line.text.strip("".join(MARKS) + " ") for line in lines):
        raise Refused("Nothing is left; a note keeps at least one line.")
    return tuple(_as_it_was(line, known.get(line.id)) for line in lines)


def _as_it_was(line: NoteLine, before: NoteLine | None) -> NoteLine:
    """A line as it is stored where it reads the same; else as typed, private where it is marked."""
    return before if before and write_line(line) == write_line(before) else line


# -- to-dos -----------------------------------------------------------------------------------


def todo_fields(todo: Todo, today: date) -> dict[str, str]:
    """The step and its parts; when it was closed and what was seen of it, once it is."""
    fields = {
        "step": todo.text,
        "step_lesson": todo.lesson,
        "practice": todo.practice,
        "owner": todo.owner,
        "due": plain_date(todo.due, today) if todo.due else "",
        "coach_part": todo.coach_part,
    }
    if todo.closed_on is None:
        return fields
    return fields | {"when": plain_date(todo.closed_on, today), "outcome": todo.outcome}


def read_todo(todo: Todo, form: CorrectionForm, store: Store, today: date) -> Pairs:
    """A to-do as it was typed; its cycle's action step follows while both say the same.

    Raises:
        Refused: the step is blank, or a date cannot be read.
    """
    typed = Typed(form)
    text, closed = typed.text("step", todo.text), todo.closed_on
    if not text.strip():
        raise Refused("The step is blank; type what is to be done.")
    after = todo.but(
        text=text,
        lesson=typed.text("step_lesson", todo.lesson),
        practice=typed.choice("practice", todo.practice),
        owner=typed.choice("owner", todo.owner),
        due=typed.day("due", todo.due, today),
        coach_part=typed.text("coach_part", todo.coach_part),
        closed_on=closed and typed.past_day("when", closed, today),
        outcome=typed.text("outcome", todo.outcome),
    )
    return [(todo, after), *_cycle_of(todo, after, store)]


def _cycle_of(todo: Todo, after: Todo, store: Store) -> Pairs:
    """The cycle a to-do was agreed in, where its action step follows."""
    if todo.cycle_id is None or (todo.text, todo.lesson) == (after.text, after.lesson):
        return []
    try:
        cycle = store.get(Cycle, todo.cycle_id)
    except NotFound:
        return []
    step = cycle.action
    if (step.text, step.lesson) != (todo.text, todo.lesson):
        return []
    return [(cycle, cycle.but(action=step.but(text=after.text, lesson=after.lesson)))]


# -- contacts ---------------------------------------------------------------------------------


def contact_fields(contact: Contact, note: Note, clock: Clock) -> dict[str, str]:
    """The day, the minutes, the lines."""
    minutes = contact.minutes
    return {
        "when": plain_date(clock.local(contact.at).date(), clock.today()),
        "minutes": "" if minutes is None else str(minutes),
        "text": write_lines(note.lines),
    }


def read_contact(contact: Contact, note: Note, form: CorrectionForm, clock: Clock) -> Pairs:
    """A contact as it was typed, and the note of its lines.

    Raises:
        Refused: no line is left, or the day or the minutes cannot be read.
    """
    typed, here = Typed(form), clock.local(contact.at).date()
    day = typed.past_day("when", here, clock.today())
    minutes = typed.number("minutes", contact.minutes, "a number of minutes", MOST_MINUTES)
    after = contact.but(at=_on_day(contact.at, day, clock), minutes=minutes)
    return [(contact, after), *read_note(note, form)]


def _on_day(at: datetime, day: date, clock: Clock) -> datetime:
    """The same time of another day, on the coach's clock; never still to come."""
    moved = at + timedelta(days=(day - clock.local(at).date()).days)
    drift = (day - clock.local(moved).date()).days  # clocks may go forward between the two
    return min(moved + timedelta(hours=drift), max(clock.now(), at))
