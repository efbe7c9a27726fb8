"""Consents that people gave: recorded for a purpose, and taken back at any time (DLP-3F)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.output import Output
from coach_tui.domain.ports import Store
from coach_tui.errors import Refused
from coach_tui.services.saving import saved_one

STORY = "impact story"
"""What is consented to: being named in a story that is told to others."""


class ConsentService:
    """Consents of one store. What is saved can be undone like all else."""

    def __init__(self, store: Store, clock: Clock, new_id: Callable[[datetime], str]) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id

    def of(self, coachee_id: str, what: str = STORY) -> Output | None:
        """The consent of a person that stands, None where there is none.

        Raises:
            StorageError: the file cannot be read.
        """
        return standing_consent(self._store.of(Output, coachee_id), what)

    def given(self, what: str = STORY) -> frozenset[str]:
        """Ids of everyone whose consent stands.

        Raises:
            StorageError: the file cannot be read.
        """
        return frozenset(
            output.coachee_id for output in self._store.every(Output) if _stands(output, what)
        )

    def give(self, coachee_id: str, what: str = STORY) -> Output:
        """Record that a person consents, as of today.

        Raises:
            NotFound: no such person.
            Refused: it is recorded already.
            StorageError: it could not be written; nothing was saved.
        """
        self._store.get(Coachee, coachee_id)
        if self.of(coachee_id, what):
            raise Refused("Their consent is recorded already.")
        now = self._clock.now()
        output = Output(
            id=self._new_id(now),
            created_at=now,
            updated_at=now,
            coachee_id=coachee_id,
            kind="consent",
            on=self._clock.today(),
            what=what,
        )
        return saved_one(self._store, output)

    def withdraw(self, coachee_id: str, what: str = STORY) -> Output:
        """Record that a person takes their consent back; from now on there is none.

        Raises:
            Refused: there is none that stands.
            Conflict: it was changed elsewhere meanwhile; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        today = self._clock.today()
        standing = [o for o in self._store.of(Output, coachee_id) if _stands(o, what)]
        if not standing:
            raise Refused("No consent of theirs is recorded.")
        saved = self._store.save([output.but(withdrawn_on=today) for output in standing])[-1]
        assert isinstance(saved, Output)
        return saved


def standing_consent(outputs: tuple[Output, ...], what: str = STORY) -> Output | None:
    """The newest consent among a person's outputs that was not taken back."""
    return next((output for output in reversed(outputs) if _stands(output, what)), None)


def _stands(output: Output, what: str) -> bool:
    return output.kind == "consent" and output.what == what and output.withdrawn_on is None
