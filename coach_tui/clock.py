"""The one place that reads the time. Everything else is handed a clock."""

from datetime import UTC, date, datetime, tzinfo
from typing import Protocol


class Clock(Protocol):
    """What the rest of the app knows of time."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def local(self, moment: datetime) -> datetime:
        """The same moment on the coach's wall clock."""
        ...

    def today(self) -> date:
        """The coach's date."""
        ...


class SystemClock:
    """The clock of this machine, in its own time zone."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)

    def local(self, moment: datetime) -> datetime:
        """The same moment in this machine's time zone."""
        return moment.astimezone()

    def today(self) -> date:
        """This machine's date."""
        return self.local(self.now()).date()


class FrozenClock:
    """A clock that stands still until it is moved; for tests, demos and pictures."""

    def __init__(self, moment: datetime, zone: tzinfo = UTC) -> None:
        self.moment = moment.astimezone(UTC)
        self.zone = zone

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.moment

    def local(self, moment: datetime) -> datetime:
        """The same moment in the clock's own zone."""
        return moment.astimezone(self.zone)

    def today(self) -> date:
        """The date in the clock's own zone."""
        return self.local(self.moment).date()
