"""What a coach types for a total, and corrections to it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coach_tui.domain.gi import GiCount
from coach_tui.domain.gi_entry import HIGHEST, read_gi_entry
from coach_tui.errors import Refused

NOW = datetime(2026, 10, 1, 15, 0, tzinfo=UTC)


def total(text: str, before: int | None = 8) -> int | None:
    entry = read_gi_entry(text)
    return entry.total(before) if entry else None


@pytest.mark.parametrize(
    ("text", "meant"),
    [("11", 11), (" 11 ", 11), ("+3", 11), ("+ 3", 11), ("0", 0), ("+0", 8), ("007", 7)],
)
def test_totals_and_additions(text: str, meant: int) -> None:
    assert total(text) == meant


def test_an_addition_to_nothing_starts_from_zero() -> None:
    assert total("+5", None) == 5


@pytest.mark.parametrize("blank", ["", "  ", "\t"])
def test_a_blank_is_not_zero(blank: str) -> None:
    assert read_gi_entry(blank) is None


@pytest.mark.parametrize(
    "text", ["-1", "eleven", "1.5", "1e3", "++3", "3+", "١١", "²", "[b]3[/]", "9" * 500, "1 1"]
)
def test_anything_else_is_refused_in_one_short_line(text: str) -> None:
    with pytest.raises(Refused, match="is not a GI total") as caught:
        read_gi_entry(text)
    assert len(str(caught.value)) < 120


def test_the_largest_total() -> None:
    assert total(str(HIGHEST)) == HIGHEST
    with pytest.raises(Refused, match="too large"):
        total(str(HIGHEST + 1))
    with pytest.raises(Refused, match="too large"):
        total("+1", HIGHEST)


@given(st.integers(0, HIGHEST))
def test_every_whole_number_reads_back(number: int) -> None:
    assert total(str(number)) == number
    assert total(f"+{number}", 0) == number


@given(st.text(max_size=40))
def test_garbage_raises_nothing_but_refused(text: str) -> None:
    try:
        entry = read_gi_entry(text)
    except Refused:
        return
    assert entry is None or entry.number >= 0


def test_a_correction_keeps_what_stood_there() -> None:
    count = GiCount(total=35).corrected(33, "counted twice", NOW)
    assert count.total == 33
    assert [(c.was, c.now, c.reason) for c in count.history] == [(35, 33, "counted twice")]
    assert count.corrected(33, "again", NOW) is count
    assert len(count.corrected(None, "not counted yet", NOW).history) == 2


@pytest.mark.parametrize("wrong", [-1, 100_001, "3", 3.0, True])
def test_a_count_refuses_what_is_no_count(wrong: object) -> None:
    with pytest.raises(ValidationError):
        GiCount.model_validate({"total": wrong})
