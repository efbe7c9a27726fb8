"""Hints to an action step: one behaviour, lesson, rehearsal, date; never a bar (IP-11)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.step_hints import reads_as_two, step_hints

WHOLE: dict[str, Any] = {
    "lesson": "Tue fractions", "practice": "rehearsed", "due": date(2026, 11, 3), "open_before": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("Give the sentence frame before the slip, then scan table 5 first", True),
        ("Post the timer; hand out the cards early", True),
        ("Ask the question and wait five seconds", True),
        ("One thing.\nAnother thing here", True),
        ("Hand out pens and paper", False),
        ("Cold-call two students from tables 4 and 5", False),
        ("Pre-write the three pile labels.", False),
        ("Pre-write the labels!", False),
        ("", False),
    ],
)
def test_two_moves_in_one(text: str, two: bool) -> None:
    assert reads_as_two(text) is two


def test_a_whole_step_has_no_hint() -> None:
    assert step_hints("Pre-write the labels", **WHOLE) == ()
    assert step_hints("  ", lesson="", practice="", due=None, open_before=9) == ()


@pytest.mark.parametrize(
    ("without", "hint"),
    [
        ({"lesson": " "}, "lesson"),
        ({"practice": "not_yet"}, "try it together"),
        ({"practice": ""}, "try it together"),
        ({"due": None}, "set a day"),
        ({"open_before": 2}, "2 earlier steps are still open"),
    ],
)
def test_what_is_missing_is_named(without: dict[str, object], hint: str) -> None:
    [found] = step_hints("Pre-write the labels", **(WHOLE | without))
    assert hint in found


@given(st.text(max_size=300))
def test_any_text_gets_hints_and_never_an_error(text: str) -> None:
    assert len(step_hints(text, lesson="", practice="", due=None, open_before=3)) <= 5
