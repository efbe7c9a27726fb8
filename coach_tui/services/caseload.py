"""The caseload list: who is there, who is late, what comes next. Free of pydantic at import."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from coach_tui.clock import Clock
from coach_tui.domain.caseload import Caseload, CoacheeFacts, caseload
from coach_tui.domain.holidays import Holidays
from coach_tui.domain.list_filter import has_word
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.school_year import school_year
from coach_tui.errors import Ambiguous, NotFound
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.text import clean_line


class CaseloadService:
    """Reads one store as a list of people."""

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        shelf: FrameworkShelf,
        clock: Clock,
        holidays: Callable[[], Holidays] = Holidays,
    ) -> None:
        """A list over a store; the holidays are asked for when they are needed."""
        self._store = store
        self._drafts = drafts
        self._shelf = shelf
        self._clock = clock
        self._holidays = holidays
        self._read: tuple[Hashable, Caseload] | None = None

    def today(self) -> Caseload:
        """Everyone's line, as of today.

        Raises:
            StorageError: the file cannot be read.
            BadFramework: the timeline cannot be read.
        """
        today, version = self._clock.today(), self._store.version()
        people = self._store.facts(school_year(today))
        drafts = frozenset(d.coachee_id for d in self._drafts.all() if d.form in ("cycle", "note"))
        bands = self._shelf.band_table()
        found = caseload(people, bands, today, drafts, self._holidays())
        self._read = (version, found)
        return found

    def latest(self) -> Caseload:
        """The list as it was last read, where nothing was saved since; else it is read anew.

        Raises:
            StorageError: the file cannot be read.
            BadFramework: the timeline cannot be read.
        """
        if self._read is not None:
            version, found = self._read
            if version == self._store.version() and found.today == self._clock.today():
                return found
        return self.today()

    def find(self, text: str) -> str:
        """The id of the one person meant by an id, a name or a part of one.

        Behind a whole name the school may stand: "Whitcomb, Dana, JFE". Case does not count, nor
        do accents where none are typed.

        Raises:
            NotFound: nobody fits.
            Ambiguous: several do; archived people only count where nobody else fits.
        """
        people = self._store.facts(school_year(self._clock.today()))
        wanted = clean_line(text).casefold()
        by_id = {facts.coachee_id.casefold(): facts.coachee_id for facts in people}
        if wanted in by_id:
            return by_id[wanted]
        fits = _kept([f for f in people if f.name.casefold() == wanted])
        fits = fits or _kept([f for f in people if _with_school(f).casefold() == wanted])
        fits = fits or _kept([f for f in people if wanted and has_word(wanted, f.name)])
        shown = clean_line(text)[:40]
        if not fits:
            raise NotFound(f"Nobody in the caseload fits '{shown}'.")
        if len(fits) > 1:
            raise Ambiguous(f"'{shown}' fits {len(fits)} people.", _told_apart(fits))
        return fits[0].coachee_id


def _kept(fits: list[CoacheeFacts]) -> list[CoacheeFacts]:
    """Archived people only where there is nobody else."""
    return [facts for facts in fits if facts.status != "archived"] or fits


def _told_apart(fits: list[CoacheeFacts]) -> tuple[str, ...]:
    """The names in order; with the school where two are the same."""
    names = [facts.name for facts in fits]
    return tuple(sorted(f.name if names.count(f.name) == 1 else _with_school(f) for f in fits))


def _with_school(facts: CoacheeFacts) -> str:
    """A name that others have too, as it is told and may be typed."""
    return f"{facts.name}, {clean_line(facts.school) or 'no school'}"
