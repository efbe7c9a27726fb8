"""Lines of spans keep their widths and tones through cutting, joining and wrapping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.text import visible
from coach_tui.text import width as measured
from coach_tui.widgets import spans
from coach_tui.widgets.paint import ascii_cell, guarded
from tests.widgets.kit import HOSTILE

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(visible)
lines = st.lists(st.tuples(texts, st.sampled_from(["", "key", "muted"])), max_size=5).map(tuple)


@given(lines, st.integers(0, 60))
def test_a_padded_line_has_exactly_its_width(drawn: spans.Line, width: int) -> None:
    """Whatever is in it."""
    assert spans.line_width(spans.pad_line(drawn, width)) == width
    assert spans.line_width(spans.fit_line(drawn, width)) <= width


@given(lines, lines, st.integers(0, 60))
def test_two_sides_fill_the_row(left: spans.Line, right: spans.Line, width: int) -> None:
    """The left is cut before the right."""
    assert spans.line_width(spans.two_sided(left, right, width)) == width


@given(lines, st.integers(8, 40), st.integers(0, 3))
def test_wrapping_keeps_the_words(drawn: spans.Line, width: int, hang: int) -> None:
    """No row is too wide and no letter is lost."""
    rows = spans.wrap_line(drawn, width, hang)
    assert all(spans.line_width(row) <= width for row in rows)
    assert "".join("".join(map(spans.plain, rows)).split()) == "".join(spans.plain(drawn).split())


def test_a_cut_line_says_so() -> None:
    """At the edge of a span and within one."""
    drawn = spans.line("abc", ("def", "key"), "ghi")
    assert spans.fit_line(drawn, 9) == drawn
    assert spans.plain(spans.fit_line(drawn, 6)) == "abcde~"
    assert spans.plain(spans.fit_line(drawn, 5)) == "abcd~"
    assert spans.plain(spans.fit_line(drawn, 3)) == "ab~"
    assert spans.fit_line(drawn, 0) == ()


def test_wrapping_keeps_tones_and_sets_in() -> None:
    """Words joined without a space stay joined."""
    drawn = spans.line(("Goal", "key"), " exit tickets (", ("sorted", "late"), ") today")
    rows = spans.wrap_line(drawn, 16, hang=5)
    assert [spans.plain(row) for row in rows] == [
        "Goal exit",
        "     tickets",
        "     (sorted)",
        "     today",
    ]
    assert rows[0][0] == ("Goal", "key")


def test_blocks_stand_side_by_side() -> None:
    """The longer one decides how many rows there are."""
    left = [spans.line("a"), spans.line("bb")]
    right = [spans.line("1"), spans.line("2"), spans.line("3")]
    assert spans.plain_text(spans.beside(left, right, 4)) == "a   1\nbb  2\n    3"


@given(st.text(st.characters(max_codepoint=0x3FF, exclude_categories=["Cc", "Cf"]), max_size=8))
def test_the_quick_measure_agrees(text: str) -> None:
    """It only spares loading tables."""
    assert spans.cells(text) == measured(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_painter_guards(text: str) -> None:
    """Nothing that steers a terminal gets through, and in ASCII mode nothing beyond it."""
    assert all(char.isprintable() or char == "\u200d" for char in guarded(text, False))
    plain = guarded(text, True)
    assert plain.isascii()
    assert plain.isprintable()


def test_ascii_letters_keep_their_cells() -> None:
    """So that columns stay in line."""
    assert [ascii_cell(c) for c in "éß日…\u0301"] == ["e", "?", "? ", "?", ""]
