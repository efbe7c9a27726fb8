"""The helper that every word typed or read passes through."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.text import (
    clean_block,
    clean_line,
    fit,
    fit_words,
    is_unsafe,
    pad,
    to_ascii,
    visible,
    width,
    wrap,
)

# Joined emoji are left out where cells are counted: what follows a joiner is counted with it.
HOSTILE = st.sampled_from(
    [
        "\x1b[2J",
        "\x07",
        "\x9b31m",
        "\u202eabc",
        "\u2066",
        "\ud800",
        "\u200b",
        "\ufeff",
        "[red]",
        "\r",
        "\u2028",
        "日本語",
        "é",
        "e\u0301",
        "Trần",
        "❤\ufe0f",
        "👍🏽",
        "ﷺ",
        "\t",
        "\n",
        " ",
        "x" * 30,
        "\xad",
    ]
)
ANY = st.lists(HOSTILE | st.text(max_size=8), max_size=12).map("".join)
COUNTED = ANY.map(lambda text: text.replace("\u200d", ""))
CELLS = st.integers(1, 40)


@given(ANY)
def test_a_cleaned_line_is_safe_folded_and_stays_so(text: str) -> None:
    line = clean_line(text)
    assert not any(is_unsafe(char) for char in line)
    assert line == " ".join(line.split())
    assert unicodedata.is_normalized("NFC", line)
    assert clean_line(line) == line


@given(ANY)
def test_a_cleaned_block_is_safe_but_for_its_lines_and_stays_so(text: str) -> None:
    block = clean_block(text)
    assert not any(is_unsafe(char) for char in block.replace("\n", ""))
    assert all(line == line.rstrip() for line in block.split("\n"))
    assert clean_block(block) == block


@given(ANY)
def test_what_is_drawn_is_one_safe_line(text: str) -> None:
    shown = visible(text)
    assert not any(is_unsafe(char) for char in shown)
    assert "\n" not in shown
    assert visible(shown) == shown


@given(ANY)
def test_what_is_drawn_in_ascii_is_printable_ascii(text: str) -> None:
    shown = visible(text, ascii_only=True)
    assert shown.isascii()
    assert shown.isprintable() or not shown
    assert visible(shown, ascii_only=True) == shown


@given(ANY)
def test_all_that_is_drawn_can_be_encoded(text: str) -> None:
    for shown in (visible(text), clean_line(text), clean_block(text)):
        shown.encode("utf-8")


@given(COUNTED, st.integers(-3, 40))
def test_a_fitted_text_never_takes_more_than_its_cells(text: str, cells: int) -> None:
    assert width(fit(visible(text), cells)) <= max(0, cells)


@given(COUNTED, CELLS)
def test_fitting_again_changes_nothing(text: str, cells: int) -> None:
    once = fit(visible(text), cells)
    assert fit(once, cells) == once


@given(COUNTED, CELLS, st.booleans())
def test_a_padded_text_takes_exactly_its_cells(text: str, cells: int, right: bool) -> None:
    assert width(pad(visible(text), cells, right=right)) == cells


@given(COUNTED, st.integers(2, 40))
def test_wrapped_lines_never_take_more_than_their_cells(text: str, cells: int) -> None:
    shown = visible(text)
    lines = wrap(shown, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(shown.split())


@given(st.lists(st.text("abc ", max_size=20), max_size=5).map("\n".join), CELLS)
def test_wrapping_keeps_paragraphs_apart(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert len(lines) >= len(text.split("\n"))
    assert all(line == line.strip() for line in lines)


@pytest.mark.parametrize("size", [10_000, 200_000])
def test_a_very_long_line_is_cut(size: int) -> None:
    assert fit("x" * size, 10) == "x" * 9 + "~"
    assert width(fit("日" * size, 10)) <= 10


def test_known_cases() -> None:
    assert clean_line("  a\tb\nc ") == "a b c"
    assert clean_line("e\u0301") == "é"
    assert clean_line("\x1b[31mred") == "[31mred"
    assert clean_block("a\r\nb\rc\n\n") == "a\nb\nc"
    assert clean_block("\n  a\tb  \n") == "  a    b"
    assert visible("a\x1b\u202eb") == "a??b"
    assert visible("Inés", ascii_only=True) == "Ines"
    assert to_ascii("Trần — Łódź ‘x’ 日") == "Tran - Lodz 'x' ?"


def test_fitting_known_cases() -> None:
    assert fit("Okafor", 6) == "Okafor"
    assert fit("Okafor", 5) == "Okaf~"
    assert fit("日本", 3) == "日~"
    assert fit("日本", 1) == "~"
    assert fit("abc", 0) == ""
    assert pad("é", 3) == "é  "
    assert pad("8", 3, right=True) == "  8"


def test_wrapping_known_cases() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("", 5) == [""]
    assert wrap("a\n\nb", 5) == ["a", "", "b"]
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]
    assert wrap("ab cdefgh", 3) == ["ab", "cde", "fgh"]
    assert wrap("x", 0) == ["x"]
    assert wrap("❤\ufe0f" * 5, 5) == ["❤\ufe0f" * 2, "❤\ufe0f" * 2, "❤\ufe0f"]


@given(COUNTED, CELLS)
def test_a_sentence_is_cut_to_its_cells_and_marked(text: str, cells: int) -> None:
    kept = fit_words(visible(text), cells)
    assert width(kept) <= cells
    assert kept == visible(text) or kept[-1:] in ("~", "")


def test_a_sentence_is_cut_between_words_unless_one_is_long() -> None:
    assert fit_words("Saved 10:42. u undoes it", 24) == "Saved 10:42. u undoes it"
    assert fit_words("Saved 10:42. u undoes it", 22) == "Saved 10:42. u ~"
    assert fit_words("Archived Okafor-Featherstonehaugh", 30) == "Archived Okafor-Featherstoneh~"
    assert fit_words("to-do: many wor~ (Okafor)", 22) == "to-do: many wor~"
