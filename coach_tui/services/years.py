"""Which school year counts for a person: the calendar's, or a later one that was begun by hand."""

from __future__ import annotations

from datetime import date

from coach_tui.clock import Clock
from coach_tui.domain.ports import Store
from coach_tui.domain.school_year import year_of, years_on
from coach_tui.domain.track_start import TrackStart


class Years:
    """Reads the tracks that were begun."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, coachee_id: str, day: date | None = None) -> str:
        """The school year that a day counts in for a person; today where none is named."""
        return year_of(day or self._clock.today(), self.begun(coachee_id))

    def on(self, coachee_id: str, day: date) -> frozenset[str]:
        """The school years that a meeting of a day may count in for a person."""
        return years_on(day, self.begun(coachee_id))

    def begun(self, coachee_id: str) -> tuple[tuple[str, date], ...]:
        """The years begun by hand, and the day of each."""
        starts = self._store.of(TrackStart, coachee_id)
        return tuple((start.track, start.started_on) for start in starts)

    def start(self, coachee_id: str, year: str) -> TrackStart | None:
        """How a year was begun; None where it just came. Of two records the newer stands."""
        starts = [s for s in self._store.of(TrackStart, coachee_id) if s.track == year]
        return starts[-1] if starts else None

    def counted_on(self, coachee_id: str, year: str, total: int | None) -> str:
        """A warning where a later year counts on from another last total of a year; empty else.

        Args:
            coachee_id: whose years.
            year: the year that was corrected.
            total: its last total by now.
        """
        later = [start.track for start in self._store.of(TrackStart, coachee_id)]
        following = min((track for track in later if track > year), default=None)
        carried = self.carried(coachee_id, following) if following else None
        if carried is None or carried == total:
            return ""
        return f"{following} still counts on from {carried}, carried over."

    def carried(self, coachee_id: str, year: str) -> int | None:
        """The total taken over into a year; None where totals began anew."""
        start = self.start(coachee_id, year)
        return start.carried if start else None
