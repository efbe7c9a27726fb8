"""One line of the coach's own about an element: an evidence note, or a mentor's word."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from coach_tui.clock import Clock
from coach_tui.domain.draft import Draft
from coach_tui.domain.placement import Placement
from coach_tui.domain.ports import Drafts
from coach_tui.errors import Conflict, Refused, StorageError
from coach_tui.services.continuum import ContinuumService
from coach_tui.services.typed_form import TypedForm
from coach_tui.services.unfinished import Unfinished

NoteKind = Literal["evidence", "mentor"]


@dataclass(frozen=True, slots=True)
class OwnNoteForm(TypedForm):
    """The line as typed."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class OpenedOwnNote:
    """A form that opens.

    Attributes:
        kind: an evidence note, which is added, or a mentor's word, of which there is one.
        term: the term it is of.
        element: the element's id.
        called: the element's name.
        stored: the form as it is stored; blank for a new note.
        form: the form as it opens, a draft laid over that.
        begun: the form as it was stored when the draft was begun.
        seen: the record as it was read.
    """

    kind: NoteKind
    term: str
    element: str
    called: str
    stored: OwnNoteForm
    form: OwnNoteForm
    begun: OwnNoteForm
    seen: Placement | None = None

    @property
    def key(self) -> str:
        """The key of its draft."""
        return own_note_key(self.kind, self.term, self.element)


class OwnNoteService:
    """Lines about the coach's own practice as they are typed."""

    def __init__(self, continuum: Callable[[], ContinuumService], drafts: Drafts, clock: Clock):
        self._continuum = continuum
        self._unfinished = Unfinished(drafts)
        self._clock = clock

    def open(self, kind: NoteKind, term: str, element: str) -> OpenedOwnNote:
        """The form of a new evidence note or of the mentor's word, its draft taken up.

        Raises:
            Refused: it is being typed in another window, or there is no such term or element.
            StorageError: the file cannot be read.
        """
        try:
            row = self._continuum().of_term(term).row(element)
        except KeyError:
            raise Refused("The framework in force has no such element.") from None
        seen = row.placement
        stored = OwnNoteForm(seen.mentor if kind == "mentor" and seen else "")
        draft = self._unfinished.read(own_note_key(kind, term, element))
        form = stored.with_typed(draft.fields) if draft else stored
        begun, called = stored.begun_on(draft), row.element.short
        return OpenedOwnNote(kind, term, element, called, stored, form, begun, seen)

    def keep_draft(
        self, opened: OpenedOwnNote, form: OwnNoteForm, place: str, *, closed: bool
    ) -> None:
        """Put the form on the disk as a draft.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        of = {"kind": opened.kind, "term": opened.term, "element": opened.element}
        fields = {**form.changed(opened.stored, opened.begun), **of, "name": opened.called}
        now = self._clock.now()
        self._unfinished.keep(Draft(opened.key, "own_note", "", now, fields, place, closed))

    def discard_draft(self, opened: OpenedOwnNote) -> None:
        """Remove the form's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self._unfinished.discard(opened.key)

    def save(self, opened: OpenedOwnNote, form: OwnNoteForm) -> Placement:
        """Save the line; its draft goes once it is on the disk.

        Raises:
            Refused: the line is blank or too long.
            Conflict: the mentor's word was changed elsewhere since it was opened.
            StorageError: it could not be written; the draft is kept.
        """
        service, where = self._continuum(), (opened.term, opened.element)
        if form.is_over(opened.stored, opened.begun):
            raise Conflict("The mentor's word was changed elsewhere since.", form, opened.seen)
        if opened.kind == "mentor":
            saved = service.mentor(*where, form.text, opened.seen)
        else:
            saved = service.note(*where, form.text)
        with suppress(StorageError):  # the line is on the disk; "not saved" invites a twin
            self.discard_draft(opened)
        return saved


def own_note_key(kind: NoteKind, term: str, element: str) -> str:
    """The key of the draft of a line about an element."""
    return f"own-{kind}-{term.replace('/', '-')}-{element}"
