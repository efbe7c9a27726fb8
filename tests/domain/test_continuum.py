"""Rules of the coach's own placement (CC-0, CC-40, E 15)."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.continuum import (
    Tally,
    change_words,
    group_level,
    last_rated,
    tally,
    ticks_of,
)
from coach_tui.domain.placement import Accepted, EvidenceNote, Placement
from coach_tui.domain.records import FrameworkPin

POINTS = ("1a", "1b", "2a", "2b", "2c", "3a", "3b")
LEVELS = st.none() | st.integers(1, 3)
NAMES = ("Emerging", "Developing", "Transforming")


@given(st.sets(st.sampled_from((*POINTS, "1z", "3x"))))
def test_a_level_is_full_only_with_all_below_it(ticked: set[str]) -> None:
    found = ticks_of(POINTS, ticked)
    for level in range(1, found.full + 1):
        assert all(key in ticked for key in POINTS if key[0] == str(level))
    if found.full < 3:
        following = [key for key in POINTS if key[0] == str(found.full + 1)]
        assert (found.done, found.of) == (len(ticked & set(following)), len(following))
        assert found.done < found.of
    else:
        assert (found.done, found.of) == (0, 0)


@given(st.sets(st.sampled_from(POINTS)), st.sampled_from(POINTS))
def test_one_more_tick_never_lowers_what_is_full(ticked: set[str], more: str) -> None:
    assert ticks_of(POINTS, ticked | {more}).full >= ticks_of(POINTS, ticked).full


def test_ticks_above_a_gap_do_not_count() -> None:
    found = ticks_of(POINTS, ("1a", "1b", "2a", "3a", "3b"))
    assert (found.full, found.done, found.of) == (1, 1, 3)


@given(st.lists(LEVELS))
def test_a_tally_counts_each_once(levels: list[int | None]) -> None:
    found = tally(levels)
    assert found.total == len(levels)
    assert found.levels == tuple(levels.count(level) for level in (1, 2, 3))


def test_a_tally_in_words() -> None:
    found = Tally((4, 8, 4), 1)
    assert found.words(NAMES) == "4 Emerging, 8 Developing, 4 Transforming, 1 not rated"
    assert found.short(NAMES) == "4 E, 8 D, 4 T, 1 not rated"


@given(LEVELS, LEVELS)
def test_a_change_is_told_only_between_two_levels(now: int | None, last: int | None) -> None:
    told = change_words(now, last)
    if now is None or last is None or now == last:
        assert told == ""
    else:
        assert int(told) == now - last
        assert told[0] in "+-"


@given(st.lists(LEVELS, min_size=1))
def test_a_group_stands_where_all_its_lines_stand(levels: list[int | None]) -> None:
    found = group_level(levels)
    assert (found is None) == (None in levels)
    if found is not None:
        assert all(level is not None and level >= found for level in levels)
        assert found in levels


TERMS = st.sampled_from(("2023-24/1", "2023-24/2", "2024-25/1", "2024-25/2"))


@given(st.dictionaries(TERMS, LEVELS), TERMS)
def test_what_was_last_is_the_nearest_rated_term_before(
    levels: dict[str, int | None], term: str
) -> None:
    found = last_rated(levels, term)
    earlier = {one: level for one, level in levels.items() if one < term and level is not None}
    assert found == (max(earlier), earlier[max(earlier)] if found else 0) if earlier else not found


NOW = datetime(2025, 3, 11, tzinfo=UTC)


def placement(**fields: object) -> Placement:
    """A placement of Questioning."""
    base = {
        "id": "01",
        "created_at": NOW,
        "updated_at": NOW,
        "term": "2024-25/2",
        "element": "CC-16",
        "called": "Questioning",
        "framework": FrameworkPin(id="coaching_continuum", version="1"),
    }
    return Placement.model_validate({**base, **fields})


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"level": 2, "placed": "Developing"}, "Questioning: Developing"),
        ({"ticked": ("1a",)}, "a tick of Questioning"),
        ({"mentor": "ask less"}, "mentor's word on Questioning"),
        (
            {"accepted": (Accepted(rule="x", told="7 of 9", on=NOW.date(), count=7, of=9),)},
            "evidence from records for Questioning",
        ),
        (
            {"notes": (EvidenceNote(id="n", on=date(2025, 3, 4), text="open Qs"),)},
            "evidence note on Questioning",
        ),
    ],
)
def test_a_change_of_it_is_told_in_words(fields: dict[str, object], told: str) -> None:
    assert placement(**fields).told(None) == told
    assert placement(**fields).told(placement()) == told


def test_clearing_a_level_is_told() -> None:
    was = placement(level=3, placed="Transforming")
    assert placement().told(was) == "Questioning: not rated"
