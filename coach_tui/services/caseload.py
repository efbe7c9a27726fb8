"""The caseload list: who is there, who is late, what comes next. Free of pydantic at import."""

from __future__ import annotations

from coach_tui.clock import Clock
from coach_tui.domain.caseload import Caseload, caseload
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.school_year import school_year
from coach_tui.errors import Ambiguous, NotFound
from coach_tui.services.frameworks import FrameworkShelf


class CaseloadService:
    """Reads one store as a list of people."""

    def __init__(self, store: Store, drafts: Drafts, shelf: FrameworkShelf, clock: Clock) -> None:
        self._store = store
        self._drafts = drafts
        self._shelf = shelf
        self._clock = clock

    def today(self) -> Caseload:
        """Everyone's line, as of today.

        Raises:
            StorageError: the file cannot be read.
            BadFramework: the timeline cannot be read.
        """
        today = self._clock.today()
        people = self._store.facts(school_year(today))
        drafts = frozenset(d.coachee_id for d in self._drafts.all() if d.form == "cycle")
        return caseload(people, self._shelf.band_table(), today, drafts)

    def find(self, text: str) -> str:
        """The id of the one person meant by an id or a part of a name.

        Raises:
            NotFound: nobody fits.
            Ambiguous: several do; archived people only count where nobody else fits.
        """
        people = self._store.facts(school_year(self._clock.today()))
        wanted = text.strip().casefold()
        for facts in people:
            if facts.coachee_id.casefold() == wanted or facts.name.casefold() == wanted:
                return facts.coachee_id
        fits = [f for f in people if wanted and wanted in f.name.casefold()]
        fits = [f for f in fits if f.status != "archived"] or fits
        if not fits:
            raise NotFound(f"Nobody in the caseload fits '{text.strip()[:40]}'.")
        if len(fits) > 1:
            names = tuple(sorted(f.name for f in fits))
            raise Ambiguous(f"'{text.strip()[:40]}' fits {len(fits)} people.", names)
        return fits[0].coachee_id
