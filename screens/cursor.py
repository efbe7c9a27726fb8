"""Where the cursor is in a field of any kind, so that a draft brings it back."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Input, TextArea

from coach_tui.domain.draft import Cursor


def cursor_in(field: Widget) -> Cursor | None:
    """Row and column of the cursor; None in a field that is picked in, not typed."""
    if isinstance(field, TextArea):
        row, column = field.cursor_location
        return row, column
    return (0, field.cursor_position) if isinstance(field, Input) else None


def put_cursor(field: Widget, cursor: Cursor) -> None:
    """Put the cursor there, or as near as the text allows."""
    if isinstance(field, TextArea):
        field.move_cursor(field.clamp_visitable(cursor))
    elif isinstance(field, Input):
        field.cursor_position = min(cursor[1], len(field.value))
