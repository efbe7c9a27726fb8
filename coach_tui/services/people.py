"""Adding and editing people, with their launch."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.draft import Draft
from coach_tui.domain.launch import Launch
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.records import Record
from coach_tui.errors import Conflict, StorageError
from coach_tui.services.faults import refusing
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.launches import launch_of
from coach_tui.services.person_form import PersonForm, form_of, read_launch, read_person
from coach_tui.services.twins import refuse_twin
from coach_tui.services.unfinished import Unfinished
from coach_tui.services.years import Years

BLANK = PersonForm()
"""The form of a new person, with the usual days between visits."""


class PeopleService:
    """People of one store."""

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        shelf: FrameworkShelf,
        clock: Clock,
        new_id: Callable[[datetime], str],
        blank: PersonForm = BLANK,
    ) -> None:
        """People of a store.

        Args:
            store: where they are kept.
            drafts: where unfinished forms are.
            shelf: the frameworks.
            clock: what time it is.
            new_id: gives ids.
            blank: the form of a new person, with the days between visits that the coach set.
        """
        self.blank = blank
        self._store = store
        self._unfinished = Unfinished(drafts)
        self._shelf = shelf
        self._clock = clock
        self._new_id = new_id
        self._years = Years(store, clock)
        self._opened: dict[str, tuple[Coachee, Launch | None]] = {}
        self._begun: dict[str, PersonForm] = {}

    def get(self, coachee_id: str) -> Coachee:
        """One person.

        Raises:
            NotFound: there is none of this id.
        """
        return self._store.get(Coachee, coachee_id)

    def form(self, coachee_id: str) -> PersonForm:
        """The edit form of a person, filled from what is stored."""
        return form_of(*self._read(coachee_id), self._clock.today())

    def open(self, coachee_id: str) -> tuple[PersonForm, PersonForm]:
        """The form as stored, and as it opens: with a draft's fields laid over it.

        An edit that follows conflicts with what someone else saves from now on.

        Args:
            coachee_id: whose details; empty for a new person.

        Raises:
            NotFound: there is none of this id.
            Refused: the form is being typed in another window.
        """
        stored = self.blank
        if coachee_id:
            self._opened[coachee_id] = self._read(coachee_id)
            stored = form_of(*self._opened[coachee_id], self._clock.today())
        draft = self._unfinished.read(person_draft_key(coachee_id))
        self._begun[coachee_id] = stored.begun_on(draft)
        return stored, stored.with_typed(draft.fields) if draft else stored

    def keep_draft(self, coachee_id: str, form: PersonForm, place: str, *, closed: bool) -> None:
        """Put what was changed in the form on the disk as a draft.

        Fields that were not touched stay out, so that the draft never brings back an old value of
        theirs.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        key, now = person_draft_key(coachee_id), self._clock.now()
        stored = self._as_opened(coachee_id)
        typed = form.changed(stored, self._begun.get(coachee_id, stored))
        self._unfinished.keep(Draft(key, "coachee", coachee_id, now, typed, place, closed))

    def _as_opened(self, coachee_id: str) -> PersonForm:
        """The form as it was stored when it was opened."""
        if coachee_id not in self._opened:
            return self.form(coachee_id) if coachee_id else self.blank
        return form_of(*self._opened[coachee_id], self._clock.today())

    def discard_draft(self, coachee_id: str) -> None:
        """Remove the form's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self._unfinished.discard(person_draft_key(coachee_id))

    def add(self, form: PersonForm) -> Coachee:
        """Add a person; on return they are on the disk.

        Raises:
            Refused: a field cannot be read, or somebody in the caseload has the name, and no
                school tells the two apart.
            StorageError: it could not be written.
        """
        now = self._clock.now()
        values = read_person(form)
        key = self._new_id(now)
        with refusing("This person"):
            coachee = Coachee(id=key, created_at=now, updated_at=now, **values)
            refuse_twin(self._store, coachee)
            changes = [coachee, *self._launch_changes(key, form, None)]
        saved = self._store.save(changes)[0]
        assert isinstance(saved, Coachee)
        self._forget("")
        return saved

    def edit(self, coachee_id: str, form: PersonForm) -> Coachee:
        """Save a person's details as typed; only what changed is written.

        Raises:
            NotFound: there is none of this id.
            Refused: a field cannot be read, or what was changed makes a person like somebody in
                the caseload.
            Conflict: someone else saved the same person since `open`; nothing was saved.
            StorageError: it could not be written.
        """
        stored, launch = self._opened.get(coachee_id) or self._read(coachee_id)
        values = read_person(form)
        with refusing("This person"):
            edited = stored.standing_as(values["status"]).but(**values)
            if edited.status != "archived":
                here = stored if stored.status != "archived" else None
                refuse_twin(self._store, edited, here)
            changes: list[Record] = [] if edited == stored else [edited]
            changes += self._launch_changes(coachee_id, form, launch)
        as_stored = form_of(stored, launch, self._clock.today())
        if form.is_over(as_stored, self._begun.get(coachee_id, as_stored)):
            raise Conflict("This person was changed elsewhere since.", edited, stored)
        saved = self._store.save(changes) if changes else ()
        self._forget(coachee_id)
        return next((record for record in saved if isinstance(record, Coachee)), stored)

    def _forget(self, coachee_id: str) -> None:
        """What was open is saved: its draft goes, if it can."""
        self._opened.pop(coachee_id, None)
        self._begun.pop(coachee_id, None)
        with suppress(StorageError):  # the person is on the disk; to say "not saved" is untrue
            self.discard_draft(coachee_id)

    def _read(self, coachee_id: str) -> tuple[Coachee, Launch | None]:
        return self.get(coachee_id), self._launch(coachee_id)

    def _launch(self, coachee_id: str) -> Launch | None:
        """This school year's launch."""
        return launch_of(self._store, coachee_id, self._years.of(coachee_id))

    def _launch_changes(
        self, coachee_id: str, form: PersonForm, stored: Launch | None
    ) -> list[Record]:
        """The launch to save, if what was typed differs from what is stored."""
        now, today = self._clock.now(), self._clock.today()
        values = read_launch(form, self._shelf.timeline(), today)
        if stored is None and not any(values.values()):
            return []
        launch = stored or Launch(
            id=self._new_id(now),
            created_at=now,
            updated_at=now,
            coachee_id=coachee_id,
            track=self._years.of(coachee_id),
        )
        edited = launch.but(**values)
        if stored is None and (theirs := self._launch(coachee_id)):
            told = "A launch meeting was recorded elsewhere since. Nothing was saved."
            raise Conflict(told, edited, theirs)
        return [] if edited == stored else [edited]


def person_draft_key(coachee_id: str) -> str:
    """The key of the draft of a person's form; one for a new person."""
    return f"coachee-{coachee_id or 'new'}"
