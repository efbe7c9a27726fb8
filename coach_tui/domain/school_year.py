"""School years name the tracks."""

import re
from collections.abc import Iterable
from datetime import date

FIRST_MONTH = 7
"""A school year starts in July, before any district's first day of school."""


def school_year(day: date) -> str:
    """The school year of a day: "2026-27" from July 2026 to June 2027."""
    start = day.year if day.month >= FIRST_MONTH else day.year - 1
    return f"{start:04}-{(start + 1) % 100:02d}"


_YEAR = re.compile(r"[0-9]{4}-[0-9]{2}")


def is_school_year(text: str) -> bool:
    """Whether a text names a school year: "2026-27", and not "2026-28"."""
    return bool(_YEAR.fullmatch(text)) and int(text[5:]) == (int(text[:4]) + 1) % 100


def year_after(year: str) -> str:
    """The school year that follows one: "2027-28" after "2026-27"."""
    start = int(year[:4]) + 1
    return f"{start:04}-{(start + 1) % 100:02d}"


def year_of(day: date, begun: Iterable[tuple[str, date]]) -> str:
    """The school year that a day counts in for one person.

    Args:
        day: the day.
        begun: the years that were begun by hand, and the day of each: a new year may begin before
            July does, and counts from that day on.
    """
    return max([school_year(day), *(year for year, since in begun if since <= day)])


def years_on(day: date, begun: Iterable[tuple[str, date]]) -> frozenset[str]:
    """The school years that a meeting of a day may count in for one person.

    They are one, or two on the day a year was begun by hand: what was held earlier that day counts
    in the year before.

    Args:
        day: the day.
        begun: as in `year_of`.
    """
    starts = tuple(begun)
    before = [(year, since) for year, since in starts if since < day]
    return frozenset({year_of(day, starts), year_of(day, before)})
