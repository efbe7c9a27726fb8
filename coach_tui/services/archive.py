"""Out of the list without losing anything: archived people, and people on leave."""

from __future__ import annotations

from coach_tui.domain.coachee import Coachee, Status
from coach_tui.domain.ports import Store
from coach_tui.services.saving import saved_one


class ArchiveService:
    """Changes where people stand."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def turn(self, coachee_id: str, status: Status) -> Coachee:
        """Give a person a status, or make them active again where they have it already.

        Raises:
            NotFound: no such person.
            Conflict: someone else saved the same person meanwhile.
            StorageError: it could not be written.
        """
        person = self._store.get(Coachee, coachee_id)
        wanted: Status = "active" if person.status == status else status
        return saved_one(self._store, person.but(status=wanted))
