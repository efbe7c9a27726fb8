"""Correcting what is recorded: with a reason, and with all that stood there kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.contact import Contact
from coach_tui.domain.corrected import Correctable, corrected
from coach_tui.domain.correction import check_reason
from coach_tui.domain.correction_words import SHORT, Change, Teller
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.dates import short_date
from coach_tui.domain.draft import Draft
from coach_tui.domain.note import Note
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.todo import Todo
from coach_tui.errors import Conflict, NotFound, Refused, StorageError
from coach_tui.services.correction_cycle import CycleCorrector, cycle_fields, cycle_what
from coach_tui.services.correction_form import REASON, CorrectionForm, Kind, kind_of
from coach_tui.services.correction_parts import (
    Pairs,
    contact_fields,
    note_fields,
    read_contact,
    read_note,
    read_todo,
    todo_fields,
)
from coach_tui.services.faults import refusing
from coach_tui.services.growth import GrowthService
from coach_tui.services.notes import draft_key as note_draft_key
from coach_tui.services.unfinished import Unfinished
from coach_tui.text import LINE_LIMIT, clean_line

_TYPES: dict[Kind, type[Correctable]] = {
    "cycle": Cycle,
    "note": Note,
    "todo": Todo,
    "contact": Contact,
}


@dataclass(frozen=True, slots=True)
class SavedCorrection:
    """A correction that is on the disk.

    Attributes:
        record: the record as stored; as it was where nothing was changed.
        changes: what was changed, in words: "total 35 to 33"; none where nothing was.
        warning: a sentence to show, or empty.
    """

    record: Correctable
    changes: tuple[str, ...]
    warning: str = ""


class CorrectionService:
    """Corrects the records of one store.

    Attributes:
        cycles: what a cycle's fields are checked against.
    """

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        growth: GrowthService,
        clock: Clock,
        plan_keys: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """Corrections of a store.

        Args:
            store: where the records are.
            drafts: where unfinished forms are.
            growth: the tracks that cycles are checked against.
            clock: what time it is.
            plan_keys: gives the ids of the parts of a meeting's plan.
        """
        self._plan_keys = plan_keys
        self._store = store
        self._drafts = drafts
        self._unfinished = Unfinished(drafts)
        self._growth = growth
        self._clock = clock
        self.cycles = CycleCorrector(store, growth, clock)

    def open(self, kind: str, record_id: str) -> CorrectionForm:
        """The form of one record as it stands, its draft laid over it.

        Args:
            kind: "cycle", "note", "todo" or "contact".
            record_id: which one.

        Raises:
            NotFound: there is no such record.
            Refused: it is being typed elsewhere, or is of no such kind.
        """
        form = self._form(kind_of(kind), record_id)
        draft = self._unfinished.read(correction_draft_key(record_id))
        if draft is None:
            return form
        typed = draft.fields.get("typed")
        stale = draft.fields.get("base") != dict(form.base)
        laid = form.with_typed(typed if isinstance(typed, dict) else {})
        return replace(laid, stale=stale, place=draft.place)

    def _form(self, kind: Kind, record_id: str) -> CorrectionForm:
        records = self._records(kind, record_id)
        main = records[0]
        self._check_not_typed(records)
        made_on = self._clock.local(main.created_at).date()
        return CorrectionForm(
            kind=kind,
            record_id=record_id,
            coachee_id=main.coachee_id,
            name=self._store.get(Coachee, main.coachee_id).name,
            what=self._what(main),
            base={record.id: record.revision for record in records},
            asks_reason=made_on != self._clock.today(),
            stored=self._fields(records),
            session=main.session if isinstance(main, Cycle) else None,
        )

    def _records(self, kind: Kind, record_id: str) -> tuple[Correctable, ...]:
        """The record; behind a contact, the note of its lines."""
        main: Correctable = self._store.get(_TYPES[kind], record_id)
        if isinstance(main, Contact):
            return (main, self._store.get(Note, main.note_id))
        return (main,)

    def _check_not_typed(self, records: Sequence[Correctable]) -> None:
        """A note that is being typed, or was cut off, is gone on with and not corrected."""
        for note in records:
            draft = self._drafts.read(note_draft_key(note.id)) if isinstance(note, Note) else None
            if draft is not None and draft.saved_at >= note.updated_at:
                raise Refused("This note is not filed yet; go on with it instead.")

    def _what(self, record: Correctable) -> str:
        if isinstance(record, Cycle):
            return cycle_what(record, self._growth.year(record.coachee_id))
        if isinstance(record, Todo):
            return "a to-do"
        moment = record.taken_at if isinstance(record, Note) else record.at
        day = self._clock.local(moment).date()
        kind = "note" if isinstance(record, Note) else "contact"
        return f"the {day:%b} {day.day} {kind}"

    def _fields(self, records: Sequence[Correctable]) -> dict[str, str]:
        main, today = records[0], self._clock.today()
        if isinstance(main, Cycle):
            return cycle_fields(main, today, self._plan_keys())
        if isinstance(main, Todo):
            return todo_fields(main, today)
        if isinstance(main, Note):
            return note_fields(main)
        note = records[1]
        assert isinstance(note, Note)
        return contact_fields(main, note, self._clock)

    # -- drafts -----------------------------------------------------------------------------

    def keep_draft(self, form: CorrectionForm, place: str, *, closed: bool) -> None:
        """Put the form on the disk as a draft; nothing where nothing is typed.

        Raises:
            Refused: another window keeps a draft of the same record; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        if not form.changed:
            self.discard_draft(form.record_id)
            return
        key, now = correction_draft_key(form.record_id), self._clock.now()
        fields = form.draft_fields()
        self._unfinished.keep(Draft(key, "correction", form.coachee_id, now, fields, place, closed))

    def discard_draft(self, record_id: str) -> None:
        """Remove a record's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self._unfinished.discard(correction_draft_key(record_id))

    # -- saving -----------------------------------------------------------------------------

    def save(self, form: CorrectionForm) -> SavedCorrection:
        """Save a correction as typed; its draft goes once it is on the disk.

        Raises:
            NotFound: the record is gone.
            Refused: a field cannot be read or breaks a rule; nothing was saved.
            ReasonNeeded: a reason is asked for and none is typed.
            Conflict: a record was changed elsewhere since the form was opened.
            StorageError: it could not be written; the draft is kept.
        """
        records = self._records(form.kind, form.record_id)
        if set(form.changed) <= {REASON}:
            self._forget(form)
            return SavedCorrection(records[0], ())
        self._check_unchanged(form, records)
        now, reason = self._clock.now(), _reason(form.values[REASON])
        with refusing("This correction"):
            pairs, warning = self._read(records, form, reason, now)
            pairs = [pair for pair in pairs if pair[0] != pair[1]]
            self._check_reason(form, pairs, reason, records[0].created_at)
            after = [corrected(*pair, now, reason) for pair in pairs]
        saved = {record.id: record for record in self._store.save(after)} if after else {}
        self._forget(form)
        main = records[0]
        return SavedCorrection(
            record=type(main).model_validate(saved.get(main.id, main)),
            changes=self._told(form, pairs, after),
            warning=warning if after else "",
        )

    def _forget(self, form: CorrectionForm) -> None:
        """Remove the draft of what is on the disk; to say "not saved" would have it made twice."""
        with suppress(StorageError):
            self.discard_draft(form.record_id)

    def _read(
        self, records: Sequence[Correctable], form: CorrectionForm, reason: str, now: datetime
    ) -> tuple[Pairs, str]:
        """The records as they were and as they will be, and a warning."""
        main = records[0]
        if isinstance(main, Cycle):
            return self.cycles.read(main, form, reason, now)
        if isinstance(main, Todo):
            return read_todo(main, form, self._store, self._clock.today()), ""
        if isinstance(main, Note):
            return read_note(main, form), ""
        note = records[1]
        assert isinstance(note, Note)
        return read_contact(main, note, form, self._clock), ""

    def _check_unchanged(self, form: CorrectionForm, records: Sequence[Correctable]) -> None:
        """That the form was opened with what is stored now."""
        for record in records:
            if form.base.get(record.id) != record.revision:
                raise Conflict(
                    f"{form.what[:1].upper()}{form.what[1:]} was changed elsewhere; open it again.",
                    form,
                    record,
                )

    def _check_reason(
        self, form: CorrectionForm, pairs: Pairs, reason: str, made_at: datetime
    ) -> None:
        """That a reason is there where one is asked for."""
        if pairs:
            day = short_date(self._clock.local(made_at).date())
            total = any(_replaces_total(before, after) for before, after in pairs)
            check_reason(reason, day, today=not form.asks_reason, total=total)

    def _told(
        self, form: CorrectionForm, pairs: Pairs, after: Sequence[Correctable]
    ) -> tuple[str, ...]:
        """What was changed, in few words; what followed in another record goes without saying."""
        teller = Teller(self._clock.local, self._clock.today(), 16)
        own = [(before, now) for (before, _), now in zip(pairs, after, strict=True)]
        changes = [c for before, now in own if before.id in form.base for c in _new(before, now)]
        return tuple(dict.fromkeys(teller.words(change) for change in changes))

    # -- history ----------------------------------------------------------------------------

    def history(self, record: Correctable, *, short: int | None = SHORT) -> tuple[str, ...]:
        """What was corrected in a record, in sentences, the newest first.

        For example "Mar 11: total 35 to 33. Reason: counted twice."; a private line is told as
        one, without its words.

        Args:
            record: the record.
            short: the cells that a text is cut to; None to tell all of it.
        """
        changes: list[Change] = list(record.gi.history) if isinstance(record, Cycle) else []
        changes += record.corrections
        if isinstance(record, Contact):
            with suppress(NotFound, StorageError):
                changes += self._store.get(Note, record.note_id).corrections
        return Teller(self._clock.local, self._clock.today(), short).sentences(changes)

    def history_of(self, form: CorrectionForm) -> tuple[str, ...]:
        """All that was corrected in the record of a form, nothing cut."""
        return self.history(self._records(form.kind, form.record_id)[0], short=None)


def _reason(text: str) -> str:
    """A reason as one line; one that shows nothing is none."""
    reason = clean_line(text)
    if len(reason) > LINE_LIMIT:
        raise Refused(f"The reason has {len(reason):,} characters; the most is {LINE_LIMIT}.")
    return reason


def _replaces_total(before: Correctable, after: Correctable) -> bool:
    """Whether a total that was recorded is another one now."""
    if not (isinstance(before, Cycle) and isinstance(after, Cycle)):
        return False
    return before.gi.total is not None and before.gi.total != after.gi.total


def _new(before: Correctable, now: Correctable) -> list[Change]:
    """What was changed in a record: its total, then all else."""
    changes: list[Change] = []
    if isinstance(before, Cycle) and isinstance(now, Cycle):
        changes += now.gi.history[len(before.gi.history) :]
    return changes + list(now.corrections[len(before.corrections) :])


def correction_draft_key(record_id: str) -> str:
    """The key of the draft of a record's correction; there is one at a time."""
    return f"correction-{record_id}"
