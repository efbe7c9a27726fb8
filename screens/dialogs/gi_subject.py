"""Whose total the GI box takes, and for which session: everything it shows, none of the widgets."""

from __future__ import annotations

from dataclasses import dataclass

from coach_tui.domain.bands import BandLimits, Standing
from coach_tui.domain.clusters import offered
from coach_tui.domain.gi_entry import read_gi_entry
from coach_tui.domain.track import Track
from coach_tui.errors import Refused
from coach_tui.services.desk import Desk


@dataclass
class GiSubject:
    """A person's track and the session the box stands on.

    Attributes:
        session: the session's number.
        cluster: the cluster picked in the box, None to leave it as it is.
        items: ids of the GIs ticked in the list; empty for none.
    """

    desk: Desk
    coachee_id: str
    name: str
    track: Track
    order: tuple[str, ...]
    session: int
    cluster: str | None = None
    items: tuple[str, ...] = ()

    @classmethod
    def of(cls, desk: Desk, coachee_id: str, session: int | None) -> GiSubject:
        """A person, on a session, the next one where none is named."""
        track = desk.growth.track(coachee_id)
        name, order = desk.people.get(coachee_id).name, desk.growth.agreed_order(coachee_id)
        return cls(desk, coachee_id, name, track, order, session or track.next_session)

    def read_again(self) -> None:
        """Take the track as it is now; the session stays, but where another year has begun.

        Raises:
            StorageError: the file cannot be read.
        """
        track = self.desk.growth.track(self.coachee_id)
        if track.year != self.track.year:
            self.session, self.cluster, self.items = track.next_session, None, ()
        self.track = track
        self.session = min(self.session, track.next_session)
        self.order = self.desk.growth.agreed_order(self.coachee_id)

    @property
    def key(self) -> tuple[str, str, int]:
        """The person, the school year and the session: what is typed belongs to these."""
        return self.coachee_id, self.track.year, self.session

    def stand_on(self, session: int) -> bool:
        """Go to a session from the first to the next new one; False where there is none."""
        if not 1 <= session <= self.track.next_session:
            return False
        self.session, self.cluster, self.items = session, None, ()
        return True

    @property
    def stored(self) -> str:
        """The recorded total as it stands in the field, empty for none."""
        here = self.track.point(self.session)
        return "" if here is None or here.total is None else str(here.total)

    @property
    def before(self) -> int | None:
        """The last total before this session."""
        return self.track.total_before(self.session)

    @property
    def before_words(self) -> str:
        """What row 3 of the box says."""
        if self.stored:
            return f"{self.stored} is recorded for this session; a change keeps both"
        if self.before is None:
            return "No total before this session"
        earlier = self.track.before(self.session)
        if earlier is None:
            return f"{self.before} carried over from the year before"
        return f"Session {earlier.session} total was {self.before}"

    @property
    def itemized(self) -> bool:
        """Whether the framework lists each GI."""
        return bool(self.desk.growth.timeline.gis)

    @property
    def ticked(self) -> tuple[str, ...]:
        """What is ticked in the list as it opens: here, else at this session or before it."""
        kept = self.desk.growth.ticked
        return self.items or kept(self.coachee_id, self.session, self.track.year)

    @property
    def focus(self) -> str | None:
        """The id of the session's cluster: the one picked here, recorded, or the only one left."""
        here = self.track.point(self.session)
        stored = here.cluster if here else None
        only = self.desk.growth.only_cluster_left
        return self.cluster or stored or only(self.track, self.session)

    @property
    def letters(self) -> tuple[str, ...]:
        """The clusters on offer, as letters."""
        used = self.track.used(self.session)
        choices = offered(self.desk.growth.timeline, self.session, used, self.order)
        return tuple(choice.cluster.id for choice in choices)

    @property
    def cluster_words(self) -> tuple[str, str]:
        """The session's cluster, and the letters that set it where that is open."""
        key = self.focus
        cluster = self.desk.growth.timeline.cluster(key)
        settled = cluster is not None and not self.cluster
        letters = "" if settled or len(self.letters) > 7 else " ".join(self.letters)
        words = f"Cluster {self.desk.growth.timeline.named(key) or 'not set'}"
        return words, f"  letter sets it: {letters}" if letters else ""

    @property
    def limits(self) -> BandLimits | None:
        """The session's row of the band table."""
        return self.desk.growth.timeline.band_table.limits(self.session)

    def standing(self, typed: str) -> Standing | None:
        """What is typed, against the session's bands; None while it is no total."""
        try:
            entry = read_gi_entry(typed)
            total = entry.total(self.before) if entry else None
        except Refused:
            return None
        if total is None:
            return None
        return self.desk.growth.timeline.band_table.standing(self.session, total)
