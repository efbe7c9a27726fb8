"""What a coach types for a GI total: `11` is the total, `+3` adds to the last one."""

import re
from dataclasses import dataclass

from coach_tui.errors import Refused

HIGHEST = 100_000
"""A total above this is a slip of the finger."""

_ENTRY = re.compile(r"(\+?)\s*([0-9]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class GiEntry:
    """A total as typed.

    Attributes:
        number: the digits.
        adds: whether it is to be added to the last total.
    """

    number: int
    adds: bool

    def total(self, before: int | None) -> int:
        """The total it stands for, given the last one (None where none is recorded).

        Raises:
            Refused: the sum is beyond what a total can be.
        """
        total = (before or 0) + self.number if self.adds else self.number
        if total > HIGHEST:
            raise Refused(f"A total of {total} GIs is too large; the most is {HIGHEST:,}.")
        return total


def read_gi_entry(text: str) -> GiEntry | None:
    """What was typed, or None for a blank: not recorded, which is not 0.

    Raises:
        Refused: it is neither a whole number nor a + and a whole number.
    """
    typed = text.strip()
    if not typed:
        return None
    match = _ENTRY.fullmatch(typed)
    if match is None or len(match[2]) > 9:
        shown = typed if len(typed) <= 20 else typed[:19] + "~"
        raise Refused(f"'{shown}' is not a GI total; type a whole number (11) or an addition (+3).")
    return GiEntry(int(match[2]), adds=bool(match[1]))
