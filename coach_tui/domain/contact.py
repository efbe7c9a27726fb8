"""A contact that is no visit: a word in the hallway, a call, a file that was sent."""

import re
from typing import ClassVar

from pydantic import AwareDatetime

from coach_tui.domain.correction import Correction
from coach_tui.domain.records import Count, Record
from coach_tui.errors import Refused
from coach_tui.text import fit, visible

MOST_MINUTES = 999

_NUMBER = re.compile(r"[0-9]{1,3}", re.ASCII)
# What goes on to the left is another number, or one of two: 10-15, 3 to 5, 1.5, 1,500, 17/24, 9:05.
_AT_END = re.compile(
    r"(?<![\w.:/+%$–-])(?<![0-9],)(?<![0-9] [–-] )(?<![0-9] to )"
    r"([0-9]{1,3})[ \u00a0]{0,3}(?:m|mins?|minutes?)\.?[)\]]?[.!]?\Z",
    re.ASCII | re.IGNORECASE,
)


class Contact(Record):
    """One contact with one person; it takes no number and is no visit.

    Attributes:
        at: when it was noted.
        minutes: how long it took, None where it was not said.
        note_id: the note that holds its lines.
        corrections: what was changed afterwards, oldest first; of the lines, in the note.
        standards: ids of the coach standards it is tagged with.
    """

    table: ClassVar[str] = "contacts"

    coachee_id: str
    at: AwareDatetime
    minutes: Count | None = None
    note_id: str
    corrections: tuple[Correction, ...] = ()
    standards: tuple[str, ...] = ()


def minutes_at_end(text: str) -> int | None:
    """The minutes that a text ends with: "sent file, 5 min", "5m", "(5 minutes)"; None for none."""
    found = _AT_END.search(text.rstrip()[-80:])
    return int(found[1]) if found else None


def typed_minutes(text: str) -> int | None:
    """A number of minutes as typed, None for a blank.

    Raises:
        Refused: it is not a whole number from 0 to 999.
    """
    typed = text.strip()
    if not typed:
        return None
    if not _NUMBER.fullmatch(typed):
        shown = fit(visible(typed), 20)
        raise Refused(f"'{shown}' is not a number of minutes; it is 0 to {MOST_MINUTES}.")
    return int(typed)


def minutes_words(minutes: int) -> str:
    """A number of minutes in full: "1 minute", "5 minutes"."""
    return f"{minutes} minute" if minutes == 1 else f"{minutes} minutes"
