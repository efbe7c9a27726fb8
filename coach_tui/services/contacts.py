"""Contacts that are no visits: a line or more and the minutes, saved at once or from a form."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.contact import MOST_MINUTES, Contact, minutes_at_end, typed_minutes
from coach_tui.domain.draft import Draft
from coach_tui.domain.note import MARKS, Note, NoteLine, read_lines, with_ids
from coach_tui.domain.ports import Drafts, Store
from coach_tui.errors import Refused, StorageError
from coach_tui.services.faults import refusing
from coach_tui.services.typed_form import TypedForm
from coach_tui.services.unfinished import Unfinished
from coach_tui.text import BLOCK_LIMIT, clean_block

BLANK = "Nothing is typed; a contact needs a line of what was said or done."


@dataclass(frozen=True, slots=True)
class ContactForm(TypedForm):
    """A contact as typed, nothing parsed yet.

    Attributes:
        minutes: how long it took; blank to read it off the end of the text.
        text: what was said or done, a line each.
    """

    minutes: str = ""
    text: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed."""
        return not (self.minutes.strip() or self.text.strip())


@dataclass(frozen=True, slots=True)
class RecordedContact:
    """A contact that is on the disk, with the note that holds its lines."""

    contact: Contact
    note: Note


class ContactService:
    """Contacts of one store."""

    def __init__(
        self, store: Store, drafts: Drafts, clock: Clock, new_id: Callable[[datetime], str]
    ) -> None:
        self._store = store
        self._unfinished = Unfinished(drafts)
        self._clock = clock
        self._new_id = new_id

    def record(self, coachee_id: str, text: str, minutes: int | None = None) -> RecordedContact:
        """Save a contact and the note of its lines; on return both are on the disk.

        Args:
            coachee_id: whom it was with.
            text: what was said or done; a line without a time gets the present one.
            minutes: how long it took; left out, what the text ends with is taken.

        Raises:
            NotFound: no such person.
            Refused: the text is blank or too long, or the minutes are no such number.
            StorageError: it could not be written; nothing was saved.
        """
        self._store.get(Coachee, coachee_id)
        lines = self._lines(_checked(text))
        minutes = minutes_at_end(clean_block(text)) if minutes is None else minutes
        if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
            raise Refused(f"A contact takes 0 to {MOST_MINUTES} minutes, not {minutes}.")
        now = self._clock.now()
        base: dict[str, Any] = {"created_at": now, "updated_at": now, "coachee_id": coachee_id}
        with refusing("This contact"):
            note = Note(id=self._new_id(now), **base, lines=lines)
            contact = Contact(
                id=self._new_id(now), **base, at=now, minutes=minutes, note_id=note.id
            )
        saved_note, saved = self._store.save([note, contact])
        assert isinstance(saved_note, Note)
        assert isinstance(saved, Contact)
        return RecordedContact(saved, saved_note)

    def _lines(self, text: str) -> tuple[NoteLine, ...]:
        """The text as note lines, each with a time and an id."""
        now = self._clock.local(self._clock.now()).time().replace(second=0, microsecond=0)
        lines = read_lines(text)
        return with_ids([line if line.at else line.but(at=now) for line in lines])

    # -- the form ---------------------------------------------------------------------------

    def open(self, coachee_id: str) -> ContactForm:
        """The form of a new contact, or its draft taken up.

        Raises:
            Refused: it is being typed in another window.
        """
        draft = self._unfinished.read(contact_draft_key(coachee_id))
        return ContactForm().with_typed(draft.fields if draft else {})

    def keep_draft(self, coachee_id: str, form: ContactForm, place: str, *, closed: bool) -> None:
        """Put the form on the disk as a draft.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        key, now = contact_draft_key(coachee_id), self._clock.now()
        self._unfinished.keep(Draft(key, "contact", coachee_id, now, form.typed(), place, closed))

    def discard_draft(self, coachee_id: str) -> None:
        """Remove the form's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self._unfinished.discard(contact_draft_key(coachee_id))

    def save(self, coachee_id: str, form: ContactForm) -> RecordedContact:
        """Save a contact as typed; its draft goes once it is on the disk.

        Raises:
            NotFound: no such person.
            Refused: a field cannot be read; nothing was saved.
            StorageError: it could not be written; the draft is kept.
        """
        saved = self.record(coachee_id, form.text, typed_minutes(form.minutes))
        with suppress(StorageError):  # the contact is on the disk; "not saved" invites a twin
            self.discard_draft(coachee_id)
        return saved


def _checked(text: str) -> str:
    """A text cleaned, with something in it besides marks.

    Raises:
        Refused: there is nothing, or more than is kept.
    """
    kept = clean_block(text)
    if len(kept) > BLOCK_LIMIT:
        raise Refused(
            f"The text has {len(kept):,} characters; the most is {BLOCK_LIMIT:,}."
            " Nothing was saved."
        )
    if not any(line.text.strip("".join(MARKS) + " ") for line in read_lines(kept)):
        raise Refused(BLANK)
    return kept


def contact_draft_key(coachee_id: str) -> str:
    """The key of the draft of a contact with a person; there is one at a time."""
    return f"contact-{coachee_id}"
