"""Notes of visits: opened on today's, kept as they are typed, filed when they are left (IP-7)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.draft import Draft
from coach_tui.domain.note import Note
from coach_tui.domain.note_form import NOTE_LIMIT, NoteForm
from coach_tui.domain.ports import Drafts, Store
from coach_tui.errors import StorageError
from coach_tui.services.faults import refusing
from coach_tui.services.note_records import NoteMaker
from coach_tui.services.unfinished import Unfinished

GOES_ON = timedelta(hours=4)
"""How long after it was last filed a note of the day is gone on with."""


@dataclass(frozen=True, slots=True)
class OpenNote:
    """A note as it opens.

    Attributes:
        form: new, as filed, or as the draft has it.
        draft: the draft it was filled from, None for none.
        elsewhere: whether today's note is being typed in another window, so that this is another.
    """

    coachee: Coachee
    form: NoteForm
    draft: Draft | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class FiledNote:
    """A note that is on the disk.

    Attributes:
        note: as stored, None where nothing was typed.
        second: whether it was filed beside the first one, which was changed elsewhere.
    """

    note: Note | None
    second: bool = False


class NoteService:
    """Notes of one store."""

    def __init__(
        self, store: Store, drafts: Drafts, clock: Clock, new_id: Callable[[datetime], str]
    ) -> None:
        self._store = store
        self._drafts = drafts
        self._unfinished = Unfinished(drafts)
        self._clock = clock
        self._new_id = new_id
        self.maker = NoteMaker(store, clock, new_id)

    def open(self, coachee_id: str, draft: Draft | None = None) -> OpenNote:
        """Go on with the note that was cut off or with today's, or begin one.

        Args:
            coachee_id: whom it is about.
            draft: the draft to go on with; the newest one of the person if None.

        Raises:
            NotFound: no such person.
        """
        coachee = self._store.get(Coachee, coachee_id)
        draft = draft or self._own_draft(coachee_id)
        if draft is not None:
            return OpenNote(coachee, self._from_draft(draft), draft)
        today = self.current(coachee_id)
        elsewhere = today is not None and self._is_elsewhere(today.id)
        if today is None or elsewhere:
            return OpenNote(coachee, self.fresh(coachee_id), elsewhere=elsewhere)
        return OpenNote(coachee, NoteForm.of(today))

    def for_cycle(self, coachee_id: str, note_id: str = "") -> NoteForm:
        """The note of a cycle that opens: the one it has, else today's that no cycle has yet.

        Args:
            coachee_id: whom the cycle is with.
            note_id: the note that a draft of the cycle names.
        """
        if note_id:
            found = self._drafts.read(draft_key(note_id))
            draft = found if found and self._is_ours(found) else None
        else:
            draft = self._own_draft(coachee_id)
        if draft is not None:
            return self._from_draft(draft)
        stored = self.maker.stored(note_id) if note_id else self.current(coachee_id)
        if stored is None and note_id:
            return NoteForm(coachee_id=coachee_id, note_id=note_id)
        if stored is None or self._is_elsewhere(stored.id) or (stored.cycle_id and not note_id):
            return self.fresh(coachee_id)
        return NoteForm.of(stored)

    def fresh(self, coachee_id: str) -> NoteForm:
        """A note with nothing in it yet."""
        return NoteForm(coachee_id=coachee_id, note_id=self._new_id(self._clock.now()))

    def current(self, coachee_id: str) -> Note | None:
        """Today's note of a person, if it was last filed within four hours; no hallway note."""
        since = self._clock.now() - GOES_ON
        notes = [n for n in self._store.of(Note, coachee_id) if n.started_at and n.lines]
        newest = max(notes, key=lambda note: note.updated_at, default=None)
        if newest is None or newest.updated_at < since:
            return None
        return newest if self._clock.local(newest.taken_at).date() == self._clock.today() else None

    def filed(self, note_id: str) -> NoteForm | None:
        """The form that goes on from a note as it is filed now; None where it never was."""
        stored = self.maker.stored(note_id)
        return NoteForm.of(stored) if stored is not None else None

    def keep_draft(self, form: NoteForm, place: str = "", *, even_empty: bool = False) -> None:
        """Put a note on the disk as it is being typed; nothing where nothing is.

        Args:
            form: what was typed.
            place: where the cursor is, as `place_of` writes it.
            even_empty: whether a note without a letter is kept too, for another program to fill.

        Raises:
            Refused: another window keeps a draft of the same note; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        if not (form.text.strip() or form.base or even_empty):
            self.discard_draft(form.note_id)
            return
        now = self._clock.now()
        self._unfinished.keep(
            Draft(draft_key(form.note_id), "note", form.coachee_id, now, form.typed(), place)
        )

    def file(self, form: NoteForm) -> FiledNote:
        """File a note; its draft goes once it is on the disk. Nothing typed leaves nothing.

        Raises:
            NotFound: the person is no longer in the file; the draft is kept.
            Refused: a field cannot be stored; nothing was saved.
            StorageError: it could not be written; the draft is kept.
        """
        with refusing("This note"):
            made = self.maker.records(form)
        if made.changes:
            self._store.get(Coachee, form.coachee_id)
        saved = self._store.save(made.changes) if made.changes else ()
        note = next((record for record in saved if isinstance(record, Note)), made.note)
        if note is not None:
            self.maker.filed(note)
        with suppress(StorageError):  # the note is on the disk; to say "not filed" invites a twin
            self.discard_draft(form.note_id)
        return FiledNote(note, made.second)

    def discard_draft(self, note_id: str) -> None:
        """Remove a note's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self._unfinished.discard(draft_key(note_id))

    def _own_draft(self, coachee_id: str) -> Draft | None:
        """The newest draft of a person's notes that no other window types."""
        drafts = (d for d in self._drafts.all() if d.form == "note" and d.coachee_id == coachee_id)
        return next((draft for draft in drafts if self._is_ours(draft)), None)

    def _is_ours(self, draft: Draft) -> bool:
        """Whether a draft may be gone on with: newer than what is filed, and in no other window."""
        note_id = str(draft.fields.get("note_id"))
        if draft.key != draft_key(note_id) or self._drafts.is_elsewhere(draft):
            return False
        stored = self.maker.stored(note_id)
        return stored is None or draft.saved_at >= stored.updated_at

    def _from_draft(self, draft: Draft) -> NoteForm:
        """The form of a draft; where the coach's own editor was cut off too, with its text."""
        note_id = str(draft.fields["note_id"])
        form = NoteForm(coachee_id=draft.coachee_id, note_id=note_id).with_typed(draft.fields)
        text = self._drafts.lent(draft.key)
        return form if text is None else form.but(text=text.rstrip("\n")[:NOTE_LIMIT])

    def _is_elsewhere(self, note_id: str) -> bool:
        draft = self._drafts.read(draft_key(note_id))
        return draft is not None and self._drafts.is_elsewhere(draft)


def draft_key(note_id: str) -> str:
    """The key of a note's draft."""
    return f"note-{note_id}"
