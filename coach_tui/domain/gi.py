"""A recorded GI total and how it came to be (E2L-5, E2L-9, domain decisions on totals)."""

from typing import Self

from pydantic import AwareDatetime, model_validator

from coach_tui.domain.records import Count, FrameworkPin, Line, Value

Items = tuple[Line, ...]
"""Ids of GIs that are in place, as a framework file lists them (E2L-9)."""


class Ticks(Value):
    """The GIs ticked one by one, all so far on the track.

    Attributes:
        items: their ids.
        framework: the file that lists them.
    """

    items: Items
    framework: FrameworkPin


class GiChange(Value):
    """A correction: what stood there, what replaced it, and why.

    Attributes:
        items: ids that were ticked, and `items_now` those ticked since; both empty for a number.
    """

    at: AwareDatetime
    was: Count | None
    now: Count | None
    reason: Line = ""
    items: Items = ()
    items_now: Items = ()


class GiCount(Value):
    """The GI total of one session: all GIs so far on this track.

    Attributes:
        total: the coachee's self-assessed total; None is "not recorded", which is not 0.
        coach_total: the coach's own count beside it, private to the pair.
        reason: why it is lower than the session before, where it is.
        history: every correction, oldest first, and a first total that needed a reason; nothing is
            overwritten.
        items: ids of the GIs ticked one by one; empty where a number was typed.
        items_of: the framework file that lists them; None where there are none.
    """

    total: Count | None = None
    coach_total: Count | None = None
    reason: Line = ""
    history: tuple[GiChange, ...] = ()
    items: Items = ()
    items_of: FrameworkPin | None = None

    @model_validator(mode="after")
    def _counted(self) -> Self:
        if len(set(self.items)) < len(self.items):
            raise ValueError("a GI is ticked twice")
        if self.items and self.total != len(self.items):
            raise ValueError(f"{len(self.items)} GIs are ticked and the total is {self.total}")
        return self

    @classmethod
    def first(
        cls, total: int | None, reason: str, at: AwareDatetime, ticks: Ticks | None = None
    ) -> Self:
        """The first count; a reason given for it stays in the history when it is corrected."""
        if reason:
            return cls().corrected(total, reason, at, ticks)
        return cls(total=total).with_ticks(ticks)

    def corrected(
        self, total: int | None, reason: str, at: AwareDatetime, ticks: Ticks | None = None
    ) -> Self:
        """The count with another total; the old one and the reason stay in the history.

        Args:
            total: as typed, or the number of ticks.
            reason: why.
            at: the moment of the correction.
            ticks: the GIs ticked; None for a number typed by hand, which lays no claim to any.
        """
        items = ticks.items if ticks else ()
        if total == self.total and (not ticks or set(items) == set(self.items)):
            return self
        fresh = self.but(total=total, items=(), items_of=None).with_ticks(ticks)
        if total == self.total and not self.items:  # the same number, now with its items
            return fresh
        change = GiChange(
            at=at, was=self.total, now=total, reason=reason, items=self.items, items_now=items
        )
        return fresh.but(reason=reason, history=(*self.history, change))

    def with_ticks(self, ticks: Ticks | None) -> Self:
        """The count with the GIs that make it up; itself for none."""
        if ticks is None or not ticks.items:
            return self
        return self.but(items=ticks.items, items_of=ticks.framework)
