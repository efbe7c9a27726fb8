"""Corrections in plain words: "Mar 11: total 35 to 33. Reason: counted twice."."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from coach_tui.domain.corrected import LINE
from coach_tui.domain.correction import Correction
from coach_tui.domain.dates import short_date
from coach_tui.domain.gi import GiChange
from coach_tui.domain.note import open_rows, reads_private
from coach_tui.text import fit, visible

SHORT = 40
"""Cells that a text is told in where there is little room."""

Change = Correction | GiChange

_KEYS = ("mode", "practice", "owner")
_PLAIN = frozenset(
    (*_KEYS, "date", "due date", "day closed", "day", "time", "minutes", "cluster", "total")
) | {"coach's count", "session"}


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of corrections.

    Attributes:
        local: a moment on the coach's clock.
        today: the coach's date; a day of another year is told with it.
        short: the cells that a text is cut to; None to tell all of it.
    """

    local: Callable[[datetime], datetime]
    today: date
    short: int | None = SHORT

    def sentences(self, changes: Iterable[Change]) -> tuple[str, ...]:
        """A sentence for each time of correcting, the newest first.

        What was changed together stands together.
        """
        in_order = sorted(changes, key=lambda change: change.at)
        times = groupby(in_order, key=lambda change: (change.at, change.reason))
        told = [self._sentence(at, reason, list(group)) for (at, reason), group in times]
        return tuple(reversed(told))

    def _sentence(self, at: datetime, reason: str, changes: list[Change]) -> str:
        day = self.local(at).date()
        when = f"{day:%b} {day.day}" + ("" if day.year == self.today.year else f" {day.year}")
        what = "; ".join(dict.fromkeys(self.words(change) for change in changes))
        return f"{when}: {what}." + (f" Reason: {_ended(visible(reason))}" if reason else "")

    def words(self, change: Change) -> str:
        """One change: "total 35 to 33"; nothing of what a private line says."""
        field, was, now = _parts(change)
        if field.startswith(LINE):
            if reads_private(was) or reads_private(now):
                return "a private line"
            field = LINE.strip()
        was, now = open_rows(was), open_rows(now)
        if was == now:
            return f"a private line of {field}"
        before, after = self._value(field, was), self._value(field, now)
        if not was:
            return f"{field} {after} put in"
        return f"{field} {before} to {after}" if now else f"{field} {before} taken out"

    def _value(self, field: str, text: str) -> str:
        """A number or a day as it is, a text in quotes and on one line."""
        if field in _KEYS:
            text = text.replace("_", " ")
        elif field == "day":
            text = self._day(text)
        flat = visible(" / ".join(part.strip() for part in text.split("\n") if part.strip()))
        flat = flat if self.short is None else fit(flat, self.short)
        return flat if field in _PLAIN else f'"{flat}"'

    def _day(self, moment: str) -> str:
        """The coach's day of a moment that is kept as text; a file may have been edited by hand."""
        try:
            return short_date(self.local(datetime.fromisoformat(moment)).date())
        except ValueError:
            return moment


def _parts(change: Change) -> tuple[str, str, str]:
    """What was changed, what was there, what is there now."""
    if isinstance(change, Correction):
        return change.field, change.was, change.now
    if change.was == change.now and change.items_now:
        return "ticked GIs", ", ".join(change.items), ", ".join(change.items_now)
    was, now = ("" if total is None else str(total) for total in (change.was, change.now))
    return "total", was, now


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
