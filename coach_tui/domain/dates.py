"""Dates the way a coach types and reads them: `thu`, `+7`, `3/20`, "Thu Mar 20 10:30"."""

import re
from datetime import date, datetime, time, timedelta

from coach_tui.errors import Refused
from coach_tui.text import fit

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_TIME = re.compile(r"(\d{1,2}):(\d{2})\s*(am|pm)?|(\d{1,2})\s*(am|pm)", re.ASCII)
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?", re.ASCII)
_NAMED = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_HOW = "type thu, +7 or 3/20"
_HOW_PAST = "type thu, -2 or 3/20"


def read_date(text: str, today: date) -> date | None:
    """The date meant by what was typed, None for a blank.

    A weekday is the next one, today's own name meaning a week on. A date without a year is the one
    nearest to today, so that 12/20 typed in January is last month.

    Raises:
        Refused: it is not a date, or one more than ten years away.
    """
    typed = " ".join(text.lower().split())
    if not typed:
        return None
    return _known(text, _weekday(typed, today) or _other(typed, today), today, _HOW)


def read_latest_date(text: str, today: date) -> date | None:
    """A date as `read_date` reads it, but that a weekday is the latest one, today included.

    For a day that has usually passed, and may yet be to come.

    Raises:
        Refused: it is not a date, or one more than ten years away.
    """
    typed = " ".join(text.lower().split())
    if not typed:
        return None
    following = _weekday(typed, today)
    latest = following - timedelta(days=7) if following else _other(typed, today)
    return _known(text, latest, today, _HOW_PAST)


def full_date(day: date) -> str:
    """A day with its year: "Tue Mar 11 2025"."""
    return f"{short_date(day)} {day.year}"


def read_past_date(text: str, today: date) -> date | None:
    """A day that has happened: `thu` is the latest Thursday, today included; None for a blank.

    Raises:
        Refused: it is not a date, still to come, or more than ten years ago.
    """
    day = read_latest_date(text, today)
    if day and day > today:
        raise Refused(f"{full_date(day)} is still to come; {_HOW_PAST}.")
    return day


def _other(typed: str, today: date) -> date | None:
    """A date that is no weekday's name."""
    return _relative(typed, today) or _calendar(typed, today)


def _known(text: str, day: date | None, today: date, how: str) -> date:
    """A day near enough to be meant.

    Raises:
        Refused: there is none, or it is too far away.
    """
    if day is None:
        raise Refused(f"'{fit(text.strip(), 16)}' is not a date; {how}.")
    if abs((day - today).days) > 3660:
        raise Refused(f"{day:%Y-%m-%d} is more than ten years away; {how}.")
    return day


def read_moment(text: str, today: date) -> tuple[date | None, time | None]:
    """A date and, behind it, a time: "thu 10:30", "3/20 2pm". Either may be left out.

    Raises:
        Refused: a part is neither.
    """
    typed = " ".join(text.split())
    match = re.search(r"(?:^|\s)(" + _TIME.pattern + r")$", typed.lower(), re.ASCII)
    if match is None:
        return read_date(typed, today), None
    return read_date(typed[: match.start()], today), read_time(match[1])


def read_time(text: str) -> time | None:
    """A time of day: "10:31", "2pm", "2:15 pm"; None for a blank.

    Raises:
        Refused: it is not a time.
    """
    typed = text.strip().lower()
    if not typed:
        return None
    match = _TIME.fullmatch(typed)
    hour = int(match[1] or match[4]) if match else 99
    minute = int(match[2] or 0) if match else 99
    half = (match[3] or match[5] or "") if match else ""
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif half:
        hour = 99
    if hour > 23 or minute > 59:
        raise Refused(f"'{text.strip()[:24]}' is not a time; type it like 10:30 or 2pm.")
    return time(hour, minute)


