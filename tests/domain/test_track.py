"""Totals along a track: they only grow, unless the coach says why (domain decision 6)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.track import HIGHEST_SESSION, SessionPoint, Track, check_session
from coach_tui.errors import ReasonNeeded, Refused

DAY = date(2026, 10, 1)


def track(*totals: int | None, first: int = 1) -> Track:
    points = tuple(
        SessionPoint(number, total, None, DAY, f"c{number}")
        for number, total in enumerate(totals, start=first)
    )
    return Track("p", "2026-27", points)


def test_sessions_have_a_lowest_and_a_highest_number() -> None:
    for session in (1, 14, HIGHEST_SESSION):
        check_session(session)
    with pytest.raises(Refused, match="no session 0; sessions are numbered from 1"):
        check_session(0)
    with pytest.raises(Refused, match="no session 1000; the highest is 999"):
        check_session(1000)


def test_an_empty_track() -> None:
    empty = track()
    assert empty.last is None
    assert empty.next_session == 1
    assert empty.point(1) is None
    assert empty.used(1) == {}
    empty.check_total(1, 0, "")


def test_the_last_and_the_next() -> None:
    assert track(3, 6, 8).next_session == 4
    assert track(3, first=9).next_session == 10


def test_points_in_any_order_are_sorted_and_the_newer_record_of_a_session_stands() -> None:
    points = [
        SessionPoint(n, t, None, DAY, key) for n, t, key in ((2, 6, "b"), (1, 4, "c"), (1, 3, "a"))
    ]
    made = Track.of("p", "2026-27", points)
    assert [(point.session, point.total) for point in made.points] == [(1, 4), (2, 6)]


def test_before_and_after_skip_blanks() -> None:
    with_blank = track(3, None, 8)
    assert with_blank.before(3) == with_blank.point(1)
    assert with_blank.after(1) == with_blank.point(3)
    assert with_blank.before(1) is None
    assert with_blank.after(3) is None


def test_the_gain() -> None:
    with_blank = track(3, None, 8)
    assert [with_blank.gain(n) for n in (1, 2, 3, 4)] == [None, None, 5, None]


def test_used_leaves_out_the_session_itself() -> None:
    points = tuple(
        SessionPoint(number, 1, key, DAY, "c") for number, key in enumerate("ABA", start=1)
    )
    held = Track("p", "2026-27", points)
    assert held.used(4) == {"A": 3, "B": 2}
    assert held.used(3) == {"A": 1, "B": 2}


def test_incomplete() -> None:
    assert SessionPoint(1, None, "A", DAY, "c").incomplete
    assert SessionPoint(1, 0, None, DAY, "c").incomplete
    assert not SessionPoint(1, 0, "A", DAY, "c").incomplete


@pytest.mark.parametrize(
    ("session", "total", "told"),
    [
        (4, 7, "7 is lower than the 8 of session 3"),
        (3, 7, "7 is lower than the 8 recorded for session 3"),
        (2, 9, "9 is higher than the 8 of session 3"),
        (5, 0, "0 is lower than the 8 of session 3"),
    ],
)
def test_a_step_back_needs_a_reason(session: int, total: int, told: str) -> None:
    with pytest.raises(ReasonNeeded, match=told):
        track(3, 6, 8).check_total(session, total, "")
    with pytest.raises(ReasonNeeded):
        track(3, 6, 8).check_total(session, total, "  ")
    track(3, 6, 8).check_total(session, total, "counted twice")


@pytest.mark.parametrize(("session", "total"), [(4, 8), (4, 20), (3, 8), (3, 9), (2, 6), (2, 8)])
def test_growing_or_staying_needs_none(session: int, total: int) -> None:
    track(3, 6, 8).check_total(session, total, "")


def test_a_blank_may_be_filled_between_its_neighbors() -> None:
    track(3, None, 8).check_total(2, 5, "")
    with pytest.raises(ReasonNeeded, match="lower than the 3 of session 1"):
        track(3, None, 8).check_total(2, 2, "")


@given(st.lists(st.integers(0, 20), min_size=1, max_size=16))
def test_a_growing_track_never_asks(gains: list[int]) -> None:
    totals = [sum(gains[: end + 1]) for end in range(len(gains))]
    for end, total in enumerate(totals):
        track(*totals[:end]).check_total(end + 1, total, "")


@given(st.lists(st.integers(0, 90), min_size=2, max_size=10), st.integers(0, 90))
def test_it_asks_exactly_where_a_total_would_fall(totals: list[int], total: int) -> None:
    held = track(*sorted(totals))
    falls = total < max(totals)
    try:
        held.check_total(held.next_session, total, "")
        asked = False
    except ReasonNeeded:
        asked = True
    assert asked is falls
