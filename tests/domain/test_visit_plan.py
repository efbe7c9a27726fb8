"""The day that suggests itself for a visit, and what is told of one."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.holidays import Holidays
from coach_tui.domain.visit_plan import (
    OtherVisit,
    day_words,
    gap_words,
    is_weekend,
    other_words,
    suggested_day,
)

TODAY = date(2025, 3, 11)
"""A Tuesday."""

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(last=st.none() | DAYS, ideal=st.integers(1, 365), today=DAYS, off=st.sets(DAYS, max_size=5))
def test_it_is_never_in_the_past_nor_on_a_day_off(
    last: date | None, ideal: int, today: date, off: set[date]
) -> None:
    holidays = Holidays(frozenset(off))
    day = suggested_day(last, ideal, today, holidays)
    assert day >= today
    assert not is_weekend(day)
    assert day not in off
    if last is None or last + timedelta(days=ideal) < today - timedelta(days=len(off)):
        assert today < day <= today + timedelta(days=3 + 2 * len(off))


@pytest.mark.parametrize(
    ("last", "day"),
    [
        (date(2025, 3, 4), date(2025, 3, 18)),  # 14 days on
        (date(2025, 3, 8), date(2025, 3, 24)),  # a Saturday: the Monday after it
        (date(2025, 2, 25), TODAY),
        (date(2025, 2, 24), date(2025, 3, 12)),  # overdue: the next school day
        (None, date(2025, 3, 12)),
        (date(9999, 12, 31), date(2025, 3, 25)),  # a year of somebody's typing
    ],
)
def test_the_ideal_gap_counts(last: date | None, day: date) -> None:
    assert suggested_day(last, 14, TODAY) == day


def test_holidays_do_not_count() -> None:
    week = Holidays(frozenset(date(2025, 3, 17) + timedelta(days=n) for n in range(5)))
    assert suggested_day(date(2025, 3, 4), 14, TODAY, week) == date(2025, 3, 24)


def test_the_gap_in_words() -> None:
    last = date(2025, 3, 4)
    assert gap_words(date(2025, 3, 16), last, 14, 21, TODAY) == (
        "12 days after the last visit, Mar 4; planned every 14.",
    )
    assert gap_words(date(2025, 3, 26), last, 14, 21, TODAY)[1] == "At most 21 days were planned."
    assert gap_words(date(2025, 3, 12), TODAY, 1, 21, TODAY) == (
        "1 day after the last visit, today; planned every 1.",
    )
    assert gap_words(TODAY, TODAY, 14, 21, TODAY) == (
        "The last visit was today; planned every 14 days.",
    )
    assert gap_words(TODAY, None, 14, 21, TODAY) == ("The first visit; then one every 14 days.",)


def test_the_day_that_is_suggested_is_not_warned_against() -> None:
    break_ = Holidays(frozenset(date(2025, 3, 10) + timedelta(days=n) for n in range(12)))
    last, today = date(2025, 3, 4), date(2025, 3, 9)
    day = suggested_day(last, 14, today, break_)
    assert day == date(2025, 3, 31)  # 27 days on, 12 of them holidays, one more for the weekend
    assert gap_words(day, last, 14, 21, today, break_) == (
        "15 days after the last visit, Mar 4, holidays not counted; planned every 14.",
    )


def test_others_are_told_without_a_name() -> None:
    day = date(2025, 3, 20)
    others = [
        OtherVisit(day, time(10, 30), "Lincoln ES"),
        OtherVisit(day, None, ""),
        OtherVisit(day, time(9), "Marsh MS"),
        OtherVisit(day + timedelta(days=1), time(10, 30), "elsewhere"),
    ]
    clash, also = other_words(others, day, time(10, 1), 30)
    assert clash == "At the same time: 10:30 Lincoln ES."
    assert also == "Also that day: 9:00 Marsh MS, one visit."
    assert other_words(others, day, time(10), 30)[0] == ""  # half an hour earlier
    assert other_words(others, day, None, 30)[0] == ""
    assert other_words([others[0]] * 6, day, None, 30)[1].endswith(" and 2 more.")
    assert other_words((), day, None, 30) == ("", "")


def test_a_day_by_itself() -> None:
    now, none = time(10, 42), Holidays()
    assert day_words(date(2025, 3, 15), None, TODAY, now, none) == ("Sat Mar 15 is on a weekend.",)
    assert day_words(TODAY, time(10, 30), TODAY, now, none) == ("10:30 has passed today.",)
    assert day_words(TODAY, time(10, 43), TODAY, now, none) == ()
    off = Holidays(frozenset({date(2025, 3, 20)}))
    assert day_words(date(2025, 3, 20), None, TODAY, now, off) == ("Thu Mar 20 is a holiday.",)