def _relative(typed: str, today: date) -> date | None:
    """`today`, `tomorrow`, `yesterday`, `+7`, `-2`."""
    named = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if typed in named:
        return today + timedelta(days=named[typed])
    if re.fullmatch(r"[+-]\s?\d{1,4}", typed, re.ASCII):
        return _shift(today, int(typed.replace(" ", "")))
    return None


def _shift(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _weekday(typed: str, today: date) -> date | None:
    """The day of a weekday's name, within the week to come."""
    if len(typed) < 2 or not typed.isalpha():
        return None
    found = [i for i, name in enumerate(_DAYS) if _names(typed, name, _FULL_DAYS[i])]
    if len(found) != 1:
        return None
    return _shift(today, (found[0] - today.weekday() - 1) % 7 + 1)


_FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _names(typed: str, short: str, full: str) -> bool:
    """Whether what was typed begins a weekday's name and says enough of it."""
    return full.startswith(typed) and (len(typed) >= 3 or short.startswith(typed))


def _calendar(typed: str, today: date) -> date | None:
    """3/20, 3/20/27, mar 20, 2027-03-20, each with a weekday's name before it or not."""
    head, _, rest = typed.partition(" ")
    if head.rstrip(",") in _DAYS or head.rstrip(",") in _FULL_DAYS:
        typed = rest
    if match := _ISO.fullmatch(typed):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _SLASH.fullmatch(typed):
        return _dated(int(match[1]), int(match[2]), match[3], today)
    if match := _NAMED.fullmatch(typed):
        name = match[1][:3]
        month = _MONTHS.index(name) + 1 if name in _MONTHS else 0
        return _dated(month, int(match[2]), match[3], today)
    return None


def _dated(month: int, day: int, year: str | None, today: date) -> date | None:
    """A month and day in the year given, else in the year that brings it nearest to today."""
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = (_date(today.year + shift, month, day) for shift in (-1, 0, 1))
    known = [found for found in near if found]
    return min(known, key=lambda found: abs((found - today).days), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_text(count: int) -> str:
    """A number of days: "1 day", "5 days"."""
    return f"{count} day" if count == 1 else f"{count} days"


def short_date(day: date) -> str:
    """A date in full: "Thu Mar 20"."""
    return f"{day:%a %b} {day.day}"


def month_day(day: date) -> str:
    """A date without its weekday: "Mar 20"."""
    return f"{day:%b} {day.day}"


def short_time(at: time) -> str:
    """A time of day: "9:15"."""
    return f"{at.hour}:{at.minute:02d}"


def moment_text(day: date | None, at: time | None) -> str:
    """A date and time as they stand in a field: "Thu Mar 20 10:30"."""
    parts = [short_date(day) if day else "", short_time(at) if at else ""]
    return " ".join(part for part in parts if part)


def moment_order(day: date, at: time | None) -> tuple[date, time]:
    """What visits sort by: one without a time comes last that day."""
    return day, at or time.max


def plain_moment(day: date, at: time | None, today: date) -> str:
    """A date and time as they stand in a field, with the year where it is needed."""
    return f"{plain_date(day, today)} {moment_text(None, at)}".strip()


def plain_date(day: date, today: date) -> str:
    """A date as it stands in a field, with its year where it would be read as another one."""
    text = short_date(day)
    return text if _dated(day.month, day.day, None, today) == day else f"{text} {day.year}"


def near_date(day: date, today: date) -> str:
    """A date as a list shows it: "Today", "Wed 12" or "Mar 20".

    The weekday stands for the coming week, and for three within the month. Another year is told:
    "Mar 20 2027".
    """
    days = (day - today).days
    if days == 0:
        return "Today"
    if 0 < days <= 6 or (0 < days <= 20 and day.month == today.month):
        return f"{day:%a} {day.day}"
    return f"{day:%b} {day.day}" + ("" if abs(days) < 300 else f" {day.year}")


def local_clock(moment: datetime) -> str:
    """The wall-clock time of a local moment: "10:42"."""
    return f"{moment.hour}:{moment.minute:02d}"
