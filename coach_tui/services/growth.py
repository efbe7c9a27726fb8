"""Recording GI totals and reading a person's track (E2L-5; totals only grow, unless said why)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from coach_tui.clock import Clock
from coach_tui.domain.bands import Standing
from coach_tui.domain.clusters import asks_why, check_pick, offered
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.corrected import corrected
from coach_tui.domain.correction import check_reason
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.dates import short_date
from coach_tui.domain.framework import Timeline
from coach_tui.domain.gi import GiCount, Ticks
from coach_tui.domain.gi_entry import read_gi_entry
from coach_tui.domain.launch import Launch
from coach_tui.domain.ports import Store
from coach_tui.domain.track import SessionPoint, Track, check_session
from coach_tui.errors import Conflict, Refused
from coach_tui.services.faults import refusing
from coach_tui.services.focus import with_cluster
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.launches import launch_of
from coach_tui.services.saving import saved_one
from coach_tui.services.ticks import check_ticks, ticked_by
from coach_tui.services.years import Years
from coach_tui.text import LINE_LIMIT, clean_line


@dataclass(frozen=True, slots=True)
class Recorded:
    """A total that is on the disk.

    Attributes:
        cycle: the record that holds it.
        standing: what it means at its session.
        before: the total it replaced or grew from, None for the first.
        warning: a sentence to show, or empty.
    """

    cycle: Cycle
    standing: Standing
    before: int | None
    warning: str = ""


def track_of(
    cycles: tuple[Cycle, ...], coachee_id: str, year: str, carried: int | None = None
) -> Track:
    """One school year's sessions out of a person's cycles, and the total carried into it."""
    points = (
        SessionPoint(c.session, c.gi.total, c.cluster, c.held_on, c.id, counted=c.origin == "count")
        for c in cycles
        if c.track == year and c.session is not None
    )
    return Track.of(coachee_id, year, points, carried)


class GrowthService:
    """GI totals of one store."""

    def __init__(
        self,
        store: Store,
        shelf: FrameworkShelf,
        clock: Clock,
        new_id: Callable[[datetime], str],
    ) -> None:
        self._store = store
        self._shelf = shelf
        self._clock = clock
        self._new_id = new_id
        self.years = Years(store, clock)

    @property
    def timeline(self) -> Timeline:
        """The timeline in force."""
        return self._shelf.timeline()

    def year(self, coachee_id: str) -> str:
        """The school year that today counts in for a person."""
        return self.years.of(coachee_id)

    def track(self, coachee_id: str, year: str | None = None) -> Track:
        """A person's sessions in a school year, this one unless another is named."""
        year = year or self.year(coachee_id)
        carried = self.years.carried(coachee_id, year)
        return track_of(self._store.of(Cycle, coachee_id), coachee_id, year, carried)

    def agreed_order(self, coachee_id: str, year: str | None = None) -> tuple[str, ...]:
        """The order of the first phase's clusters agreed at the launch; empty if none was."""
        launch = self.launch(coachee_id, year)
        return launch.order if launch else ()

    def launch(self, coachee_id: str, year: str | None = None) -> Launch | None:
        """The launch of a school year, None if nothing of it is recorded."""
        return launch_of(self._store, coachee_id, year or self.year(coachee_id))

    def only_cluster_left(self, track: Track, session: int) -> str | None:
        """The one cluster of the phase that is still free, None while there is a choice."""
        if self.timeline.phase_of(session) is None:
            return None
        left = [
            choice.cluster.id
            for choice in offered(self.timeline, session, track.used(session))
            if choice.used_in is None
        ]
        return left[0] if len(left) == 1 else None

    def record(
        self,
        coachee_id: str,
        session: int,
        entry: str,
        *,
        cluster: str | None = None,
        reason: str = "",
        year: str | None = None,
        seen: Track | None = None,
        items: tuple[str, ...] = (),
    ) -> Recorded:
        """Record or correct the total of a session; on return it is on the disk.

        What is recorded already is not saved again. Another cluster is kept as a correction.

        Args:
            coachee_id: whose total.
            session: the session's number, from 1.
            entry: as typed: `11` is the total, `+3` adds to the highest earlier session's.
            cluster: id of its focus cluster; left out, the only one left is taken.
            reason: why; kept where a rule asks for it, or a recorded total is corrected.
            year: the school year, "2026-27"; this one if left out.
            seen: the track as it was shown while the total was typed.
            items: ids of the GIs that were ticked to get the total; none for a number by hand.

        Raises:
            NotFound: no such person.
            Refused: not a total, session, cluster or reason; ticks that are not the total.
            ReasonNeeded: lower than before, a cluster out of order or replaced, without a reason.
            Conflict: the session, or what was counted before it, is not as it was seen.
            StorageError: it could not be written.
        """
        self._store.get(Coachee, coachee_id)
        check_session(session)
        reason = _reason(reason)
        track = self.track(coachee_id, year)
        before = track.total_before(session)
        total = _total(entry, before)
        if seen is not None and not _holds(track.point(session), total, cluster):
            _check_seen(seen, track, session)
        track.check_total(session, total, reason)
        chosen, warning = self._cluster(track, session, cluster, reason)
        with refusing("This total"):
            ticks = self._ticks(track, session, items)
            cycle = self._with_total(track, session, total, chosen, reason, ticks)
        saved = self._saved(cycle)
        standing = self.timeline.band_table.standing(session, total)
        warning = f"{warning} {self._counted_on(track, session, total)}".strip()
        return Recorded(saved, standing, before, warning)

    def _counted_on(self, track: Track, session: int, total: int) -> str:
        """A warning where the year after goes on from another total; empty else."""
        last = track.last_total_with(session, total)
        return self.years.counted_on(track.coachee_id, track.year, last)

    def _cluster(
        self, track: Track, session: int, key: str | None, reason: str
    ) -> tuple[str | None, str]:
        """The cluster to keep and a warning about it."""
        here = track.point(session)
        if key is None or (here and here.cluster == key):
            kept = here.cluster if here else None
            return kept or self.only_cluster_left(track, session), ""
        order = self.agreed_order(track.coachee_id, track.year)
        used = track.used(session)
        return key, check_pick(self.timeline, session, key, used, order, reason)

    def _saved(self, cycle: Cycle) -> Cycle:
        """The record on the disk; not saved again where nothing of it changed."""
        if cycle.revision and cycle == self._store.get(Cycle, cycle.id):
            return cycle
        return saved_one(self._store, cycle)

    def ticked(self, coachee_id: str, session: int, year: str | None = None) -> tuple[str, ...]:
        """The GIs ticked at a session, else at the last one before it that has some (E2L-9)."""
        year = year or self.year(coachee_id)
        return ticked_by((c for c in self._store.of(Cycle, coachee_id) if c.track == year), session)

    def _ticks(self, track: Track, session: int, items: tuple[str, ...]) -> Ticks | None:
        """What was ticked, of the list in force or kept from before.

        Raises:
            Refused: one is neither.
        """
        if not items:
            return None
        known = {gi.id for gi in self.timeline.gis}
        known |= set(self.ticked(track.coachee_id, session, track.year))
        check_ticks(items, known)
        return Ticks(items=items, framework=self.timeline.pin)

    def _with_total(
        self,
        track: Track,
        session: int,
        total: int,
        cluster: str | None,
        reason: str,
        ticks: Ticks | None = None,
    ) -> Cycle:
        """The session's record with the total: the one there is, or a new bare count."""
        now = self._clock.now()
        here = track.point(session)
        override = reason if self._is_override(track, session, cluster) else ""
        corrects = not override and here is not None and here.total is not None
        why = reason if corrects or track.asks_why(session, total) else ""
        if here is not None:
            cycle = self._with_focus(self._store.get(Cycle, here.cycle_id), cluster, reason, track)
            return cycle.but(gi=cycle.gi.corrected(total, why, now, ticks))
        return Cycle(
            id=self._new_id(now),
            created_at=now,
            updated_at=now,
            coachee_id=track.coachee_id,
            track=track.year,
            session=session,
            origin="count",
            held_on=self._clock.today(),
            framework=self.timeline.pin,
            cluster=cluster,
            override=override,
            gi=GiCount.first(total, why, now, ticks),
        )

    def _with_focus(self, cycle: Cycle, cluster: str | None, reason: str, track: Track) -> Cycle:
        """With its cluster; one that takes the place of another leaves a correction."""
        refocused = with_cluster(cycle, cluster, reason, track, self.timeline)
        if cycle.cluster in (None, cluster):
            return refocused
        made_on = self._clock.local(cycle.created_at).date()
        made_today = made_on == self._clock.today()
        check_reason(reason, short_date(made_on), today=made_today, total=False)
        kept = corrected(cycle, refocused, self._clock.now(), reason)
        assert isinstance(kept, Cycle)
        return kept

    def _is_override(self, track: Track, session: int, cluster: str | None) -> bool:
        """Whether a newly picked cluster goes against the order of the framework."""
        here = track.point(session)
        if here and here.cluster == cluster:
            return False
        used = track.used(session)
        return cluster is not None and asks_why(self.timeline, session, cluster, used)


