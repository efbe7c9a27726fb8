"""How long a visit has taken, and what is worth a word about it (IP-5)."""

from datetime import datetime

LONGEST_TIMED = 24 * 60
"""Minutes; a visit that seems longer was never ended, and is not timed."""


def visit_minutes(started: datetime | None, ended: datetime | None, now: datetime) -> int | None:
    """Whole minutes of a visit, to its end or to now; None where it was not begun, or not ended."""
    if started is None:
        return None
    minutes = int(((ended or now) - started).total_seconds() // 60)
    return minutes if 0 <= minutes <= LONGEST_TIMED else None


def length_hint(minutes: int, planned: tuple[int, int]) -> str:
    """A sentence where a visit is outside the planned length; never a bar."""
    shortest, longest = planned
    if shortest <= minutes <= longest:
        return ""
    unit = "minute" if minutes == 1 else "minutes"
    return f"{minutes} {unit}; visits of {shortest} to {longest} are planned for."
