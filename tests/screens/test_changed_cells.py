"""Only what changed is sent, or all of it when the coach is back; after a fault as Textual does."""

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Size

from coach_tui import strips
from coach_tui.changed_cells import ABSENCE
from coach_tui.clock import FrozenClock
from coach_tui.services.desk import Desk
from tests.screens.kit import Coach, open_cycle, opened
from tests.torture.terminals import differences
from tests.torture.walk import LETTERS, TwoTerminals, before_two_terminals, caseload, walk

Act = Callable[[TwoTerminals, Coach], Awaitable[None]]


@pytest.mark.parametrize("seed", range(100, 104))
async def test_a_walk_draws_what_stock_textual_draws(
    tmp_path: Path, clock: FrozenClock, seed: int
) -> None:
    """The short form of `tests/torture`."""
    await walk(caseload(tmp_path / "coach", clock, LETTERS if seed % 4 > 1 else ""), seed, 25)


async def test_a_step_in_the_list_is_few_bytes(demo: Desk) -> None:
    async with before_two_terminals(demo) as (app, coach):
        app.ours.told = app.stock.told = ""
        await coach.press("j")
        assert 0 < len(app.ours.told) < len(app.stock.told) / 2


async def test_drawing_the_same_again_sends_nothing(demo: Desk) -> None:
    async with before_two_terminals(demo) as (app, coach):
        app.ours.told = app.stock.told = ""
        app.screen.refresh()
        await coach.settle()
        assert app.stock.told
        assert app.ours.told == ""


async def test_the_cursor_is_moved_even_if_nothing_else_is(demo: Desk) -> None:
    async with before_two_terminals(demo) as (app, coach):
        app.ours.told = ""
        app.cursor_position += (3, 1)
        app.screen.refresh()
        await coach.settle()
        assert (app.ours.cursor.x, app.ours.cursor.y) == app.cursor_position
        assert len(app.ours.told) < 12


async def test_without_a_terminal_nothing_is_done(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "?", "q")
        assert coach.app._shadow is None
        assert coach.app.drawing_fault is None


# -- all of it ------------------------------------------------------------------------------


async def press_redraw(app: TwoTerminals, coach: Coach) -> None:
    await coach.press("ctrl+l")


async def come_back(app: TwoTerminals, coach: Coach) -> None:
    app.post_message(events.AppBlur())
    app.post_message(events.AppFocus())


async def resize_there_and_back(app: TwoTerminals, coach: Coach) -> None:
    for width in (100, 80):
        app.post_message(events.Resize(Size(width, 24), Size(width, 24)))


async def resume(app: TwoTerminals, coach: Coach) -> None:
    app.app_resume_signal.publish(app)


@pytest.mark.parametrize("act", [press_redraw, come_back, resize_there_and_back, resume])
@pytest.mark.parametrize("keys", [(), ("i",), ("c", "escape", "1"), ("?",)], ids=repr)
async def test_everything_is_sent_again(demo: Desk, act: Act, keys: tuple[str, ...]) -> None:
    async with before_two_terminals(demo) as (app, coach):
        await coach.press(*keys)
        app.ours.scribble("".join(f"\x1b[{y};{3 * y}Hmessage from root" for y in range(1, 25)))
        app.ours.told = ""
        await act(app, coach)
        await coach.until(lambda: "\x1b[24;1H" in app.ours.told)
        await coach.settle()
        assert all(f"\x1b[{y};1H" in app.ours.told for y in range(1, 25))
        assert len(app.ours.told) > 80 * 24
        assert differences(app.ours, app.stock) == []


async def test_a_terminal_that_says_at_once_that_it_is_looked_at_is_not_painted_twice(
    demo: Desk,
) -> None:
    async with before_two_terminals(demo) as (app, coach):
        app.ours.told = ""
        app.post_message(events.AppFocus())
        await coach.settle()
        assert app.ours.told == ""


