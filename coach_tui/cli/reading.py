"""What is typed behind a command, read; what makes no sense is refused in a sentence."""

import re
from datetime import date

from coach_tui.domain.school_year import FIRST_MONTH
from coach_tui.domain.term import is_term, term_of
from coach_tui.domain.track import check_session
from coach_tui.errors import Refused
from coach_tui.text import clean_line, fit, visible

_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)
_HALVES = ("fall", "spring")
_YEAR = re.compile(r"([0-9]{4})-([0-9]{2})", re.ASCII)


def read_session(text: str) -> int:
    """A session's number.

    Raises:
        Refused: it is not a whole number from 1 to the highest.
    """
    if not _WHOLE.fullmatch(text.strip()):
        raise Refused(f"{_quoted(text)} is not a session; sessions are whole numbers from 1.")
    check_session(int(text))
    return int(text)


def read_count(text: str) -> int:
    """A GI total.

    Raises:
        Refused: it is not a whole number from 0.
    """
    if not _WHOLE.fullmatch(text.strip()):
        raise Refused(f"{_quoted(text)} is not a GI count; it is a whole number, 0 or more.")
    return int(text)


def read_year(text: str | None) -> str | None:
    """A school year, None where none was named.

    Raises:
        Refused: it does not look like 2026-27.
    """
    if text is None:
        return None
    found = _YEAR.fullmatch(text.strip())
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        raise Refused(f"{_quoted(text)} is not a school year; type it like 2026-27.")
    return found[0]


def named_term(text: str) -> str:
    """The term of "spring 2027"; any other text as it was typed."""
    typed = text.strip().lower()
    half, _, year = typed.partition(" ")
    if half in _HALVES and _WHOLE.fullmatch(year) and 1900 < int(year) < 2300:
        month = FIRST_MONTH if half == "fall" else 1
        return term_of(date(int(year), month, 1))
    return typed


def read_term(text: str | None) -> str | None:
    """A term, None where none was named.

    Raises:
        Refused: it does not look like 2026-27/1 or "spring 2027".
    """
    if text is None:
        return None
    typed = named_term(text)
    if not is_term(typed):
        raise Refused(f"{_quoted(text)} is not a term; type it like 2026-27/1 or 'spring 2027'.")
    return typed


def read_cluster(text: str | None) -> str | None:
    """A cluster's letter, in either case; None where none was named."""
    return None if text is None else clean_line(text).upper()


def _quoted(text: str) -> str:
    """A typed text as a sentence may name it."""
    return f"'{fit(visible(text.strip()), 20)}'"
