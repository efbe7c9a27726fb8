"""Undo and redo of every change this run has saved, fifty deep.

A store is wrapped so that each save is remembered with what stood there before; no other service
needs to know. Free of pydantic at import: the first screen is drawn before it is loaded.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import (
    Callable,
    Collection,
    Hashable,
    Iterator,
    Mapping,
    MutableSequence,
    Sequence,
)
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from coach_tui.clock import Clock
from coach_tui.errors import Damaged, NotFound, Refused
from coach_tui.services.hanging import hanging_drafts, hanging_records
from coach_tui.services.returning import Around, around, can_return, is_carried, is_of_somebody

if TYPE_CHECKING:
    from coach_tui.domain.caseload import CoacheeFacts
    from coach_tui.domain.coachee import Coachee
    from coach_tui.domain.ports import Copies, Drafts, Store
    from coach_tui.domain.records import Record

R = TypeVar("R", bound="Record")

DEPTH = 50
"""Changes that can be undone."""


@dataclass(frozen=True, slots=True)
class Step:
    """One record of a change: what is there now, and what to put back; None for nothing.

    Attributes:
        around: of a session, the others of its track as they stood at the change.
        stays: why this is no longer turned; empty where it may be.
    """

    now: Record | None
    back: Record | None
    around: Around = frozenset()
    stays: str = ""

    @property
    def record(self) -> Record:
        """Whichever of the two there is."""
        found = self.now or self.back
        assert found is not None
        return found


Change = tuple[Step, ...]
"""One save: the steps that take it back."""


@dataclass
class ChangeLog:
    """What can be undone, and what can be made again; the newest last."""

    done: deque[Change] = field(default_factory=lambda: deque(maxlen=DEPTH))
    undone: list[Change] = field(default_factory=list)

    def saved(self, change: Change) -> None:
        """A new change: what was undone before can no longer be made again."""
        self.done.append(change)
        self.undone.clear()

    def stands_as(self, before: Record, stored: Record) -> None:
        """The same content has another revision by now: older steps go on from that."""
        for changes in (self.done, self.undone):
            for at, change in enumerate(changes):
                changes[at] = _renamed(change, before, stored)

    def marked(self, before: Record, stored: Record, mark: Mapping[str, Any], why: str) -> None:
        """A record was marked by what no undo takes back: older states of it bear the mark too.

        Args:
            before: the record as it stood.
            stored: the same, marked.
            mark: the fields that mark it.
            why: in words, why the record itself is no longer taken back.
        """
        for changes in (self.done, self.undone):
            for at, change in enumerate(changes):
                changes[at] = tuple(
                    _marked(step, before, stored, mark, why)
                    if step.record.id == stored.id
                    else step
                    for step in change
                )


def _renamed(change: Change, before: Record, stored: Record) -> Change:
    return tuple(
        replace(
            step,
            now=stored if step.now == before else step.now,
            back=stored if step.back == before else step.back,
        )
        for step in change
    )


def _marked(step: Step, before: Record, stored: Record, mark: Mapping[str, Any], why: str) -> Step:
    now, back = (
        stored if side == before else side and side.but(**mark) for side in (step.now, step.back)
    )
    return replace(step, now=now, back=back, stays=step.stays if back else why)


class RememberingStore:
    """A store that remembers what each save changed."""

    def __init__(self, inner: Store, log: ChangeLog) -> None:
        self.inner = inner
        self.log = log

    def __getattr__(self, name: str) -> object:
        """All that does not save is the store's own."""
        return getattr(self.inner, name)

    def facts(self, year: str) -> list[CoacheeFacts]:
        """As the store's."""
        return self.inner.facts(year)

    def people(self) -> tuple[Coachee, ...]:
        """As the store's."""
        return self.inner.people()

    def get(self, kind: type[R], key: str) -> R:
        """As the store's."""
        return self.inner.get(kind, key)

    def of(self, kind: type[R], coachee_id: str) -> tuple[R, ...]:
        """As the store's."""
        return self.inner.of(kind, coachee_id)

    def every(self, kind: type[R]) -> tuple[R, ...]:
        """As the store's."""
        return self.inner.every(kind)

    def documents(self, table: str) -> Iterator[Mapping[str, Any]]:
        """As the store's."""
        return self.inner.documents(table)

    def version(self) -> Hashable:
        """As the store's."""
        return self.inner.version()

    def saved_at(self) -> str:
        """As the store's."""
        return self.inner.saved_at()

    def warm(self) -> None:
        """As the store's."""
        self.inner.warm()

    def save(
        self, records: Sequence[Record], gone: Sequence[Record] = (), again: Collection[str] = ()
    ) -> tuple[Record, ...]:
        """As the store's; what it changed can be undone afterwards."""
        before = [(self.standing(record), around(self.inner, record)) for record in records]
        taken = [Step(None, record, around(self.inner, record)) for record in gone]
        stored = self.inner.save(records, gone, again)  # nothing may fail once it is on the disk
        steps = [Step(now, *was) for now, was in zip(stored, before, strict=True) if now != was[0]]
        if steps or taken:
            self.log.saved((*steps, *taken))
        return stored

    def standing(self, record: Record) -> Record | None:
        """What the store has of a record's id, None for nothing."""
        with suppress(NotFound):
            return self.inner.get(type(record), record.id)
        return None


