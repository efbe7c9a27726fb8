"""GIs ticked one by one: the total is their number (E2L-9)."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coach_tui.domain.correction_words import Teller
from coach_tui.domain.framework import Timeline
from coach_tui.domain.gi import GiCount, Ticks
from coach_tui.domain.records import FrameworkPin
from coach_tui.services.ticks import claimed, in_order, tick_rows
from tests.domain.shipped import raw

NOW = datetime(2025, 3, 11, 10, 42, tzinfo=UTC)
PIN = FrameworkPin(id="e2l_timeline", version="own-1")


def ticks(*items: str) -> Ticks:
    """Ticks of the own file."""
    return Ticks(items=items, framework=PIN)


def test_the_total_is_the_number_of_ticks() -> None:
    count = GiCount.first(2, "", NOW, ticks("A1", "A2"))
    assert (count.total, count.items, count.items_of) == (2, ("A1", "A2"), PIN)
    for total, items in ((3, ("A1", "A2")), (None, ("A1",)), (2, ("A1", "A1"))):
        with pytest.raises(ValidationError):
            GiCount(total=total, items=items)


def test_a_number_by_hand_lays_no_claim_to_ticks() -> None:
    count = GiCount.first(2, "", NOW, ticks("A1", "A2")).corrected(3, "miscounted", NOW)
    assert (count.items, count.items_of) == ((), None)
    assert count.history[-1].items == ("A1", "A2")
    assert GiCount(total=2).corrected(2, "", NOW) == GiCount(total=2)


def test_ticks_for_a_number_that_stood_there_overwrite_nothing() -> None:
    count = GiCount(total=2).corrected(2, "", NOW, ticks("A1", "A2"))
    assert (count.items, count.history) == (("A1", "A2"), ())


def test_other_ticks_of_the_same_number_are_kept_and_told() -> None:
    before = GiCount.first(2, "", NOW, ticks("A1", "A2"))
    assert before.corrected(2, "", NOW, ticks("A2", "A1")) is before
    count = before.corrected(2, "wrong row", NOW, ticks("A1", "A3"))
    (told,) = Teller(lambda moment: moment, NOW.date(), None).sentences(count.history)
    assert told == 'Mar 11: ticked GIs "A1, A2" to "A1, A3". Reason: wrong row.'


@given(st.lists(st.one_of(st.integers(0, 6), st.sets(st.sampled_from("abcdef"), min_size=1))))
def test_whatever_is_corrected_the_ticks_make_up_the_total(steps: list[int | set[str]]) -> None:
    count = GiCount()
    for step in steps:
        number = step if isinstance(step, int) else len(step)
        count = count.corrected(
            number, "why", NOW, None if isinstance(step, int) else ticks(*sorted(step))
        )
        assert count.total == number
        assert not count.items or len(count.items) == number


def itemized(*entries: tuple[str, str]) -> Timeline:
    """Our timeline with some GIs."""
    gis = [{"id": key, "cluster": cluster, "text": f"sign {key}"} for key, cluster in entries]
    return Timeline.model_validate(raw("e2l_timeline") | {"gis": gis})


def test_the_list_goes_by_cluster_and_keeps_what_the_file_lacks() -> None:
    timeline = itemized(("b1", "B"), ("a1", "A"), ("a2", "A"))
    rows = tick_rows(timeline, ("a1", "old7"))
    assert [(row.item, row.text) for row in rows] == [
        ("", "A Standards alignment"),
        ("a1", "sign a1"),
        ("a2", "sign a2"),
        ("", "B Differentiation, scaffolding"),
        ("b1", "sign b1"),
        ("", "Not in this framework"),
        ("old7", "old7"),
    ]
    assert in_order(rows, {"old7", "b1", "a2"}) == ("a2", "b1", "old7")


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ((("a1", "A"), ("a1", "B")), "GI a1 is listed twice"),
        ((("a1", "Z"),), "GI a1 names cluster Z, not listed"),
    ],
)
def test_a_list_that_does_not_hold_together(
    entries: tuple[tuple[str, str], ...], told: str
) -> None:
    with pytest.raises(ValidationError, match=told):
        itemized(*entries)


@pytest.mark.parametrize(
    ("typed", "kept"), [("2", True), (" 2 ", True), ("3", False), ("+2", False), ("", False)]
)
def test_ticks_are_claimed_while_the_number_is_theirs(typed: str, kept: bool) -> None:
    assert claimed(typed, ("A1", "A2")) == (("A1", "A2") if kept else ())
    assert claimed("0", ()) == ()
