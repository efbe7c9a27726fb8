"""Evidence for the coach's own Continuum, counted from the records of a term (domain C 12)."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date, datetime
from threading import Lock

from coach_tui.clock import Clock
from coach_tui.domain.evidence import Evidence
from coach_tui.domain.evidence_rules.every import evidence_of
from coach_tui.domain.evidence_rules.reading import read_log
from coach_tui.domain.holidays import Holidays
from coach_tui.domain.ports import Store
from coach_tui.domain.term import is_term, term_days
from coach_tui.errors import Refused
from coach_tui.text import fit, visible


class EvidenceService:
    """Counts in one store; it only suggests, places and saves nothing. Any thread may ask."""

    def __init__(self, store: Store, clock: Clock, holidays: Callable[[], Holidays]) -> None:
        self._store = store
        self._clock = clock
        self._holidays = holidays
        self._lock = Lock()
        self._counted: dict[tuple[str, date], tuple[Hashable, tuple[Evidence, ...]]] = {}

    def of_term(self, term: str) -> tuple[Evidence, ...]:
        """What the records of a term say of the coach's practice, by element.

        Everybody's records count, those of archived people too. Nothing that was typed is quoted,
        so that no private line can be. Counted anew only where something was saved since.

        Args:
            term: "2026-27/1".

        Returns:
            One for each rule, with `of` 0 where there was nothing to count in; none at all for a
            term that has not begun.

        Raises:
            Refused: it is no term.
            StorageError: the file cannot be read.
        """
        today = self._clock.today()
        if _first_day(term) > today:
            return ()
        with self._lock:
            version = self._store.version()  # first: a save in between is then seen next time
            held = self._counted.get((term, today))
            if held is None or held[0] != version:
                held = version, self._count(term, today)
                self._counted[term, today] = held
            return held[1]

    def _count(self, term: str, today: date) -> tuple[Evidence, ...]:
        log = read_log(self._store.documents, term, today, self._day_of, self._holidays())
        return evidence_of(log)

    def _day_of(self, moment: datetime) -> date:
        return self._clock.local(moment).date()


def _first_day(term: str) -> date:
    """The first day of a term.

    Raises:
        Refused: it is no term, or one of no calendar of ours.
    """
    if is_term(term):
        return term_days(term)[0]
    shown = fit(visible(term), 20)
    raise Refused(f"'{shown}' is no term; write one as 2026-27/1 or 2026-27/2.")
