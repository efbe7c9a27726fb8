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
        form: the kind of form: `cycle` or `coachee`.
        coachee_id: whom it is about, empty for a person not added yet.
        saved_at: when it last reached the disk, UTC.
        fields: the fields as typed, texts and yes-or-no by name; never parsed here.
        place: name of the field the cursor is in.
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
