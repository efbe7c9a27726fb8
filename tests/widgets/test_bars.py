"""The rows around every screen: bars, message line, tabs and steps."""

import pytest

from coach_tui.widgets.glyphs import ASCII, UNICODE
from coach_tui.widgets.key_bar import KeyBar, hint_rows, key_line
from coach_tui.widgets.message_line import MessageLine
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import line, line_width, plain, plain_text
from coach_tui.widgets.stepper import Stepper, stepper
from coach_tui.widgets.tabs import tabs
from coach_tui.widgets.top_bar import TopBar, top_line
from tests.widgets.kit import HOSTILE, KitApp, drawn

HINTS = [
    ("Enter", "open"),
    ("n", "note"),
    ("i", "GI"),
    ("c", "cycle"),
    ("?", "help"),
    ("q", "quit"),
]
STEPS = ("Observe", "Feedback", "Goal", "Action step", "Review")
PLACES = ("Caseload", "Agenda 3", "Progressions", "My continuum")


def test_tabs_mark_the_chosen_one() -> None:
    """In brackets, nothing else moves."""
    assert plain(tabs(PLACES, 0)) == "[Caseload]  Agenda 3   Progressions   My continuum "
    assert plain(tabs(PLACES, 2)) == " Caseload   Agenda 3  [Progressions]  My continuum "


def test_the_top_row() -> None:
    """As in the design, 80 wide, and in ASCII."""
    row = plain(top_line(tabs(PLACES, 0), "saved 10:42", 80, UNICODE, mark="DEMO"))
    assert row == (
        " [Caseload]  Agenda 3   Progressions   My continuum          DEMO · saved 10:42 "
    )
    assert "DEMO . saved" in plain(top_line((), "saved 10:42", 40, ASCII, mark="DEMO"))
    assert plain(top_line((), "", 10, UNICODE, mark="DEMO")) == "     DEMO "


def test_keys_drop_out_from_the_middle() -> None:
    """Help and the way back stay as long as there is room at all."""
    assert plain(key_line(HINTS, 80)) == " Enter open  n note  i GI  c cycle  ? help  q quit"
    assert plain(key_line(HINTS, 36)) == " Enter open  n note  ? help  q quit"
    assert plain(key_line(HINTS, 20)) == " ? help  q quit"
    assert plain(key_line(HINTS, 80, "TYPING")).startswith("  TYPING  Enter open")


@pytest.mark.parametrize("width", range(0, 90, 3))
def test_keys_never_overflow(width: int) -> None:
    """At any width."""
    assert line_width(key_line(HINTS, width, "TYPING")) <= width


def test_steps() -> None:
    """With names where they fit, numbers where they do not."""
    wide = plain(stepper(STEPS, 3, {1, 2}, 80, UNICODE))
    assert wide.rstrip() == (
        "  ● 1 Observe ── ● 2 Feedback ── ► 3 Goal ── ○ 4 Action step ── ○ 5 Review"
    )
    narrow = plain(stepper(STEPS, 3, {1, 2}, 60, ASCII))
    assert narrow.rstrip() == "  * 1 -- * 2 -- > 3 Goal -- o 4 -- o 5"


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
@pytest.mark.parametrize("plain_letters", [False, True])
async def test_the_frame_stays_one_row_each(size: tuple[int, int], plain_letters: bool) -> None:
    """Whatever is said in it."""
    top, steps, message, keys = TopBar(), Stepper(STEPS), MessageLine(), KeyBar()
    app = KitApp([top, steps, SpanPane(classes="body"), message, keys], plain=plain_letters)
    async with app.run_test(size=size) as pilot:
        for text in HOSTILE:
            top.show(line((app.glyphs.shown(text), "title")), "saved 10:42", "DEMO")
            message.show(text, error=True, position="3/15")
            keys.show(HINTS, keys=True)
            steps.show(2, {1})
            await pilot.pause()
            assert [w.size for w in (top, steps, message, keys)] == [(size[0], 1)] * 4
            assert drawn(top).endswith("saved 10:42")
            assert drawn(message).endswith("3/15")
            assert drawn(keys).startswith("  KEYS  Enter open")
            if plain_letters:
                assert (drawn(top) + drawn(message) + drawn(steps)).isascii()


async def test_what_is_not_named_stays() -> None:
    """The position under a new message, the person under a new state."""
    top, message = TopBar(), MessageLine()
    async with KitApp([top, message]).run_test() as pilot:
        top.show(line("Okafor"), "saved 10:42")
        message.show("Saved.", position="3/15")
        top.show(state="saved 10:43")
        message.place("4/15")
        await pilot.pause()
        assert "Okafor" in drawn(top)
        assert drawn(message).split() == ["Saved.", "4/15"]


def test_the_keys_of_a_box_are_never_parted() -> None:
    hints = (("Enter", "begin"), ("p", "this person or all"), ("Esc", "close"))
    assert plain_text(hint_rows(hints, 80)) == "Enter begin  p this person or all  Esc close"
    assert plain_text(hint_rows(hints, 40)) == "Enter begin  p this person or all\nEsc close"
    assert plain_text(hint_rows(hints, 20)) == "Enter begin\np this person or all\nEsc close"
