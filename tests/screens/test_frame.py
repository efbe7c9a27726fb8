"""Row 1, the message line and the key bar stand where they belong, on every screen and size."""

import pytest
from textual.widget import Widget
from wcwidth import wcswidth

from coach_tui.services.desk import Desk
from coach_tui.widgets.key_bar import KeyBar
from coach_tui.widgets.message_line import MessageLine
from coach_tui.widgets.top_bar import TopBar
from screens.frame import Frame
from tests.screens.kit import SIZES, Coach, Files, opened
from tests.screens.tour import tour


def check_frame(coach: Coach, place: str) -> None:
    """The three rows of the frame, and nothing wider than the terminal."""
    width, height = coach.app.size
    for row in coach.rows():
        assert (place, wcswidth(row)) == (place, width)
    assert not coach.app._notifications
    below = next(s for s in reversed(coach.app.screen_stack) if isinstance(s, Frame))
    for kind, y in ((TopBar, 0), (MessageLine, height - 2), (KeyBar, height - 1)):
        region = below.query_one(kind).region
        assert (place, kind, region.y, region.size) == (place, kind, y, (width, 1))
    _check_inside(below, place)
    _check_bar(coach, below, place)


def _check_inside(screen: Frame[object], place: str) -> None:
    """No shown widget reaches over the side of the screen."""
    for widget in screen.query(Widget):
        if all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget)):
            assert (place, widget, widget.region.right <= screen.size.width) == (
                place,
                widget,
                True,
            )


def _check_bar(coach: Coach, screen: Frame[object], place: str) -> None:
    """The key bar is never cut: whole hints only, the ways out always."""
    if coach.app.screen is not screen:
        return
    bar = coach.rows()[-1]
    assert (place, "~" in bar) == (place, False)
    *_, last = screen.hints()
    assert (place, bar.rstrip().endswith(" ".join(last))) == (place, True)


@pytest.mark.parametrize("size", SIZES)
async def test_the_frame_on_every_screen(demo: Desk, size: tuple[int, int]) -> None:
    async with opened(demo, size) as coach:
        async for place in tour(coach):
            check_frame(coach, place)


@pytest.mark.parametrize("size", SIZES)
async def test_the_frame_of_the_first_screen(files: Files, size: tuple[int, int]) -> None:
    async with opened(files.desk()) as coach:
        await coach.pilot.resize_terminal(*size)
        await coach.settle()
        check_frame(coach, "welcome")


async def test_the_frame_follows_a_resize(demo: Desk) -> None:
    async with opened(demo) as coach:
        for keys in (("j",), ("enter",), ("?",)):
            await coach.press(*keys)
            for size in ((200, 60), (60, 18)):
                await coach.pilot.resize_terminal(*size)
                await coach.settle()
                check_frame(coach, f"{keys} {size}")


async def test_a_window_too_small_says_so_and_loses_nothing(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("c")
        await coach.write("22")
        await coach.pilot.resize_terminal(50, 12)
        await coach.settle()
        assert "larger" in coach.message
        await coach.pilot.resize_terminal(80, 24)
        await coach.settle()
        assert "22" in coach.row(4)
        assert "larger" not in coach.message


async def test_tiny_windows_do_no_harm(demo: Desk) -> None:
    async with opened(demo) as coach:
        for keys in ((), ("enter",), ("i",), ("escape", "?"), ("q", "c"), ("escape", "3")):
            await coach.press(*keys)
            for size in ((20, 6), (1, 1)):
                await coach.pilot.resize_terminal(*size)
                await coach.settle()


async def test_messages_stay_until_the_next_key(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "i", "1", "1", "enter")
        told = coach.message
        assert "session 4, 11 GIs" in told
        await coach.pilot.pause(0.3)
        assert coach.message == told
        await coach.press("j")
        assert "session 4, 11 GIs" not in coach.message
