"""Dates as they are typed and shown. Tuesday, March 11, 2025 is today throughout."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coach_tui.domain.dates import (
    local_clock,
    moment_text,
    near_date,
    plain_moment,
    read_date,
    read_latest_date,
    read_moment,
    read_past_date,
    read_time,
    short_date,
    short_time,
)
from coach_tui.errors import Refused

TODAY = date(2025, 3, 11)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("thu", date(2025, 3, 13)),
        ("Thursday", date(2025, 3, 13)),
        ("thurs", date(2025, 3, 13)),
        ("th", date(2025, 3, 13)),
        ("wed", date(2025, 3, 12)),
        ("mon", date(2025, 3, 17)),
        ("tue", date(2025, 3, 18)),
        ("+7", date(2025, 3, 18)),
        ("+ 7", date(2025, 3, 18)),
        ("-2", date(2025, 3, 9)),
        ("+0", TODAY),
        ("today", TODAY),
        ("TODAY", TODAY),
        ("tomorrow", date(2025, 3, 12)),
        ("yesterday", date(2025, 3, 10)),
        ("3/20", date(2025, 3, 20)),
        ("3/1", date(2025, 3, 1)),
        ("3/20/26", date(2026, 3, 20)),
        ("3/20/2026", date(2026, 3, 20)),
        ("mar 20", date(2025, 3, 20)),
        ("March 20, 2026", date(2026, 3, 20)),
        ("mar. 20", date(2025, 3, 20)),
        ("2025-03-20", date(2025, 3, 20)),
        ("Thu Mar 20", date(2025, 3, 20)),
        ("thu, mar 20", date(2025, 3, 20)),
        ("  thu  ", date(2025, 3, 13)),
        ("2/29/28", date(2028, 2, 29)),
    ],
)
def test_what_a_coach_types(text: str, meant: date) -> None:
    assert read_date(text, TODAY) == meant


@pytest.mark.parametrize(
    ("text", "today", "meant"),
    [
        ("12/20", date(2026, 1, 5), date(2025, 12, 20)),
        ("1/5", date(2025, 12, 20), date(2026, 1, 5)),
        ("jan 2", date(2025, 12, 31), date(2026, 1, 2)),
        ("+1", date(2025, 12, 31), date(2026, 1, 1)),
        ("sat", date(2024, 12, 29), date(2025, 1, 4)),
        ("2/29", date(2028, 3, 3), date(2028, 2, 29)),
        ("2/29", date(2027, 3, 3), date(2028, 2, 29)),
    ],
)
def test_the_edges_of_a_year(text: str, today: date, meant: date) -> None:
    assert read_date(text, today) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tue", TODAY),
        ("Tuesday", TODAY),
        ("mon", date(2025, 3, 10)),
        ("wed", date(2025, 3, 5)),
        ("thu", date(2025, 3, 6)),
        ("today", TODAY),
        ("yesterday", date(2025, 3, 10)),
        ("-2", date(2025, 3, 9)),
        ("3/10", date(2025, 3, 10)),
        ("12/20", date(2024, 12, 20)),
        ("Mon Mar 10", date(2025, 3, 10)),
    ],
)
def test_days_that_have_happened(text: str, meant: date) -> None:
    assert read_past_date(text, TODAY) == meant
    assert read_latest_date(text, TODAY) == meant


@pytest.mark.parametrize("text", ["tomorrow", "+1", "3/12", "Mar 12", "2025-03-12"])
def test_a_day_still_to_come_has_not_happened(text: str) -> None:
    with pytest.raises(Refused, match=r"Wed Mar 12 2025 is still to come; type thu, -2"):
        read_past_date(text, TODAY)
    assert read_latest_date(text, TODAY) == date(2025, 3, 12)


@pytest.mark.parametrize("read", [read_latest_date, read_past_date])
def test_a_past_day_that_is_none(read: Callable[[str, date], date | None]) -> None:
    assert read("  ", TODAY) is None
    for text, told in (("soon", "is not a date; type thu, -2"), ("-9999", "ten years away")):
        with pytest.raises(Refused, match=told):
            read(text, TODAY)


@pytest.mark.parametrize("blank", ["", "  ", "\t\n"])
def test_a_blank_is_no_date(blank: str) -> None:
    assert read_date(blank, TODAY) is None
    assert read_moment(blank, TODAY) == (None, None)
    assert read_time(blank) is None


@pytest.mark.parametrize(
    "text",
    [
        "t",
        "xyz",
        "13/40",
        "2/30",
        "2/29/27",
        "0/1",
        "2025-02-30",
        "soon",
        "7",
        "+",
        "+99999",
        "1/2/3/4",
        "٣/٢٠",
        "smarch 3",
        "3/20 x",
        "[red]",
        "\x1b[2J",
        "thu thu",
        "thu xyz",
        "9" * 5000,
    ],
)
def test_anything_else_is_refused_in_one_short_line(text: str) -> None:
    with pytest.raises(Refused, match=r"type thu, \+7") as caught:
        read_date(text, TODAY)
    assert len(str(caught.value)) < 70


@pytest.mark.parametrize("text", ["3/20/2050", "+4000", "0001-01-01", "9999-12-31", "-9999"])
def test_ten_years_is_the_farthest(text: str) -> None:
    with pytest.raises(Refused, match="more than ten years away"):
        read_date(text, TODAY)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10:31", time(10, 31)),
        ("9:05", time(9, 5)),
        ("2pm", time(14)),
        ("2 PM", time(14)),
        ("2:15 pm", time(14, 15)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_times(text: str, meant: time) -> None:
    assert read_time(text) == meant


@pytest.mark.parametrize("text", ["24:00", "10:60", "13pm", "0am", "10", "10:3", "x", "9" * 5000])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(Refused, match="is not a time") as caught:
        read_time(text)
    assert len(str(caught.value)) < 100


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("thu 10:30", (date(2025, 3, 13), time(10, 30))),
        ("3/20 2pm", (date(2025, 3, 20), time(14))),
        ("+7", (date(2025, 3, 18), None)),
        ("10:30", (None, time(10, 30))),
        ("Thu Mar 20 10:30", (date(2025, 3, 20), time(10, 30))),
        ("Thu  Mar 20   2:15 pm", (date(2025, 3, 20), time(14, 15))),
    ],
)
def test_moments(text: str, meant: tuple[date | None, time | None]) -> None:
    assert read_moment(text, TODAY) == meant


@pytest.mark.parametrize("text", ["thu 25:00", "x 10:30", "10:30 thu"])
def test_a_moment_with_a_part_that_is_neither(text: str) -> None:
    with pytest.raises(Refused):
        read_moment(text, TODAY)


@given(DAYS, st.integers(-180, 180), st.none() | MINUTES)
def test_what_a_field_shows_reads_back(today: date, days: int, at: time | None) -> None:
    day = today + timedelta(days=days)
    assert read_moment(moment_text(day, at), today) == (day, at)


@example(date(2002, 9, 1), -915, None)  # a Feb 29 with no other near it
@given(DAYS, st.integers(-3000, 3000), st.none() | MINUTES)
def test_what_a_field_shows_with_its_year_reads_back(
    today: date, days: int, at: time | None
) -> None:
    day = today + timedelta(days=days)
    assert read_moment(plain_moment(day, at, today), today) == (day, at)


@given(DAYS, MINUTES)
def test_a_time_alone_reads_back(today: date, at: time) -> None:
    assert read_moment(moment_text(None, at), today) == (None, at)


@given(DAYS, st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_within_the_week_to_come(today: date, name: str) -> None:
    day = read_date(name, today)
    assert day is not None
    assert 1 <= (day - today).days <= 7
    assert f"{day:%a}".lower() == name
    assert read_past_date(name, today) == day - timedelta(days=7)


@given(DAYS, st.integers(-3660, 3660))
def test_days_from_now(today: date, days: int) -> None:
    assert read_date(f"{days:+d}", today) == today + timedelta(days=days)


LOOKALIKES = st.text("0123456789/-+: apmthuwedmar,.[]\x1b", max_size=20)


@given(st.text(max_size=30) | LOOKALIKES, DAYS)
def test_garbage_raises_nothing_but_refused(text: str, today: date) -> None:
    shown: list[str] = []
    for read in (read_date, read_past_date, read_moment):
        try:
            read(text, today)
        except Refused as fault:
            shown.append(str(fault))
    try:
        read_time(text)
    except Refused as fault:
        shown.append(str(fault))
    assert all(shown)


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (0, "Today"),
        (1, "Wed 12"),
        (20, "Mon 31"),
        (21, "Apr 1"),
        (-1, "Mar 10"),
        (299, "Jan 4"),
        (300, "Jan 5 2026"),
        (-400, "Feb 5 2024"),
    ],
)
def test_dates_in_a_list(days: int, shown: str) -> None:
    assert near_date(TODAY + timedelta(days=days), TODAY) == shown


@pytest.mark.parametrize(("days", "shown"), [(6, "Mon 2"), (7, "Mar 3"), (20, "Mar 16")])
def test_a_weekday_stands_alone_only_where_its_month_is_plain(days: int, shown: str) -> None:
    today = date(2026, 2, 24)
    assert near_date(today + timedelta(days=days), today) == shown


def test_dates_and_times_in_full() -> None:
    assert short_date(date(2025, 3, 2)) == "Sun Mar 2"
    assert short_time(time(9, 5)) == "9:05"
    assert moment_text(None, None) == ""
    assert local_clock(datetime(2025, 3, 11, 8, 4)) == "8:04"  # noqa: DTZ001 - a wall-clock moment


def test_a_near_date_past_the_end_of_a_month_names_the_month() -> None:
    today = date(2025, 3, 28)
    assert near_date(date(2025, 3, 31), today) == "Mon 31"
    assert near_date(date(2025, 4, 2), today) == "Wed 2"
    assert near_date(date(2025, 4, 9), today) == "Apr 9"
