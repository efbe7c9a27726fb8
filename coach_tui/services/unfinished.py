"""Drafts of unfinished forms; one that is being typed in another window is left alone."""

from __future__ import annotations

from datetime import datetime

from coach_tui.domain.draft import Draft
from coach_tui.domain.ports import Drafts
from coach_tui.errors import Refused

_WORDS = {
    "cycle": "This cycle",
    "note": "This note",
    "contact": "This contact",
    "correction": "This correction",
    "visit": "This visit",
    "todo": "This to-do",
    "own_note": "This line",
    "evidence": "This evidence",
    "launch": "This launch",
    "output": "This form",
    "walk": "This walk",
    "room": "A room of this walk",
    "debrief": "This debrief",
}


class Unfinished:
    """The drafts of one store, as one window may use them."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._taken_up: dict[str, datetime] = {}

    def read(self, key: str) -> Draft | None:
        """The draft of a form that is about to open, None if there is none.

        Raises:
            Refused: it is being typed in another window.
        """
        draft = self._drafts.read(key)
        if draft and self._drafts.is_elsewhere(draft):
            raise Refused(f"{_form(draft)} is being typed in another window; leave it there first.")
        self._take_up(draft)
        return draft

    def _take_up(self, *drafts: Draft | None) -> None:
        """What another window left is ours once it was opened, or offered, here."""
        self._taken_up.update({draft.key: draft.saved_at for draft in drafts if draft})

    def waits(self, key: str) -> bool:
        """Whether a form has a draft, whoever types it."""
        return self._drafts.read(key) is not None

    def keep(self, draft: Draft) -> None:
        """Put a draft on the disk.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        if self._is_elsewhere(draft.key):
            raise Refused(
                f"{_form(draft)} is also being typed in another window, and that draft is kept."
            )
        self._drafts.write(draft)

    def discard(self, key: str) -> None:
        """Remove a draft; nothing happens if there is none, or another window types it.

        One that another window left since the form was opened here stays too.

        Raises:
            StorageError: it is there and could not be removed.
        """
        draft = self._drafts.read(key)
        if draft is None or not (self._drafts.is_elsewhere(draft) or self._is_left_since(draft)):
            self._drafts.discard(key)

    def _is_left_since(self, draft: Draft) -> bool:
        """Whether another window left a draft since the form was opened, or offered, here."""
        return not self._drafts.is_ours(draft) and self._taken_up.get(draft.key) != draft.saved_at

    def cut_off(self) -> tuple[Draft, ...]:
        """Drafts of forms that were cut off, the newest first; a cycle brings its note with it."""
        found = [draft for draft in self._drafts.all() if self._drafts.is_orphan(draft)]
        self._take_up(*found)
        with_cycle = {d.fields.get("note_id") for d in found if d.form == "cycle"}
        return tuple(
            draft
            for draft in found
            if draft.form != "note" or draft.fields.get("note_id") not in with_cycle
        )

    def _is_elsewhere(self, key: str) -> bool:
        draft = self._drafts.read(key)
        return draft is not None and self._drafts.is_elsewhere(draft)


def _form(draft: Draft) -> str:
    return _WORDS.get(draft.form, "This form")
