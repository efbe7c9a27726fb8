"""Out of the list without losing anything: people are archived, and brought back."""

from __future__ import annotations

from coach_tui.domain.coachee import Coachee, Status
from coach_tui.domain.ports import Store
from coach_tui.errors import Refused
from coach_tui.services.saving import saved_one
from coach_tui.services.twins import refuse_twin


class ArchiveService:
    """Changes where people stand.

    Each method raises NotFound where there is no such person, Conflict where someone else saved
    them meanwhile, StorageError where it could not be written; then nothing was saved.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def archive(self, coachee_id: str) -> Coachee:
        """Archive a person.

        Raises:
            Refused: they are archived already.
        """
        person = self._store.get(Coachee, coachee_id)
        if person.status == "archived":
            raise Refused(f"{person.name} is archived already.")
        return saved_one(self._store, person.standing_as("archived"))

    def bring_back(self, coachee_id: str) -> Coachee:
        """Have an archived person stand where they stood before: active, or on leave.

        Raises:
            Refused: they are not archived any more, or no school tells them and a namesake apart.
        """
        person = self._store.get(Coachee, coachee_id)
        if person.status != "archived":
            raise Refused(f"{person.name} is back in the list already.")
        refuse_twin(self._store, person)
        before: Status = "leave" if person.was_on_leave else "active"
        return saved_one(self._store, person.standing_as(before))
