"""Evidence for the coach's own practice, counted from records; it only suggests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Behind:
    """One record that a count rests on.

    Attributes:
        coachee_id: whose it is; empty where it is of nobody.
        on: its day.
        words: what it is, without a name: "session 4, follow-up sent".
        counts: whether it is one of those that were counted, or one that was not.
        record_id: its id; empty where a count rests on there being none.
    """

    coachee_id: str
    on: date | None
    words: str
    counts: bool
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the records say of one element of the Coaching Continuum.

    Attributes:
        element: the element's id: "CC-31".
        rule: the key of what was counted, unique: "follow_ups".
        count: how many, of `of`.
        of: how many there could be; 0 where there is nothing to count in.
        told: the count in words: "follow-ups sent after 31 of 34 sessions".
        first: the first day that was looked at.
        last: the last day.
        suggests: the level that this alone would speak for, 1 to 3; None where it speaks for none.
        behind: the records, the newest first.
    """

    element: str
    rule: str
    count: int
    of: int
    told: str
    first: date
    last: date
    suggests: int | None = None
    behind: tuple[Behind, ...] = ()
