"""The records that a typed note becomes: the note itself, and the planned visit it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from coach_tui.clock import Clock
from coach_tui.domain.note import Note, read_lines, with_ids
from coach_tui.domain.note_form import NoteForm, moment
from coach_tui.domain.ports import Store
from coach_tui.domain.records import Record
from coach_tui.domain.visit import Visit
from coach_tui.errors import NotFound


@dataclass(frozen=True, slots=True)
class NoteRecords:
    """What filing a note changes.

    Attributes:
        note: the note as it is to be stored, None for one that holds nothing and never did.
        changes: the new and changed records, in one transaction.
        second: whether the filed note was changed elsewhere meanwhile, so that this is another.
    """

    note: Note | None
    changes: tuple[Record, ...] = ()
    second: bool = False


class NoteMaker:
    """Turns typed notes into records of one store."""

    def __init__(self, store: Store, clock: Clock, new_id: Callable[[datetime], str]) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._filed: dict[str, int] = {}

    def filed(self, note: Note) -> None:
        """A note was stored from here: a form that is still open goes on from this revision too."""
        self._filed[note.id] = note.revision

    def forget(self) -> None:
        """What was stored from here was taken back: any other revision is somebody else's."""
        self._filed.clear()

    def stored(self, note_id: str) -> Note | None:
        """The filed note of an id, None if there is none."""
        try:
            return self._store.get(Note, note_id)
        except NotFound:
            return None

    def records(self, form: NoteForm, cycle_id: str | None = None) -> NoteRecords:
        """What filing a typed note changes; nothing where nothing is new.

        Args:
            form: what was typed.
            cycle_id: the cycle it was taken for, None to leave that as it is.
        """
        stored, lines = self.stored(form.note_id), read_lines(form.text)
        second = stored is not None and self._is_theirs(stored, form)
        if stored is None or second:
            if not lines:
                return NoteRecords(None)
            stored = None
        note = self._note(form, stored, second=second)
        note = note.but(
            lines=with_ids(lines, stored.lines if stored else ()),
            mode=form.mode,
            started_at=moment(form.started) if lines else None,  # an emptied note is no visit
            ended_at=moment(form.ended) if lines else None,
            cycle_id=cycle_id or note.cycle_id,
        )
        changed: tuple[Record, ...] = () if note == stored else (note,)
        return NoteRecords(note, (*changed, *self._held(note)), second)

    def _is_theirs(self, stored: Note, form: NoteForm) -> bool:
        """Whether another window filed other lines since the form was opened."""
        if stored.revision in (form.base, self._filed.get(stored.id)):
            return False
        typed = [(line.at, line.text) for line in read_lines(form.text)]
        return typed != [(line.at, line.text) for line in stored.lines]

    def _note(self, form: NoteForm, stored: Note | None, *, second: bool) -> Note:
        """The note to go on from: the filed one, or a new one."""
        if stored is not None:
            return stored
        now = self._clock.now()
        key = self._new_id(now) if second else form.note_id
        return Note(id=key, created_at=now, updated_at=now, coachee_id=form.coachee_id)

    def _held(self, note: Note) -> tuple[Visit, ...]:
        """Visits planned for the day of a visit that was ended: they were this one."""
        if note.ended_at is None:
            return ()
        day = self._clock.local(note.ended_at).date()
        planned = self._store.of(Visit, note.coachee_id)
        return tuple(
            visit.but(status="held")
            for visit in planned
            if visit.status == "planned" and visit.on == day
        )
