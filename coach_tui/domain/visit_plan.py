"""Planning a visit: the day that suggests itself, and what is worth telling of the one chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from coach_tui.domain.dates import days_text, near_date, short_date, short_time
from coach_tui.domain.holidays import Holidays

if TYPE_CHECKING:  # the rules need no checked records, only what they hold
    from coach_tui.domain.visit import Visit

_SATURDAY = 5
_MOST_OTHERS = 4


def suggested_day(
    last: date | None, ideal_days: int, today: date, holidays: Holidays | None = None
) -> date:
    """The day a next visit suggests itself for; never in the past, on a weekend or a holiday.

    Args:
        last: the day of the last visit, None for none yet.
        ideal_days: days between visits that the pair aims at.
        today: the coach's date.
        holidays: days off, which do not count in a gap.

    Returns:
        The last visit and the ideal gap; the next school day where that has passed, or where
        nobody was visited yet. A weekend or a holiday gives the first school day after it.
    """
    off = holidays or Holidays()
    wanted = off.days_on(min(last, today), ideal_days) if last else today
    if last is None or wanted < today:
        wanted = today + timedelta(days=1)
    return school_day(wanted, off)


def school_day(day: date, holidays: Holidays) -> date:
    """A day, or the first one after it that is on no weekend and no holiday."""
    while is_weekend(day) or day in holidays.days:
        day += timedelta(days=1)
    return day


def is_weekend(day: date) -> bool:
    """Whether a day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def next_planned(visits: Iterable[Visit], today: date) -> Visit | None:
    """The planned visit that comes next; where all have passed, the one that passed last."""
    planned = sorted((v for v in visits if v.status == "planned"), key=lambda visit: visit.when)
    to_come = [visit for visit in planned if visit.on >= today]
    return next(iter(to_come), planned[-1] if planned else None)


def gap_words(
    day: date,
    last: date | None,
    ideal_days: int,
    most_days: int,
    today: date,
    holidays: Holidays | None = None,
) -> tuple[str, ...]:
    """How long after the last visit a day is, beside what was planned; one sentence or two.

    Args:
        day: the day of the visit.
        last: the day of the last visit, None for none yet.
        ideal_days: days between visits that the pair aims at.
        most_days: days that are to lie between visits at most.
        today: the coach's date.
        holidays: days off, which do not count in a gap; it is told where there were some.
    """
    if last is None:
        return (f"The first visit; then one every {days_text(ideal_days)}.",)
    gap = (holidays or Holidays()).working_days(last, day)
    when = "today" if last == today else near_date(last, today)
    if day <= last:
        return (f"The last visit was {when}; planned every {days_text(ideal_days)}.",)
    off = ", holidays not counted" if gap < (day - last).days else ""
    told = f"{days_text(gap)} after the last visit, {when}{off}; planned every {ideal_days}."
    return (told, f"At most {days_text(most_days)} were planned.") if gap > most_days else (told,)


@dataclass(frozen=True, slots=True)
class OtherVisit:
    """Somebody else's planned visit, told without the name: the person may be looking.

    Attributes:
        where: the school, empty where it is not known.
    """

    on: date
    at: time | None
    where: str

    @property
    def words(self) -> str:
        """Time and school: "9:00 Lincoln ES"."""
        return " ".join(part for part in (short_time(self.at) if self.at else "", self.where)
                        if part) or "one visit"  # fmt: skip


def other_words(
    others: Iterable[OtherVisit], day: date, at: time | None, minutes: int
) -> tuple[str, str]:
    """What would be at the same time, and what else is planned that day; each empty for nothing.

    Args:
        others: the visits of all others.
        day: the day of the visit.
        at: its time, None for "some time that day".
        minutes: how long a visit takes at most; two that begin closer meet.
    """
    that_day = sorted(
        (other for other in others if other.on == day),
        key=lambda other: (other.at or time.max, other.where),
    )
    meeting = [other for other in that_day if at and other.at and _apart(at, other.at) < minutes]
    apart = [other for other in that_day if other not in meeting]
    return (
        f"At the same time: {_listed(meeting)}." if meeting else "",
        f"Also that day: {_listed(apart)}." if apart else "",
    )


def _apart(one: time, other: time) -> int:
    """Minutes between two times of a day."""
    return abs((one.hour * 60 + one.minute) - (other.hour * 60 + other.minute))


def _listed(others: Sequence[OtherVisit]) -> str:
    shown = ", ".join(other.words for other in others[:_MOST_OTHERS])
    more = len(others) - _MOST_OTHERS
    return f"{shown} and {more} more" if more > 0 else shown


def day_words(
    day: date, at: time | None, today: date, now: time, holidays: Holidays
) -> tuple[str, ...]:
    """What is worth a look in a day by itself: a day off, a time that has passed."""
    if is_weekend(day):
        return (f"{short_date(day)} is on a weekend.",)
    if day in holidays.days:
        return (f"{short_date(day)} is a holiday.",)
    if day == today and at and at < now:
        return (f"{short_time(at)} has passed today.",)
    return ()
