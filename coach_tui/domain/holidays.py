"""Days on which nobody is expected: they do not count in a gap, and nothing grows late on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from coach_tui.errors import Refused
from coach_tui.text import fit, visible

LONGEST = 366
"""Days in one range: a longer one is a slip of the finger."""

_HOW = 'write a day as "2025-04-18", several as "2025-03-17..2025-03-21"'


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days off.

    Attributes:
        days: each of them.
    """

    days: frozenset[date] = frozenset()

    def working_days(self, after: date, until: date) -> int:
        """How many days of a span are none of them, its first day left out, its last one in."""
        span = (until - after).days
        if span <= 0:
            return 0
        return span - sum(1 for day in self.days if after < day <= until)

    def days_on(self, start: date, count: int) -> date:
        """The day so many days after another one, these left out; at most the last there is."""
        if (date.max - start).days <= count + len(self.days):
            return date.max  # a hand has edited the file
        day = start + timedelta(days=count)
        missing = count - self.working_days(start, day)
        while missing > 0:
            day += timedelta(days=1)
            missing -= day not in self.days
        return day


def read_holidays(texts: Iterable[str]) -> Holidays:
    """Holidays as they stand in the settings.

    Raises:
        Refused: a text is neither a day nor two days in order with ".." between them.
    """
    return Holidays(frozenset(day for text in texts for day in _span(text)))


def holidays_in(group: object) -> Holidays:
    """Holidays as the group `[calendar]` of an unchecked settings file names them.

    None where they cannot be read as a whole, as a check of the file finds too.
    """
    listed = group.get("holidays") if isinstance(group, dict) else None
    given = [day_text(entry) for entry in listed] if isinstance(listed, list) else []
    texts = [text for text in given if isinstance(text, str)]
    try:
        return read_holidays(texts) if len(texts) == len(given) else Holidays()
    except Refused:
        return Holidays()


def day_text(given: object) -> object:
    """A day as a text; TOML knows days without quotes too."""
    return given.isoformat() if type(given) is date else given


def _span(text: str) -> list[date]:
    """The days that one text stands for."""
    first, dots, last = (part.strip() for part in text.partition(".."))
    shown = fit(visible(text), 40)
    try:
        start = date.fromisoformat(first)
        end = date.fromisoformat(last) if dots else start
    except ValueError as error:
        raise Refused(f"'{shown}' is no holiday; {_HOW}.") from error
    length = (end - start).days + 1
    if not 1 <= length <= LONGEST:
        raise Refused(f"'{shown}' is no holiday: its days are out of order or too many; {_HOW}.")
    return [start + timedelta(days=step) for step in range(length)]
