"""Bands as printed (E2L-5, E2L-10), what a total means, and what it means past the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.bands import Band, BandTable
from tests.domain.shipped import bands, timeline

PRINTED = {
    1: ((1, 2), (3, 4), (5, 9), 10),
    2: ((1, 4), (5, 9), (10, 14), 15),
    3: ((1, 7), (8, 14), (15, 19), 20),
    4: ((1, 10), (11, 19), (20, 24), 25),
    5: ((1, 12), (13, 24), (25, 29), 30),
    6: ((1, 15), (16, 29), (30, 34), 35),
    7: ((1, 17), (18, 34), (35, 39), 40),
    8: ((1, 19), (20, 39), (40, 44), 45),
    9: ((1, 22), (23, 44), (45, 49), 50),
    10: ((1, 24), (25, 49), (50, 54), 55),
    11: ((1, 27), (28, 54), (55, 59), 60),
    12: ((1, 29), (30, 59), (60, 64), 65),
    13: ((1, 32), (33, 64), (65, 69), 70),
    14: ((1, 34), (35, 69), (70, 74), 75),
}
SESSIONS = st.integers(1, 14)
TOTALS = st.integers(0, 200)


@pytest.mark.parametrize("session", PRINTED)
def test_every_row_stands_as_printed(session: int) -> None:
    row = timeline().bands[session - 1]
    assert row.session == session
    assert (row.initiating, row.approaching, row.meeting, row.exceeding) == PRINTED[session]


@pytest.mark.parametrize("session", PRINTED)
def test_every_printed_edge_falls_in_its_band(session: int) -> None:
    *closed, exceeding = PRINTED[session]
    for band, (low, high) in zip(Band, closed, strict=False):
        assert bands().standing(session, low).band is band
        assert bands().standing(session, high).band is band
    assert bands().standing(session, exceeding).band is Band.EXCEEDING


def test_there_are_fourteen_rows() -> None:
    assert [row.session for row in bands().rows] == list(PRINTED)
    assert bands().last_session == 14


def test_sessions_4_and_6_are_the_irregular_ones() -> None:
    rule = {n: -(-5 * n // 2) - 1 for n in PRINTED}
    uneven = [n for n, printed in PRINTED.items() if printed[0][1] != rule[n]]
    assert uneven == [4, 6]
    assert [timeline().bands[n - 1].initiating[1] for n in uneven] == [10, 15]


@pytest.mark.parametrize(
    ("total", "word"),
    [
        (0, "None yet"),
        (10, "Initiating"),
        (11, "Approaching"),
        (19, "Approaching"),
        (20, "Meeting"),
        (24, "Meeting"),
        (25, "Exceeding"),
    ],
)
def test_session_4_through_its_edges(total: int, word: str) -> None:
    assert bands().standing(4, total).word == word


@pytest.mark.parametrize(("session", "total"), [(6, 15), (4, 10)])
def test_one_above_the_irregular_edge_is_the_next_band(session: int, total: int) -> None:
    assert bands().standing(session, total).band is Band.INITIATING
    assert bands().standing(session, total + 1).band is Band.APPROACHING


@given(SESSIONS)
def test_zero_is_in_no_band(session: int) -> None:
    standing = bands().standing(session, 0)
    assert standing.band is None
    assert standing.benchmarked
    assert standing.word == "None yet"
    assert standing.distance == "1 more to Initiating (1)"


@given(st.one_of(st.integers(15, 999), st.integers(-5, 0)), TOTALS)
def test_no_benchmark_outside_the_table(session: int, total: int) -> None:
    standing = bands().standing(session, total)
    assert (standing.band, standing.benchmarked, standing.word) == (None, False, "No benchmark")
    assert standing.distance == ""
    assert standing.more is None


@given(SESSIONS, TOTALS)
def test_the_band_never_falls_as_the_total_grows(session: int, total: int) -> None:
    here, above = bands().standing(session, total), bands().standing(session, total + 1)
    assert (above.band.level if above.band else 0) >= (here.band.level if here.band else 0)


@given(SESSIONS, TOTALS)
def test_a_total_lies_within_the_limits_of_its_band(session: int, total: int) -> None:
    band, row = bands().standing(session, total).band, bands().limits(session)
    assert row is not None
    if band is None:
        assert total == 0
        return
    highest = row.highest(band)
    assert row.lowest(band) <= total
    assert highest is None or total <= highest


@given(SESSIONS, TOTALS)
def test_the_distance_lands_on_the_next_band(session: int, total: int) -> None:
    standing = bands().standing(session, total)
    if standing.next_band is None:
        assert standing.band is Band.EXCEEDING
        assert standing.more is None
        return
    assert standing.more is not None
    assert standing.more > 0
    assert bands().standing(session, total + standing.more).band is standing.next_band
    assert bands().standing(session, total + standing.more - 1).band is standing.band


@given(st.integers(1, 13))
def test_exceeding_is_one_session_ahead(session: int) -> None:
    here, following = bands().limits(session), bands().limits(session + 1)
    assert here is not None
    assert following is not None
    assert here.exceeding == following.meeting


def test_the_distance_in_words() -> None:
    assert bands().standing(4, 11).distance == "9 more to Meeting (20)"
    assert bands().standing(12, 68).distance == ""


def test_the_words_of_the_bands() -> None:
    assert [band.word for band in Band] == ["Initiating", "Approaching", "Meeting", "Exceeding"]
    assert [band.short for band in Band] == ["Init", "Appr", "Meet", "Exc"]
    assert [band.level for band in Band] == [1, 2, 3, 4]


def test_an_empty_table_has_no_sessions() -> None:
    table = BandTable(())
    assert table.last_session == 0
    assert table.standing(1, 3).word == "No benchmark"


@pytest.mark.parametrize(
    ("session", "total", "word"),
    [
        (6, 27, "Approaching"),
        (3, 16, "Meeting"),
        (4, 10, "Initiating"),
        (9, 52, "Exceeding"),
        (11, 54, "Approaching"),
        (1, 0, "None yet"),
        (14, 75, "Exceeding"),
        (2, 9, "Approaching"),
        (12, 60, "Meeting"),
        (15, 78, "No benchmark"),
        (6, 15, "Initiating"),
    ],
)
def test_the_twelve_teachers_of_the_journeys(session: int, total: int, word: str) -> None:
    assert bands().standing(session, total).word == word
