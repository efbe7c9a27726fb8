"""Documents as files of ours hold them, or as someone changed them by hand, read unchecked.

What is not as it should be is passed over; checking thousands of records with pydantic takes
seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

Document = Mapping[str, Any]
"""One record as the store holds it."""

_YEARS = range(1970, 9999)
"""No clock of ours was elsewhere; each zone's time of such a moment can be told."""


def part_of(document: Document, name: str) -> Document:
    """A field that holds fields of its own; none where it does not."""
    value = document.get(name)
    return value if isinstance(value, dict) else {}


def parts_of(document: Document, name: str) -> Iterator[Document]:
    """The entries of a list that hold fields of their own."""
    value = document.get(name)
    if isinstance(value, list):
        yield from (entry for entry in value if isinstance(entry, dict))


def text_of(document: Document, name: str) -> str:
    """A field that is a text; empty where it is none."""
    value = document.get(name)
    return value if isinstance(value, str) else ""


def read_day(value: object) -> date | None:
    """A day from ISO text; None for anything else."""
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def read_moment(value: object) -> datetime | None:
    """A moment with its zone from ISO text; None for anything else."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo and moment.year in _YEARS else None
