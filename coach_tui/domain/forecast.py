"""What the next sessions need, and what they may bring: a spread, never a promise (E2L-5).

The spread is drawn from one person's own gains in one track, and from nobody else's. A gain is the
difference of two totals that follow each other, a session; a total carried over from the year
before counts as no gain. The lowest and the highest of the last five, in whole GIs, are the two
edges. Under three totals there is no forecast, and none past the last session of the table.
"""

from dataclasses import dataclass
from itertools import pairwise

from coach_tui.domain.bands import BandTable
from coach_tui.domain.track import Track

FEWEST_TOTALS = 3
"""Totals under which gains say nothing."""

RECENT_GAINS = 5
"""How many gains, the latest, make the spread."""


NEAR = 3
"""How many of the next sessions are foretold in words."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What Meeting and Exceeding start at in a session.

    Attributes:
        session: its number.
        meeting: the lowest total of Meeting.
        exceeding: the lowest total of Exceeding.
        total: the last total before it, None where there is none.
    """

    session: int
    meeting: int
    exceeding: int
    total: int | None

    def more(self, floor: int) -> int | None:
        """How many GIs are left to a total, 0 where it is reached; None without a total."""
        return None if self.total is None else max(0, floor - self.total)

    @property
    def words(self) -> str:
        """In a sentence: "Session 8 needs 40 for Meeting (5 more), 45 for Exceeding (10 more)"."""
        return f"Session {self.session} needs {self.asked}"

    @property
    def asked(self) -> str:
        """Both totals, and how far they are: "40 for Meeting (5 more), 45 for Exceeding"."""
        floors = ((self.meeting, "Meeting"), (self.exceeding, "Exceeding"))
        return ", ".join(f"{floor} for {name}{self._far(floor)}" for floor, name in floors)

    @property
    def brief(self) -> str:
        """The same where there is little room: "Session 8: Meeting 40 (+5), Exceeding 45 (+10)"."""
        floors = ((self.meeting, "Meeting"), (self.exceeding, "Exceeding"))
        told = [f"{name} {floor}{self._plus(floor)}" for floor, name in floors]
        return f"Session {self.session}: {', '.join(told)}"

    def _plus(self, floor: int) -> str:
        more = self.more(floor)
        return "" if more is None else f" (+{more})" if more else " (reached)"

    def _far(self, floor: int) -> str:
        more = self.more(floor)
        return "" if more is None else f" ({more} more)" if more else " (reached)"


def needs(track: Track, bands: BandTable, session: int | None = None) -> Needs | None:
    """What a session needs, the next one where none is named; None past the table."""
    session = track.next_session if session is None else session
    limits = bands.limits(session)
    if limits is None:
        return None
    return Needs(session, limits.meeting, limits.exceeding, track.total_before(session))


