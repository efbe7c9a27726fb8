"""The To-dos tab: what is open, then what was done, and what came of it."""

from __future__ import annotations

from coach_tui.domain.dates import short_date
from coach_tui.domain.todo import Todo
from coach_tui.text import pad
from coach_tui.widgets.spans import Line
from screens.profile.tabs.listed import Around, Listed, Row, title

_STATUS = {
    "open": "open",
    "carried": "open, carried on",
    "done": "done",
    "partly": "partly done",
    "dropped": "dropped",
}


def todos(around: Around) -> tuple[Listed, ...]:
    """Open ones by their due date, then the closed, the newest first."""
    return tuple(_listed(todo, around) for todo in around.profile.all_todos)


def _listed(todo: Todo, around: Around) -> Listed:
    return Listed(
        todo.id,
        "todo",
        lambda width: _row(todo, around, width),
        lambda width: _details(todo, around, width),
        f'"{around.one_line(todo.text)}": {_words(todo, around)}.',
    )


def _words(todo: Todo, around: Around) -> str:
    """Open or not, and by when."""
    if not todo.is_open:
        closed = f" on {short_date(todo.closed_on)}" if todo.closed_on else ""
        return f"{_STATUS[todo.status]}{closed}"
    if todo.due is None:
        return "open, no date"
    late = around.profile.lateness.days_late(todo.due)
    return f"open, due {short_date(todo.due)}" + (f", {late}d late" if late else "")


def _row(todo: Todo, around: Around, width: int) -> Line:
    """Box, day and words: "[ ] Thu 13   Pre-write 3 sort piles"; what is late has a !."""
    late = todo.is_open and around.profile.lateness.days_late(todo.due) > 0
    day = todo.due if todo.is_open else todo.closed_on
    return (
        ("!" if late else " ", "late"),
        ("[ ] " if todo.is_open else "[x] ", ""),
        (pad(around.day(day) if day else "no date", 9), "late" if late else "muted"),
        (pad(around.one_line(todo.text), max(4, width - 14)), "" if todo.is_open else "muted"),
    )


def _details(todo: Todo, around: Around, width: int) -> list[Row]:
    named = [
        ("text", "What", todo.text),
        ("status", "State", _words(todo, around)),
        ("outcome", "Outcome", todo.outcome),
        ("due", "Due", short_date(todo.due) if todo.due else ""),
        ("owner", "Owner", todo.owner),
        ("lesson", "Lesson", todo.lesson),
        ("practice", "Practice", todo.practice.replace("_", " ")),
        ("coach_part", "Coach", todo.coach_part),
    ]
    head = title("Action step" if todo.cycle_id else "To-do")
    return [head, *around.fields(named, width), *around.corrected(todo, width)]
