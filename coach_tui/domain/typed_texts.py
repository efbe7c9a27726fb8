"""The texts of a record that somebody typed: what must never be lost with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # undo is there before pydantic is
    from coach_tui.domain.records import Record

_CHOSEN = frozenset({
    "aims", "answer", "at", "cluster", "closed_on", "coachee_id", "created_at", "cycle_id", "due",
    "ended_at", "framework", "held_on", "id", "line_id", "look_for", "mode", "next_visit",
    "next_visit_at", "note_id", "on", "order", "origin", "owner", "practice", "prepared",
    "prerequisites", "stance", "started_at", "started_on", "state", "status", "tag", "todo_id",
    "track", "updated_at", "habits", "kind", "kinds", "level", "standards", "withdrawn_on",
    "term", "element", "called", "placed", "ticked", "rule", "told",
    "confirmed_on", "model_id", "not_yet", "seen", "step",
    "about", "archived_on", "done_on", "part", "reading", "work",
})  # fmt: skip
"""Fields of ids, moments and choices; any other text counts as typed, a new field's too."""


def typed_texts(record: Record | None) -> frozenset[str]:
    """Every text of a record that was typed; none where there is no record."""
    return frozenset(_texts(record.model_dump(mode="json"))) if record else frozenset()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _CHOSEN:
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
