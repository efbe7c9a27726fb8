"""Placing the stance of a cycle that is recorded (CC-2); it is for the coach's own review."""

from __future__ import annotations

from coach_tui.clock import Clock
from coach_tui.domain.corrected import corrected
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.ports import Store
from coach_tui.errors import Refused
from coach_tui.services.cycle_records import placed
from coach_tui.services.faults import refusing
from coach_tui.services.saving import saved_one


class StanceService:
    """Stances of one store's cycles."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def open(self, cycle_id: str) -> Cycle:
        """The cycle whose stance is placed.

        Raises:
            NotFound: there is none of this id.
            Refused: it is a bare count of GIs.
        """
        cycle = self._store.get(Cycle, cycle_id)
        if cycle.origin == "count":
            raise Refused("A total was recorded here and no meeting, so there is no stance.")
        return cycle

    def place(self, cycle: Cycle, stance: str) -> Cycle:
        """Save a cycle with another stance; one that stood there before is kept.

        Args:
            cycle: as it was opened.
            stance: the stance's id; empty clears it.

        Raises:
            Refused: there is no such stance; nothing was saved.
            Conflict: the cycle was changed elsewhere since it was opened; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        with refusing("This stance"):
            values = cycle.model_dump() | {"stance": placed(stance, "")["stance"]}
            after = Cycle.model_validate(values)
        if after.stance == cycle.stance:
            return cycle
        if cycle.stance is not None:
            kept = corrected(cycle, after, self._clock.now(), "")
            after = Cycle.model_validate(kept)
        return saved_one(self._store, after)