@dataclass(frozen=True, slots=True)
class Forecast:
    """A spread of totals over the sessions to come.

    Attributes:
        last: the session of the last total.
        total: that total.
        low: the lowest of the recent gains a session, rounded down; it may be below 0.
        high: the highest of them, rounded up.
        bands: the benchmark table.
        start: the first session that is foretold, the next one.
    """

    last: int
    total: int
    low: int
    high: int
    bands: BandTable
    start: int

    @property
    def sessions(self) -> tuple[int, ...]:
        """The sessions to come that have a benchmark; at least one."""
        return tuple(sorted(r.session for r in self.bands.rows if r.session >= self.start))

    def totals(self, session: int) -> tuple[int, int]:
        """The lowest and the highest total of a session, where gains stay as they were."""
        steps = session - self.last
        return max(0, self.total + steps * self.low), max(0, self.total + steps * self.high)

    @property
    def meeting_from(self) -> int | None:
        """The first session at which the upper edge is in Meeting or above; None for none."""
        return next((s for s in self.sessions if self._is_there(s, 1)), None)

    @property
    def meeting_by(self) -> int | None:
        """The first session from which on the lower edge is there too; None for none."""
        by = None
        for session in reversed(self.sessions):
            if not self._is_there(session, 0):
                break
            by = session
        return by

    def _is_there(self, session: int, edge: int) -> bool:
        """Whether an edge of the spread is in Meeting or above at a session."""
        limits = self.bands.limits(session)
        return limits is not None and self.totals(session)[edge] >= limits.meeting

    # -- in words ---------------------------------------------------------------------------

    @property
    def gains_words(self) -> str:
        """The gains it rests on: "between +3 and +6 a session", "at +4 a session"."""
        if self.low == self.high:
            return f"at {self.low:+d} a session"
        return f"between {self.low:+d} and {self.high:+d} a session"

    def range_words(self, session: int) -> str:
        """The totals of a session: "41 to 44", "41"."""
        low, high = self.totals(session)
        return f"{low}" if low == high else f"{low} to {high}"

    def range_brief(self, session: int) -> str:
        """The totals of a session where there is little room: "41-44", "41"."""
        return self.range_words(session).replace(" to ", "-")

    @property
    def meeting_words(self) -> str:
        """Where Meeting is likely: "Meeting or above likely from session 8 to 10 on"."""
        first, surely = self.meeting_from, self.meeting_by
        if first is None:
            return f"Meeting is not reached by these gains up to session {self.sessions[-1]}"
        if surely is None:
            return f"Meeting or above at session {first} at the earliest"
        if first == surely:
            return f"Meeting or above likely from session {first} on"
        return f"Meeting or above possible from session {first}, likely from session {surely} on"


def forecast(track: Track, bands: BandTable) -> Forecast | None:
    """The spread of a track; None under three totals, or where no session of the table is left."""
    held = totals(track)
    if len(held) < FEWEST_TOTALS or track.next_session > bands.last_session:
        return None
    gains = [_gain(*pair) for pair in pairwise(held)][-RECENT_GAINS:]
    session, total = held[-1]
    return Forecast(
        last=session,
        total=total,
        low=min(low for low, _ in gains),
        high=max(high for _, high in gains),
        bands=bands,
        start=track.next_session,
    )


def totals(track: Track) -> tuple[tuple[int, int], ...]:
    """Session and total of those recorded in a track; what was carried over is none of them."""
    return tuple((p.session, p.total) for p in track.points if p.total is not None)


def _gain(before: tuple[int, int], after: tuple[int, int]) -> tuple[int, int]:
    """The gain a session between two totals, rounded down and rounded up."""
    gained, steps = after[1] - before[1], after[0] - before[0]
    return gained // steps, -(-gained // steps)


def forecast_words(track: Track, bands: BandTable) -> str:
    """The whole forecast in a sentence or two, or why there is none."""
    found = forecast(track, bands)
    if found is None:
        return why_none(track, bands)
    spread = f"If gains stay {found.gains_words}: {_ranges(found)}; "
    return f"{spread}{found.meeting_words} - a spread, not a promise."


def forecast_brief(track: Track, bands: BandTable) -> tuple[str, ...]:
    """The forecast where there is little room, or why there is none.

    Gives a text for the totals of each of the next sessions, three at most, "Session 4: 10-11",
    then what they rest on.
    """
    found = forecast(track, bands)
    if found is None:
        return (why_none(track, bands),)
    rests = f"if gains stay {found.gains_words}; {found.meeting_words} - a spread, not a promise."
    return (*(f"Session {s}: {found.range_brief(s)}" for s in found.sessions[:NEAR]), rests)


def why_none(track: Track, bands: BandTable) -> str:
    """Why there is no forecast."""
    if track.next_session > bands.last_session:
        return f"Past session {bands.last_session} there is no benchmark, so nothing is foretold."
    count = len(totals(track))
    return f"A forecast needs {FEWEST_TOTALS} sessions with a total; there are {count} so far."


def _ranges(found: Forecast) -> str:
    """The totals at the next sessions, three at most."""
    told = [f"{found.range_words(s)} at session {s}" for s in found.sessions[:NEAR]]
    return ", ".join(told)