def _holds(here: SessionPoint | None, total: int, cluster: str | None) -> bool:
    """Whether a session has just this total and cluster already."""
    return here is not None and here.total == total and cluster in (None, here.cluster)


def _check_seen(seen: Track, now: Track, session: int) -> None:
    """That a session is as it was shown.

    Raises:
        Conflict: it is of another year by now, was recorded, or another total stands before it.
    """
    mine, theirs = seen.point(session), now.point(session)
    if seen.year != now.year:
        told = f"{now.year} was begun meanwhile; this was session {session} of {seen.year}."
    elif mine != theirs:
        total = theirs.total if theirs else None
        told = f"Session {session} was changed elsewhere meanwhile"
        told += "." if total is None else f": {total} is recorded for it."
    elif seen.total_before(session) != now.total_before(session):
        told = f"The total before session {session} was changed elsewhere meanwhile."
    else:
        return
    raise Conflict(f"{told} Nothing was saved.", seen, now)


def _reason(text: str) -> str:
    """A reason as one line; one that shows nothing is none."""
    reason = clean_line(text)
    if len(reason) > LINE_LIMIT:
        raise Refused(f"The reason has {len(reason):,} characters; the most is {LINE_LIMIT}.")
    return reason


def _total(entry: str, before: int | None) -> int:
    """The total meant by what was typed."""
    typed = read_gi_entry(entry)
    if typed is None:
        raise Refused("No GI total was given; a blank is not 0. Type a total (11) or +3.")
    return typed.total(before)
