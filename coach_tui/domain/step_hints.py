"""What to look at in an action step: one behaviour, a date, a lesson, a rehearsal (IP-11).

Hints only; none of them ever bars a save.
"""

import re
from collections.abc import Iterator
from datetime import date

_TWO = re.compile(r";|\n|[.!?]\s+\S|,?\s+(?:and|then|also|plus)\s+", re.IGNORECASE)
_WORDS = 2  # on either side, for a joint to join two moves and not two things

MOST_OPEN = 2
"""Open steps of one person that are enough at a time."""


def step_hints(
    text: str, *, lesson: str, practice: str, due: date | None, open_before: int
) -> tuple[str, ...]:
    """What is worth a look in a step as it is being agreed, in the order of the form.

    Args:
        text: the step; nothing is said of a blank one.
        lesson: the lesson it goes into.
        practice: how it was practised, "" or "not_yet" for not at all.
        due: the day it is due.
        open_before: how many other steps of the person are still open.
    """
    if not text.strip():
        return ()
    return tuple(_hints(text, lesson, practice, due, open_before))


def _hints(
    text: str, lesson: str, practice: str, due: date | None, open_before: int
) -> Iterator[str]:
    if reads_as_two(text):
        yield "this may be two moves; one is easier to try"
    if not lesson.strip():
        yield "name the lesson it goes into"
    if practice in ("", "not_yet"):
        yield "try it together before the lesson"
    if due is None:
        yield "set a day to come back to it"
    if open_before >= MOST_OPEN:
        yield f"{open_before} earlier steps are still open"


def reads_as_two(text: str) -> bool:
    """Whether a step reads as more than one behaviour: two clauses that are joined, or two lines.

    Two things in one move, "pens and paper", are one.
    """
    plain = text.strip().rstrip(".!?")
    for joint in _TWO.finditer(plain):
        before, after = plain[: joint.start()].split(), plain[joint.end() - 1 :].split()
        if len(before) >= _WORDS and len(after) > _WORDS:
            return True
    return False
