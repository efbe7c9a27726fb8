"""What the terminal sends, as keys: an Esc is never lost to the letter behind it."""

import pytest
from textual import events

from coach_tui.key_parser import KeyParser


def keys(sent: str) -> list[str]:
    """The keys that one packet is read as."""
    parser = KeyParser()
    told = [*parser.feed(sent), *parser.feed("")]  # the second is the end of what was sent
    return [event.key for event in told if isinstance(event, events.Key)]


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("\x1b", ["escape"]),
        ("\x1bw", ["escape", "w"]),
        ("\x1b2", ["escape", "2"]),
        ("\x1b?", ["escape", "question_mark"]),
        ("\x1b]", ["escape", "right_square_bracket"]),
        ("\x1b\r", ["escape", "enter"]),
        ("\x1bé", ["escape", "é"]),
        ("\x1b\x1b", ["escape", "escape"]),
        ("W", ["W"]),
    ],
)
def test_an_escape_and_what_follows_are_two_keys(sent: str, read: list[str]) -> None:
    assert keys(sent) == read


@pytest.mark.parametrize(
    ("sent", "read"),
    [("\x1b[A", "up"), ("\x1b[5~", "pageup"), ("\x1bOH", "home"), ("\x1b[Z", "shift+tab")],
)
def test_named_keys_stay_whole(sent: str, read: str) -> None:
    assert keys(sent) == [read]


def test_a_paste_stays_whole() -> None:
    parser = KeyParser()
    told = [*parser.feed("\x1b[200~dQ\x1b[201~"), *parser.feed("")]
    assert [event.text for event in told if isinstance(event, events.Paste)] == ["dQ"]
