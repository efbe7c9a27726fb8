"""The start-of-year meeting of coach and coachee (IP-3, E2L-3)."""

from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from coach_tui.domain.records import Block, Line, Record


class Launch(Record):
    """One launch a school year; a visit before it is held is warned of, not barred.

    Attributes:
        track: the school year, "2026-27".
        held_on: the day it was held, or is planned for; None while no day is set.
        order: the agreed order of the first phase's clusters, all of them once, or empty.
        coach: the coach's name, as agreed under the order.
        coachee: the coachee's name, the same.
        aims: ids of the launch aims that were met.
        prerequisites: ids of the coach's prerequisites that are done (IP-2).
        habits: ids of the coach's habits that were talked through (CC-5).
        notes: what was said and agreed.
    """

    table: ClassVar[str] = "launches"
    once: ClassVar[tuple[str, ...]] = ("coachee_id", "track")

    coachee_id: str
    track: str
    held_on: date | None = None
    order: tuple[str, ...] = ()
    coach: Line = ""
    coachee: Line = ""
    aims: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    habits: tuple[str, ...] = ()
    notes: Block = ""

    def is_held(self, today: date) -> bool:
        """Whether the meeting has taken place; one that is planned has not."""
        return self.held_on is not None and self.held_on <= today

    @model_validator(mode="after")
    def _each_cluster_once(self) -> Self:
        if len(set(self.order)) != len(self.order):
            raise ValueError("the agreed order names a cluster twice")
        return self
