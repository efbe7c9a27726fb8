"""Moments and ids for seeded records, counted from today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from coach_tui.clock import Clock

NOON = time(12)
"""The time of what has none."""


class Stamps:
    """Moments and ids: days from now on, no two moments the same."""

    def __init__(self, clock: Clock, new_id: Callable[[datetime], str]) -> None:
        self.today = clock.today()
        self._now = clock.now()
        self._wall = clock.local(self._now).replace(tzinfo=None)
        self._new_id = new_id
        self._count = count()

    def date(self, day: int) -> date:
        """The date so many days from today."""
        return self.today + timedelta(days=day)

    def moment(self, day: int, at: time = NOON) -> datetime:
        """A moment of a day on the coach's clock, an hour off where the clocks changed since.

        One that is still to come becomes a moment ago. Each is a millisecond after the one before.
        """
        then = datetime.combine(self.date(day), at)
        moment = min(self._now + (then - self._wall), self._now - timedelta(minutes=1))
        return moment + timedelta(milliseconds=next(self._count))

    def base(self, day: int, at: time = NOON) -> dict[str, Any]:
        """What a record made at that moment starts with."""
        moment = self.moment(day, at)
        return {"id": self._new_id(moment), "created_at": moment, "updated_at": moment}
