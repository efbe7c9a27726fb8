"""The forecast: a person's own gains, a spread, and nothing where little is known."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.forecast import Forecast, forecast, forecast_brief, forecast_words, needs
from coach_tui.domain.track import SessionPoint, Track
from tests.domain.shipped import bands

DAY = date(2025, 3, 11)


def track(*totals: int | None, carried: int | None = None) -> Track:
    """Sessions from 1 on with these totals."""
    points = [SessionPoint(n, total, "C", DAY, f"c{n}") for n, total in enumerate(totals, 1)]
    return Track.of("p", "2024-25", points, carried)


def made(*totals: int | None) -> Forecast:
    """The forecast of such a track, which has one."""
    found = forecast(track(*totals), bands())
    assert found is not None
    return found


def test_there_is_none_under_three_totals() -> None:
    assert forecast(track(), bands()) is None
    assert forecast(track(4, 9), bands()) is None
    assert forecast(track(4, None, 9), bands()) is None
    assert forecast(track(4, 8, 9), bands()) is not None


def test_the_spread_is_from_the_smallest_to_the_largest_recent_gain() -> None:
    found = made(4, 8, 13, 17, 22, 27)
    assert [found.totals(session) for session in (7, 8, 9)] == [(31, 32), (35, 37), (39, 42)]
    assert forecast_words(track(4, 8, 13, 17, 22, 27), bands()) == (
        "If gains stay between +4 and +5 a session: 31 to 32 at session 7, 35 to 37 at session 8, "
        "39 to 42 at session 9; Meeting is not reached by these gains up to session 14 - a spread, "
        "not a promise."
    )


def test_where_there_is_little_room_each_session_has_a_text() -> None:
    assert forecast_brief(track(3, 9, 12), bands()) == (
        "Session 4: 15-18",
        "Session 5: 18-24",
        "Session 6: 21-30",
        "if gains stay between +3 and +6 a session; Meeting or above at session 6 at the earliest"
        " - a spread, not a promise.",
    )
    assert forecast_brief(track(4, 9), bands()) == (
        "A forecast needs 3 sessions with a total; there are 2 so far.",
    )


def test_the_session_where_meeting_is_likely() -> None:
    assert made(3, 9, 12).meeting_words == "Meeting or above at session 6 at the earliest"
    assert made(1, 7, 14).meeting_words == "Meeting or above likely from session 4 on"
    told = "Meeting or above possible from session 4, likely from session 5 on"
    assert made(0, 6, 13).meeting_words == told
    assert made(60, 60, 60).meeting_words == "Meeting or above at session 4 at the earliest"


def test_a_gap_in_the_records_is_spread_over_its_sessions() -> None:
    assert made(2, 6, None, 14).gains_words == "at +4 a session"


def test_a_carried_total_is_no_gain() -> None:
    assert forecast(track(80, 81, carried=76), bands()) is None
    found = forecast(track(80, 81, 83, carried=10), bands())
    assert found is not None
    assert (found.low, found.high) == (1, 2)


def test_nothing_is_told_past_the_benchmarks_or_from_two_totals() -> None:
    every = [5 * n for n in range(1, 15)]
    assert forecast_words(track(*every), bands()).startswith("Past session 14 there is no")
    assert needs(track(*every), bands()) is None
    assert forecast(track(*every[:-1]), bands()) is not None
    assert forecast_words(track(4, 9), bands()) == (
        "A forecast needs 3 sessions with a total; there are 2 so far."
    )


def test_what_the_next_session_needs() -> None:
    """Journey 4: 35 at session 7; session 8 needs 40 for Meeting and 45 for Exceeding."""
    asked = needs(track(3, 8, 13, 18, 23, 27, 35), bands())
    assert asked is not None
    assert asked.words == "Session 8 needs 40 for Meeting (5 more), 45 for Exceeding (10 more)"
    met = needs(track(7, 16), bands())
    assert met is not None
    assert met.asked == "15 for Meeting (reached), 20 for Exceeding (4 more)"
    first = needs(track(), bands())
    assert first is not None
    assert first.asked == "5 for Meeting, 10 for Exceeding"
    assert met.brief == "Session 3: Meeting 15 (reached), Exceeding 20 (+4)"


@given(st.lists(st.none() | st.integers(0, 120), max_size=16))
def test_low_is_never_above_high_and_no_session_is_past_the_table(
    totals: list[int | None],
) -> None:
    found = forecast(track(*totals), bands())
    if found is None:
        return
    assert found.low <= found.high
    assert all(len(totals) < session <= bands().last_session for session in found.sessions)
    assert all(0 <= found.totals(n)[0] <= found.totals(n)[1] for n in found.sessions)
    first, surely = found.meeting_from, found.meeting_by
    assert surely is None or (first is not None and first <= surely)
    for session in found.sessions if surely else ():
        limits = bands().limits(session)
        assert limits is not None
        low = found.totals(session)[0]
        assert low >= limits.meeting or (surely is not None and session < surely)
