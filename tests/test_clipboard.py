"""What is written to a terminal that is to copy a text."""

from base64 import b64decode

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.clipboard import LONGEST, asks_to_copy


def test_a_plain_terminal_is_asked_in_base64() -> None:
    assert asks_to_copy("Okafor", {}) == "\x1b]52;c;T2thZm9y\x07"


def test_tmux_gets_it_plain_and_wrapped() -> None:
    asked = asks_to_copy("a", {"TMUX": "/tmp/tmux-0/default,1,0"})
    assert asked == "\x1b]52;c;YQ==\x07\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\"


def test_screen_gets_it_in_parts_it_does_not_drop() -> None:
    asked = asks_to_copy("x" * 5000, {"STY": "1.pts"})
    parts = asked.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert max(map(len, parts)) < 768
    assert "".join(parts) == asks_to_copy("x" * 5000, {})


def test_a_text_too_long_is_not_sent() -> None:
    assert asks_to_copy("x" * (LONGEST + 1), {}) == ""


@given(st.text(st.characters(codec=None)))
def test_no_letter_of_a_text_reaches_the_terminal(text: str) -> None:
    asked = asks_to_copy(text, {})
    data = asked.removeprefix("\x1b]52;c;").removesuffix("\x07")
    assert data.isascii()
    assert not set(data) & {"\x1b", "\x07"}
    assert b64decode(data) == text.encode("utf-8", "replace")
