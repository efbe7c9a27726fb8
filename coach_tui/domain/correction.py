"""What was corrected in a record: what stood there, what replaced it, when and why."""

from collections.abc import Mapping

from pydantic import AwareDatetime

from coach_tui.domain.records import Block, Line, Value
from coach_tui.errors import ReasonNeeded


class Correction(Value):
    """One field that was corrected; nothing is overwritten without one.

    Attributes:
        at: when, UTC.
        field: what it is called: "praise"; "line 3" is the line of that id in a note.
        was: what stood there, as text; empty for nothing.
        now: what replaced it.
        reason: why, in the coach's words; empty where none was asked for.
    """

    at: AwareDatetime
    field: Line
    was: Block = ""
    now: Block = ""
    reason: Line = ""


Texts = Mapping[str, str]
"""What of a record can be corrected: its text by what the field is called."""


def differences(before: Texts, after: Texts) -> tuple[tuple[str, str, str], ...]:
    """The fields in which two texts differ, each with what was and what is there now.

    A field that only one of them has is empty in the other.
    """
    names = [*before, *(name for name in after if name not in before)]
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple((name, was, now) for name, was, now in pairs if was != now)


def check_reason(reason: str, recorded_on: str, *, today: bool, total: bool) -> None:
    """A record of an earlier day is corrected with a reason; a recorded GI total always is.

    Args:
        reason: as typed.
        recorded_on: the day the record was made on, in words.
        today: whether that is the coach's day.
        total: whether a GI total that was recorded is another one now.

    Raises:
        ReasonNeeded: there is none.
    """
    if reason.strip() or (today and not total):
        return
    if total:
        raise ReasonNeeded("Another GI total needs a short reason; both totals are kept.")
    raise ReasonNeeded(
        f"This was recorded on {recorded_on}; give a short reason, and both are kept."
    )
