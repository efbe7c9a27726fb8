"""Beginning a new school year: a new track from session 1, for one person or for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.ports import Store
from coach_tui.domain.school_year import school_year, year_after
from coach_tui.domain.track import HIGHEST_SESSION
from coach_tui.domain.track_start import TrackStart
from coach_tui.errors import Refused
from coach_tui.services.growth import GrowthService


@dataclass(frozen=True, slots=True)
class NewYear:
    """A school year that can begin for a person.

    Attributes:
        year: the school year, "2026-27".
        total: their last GI total, which may be carried over; None where none is recorded.
        early: whether the calendar is not in that year yet.
        everyone: ids of all for whom it can begin, this person too; nobody who is archived.
        begun: how many others have begun it.
    """

    coachee: Coachee
    year: str
    total: int | None
    early: bool
    everyone: tuple[str, ...]
    begun: int


class TrackService:
    """The tracks of one store."""

    def __init__(
        self,
        store: Store,
        growth: GrowthService,
        clock: Clock,
        new_id: Callable[[datetime], str],
    ) -> None:
        self._store = store
        self._growth = growth
        self._clock = clock
        self._new_id = new_id

    def plan(self, coachee_id: str) -> NewYear:
        """The year that can begin next for a person, and for whom else it can.

        Raises:
            NotFound: no such person.
            Refused: the year they are in has just begun, or the next one is too far off.
        """
        coachee = self._store.get(Coachee, coachee_id)
        year = self._next_year(coachee)
        calendar = school_year(self._clock.today())
        if year > year_after(calendar):
            raise Refused(
                f"{coachee.name} is in {self._growth.year(coachee_id)} already; {year} cannot "
                f"begin before July {year_after(calendar)[:4]}."
            )
        people = [one for one in self._store.people() if one.status != "archived"]
        ready = tuple(one.id for one in people if self._can_begin(one.id, year))
        return NewYear(
            coachee=coachee,
            year=year,
            total=self.last_total(coachee_id, year),
            early=year > calendar,
            everyone=ready,
            begun=len(people) - len(ready),
        )

    def _next_year(self, coachee: Coachee) -> str:
        """The present year while nothing was held in it, else the one after."""
        now = self._growth.year(coachee.id)
        if self._growth.track(coachee.id, now).points:
            return year_after(now)
        if self._growth.years.start(coachee.id, now):
            raise Refused(f"{now} has begun for {coachee.name} and has no session yet.")
        return now

    def _can_begin(self, coachee_id: str, year: str) -> bool:
        """Whether a year has neither begun for a person nor been passed, nor holds a session."""
        now = self._growth.year(coachee_id)
        if now != year:
            return now < year
        held = self._growth.track(coachee_id, now).points
        return not held and self._growth.years.start(coachee_id, now) is None

    def last_total(self, coachee_id: str, year: str) -> int | None:
        """A person's last GI total before a school year; None where none is recorded."""
        tracks = {cycle.track for cycle in self._store.of(Cycle, coachee_id)}
        for before in sorted((track for track in tracks if track < year), reverse=True):
            total = self._growth.track(coachee_id, before).total_before(HIGHEST_SESSION + 1)
            if total is not None:
                return total
        return None

    def begin(self, people: Sequence[str], year: str, *, carry: bool) -> tuple[TrackStart, ...]:
        """Begin a year for people, all of them in one save; their older tracks stay as they are.

        Args:
            people: their ids.
            year: the school year, "2026-27".
            carry: whether each one's last total is taken over, or totals begin anew (E2L-5).

        Raises:
            NotFound: one of them is no longer in the file; nothing was saved.
            Refused: it cannot begin for one of them any more; nothing was saved.
            Conflict: as the store says; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        for person in [self._store.get(Coachee, key) for key in people]:
            if not self._can_begin(person.id, year):
                raise Refused(f"{year} has begun for {person.name} meanwhile; nothing was saved.")
        saved = self._store.save([self._start(key, year, carry) for key in people])
        return tuple(start for start in saved if isinstance(start, TrackStart))

    def _start(self, coachee_id: str, year: str, carry: bool) -> TrackStart:
        now = self._clock.now()
        return TrackStart(
            id=self._new_id(now),
            created_at=now,
            updated_at=now,
            coachee_id=coachee_id,
            track=year,
            started_on=self._clock.today(),
            carried=self.last_total(coachee_id, year) if carry else None,
        )
