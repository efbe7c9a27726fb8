"""Minutes at the end of a text, and as they are typed in a field."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coach_tui.domain.contact import MOST_MINUTES, minutes_at_end, minutes_words, typed_minutes
from coach_tui.errors import Refused


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Luis asked for a lab timer; sent file, 5 min", 5),
        ("sent file 5m", 5), ("sent file, 5 mins", 5), ("sent file, 5 minutes.", 5),
        ("sent file (5 min)", 5), ("sent file (5 min.)", 5), ("sent file [1 minute]!", 1),
        ("sent file,5 Min  \n", 5), ("5 min", 5), ("5min", 5), ("0 min", 0), ("999 m", 999),
        ("first line\n10:42 second, 12 min", 12), ("sent it - 5 min", 5), ("5\u00a0min", 5),
        ("", None), ("sent file", None), ("5 min ago", None), ("5 minutes later", None),
        ("5", None), ("5 km", None), ("room 5\nmin", None), ("1000 min", None), ("P5 min", None),
        ("1.5 min", None), ("1,500 min", None), ("1:30 min", None), ("10-15 min", None),
        ("10 - 15 min", None), ("10–15 min", None), ("3 to 5 min", None), ("17/24 min", None),
        ("-5 min", None), ("+5 min", None), ("$5 m", None), ("B12 min", None), ("٥ min", None),
        ("5 mi", None), ("5 minn", None),
    ],
)  # fmt: skip
def test_minutes_at_the_end_of_a_text(text: str, minutes: int | None) -> None:
    assert minutes_at_end(text) == minutes


@given(
    st.text(max_size=40),
    st.integers(0, MOST_MINUTES),
    st.sampled_from([" min", "m", " mins", " minutes", "MIN", "  Min."]),
    st.sampled_from(["{}", "({})", "{}.", " {} "]),
)
def test_what_is_written_behind_a_text_is_read(
    text: str, minutes: int, unit: str, around: str
) -> None:
    assert minutes_at_end(f"{text}; {around.format(f'{minutes}{unit}')}") == minutes


@given(st.text(st.sampled_from("0123456789 minutesM.,-:()/\n\0é"), max_size=30))
def test_whatever_stands_there_is_a_small_number_or_nothing(text: str) -> None:
    found = minutes_at_end(text)
    assert found is None or 0 <= found <= MOST_MINUTES
    assert found is None or str(found) in text


def test_a_long_text_is_read_at_its_end_only() -> None:
    assert minutes_at_end("5 min " * 200_000 + "x" * 100_000 + ", 7 min") == 7
    assert minutes_at_end("7 min" + " " * 1_000_000) == 7


@given(st.text(max_size=8))
@example("5")
@example("  ")
@example("٥")
@example("9" * 5000)
@example("0\x1f")
def test_a_field_holds_a_number_a_blank_or_is_refused(text: str) -> None:
    if re.fullmatch(r"\s*[0-9]{0,3}\s*", text):
        assert typed_minutes(text) == (int(text.strip()) if text.strip() else None)
        return
    with pytest.raises(Refused, match="is not a number of minutes; it is 0 to 999") as refused:
        typed_minutes(text)
    assert len(str(refused.value)) < 100


def test_minutes_in_words() -> None:
    assert [minutes_words(n) for n in (0, 1, 5)] == ["0 minutes", "1 minute", "5 minutes"]
