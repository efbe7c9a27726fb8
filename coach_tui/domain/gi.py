"""A recorded GI total and how it came to be (E2L-5, domain decisions on totals)."""

from typing import Self

from pydantic import AwareDatetime

from coach_tui.domain.records import Count, Line, Value


class GiChange(Value):
    """A correction: what stood there, what replaced it, and why."""

    at: AwareDatetime
    was: Count | None
    now: Count | None
    reason: Line = ""


class GiCount(Value):
    """The GI total of one session: all GIs so far on this track.

    Attributes:
        total: the coachee's self-assessed total; None is "not recorded", which is not 0.
        coach_total: the coach's own count beside it, private to the pair.
        reason: why it is lower than the session before, where it is.
        history: every correction, oldest first, and a first total that needed a reason; nothing is
            overwritten.
    """

    total: Count | None = None
    coach_total: Count | None = None
    reason: Line = ""
    history: tuple[GiChange, ...] = ()

    @classmethod
    def first(cls, total: int | None, reason: str, at: AwareDatetime) -> Self:
        """The first count; a reason given for it stays in the history when it is corrected."""
        return cls().corrected(total, reason, at) if reason else cls(total=total)

    def corrected(self, total: int | None, reason: str, at: AwareDatetime) -> Self:
        """The count with another total; the old one and the reason stay in the history."""
        if total == self.total:
            return self
        change = GiChange(at=at, was=self.total, now=total, reason=reason)
        return self.but(total=total, reason=reason, history=(*self.history, change))
