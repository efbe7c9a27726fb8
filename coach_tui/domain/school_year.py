"""School years name the tracks."""

from datetime import date

FIRST_MONTH = 7
"""A school year starts in July, before any district's first day of school."""


def school_year(day: date) -> str:
    """The school year of a day: "2026-27" from July 2026 to June 2027."""
    start = day.year if day.month >= FIRST_MONTH else day.year - 1
    return f"{start}-{(start + 1) % 100:02d}"
