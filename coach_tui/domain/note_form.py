"""A note as it is being typed: one text, a timed line a row, with the visit's start and end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from coach_tui.domain.note import Note, write_lines
from coach_tui.domain.records import Value

NOTE_LIMIT = 900_000
"""Longest note that is typed, in characters: some 10,000 full lines."""


class NoteForm(Value):
    """What was typed.

    Attributes:
        note_id: the id it is filed under, the same from its first letter on.
        base: the revision of the filed note it goes on from, 0 for a new one.
        mode: id of how the coach is there (IP-10).
        started: when the visit began, ISO text in UTC; empty until something is typed.
        ended: when it ended, empty while it runs.
        text: the lines, as they stand in the editor.
    """

    coachee_id: str
    note_id: str
    base: int = 0
    mode: str = "in_person"
    started: str = ""
    ended: str = ""
    text: str = ""

    @classmethod
    def of(cls, note: Note) -> NoteForm:
        """The form that goes on from a filed note."""
        return cls(
            coachee_id=note.coachee_id,
            note_id=note.id,
            base=note.revision,
            mode=note.mode or "in_person",
            started=iso(note.started_at),
            ended=iso(note.ended_at),
            text=write_lines(note.lines),
        )

    def typed(self) -> dict[str, Any]:
        """The fields a draft keeps."""
        return self.model_dump(exclude={"coachee_id"})

    def with_typed(self, fields: Mapping[str, Any]) -> NoteForm:
        """The form with a draft's fields laid over it; what does not fit is left out."""
        now = self.typed()
        kept = {name: value for name, value in fields.items() if type(value) is type(now.get(name))}
        return self.but(**kept)

    def begun(self, moment: datetime) -> NoteForm:
        """The same, its visit begun at a moment if it has not begun before."""
        return self if self.started else self.but(started=iso(moment))


def iso(moment: datetime | None) -> str:
    """A moment as a form keeps it, empty for none."""
    return moment.isoformat(timespec="seconds") if moment else ""


def moment(text: str) -> datetime | None:
    """A moment as a form keeps it; None for a blank, or for what is no moment with a zone."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