async def test_after_a_minute_a_key_comes_first_and_then_everything(demo: Desk) -> None:
    async with before_two_terminals(demo) as (app, coach):
        now = app.ticks()
        app.ticks = lambda: now
        await coach.press("j")
        now += ABSENCE - 1
        await coach.press("j")
        assert app._catch_up is None
        now += ABSENCE
        app.ours.scribble("\x1b[20;1Hmessage from root")
        app.ours.told = ""
        await coach.press("j")
        first, app.ours.told = app.ours.told, ""
        assert 0 < len(first) < 1000
        assert differences(app.ours, app.stock)
        await coach.press("k")  # still there: the pause begins anew
        await coach.until(lambda: app._catch_up is None)
        await coach.settle()
        assert all(f"\x1b[{y};1H" in app.ours.told for y in range(1, 25))
        assert differences(app.ours, app.stock) == []
        app.ours.told = ""
        await coach.press("j")
        assert app._catch_up is None


# -- faults ---------------------------------------------------------------------------------


def break_cells(patch: pytest.MonkeyPatch, app: TwoTerminals) -> None:
    def broken(strip: object, colors: object) -> None:
        raise LookupError

    assert app._shadow is not None
    patch.setattr(app._shadow, "_read", broken)


def break_drawing(patch: pytest.MonkeyPatch, app: TwoTerminals) -> None:
    patch.setattr("coach_tui.shadow._written", None)


def break_private_part(patch: pytest.MonkeyPatch, app: TwoTerminals) -> None:
    patch.delattr("coach_tui.changed_cells.ChangedCells._cursor_moved")
    patch.setattr("coach_tui.shadow.Shadow.draw", lambda *_: "")


def lose_module(patch: pytest.MonkeyPatch, app: TwoTerminals) -> None:
    patch.setitem(sys.modules, "coach_tui.strips", None)
    patch.delattr("coach_tui.strips")


@pytest.mark.parametrize("fail", [break_cells, break_drawing, break_private_part, lose_module])
async def test_after_a_fault_it_draws_as_textual_does(
    demo: Desk,
    monkeypatch: pytest.MonkeyPatch,
    fail: Callable[[pytest.MonkeyPatch, TwoTerminals], None],
) -> None:
    async with before_two_terminals(demo) as (app, coach):
        await coach.press("j", "i")
        fail(monkeypatch, app)
        await coach.press("escape")
        monkeypatch.undo()
        assert app.drawing_fault is not None
        assert differences(app.ours, app.stock) == []
        await coach.press("j", "enter", "?", "q", "ctrl+l")
        await coach.pilot.resize_terminal(100, 30)
        assert app.drawing_fault is not None
        app.ours.told = app.stock.told = ""
        await coach.press("q", "j", "ctrl+l")
        assert app.ours.told == app.stock.told != ""


async def test_another_textual_is_left_alone(demo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strips, "KNOWN", "8.2.9")
    async with before_two_terminals(demo) as (app, coach):
        await coach.press("j")
        assert isinstance(app.drawing_fault, RuntimeError)
        app.ours.told = app.stock.told = ""
        await coach.press("j", "k")
        assert app.ours.told == app.stock.told != ""


async def test_a_control_sequence_is_sent_as_it_is(
    demo: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the updates after it are thin again."""
    async with before_two_terminals(demo) as (app, coach):
        await open_cycle(coach)
        with monkeypatch.context() as patch:

            def none(_: object) -> None:
                raise strips.NotCells

            patch.setattr(strips, "pieces", none)
            await coach.press("escape", "2")
        for key in ("escape", "1", "escape", "2", "escape", "1"):
            await coach.press(key)
            assert differences(app.ours, app.stock) == []
        assert app.drawing_fault is None
        app.ours.told = app.stock.told = ""
        await coach.press("ctrl+l")
        await coach.press("escape", "2")
        assert len(app.ours.told) < len(app.stock.told) / 2
