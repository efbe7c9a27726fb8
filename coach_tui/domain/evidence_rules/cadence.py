"""How often the coach met with each person: quarterly, every two months, monthly (CC-30).

The rule, for one person and one period (domain E 12, E 13):

- A *meeting* is what the agenda's first clock counts: a held cycle, a visit marked as held, a note
  that the coach ended; the launch too, which is held face to face. A quick contact or a bare count
  of GIs is none.
- Their time starts with the first meeting of the school year, or with the period where that is
  later. So a summer is nobody's gap, and what lay before the period is not judged in it.
- It ends with the last day of the period, or today where that comes first; for who is on leave or
  archived now, with the last meeting there was, if that is earlier.
- The rhythm is *kept* at so many months when no stretch between two neighbors of {start, each
  meeting, end} is longer than that. Months are those of the calendar: one from Jan 31 is Feb 28.
  Holidays do not count: a stretch may be longer by each that is in it.
- Who has had no meeting this school year has not begun; whose time is no longer than one month is
  too new to tell. Both are told apart and counted in nothing. Whose time starts after the period is
  not in it at all, nor is who was added later.
- The level that is suggested is the highest that is kept with all who are counted.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from coach_tui.domain.dates import days_text, month_day
from coach_tui.domain.evidence import Behind, Evidence
from coach_tui.domain.evidence_rules.log import Client, Log
from coach_tui.domain.holidays import Holidays
from coach_tui.domain.school_year import school_year

Rhythm = Literal[0, 1, 2, 3]
"""As a level: 3 monthly, 2 every two months, 1 quarterly, 0 less often."""

_MONTHS: tuple[tuple[Rhythm, int], ...] = ((3, 1), (2, 2), (1, 3))

WORDS: dict[Rhythm, str] = {
    3: "monthly",
    2: "every two months",
    1: "quarterly",
    0: "less often",
}
"""What each level is called."""


def months_on(day: date, months: int) -> date:
    """The same day so many calendar months on, or the last of a shorter month."""
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def latest(day: date, months: int, holidays: Holidays) -> date:
    """The last day of a stretch of so many months that begins on a day."""
    return holidays.days_on(day, (months_on(day, months) - day).days)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One person's time in the period.

    Attributes:
        start: its first day.
        end: its last day.
        days: the meetings in it, in order.
    """

    start: date
    end: date
    days: tuple[date, ...]

    def gaps(self) -> Iterable[tuple[date, date]]:
        """The stretches between neighbors, start and end among them."""
        return pairwise((self.start, *self.days, self.end))

    def keeps(self, months: int, holidays: Holidays) -> bool:
        """Whether no gap is longer than so many months."""
        return all(after <= latest(before, months, holidays) for before, after in self.gaps())

    def rhythm(self, holidays: Holidays) -> Rhythm:
        """The highest level that is kept."""
        return next((level for level, count in _MONTHS if self.keeps(count, holidays)), 0)

    def longest(self) -> tuple[date, date]:
        """The longest gap, the last of several."""
        return max(self.gaps(), key=lambda gap: (gap[1] - gap[0], gap))


def stretch_of(client: Client, first: date, last: date) -> Stretch | None:
    """A person's time in a period, None where they had none in it or have not begun."""
    days = client.days
    if not days or days[0] > last:
        return None
    start = max(first, days[0])
    end = last if client.status == "active" else min(last, days[-1])
    if end < start:
        return None
    return Stretch(start, end, tuple(day for day in days if start <= day <= end))


def cadence(log: Log) -> Evidence:
    """How often the coach met with each person (CC-30); see the rule above."""
    levels: list[Rhythm] = []
    behind: list[Behind] = []
    new = waiting = 0
    for client in log.clients.values():
        stretch = stretch_of(client, log.first, log.last)
        if stretch is None:
            if _waits(client, log):
                waiting += 1
                behind.append(Behind(client.id, None, "no meeting this school year", counts=False))
            continue
        if stretch.end <= latest(stretch.start, 1, log.holidays):
            new += 1
            words = f"too new to tell; {_meetings(stretch)}"
            behind.append(Behind(client.id, _last(stretch), words, counts=False))
            continue
        level = stretch.rhythm(log.holidays)
        levels.append(level)
        behind.append(Behind(client.id, _last(stretch), _client(level, stretch), level == 3))
    count = levels.count(3)
    return Evidence(
        "CC-30",
        "cadence",
        count,
        len(levels),
        _told(levels, new, waiting),
        log.first,
        log.last,
        suggests=min(levels, default=0) or None,
        behind=tuple(sorted(behind, key=lambda one: one.on or date.min, reverse=True)),
    )


def _waits(client: Client, log: Log) -> bool:
    """Whether somebody of the period had no meeting in its school year."""
    if client.status != "active" or client.since > log.last:
        return False
    return not client.days or school_year(client.days[0]) != log.year


def _told(levels: list[Rhythm], new: int, waiting: int) -> str:
    """The count: "met monthly with 10 of 12 people, every two months with 1, quarterly with 1"."""
    apart = [f"{new} too new to tell"] if new else []
    apart += [f"{waiting} not begun"] if waiting else []
    if not levels:
        return "; ".join(["nobody was coached for more than a month yet", *apart])
    lower: tuple[Rhythm, ...] = (2, 1, 0)
    others = [f"{WORDS[level]} with {levels.count(level)}" for level in lower if level in levels]
    people = "person" if len(levels) == 1 else "people"
    counted = f"met monthly with {levels.count(3)} of {len(levels)} {people}"
    return "; ".join([", ".join([counted, *others]), *apart])


def _client(level: Rhythm, stretch: Stretch) -> str:
    start, end = stretch.longest()
    gap = f"{days_text((end - start).days)}, {month_day(start)} to {month_day(end)}"
    return f"{WORDS[level]}, {_meetings(stretch)}; longest gap {gap}"


def _meetings(stretch: Stretch) -> str:
    count = len(stretch.days)
    return f"{count} meeting" if count == 1 else f"{count} meetings"


def _last(stretch: Stretch) -> date | None:
    return stretch.days[-1] if stretch.days else None
