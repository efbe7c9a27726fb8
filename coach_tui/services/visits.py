"""Planned visits from the agenda: moved, marked as held, cancelled."""

from __future__ import annotations

from coach_tui.clock import Clock
from coach_tui.domain.dates import short_date
from coach_tui.domain.plans import moved
from coach_tui.domain.ports import Store
from coach_tui.domain.visit import Visit
from coach_tui.errors import Refused
from coach_tui.services.saving import saved_one

_PAST = {"held": "marked as held", "cancelled": "cancelled"}


class VisitService:
    """Visits of one store.

    Each method raises NotFound where there is no such visit, Conflict where someone else saved it
    meanwhile, StorageError where it could not be written, Refused where it is no longer as the
    coach saw it; then nothing was saved.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def move(self, visit_id: str, days: int) -> Visit:
        """Move a planned visit by days; its time stays.

        Raises:
            Refused: the calendar does not go that far.
        """
        visit = planned_visit(self._store, visit_id)
        return saved_one(self._store, visit.but(on=moved(visit.on, days)))

    def hold(self, visit_id: str) -> Visit:
        """Mark a planned visit as held.

        Raises:
            Refused: its day is still to come, from which the visit clock cannot run.
        """
        visit = planned_visit(self._store, visit_id)
        if visit.on > self._clock.today():
            raise Refused(f"The visit on {short_date(visit.on)} is still to come; move it first.")
        return saved_one(self._store, visit.but(status="held"))

    def plan_again(self, visit_id: str) -> Visit:
        """Mark a visit that was held as planned again."""
        visit = self._store.get(Visit, visit_id)
        if visit.status != "held":
            raise Refused(f"The visit on {short_date(visit.on)} is {visit.status} already.")
        return saved_one(self._store, visit.but(status="planned"))

    def cancel(self, visit_id: str) -> Visit:
        """Cancel a planned visit; it stays in the file."""
        return saved_one(self._store, planned_visit(self._store, visit_id).but(status="cancelled"))


def planned_visit(store: Store, visit_id: str) -> Visit:
    """A visit that is still planned.

    Raises:
        NotFound: there is none of this id.
        Refused: it was held, or cancelled.
    """
    visit = store.get(Visit, visit_id)
    if visit.status != "planned":
        raise Refused(f"The visit on {short_date(visit.on)} is {_PAST[visit.status]} already.")
    return visit
