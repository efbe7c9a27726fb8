"""The agenda of today, and how much of it is due; free of pydantic at import."""

from __future__ import annotations

from collections.abc import Callable

from coach_tui.domain.agenda import Agenda, agenda, due_count
from coach_tui.domain.caseload import Caseload
from coach_tui.domain.holidays import Holidays
from coach_tui.services.caseload import CaseloadService


class AgendaService:
    """Reads one store as a list of what is due."""

    def __init__(self, caseload: CaseloadService, holidays: Callable[[], Holidays]) -> None:
        """An agenda over a caseload; the holidays are asked for when they are needed."""
        self._caseload = caseload
        self._holidays = holidays
        self._counted: tuple[Caseload | None, int] = (None, 0)

    def today(self) -> Agenda:
        """Everything that is late, due or coming, and who has gone quiet.

        Raises:
            StorageError: the file cannot be read.
            BadFramework: the timeline cannot be read.
        """
        found = self._caseload.today()
        return agenda(found.rows, found.today, self._holidays())

    def due_count(self) -> int:
        """How many entries are late or for today; counted once for each reading of the list.

        Raises:
            StorageError: the file cannot be read.
            BadFramework: the timeline cannot be read.
        """
        found = self._caseload.latest()
        if self._counted[0] is not found:
            self._counted = (found, due_count(found.rows, found.today, self._holidays()))
        return self._counted[1]
