"""A field for a date, typed the way a coach writes it."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType

from coach_tui.domain.dates import (
    moment_text,
    plain_date,
    read_latest_date,
    read_moment,
    read_past_date,
    short_time,
)
from coach_tui.errors import Refused
from coach_tui.widgets.fields.line_field import LineField

Reader = Callable[[str, date], tuple[date | None, time | None]]
"""Reads a text into a day and a time, given today.

Raises:
    Refused: it is neither.
"""


def past_day(text: str, today: date) -> tuple[date | None, time | None]:
    """Reads a day that has happened; a reader for a `DateField`."""
    return read_past_date(text, today), None


def latest_day(text: str, today: date) -> tuple[date | None, time | None]:
    """Reads a day of which `thu` is the latest Thursday; a reader for a `DateField`."""
    return read_latest_date(text, today), None


class DateField(LineField):
    """`thu`, `+7`, `3/20 10:30`. Up and Down move a day; on leaving, a readable text is put plain.

    `value` stays a text; what it means is `coach_tui.domain.dates.read_moment(value, today)`.

    Attributes:
        today: the coach's date.
        default_day: the day that Up and Down put into a blank field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(1)", show=False),
        Binding("down", "step(-1)", show=False),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        today: date,
        default_day: date | None = None,
        read: Reader = read_moment,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Make a field.

        Args:
            value: its first text.
            today: the coach's date.
            default_day: the day put into a blank field by Up and Down; today where None.
            read: what a text means on a day; a date that has happened is read otherwise.
            placeholder: our own words shown while it is empty.
            id: its id on the screen.
            classes: its classes.
        """
        super().__init__(value, placeholder=placeholder, limit=40, id=id, classes=classes)
        self.today = today
        self.default_day = default_day or today
        self._read = read

    def action_step(self, days: int) -> None:
        """Move the date by so many days; a text that is no date is left alone."""
        try:
            day, at = self._read(self.value, self.today)
            moved = day + timedelta(days=days) if day else self.default_day
        except (Refused, OverflowError):
            return
        self._put(plain_date(moved, self.today) + (f" {short_time(at)}" if at else ""))

    def on_blur(self) -> None:
        """Put a readable text plain; leave any other as it was typed."""
        try:
            day, at = self._read(self.value, self.today)
        except Refused:
            return
        text = moment_text(None, at)
        if day:
            text = f"{plain_date(day, self.today)} {text}".rstrip()
        if text != self.value:
            self._put(text)

    def _put(self, text: str) -> None:
        self.value = text
        self.cursor_position = len(text)
