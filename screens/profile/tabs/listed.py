"""One record as a tab lists it, and how the facts of it are laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from coach_tui.domain.dates import near_date
from coach_tui.services.profile import Profile
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line, wrap_text

_A_YEAR = 330
"""Days from which a date without its year would be taken for another one."""

Row = tuple[str, Line]
"""A line of a record's details, and what it holds: a field's name or a note line's id."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A record.

    Attributes:
        key: its id.
        kind: "cycle", "note" or "todo", as it is corrected.
        row: draws it for a width, one line.
        details: all that is known of it for a width.
        told: what row 23 says of it.
        corrects: id of the record that is corrected, where that is another one.
    """

    key: str
    kind: str
    row: Callable[[int], Line]
    details: Callable[[int], list[Row]]
    told: str
    corrects: str = ""


@dataclass(frozen=True)
class Around:
    """What the tabs need beside the profile.

    Attributes:
        day_of: the coach's day of a moment.
        history: what was corrected in a record, in sentences.
        now: the step of the service cycle the work is in; empty for an older school year.
    """

    profile: Profile
    glyphs: Glyphs
    day_of: Callable[[datetime], date]
    history: Callable[[Any], tuple[str, ...]]
    now: str = ""

    def day(self, day: date) -> str:
        """A date as the lists show it, in nine cells at most; a year ago or more with the year."""
        far = (self.profile.today - day).days > _A_YEAR
        return f"{day:%b %Y}" if far else near_date(day, self.profile.today)

    def one_line(self, text: str) -> str:
        """A text as one line that may be drawn."""
        return self.glyphs.shown(" ".join(text.split()))

    def fields(self, named: Iterable[tuple[str, str, str]], width: int) -> list[Row]:
        """Labelled texts, those without a text left out.

        Args:
            named: the field, its label, its text.
            width: cells.
        """
        rows: list[Row] = []
        for field, label, text in named:
            for number, part in enumerate(filter(None, text.strip().split("\n"))):
                head = f"{label:<9} " if number == 0 else " " * 10
                shown = self.glyphs.shown(part)
                wrapped = wrap_line(line((head, "muted"), shown), width, hang=10)
                rows += [(field, row) for row in wrapped]
        return rows

    def corrected(self, record: Any, width: int) -> list[Row]:
        """What was corrected in a record."""
        told = self.history(record)
        if not told:
            return []
        rows = [row for part in told for row in wrap_text(self.glyphs.shown(part), width, "muted")]
        head: list[Row] = [("", EMPTY), ("", line(("Corrected", "strong")))]
        return [*head, *(("", row) for row in rows)]


def title(words: str, more: str = "") -> Row:
    """The first line of a record's details."""
    return ("", line((words, "title"), (f"  {more}" if more else "", "muted")))
