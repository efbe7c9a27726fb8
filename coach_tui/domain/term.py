"""Terms: the two halves of a school year, in which a coach looks back on their own practice."""

from __future__ import annotations

import re
from datetime import date

from coach_tui.domain.school_year import FIRST_MONTH, is_school_year, school_year

_TERM = re.compile(r"([0-9]{4}-[0-9]{2})/([12])")


def term_of(day: date) -> str:
    """The term of a day: "2026-27/1" from July to December 2026, "2026-27/2" up to June 2027."""
    return f"{school_year(day)}/{1 if day.month >= FIRST_MONTH else 2}"


def is_term(text: str) -> bool:
    """Whether a text names a term: "2026-27/1", and not "2026-27/3", nor one out of reach."""
    found = _TERM.fullmatch(text)
    return bool(found and is_school_year(found[1])) and "1900" <= text < "2300"


def year_of_term(term: str) -> str:
    """The school year a term is in: "2026-27"."""
    return term.partition("/")[0]


def term_words(term: str) -> str:
    """A term as it is told: "Fall 2026", "Spring 2027"."""
    first, last = term_days(term)
    return f"Fall {first.year}" if first.month == FIRST_MONTH else f"Spring {last.year}"


def term_days(term: str) -> tuple[date, date]:
    """The first and the last day of a term."""
    year, _, half = term.partition("/")
    start = int(year[:4])
    if half == "1":
        return date(start, FIRST_MONTH, 1), date(start, 12, 31)
    return date(start + 1, 1, 1), date(start + 1, FIRST_MONTH - 1, 30)


def term_before(term: str) -> str:
    """The term before one."""
    first, _ = term_days(term)
    return term_of(date.fromordinal(first.toordinal() - 1))


def term_after(term: str) -> str:
    """The term after one."""
    _, last = term_days(term)
    return term_of(date.fromordinal(last.toordinal() + 1))
