"""A track: the numbered sessions of one person in one school year (E2L-1, E2L-5).

Plain dataclasses: the first screen draws from them before pydantic is loaded.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coach_tui.errors import ReasonNeeded, Refused

HIGHEST_SESSION = 999
"""A session above this is a slip of the finger."""


def check_session(session: int) -> None:
    """Sessions are numbered from 1 to the highest.

    Raises:
        Refused: there is no session of this number.
    """
    if session < 1:
        raise Refused(f"There is no session {session}; sessions are numbered from 1.")
    if session > HIGHEST_SESSION:
        raise Refused(f"There is no session {session}; the highest is {HIGHEST_SESSION}.")


@dataclass(frozen=True, slots=True)
class SessionPoint:
    """One session of a track.

    Attributes:
        session: its number, from 1.
        total: all GIs so far; None is "not recorded".
        cluster: its focus; None is "not set".
        held_on: the day it was held or counted.
        cycle_id: the record it comes from.
        counted: whether it is a count without a cycle.
    """

    session: int
    total: int | None
    cluster: str | None
    held_on: date
    cycle_id: str
    counted: bool = False

    @property
    def incomplete(self) -> bool:
        """Whether its cluster or its total is missing."""
        return self.cluster is None or self.total is None


@dataclass(frozen=True, slots=True)
class Track:
    """The sessions of one person in one school year, in order of their numbers.

    Attributes:
        carried: the total taken over from the year before; None where totals began anew.
    """

    coachee_id: str
    year: str
    points: tuple[SessionPoint, ...] = ()
    carried: int | None = None

    @classmethod
    def of(
        cls,
        coachee_id: str,
        year: str,
        points: Iterable[SessionPoint],
        carried: int | None = None,
    ) -> "Track":
        """A track from points in any order; of two records of one session the newer stands."""
        by_session = {p.session: p for p in sorted(points, key=lambda point: point.cycle_id)}
        held = tuple(by_session[key] for key in sorted(by_session))
        return cls(coachee_id, year, held, carried)

    @property
    def last(self) -> SessionPoint | None:
        """The highest session, None before the first."""
        return self.points[-1] if self.points else None

    @property
    def next_session(self) -> int:
        """The number a session held now would take."""
        return self.last.session + 1 if self.last else 1

    def point(self, session: int) -> SessionPoint | None:
        """The session of a number."""
        return next((point for point in self.points if point.session == session), None)

    def before(self, session: int) -> SessionPoint | None:
        """The highest earlier session that has a total."""
        earlier = [p for p in self.points if p.session < session and p.total is not None]
        return earlier[-1] if earlier else None

    def after(self, session: int) -> SessionPoint | None:
        """The next later session that has a total."""
        later = (p for p in self.points if p.session > session and p.total is not None)
        return next(later, None)

    def total_before(self, session: int) -> int | None:
        """The last total before a session, the one carried over where there is none of the year."""
        earlier = self.before(session)
        return earlier.total if earlier else self.carried

    def before_words(self, session: int) -> str:
        """Where the last total before a session stands: "session 3", "the year before"."""
        earlier = self.before(session)
        return f"session {earlier.session}" if earlier else "the year before"

    def gain(self, session: int) -> int | None:
        """How many GIs were added since the last earlier total; None where one is missing."""
        point, earlier = self.point(session), self.total_before(session)
        if point is None or point.total is None or earlier is None:
            return None
        return point.total - earlier

    def last_total_with(self, session: int, total: int | None) -> int | None:
        """The last total of the track if a session had another one; None for none."""
        totals = {point.session: point.total for point in self.points} | {session: total}
        known = [found for _, found in sorted(totals.items()) if found is not None]
        return known[-1] if known else self.carried

    def carried_into(self, session: int) -> int | None:
        """The total carried over that a session's own counts on from; None where there is none."""
        return None if self.before(session) else self.carried

    def carried_words(self, session: int) -> str:
        """Where a session's total counts on from: "from 24 carried"; empty where from none."""
        carried = self.carried_into(session)
        return "" if carried is None else f"from {carried} carried"

    def used(self, session: int) -> dict[str, int]:
        """Session by cluster id, for all sessions but the given one; the latest of repeats."""
        others = (p for p in self.points if p.session != session)
        return {p.cluster: p.session for p in others if p.cluster}

    def asks_why(self, session: int, total: int) -> bool:
        """Whether a total needs a reason."""
        try:
            self.check_total(session, total, "")
        except ReasonNeeded:
            return True
        return False

    def check_total(self, session: int, total: int, reason: str) -> None:
        """Totals only grow along a track, unless the coach says why.

        Raises:
            ReasonNeeded: the total is lower than one before it, than the one it replaces, or
                higher than a later one, and no reason is given.
        """
        if reason.strip():
            return
        here, later = self.point(session), self.after(session)
        earlier = self.total_before(session)
        if here and here.total is not None and total < here.total:
            told = f"{total} is lower than the {here.total} recorded for session {session}"
        elif earlier is not None and total < earlier:
            told = f"{total} is lower than the {earlier} of {self.before_words(session)}"
        elif later and later.total is not None and total > later.total:
            told = f"{total} is higher than the {later.total} of session {later.session}"
        else:
            return
        raise ReasonNeeded(f"{told}; give a short reason and both are kept.")
