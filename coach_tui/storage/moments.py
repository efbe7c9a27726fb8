"""Moments and days as files of ours hold them, or as someone changed them by hand."""

from datetime import date, datetime

_YEARS = range(1970, 9999)
"""No clock of ours was elsewhere; each zone's time of such a moment can be told."""


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
