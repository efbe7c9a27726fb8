"""A form as it was being typed, kept apart from the records until it is saved."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Draft:
    """What is kept of a form that was not saved yet.

    Attributes:
        key: which form of which person, for example `cycle-01J…` or `coachee-new`; it is the
            draft's file name: letters, digits and hyphens.
        form: the kind of form: `cycle`, `coachee`, `launch` and so on.
        coachee_id: whom it is about, empty for a person not added yet.
        saved_at: when it last reached the disk, UTC.
        fields: the fields as typed, texts and yes-or-no by name; never parsed here.
        place: where the cursor is, as `place_of` writes it.
        closed: whether the form was left in the ordinary way. False after a crash: the next start
            offers the draft again.
        pid: the process that wrote it; a draft whose process lives belongs to another window.
        host: the machine of that process.
    """

    key: str
    form: str
    coachee_id: str
    saved_at: datetime
    fields: dict[str, Any] = field(default_factory=dict)
    place: str = ""
    closed: bool = False
    pid: int = 0
    host: str = ""


Cursor = tuple[int, int]
"""Row and column of a cursor in its field, from 0."""


def place_of(field: str, cursor: Cursor | None = None) -> str:
    """A place in a form: "goal", or with the cursor's row and column "goal:2:14"."""
    return f"{field}:{cursor[0]}:{cursor[1]}" if field and cursor else field


def read_place(place: str) -> tuple[str, Cursor | None]:
    """The field of a place, and the cursor in it; None where the place does not say."""
    field, *at = place.split(":")
    if len(at) == 2 and all(part.isascii() and part.isdecimal() for part in at):
        row, column = (int(part[:9]) for part in at)
        return field, (row, column)
    return field, None
