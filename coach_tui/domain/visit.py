"""A visit that is planned, or was held."""

from datetime import date, time
from typing import ClassVar, Literal

from coach_tui.domain.dates import moment_order
from coach_tui.domain.records import Record


class Visit(Record):
    """One visit to one person.

    Attributes:
        on: the day.
        at: the time on the coach's clock, None for "some time that day".
        status: planned, held or cancelled.
        cycle_id: the cycle it was held in, once it was.
    """

    table: ClassVar[str] = "visits"

    coachee_id: str
    on: date
    at: time | None = None
    status: Literal["planned", "held", "cancelled"] = "planned"
    cycle_id: str | None = None

    @property
    def when(self) -> tuple[date, time]:
        """What visits sort by: one without a time comes last that day."""
        return moment_order(self.on, self.at)