class UndoService:
    """Takes changes back, and makes them again, each in one transaction.

    Attributes:
        about: id of the one person whom the last change turned was about; empty for several.
        records: ids of the records that were turned.
    """

    about = ""
    records: frozenset[str] = frozenset()

    def __init__(
        self,
        store: RememberingStore,
        drafts: Drafts,
        clock: Clock,
        kept: Copies | None,
        turned: Callable[[], None],
    ) -> None:
        """Undo for one store.

        Args:
            store: what remembers.
            drafts: forms that are being typed.
            clock: names what is kept.
            kept: where texts go that an undo takes out of the file; None keeps no copy.
            turned: called after each undo and redo, so that nobody goes on from what stood before.
        """
        self._store = store
        self._drafts = drafts
        self._log = store.log
        self._clock = clock
        self._kept = kept
        self._turned = turned

    def undo(self, *, named: bool = True) -> str:
        """Take the newest change back; says what it was, in words.

        Texts that leave the file by it are written to a file of their own before.

        Args:
            named: whether the words may name people.

        Raises:
            Refused: nothing is left to undo, or it was changed since; nothing was undone.
            StorageError: it could not be written; nothing was undone.
        """
        log = self._log
        if not log.done:
            raise Refused("Nothing to undo: nothing more was saved in this window.")
        change, words = self._newest(log.done, forward=False, named=named)
        with _kept_on(log.done, change):
            copied = self._keep(change)
            log.undone.append(self._put_back(change))
        return f"Undid: {words}.{' A copy is in archive/.' if copied else ''}"

    def redo(self, *, named: bool = True) -> str:
        """Make the change that was undone last again; says what it was, in words.

        Args:
            named: whether the words may name people.

        Raises:
            Refused: nothing was undone, or it was changed since; nothing was made again.
            StorageError: it could not be written; nothing was made again.
        """
        log = self._log
        if not log.undone:
            raise Refused("There is nothing to make again.")
        change, words = self._newest(log.undone, forward=True, named=named)
        with _kept_on(log.undone, change):
            log.done.append(self._put_back(change))
        return f"Made again: {words}."

    def _newest(
        self, changes: MutableSequence[Change], *, forward: bool, named: bool
    ) -> tuple[Change, str]:
        """Take the newest change off, and its words; one that can never be turned goes too.

        Raises:
            Refused: it was changed since, or more hangs on it.
            StorageError: what stands there cannot be read; the change stays for another try.
        """
        change = changes[-1]
        words = self._words(change, forward=forward, named=named)
        self._check_drafts(change, words)
        try:
            self._check(change, words)
        except (Refused, Damaged):
            changes.pop()
            raise
        return changes.pop(), words

    def _check_drafts(self, change: Change, words: str) -> None:
        """See that no unfinished form is left with nothing; once it is gone, the change can be.

        Raises:
            Refused: there is one.
        """
        drafts = self._drafts.all()
        if any(step.back is None and hanging_drafts(drafts, step.record) for step in change):
            raise Refused(f"Not done, an unfinished form hangs on it: {words}.")

    def _check(self, change: Change, words: str) -> None:
        """See that a change can be turned without taking anything else along.

        Raises:
            Refused: what it left is no longer what stands there, or more hangs on it by now.
        """
        if why := next((step.stays for step in change if step.stays), ""):
            raise Refused(f"Not done, {why}: {words}.")
        if any(step.now != self._store.standing(step.record) for step in change):
            raise Refused(f"Not done, changed elsewhere since: {words}.")
        every = {step.record.id for step in change}
        going = [step.record for step in change if step.back is None]
        if any(hanging_records(self._store, record, every) for record in going):
            raise Refused(f"Not done, more hangs on it since: {words}.")
        if any(step.now and is_carried(self._store, step.now, step.back) for step in change):
            raise Refused(f"Not done, a later year counts on from it: {words}.")
        backs = [(step.now, step.back, step.around) for step in change if step.back is not None]
        if not all(is_of_somebody(self._store, back, every) for _, back, _ in backs):
            raise Refused(f"Not done, the person is no longer in the file: {words}.")
        if not all(can_return(self._store, *back) for back in backs):
            raise Refused(f"Not done, something else stands there since: {words}.")

    def _put_back(self, change: Change) -> Change:
        """Write the earlier state of each step; the change that goes the other way."""
        gone = [step.now for step in change if step.back is None and step.now is not None]
        backs = [
            step.back.but(revision=step.now.revision) if step.now else step.back
            for step in change
            if step.back is not None
        ]
        again = [step.record.id for step in change if step.now is None]
        near = [around(self._store.inner, step.record) for step in change]
        written = iter(self._store.inner.save(backs, gone, again))
        stored = [None if step.back is None else next(written) for step in change]
        for step, now in zip(change, stored, strict=True):
            if step.back is not None and now is not None:
                self._log.stands_as(step.back, now)
        self._turned()
        self.about, self.records = _whose(change), frozenset(step.record.id for step in change)
        return tuple(
            Step(now, step.now, stood)
            for step, now, stood in zip(change, stored, near, strict=True)
        )

    def _keep(self, change: Change) -> bool:
        """Where texts leave the file, write them to one of its own first; whether any do."""
        from coach_tui.domain.typed_texts import typed_texts

        lost = any(typed_texts(step.now) - typed_texts(step.back) for step in change)
        if self._kept is None or not lost:
            return False
        leaving = [step.now for step in change if step.now is not None]
        held = [{"table": one.table, **one.model_dump(mode="json")} for one in leaving]
        name = f"undone-{self._clock.local(self._clock.now()):%Y-%m-%d-%H%M%S}"
        self._kept.write(name, json.dumps(held, ensure_ascii=False, indent=1))
        return True

    def _words(self, change: Change, *, forward: bool, named: bool) -> str:
        """What the coach once did, whichever way it goes now."""
        from coach_tui.domain.change_words import change_words, unnamed_words

        pairs = [(s.now, s.back) if forward else (s.back, s.now) for s in change]
        return change_words(pairs, self._name) if named else unnamed_words(pairs)

    def _name(self, coachee_id: str) -> str:
        """A person's name; one that is not in the file is told as such."""
        from coach_tui.domain.coachee import Coachee

        with suppress(NotFound):
            return self._store.get(Coachee, coachee_id).name
        return "somebody no longer here"


def _whose(change: Change) -> str:
    """The id of the one person a change is about; empty where it is about several."""
    found = {getattr(step.record, "coachee_id", step.record.id) for step in change}
    return found.pop() if len(found) == 1 else ""


@contextmanager
def _kept_on(changes: MutableSequence[Change], change: Change) -> Iterator[None]:
    """Keep a change for another try where it could not be written."""
    try:
        yield
    except BaseException:
        changes.append(change)
        raise
