"""A coach who presses anything at random, before two terminals: one gets all that is drawn.

Every update goes out twice: as the stock app writes it, and as ours does. What the two terminals
show may not differ, whatever was pressed, pasted, worn or resized.
"""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from textual import events
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

from coach_tui import ROOT
from coach_tui.app import AppOptions, CoachApp
from coach_tui.clock import FrozenClock
from coach_tui.services.demo import fill
from coach_tui.services.desk import Desk
from tests.screens.kit import Coach, Files
from tests.screens.test_hostile_text import poison
from tests.torture.terminals import Cell, Terminal, differences

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

LETTERS = (
    "日本語 Iñés e\u0301 \U0001f469\u200d\U0001f469\u200d\U0001f467 ❤\ufe0f 👍🏽 \u0e19\u0e34 ﷽ ■·●"
)
LINES = f"{LETTERS}\n+ waited six seconds\n" + "long words " * 12
SIZES = ((80, 24), (120, 40), (60, 18), (100, 30), (20, 6), (1, 1), (81, 25))
THEMES = ("coach", "coach-16", "coach-mono")
KEYS: tuple[str, ...] = (
    *"jjjkkGg12345[]vciea?q/ onHhlxwD", "down", "up", "left", "right", "pagedown", "pageup",
    "home", "end", "enter", "enter", "escape", "escape", "tab", "tab", "shift+tab", "space",
    "backspace", "delete", "shift+right", "ctrl+l", "ctrl+s", "ctrl+a", "ctrl+k", "ctrl+v",
)  # fmt: skip


class Line(HeadlessDriver):
    """The line to a terminal in memory."""

    terminal: Terminal

    @property
    def is_headless(self) -> bool:
        """What is written is shown."""
        return False

    def write(self, data: str) -> None:
        """Show what is written."""
        self.terminal.feed(data)


class TwoTerminals(CoachApp):
    """The app before a terminal that gets what it sends, and one that gets all.

    Attributes:
        ours: the terminal that gets what the app sends.
        stock: the one that gets what Textual would send.
    """

    CSS_PATH = str(ROOT / "coach_tui/base.tcss")

    def __init__(self, desk: Desk, size: tuple[int, int]) -> None:
        super().__init__(desk, AppOptions())
        self.ours, self.stock = Terminal(*size), Terminal(*size)
        self.driver_class = Line
        self.console._color_system = ColorSystem.EIGHT_BIT  # whatever terminal the tests run in
        self._other = Line(self)
        self._other.terminal = self.stock

    def _build_driver(self, *arguments: Any, **options: Any) -> Any:
        driver = super()._build_driver(*arguments, **options)
        assert isinstance(driver, Line)
        driver.terminal = self.ours
        return driver

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        driver, place = self._driver, self._previous_cursor_position
        self._driver = self._other
        App._display(self, screen, renderable)
        self._driver, self._previous_cursor_position = driver, place
        super()._display(screen, renderable)

    def quit(self) -> None:
        """Stay: there is more to press."""


def caseload(folder: Path, clock: FrozenClock, text: str = "") -> Desk:
    """The demo's people, with a text before each of their words."""
    files = Files(folder, clock)
    desk = files.desk()
    fill(desk.store, desk.drafts, desk.shelf, desk.clock)
    if text:
        poison(files.file, text)
    return files.desk()


@asynccontextmanager
async def before_two_terminals(
    desk: Desk, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[TwoTerminals, Coach]]:
    """An app before two terminals, and the coach."""
    app = TwoTerminals(desk, size)
    async with app.run_test(headless=False, size=size) as pilot:
        coach = Coach(app, pilot)
        await coach.settle()
        yield app, coach


class Walk:
    """A walk through the app that a seed decides."""

    def __init__(self, app: TwoTerminals, coach: Coach, seed: int) -> None:
        self._app = app
        self._coach = coach
        self._dice = random.Random(seed)
        self._acts: tuple[tuple[int, Callable[[], Any]], ...] = (
            (70, self._press), (10, self._write), (6, self._paste), (5, self._resize),
            (4, self._wear), (2, self._come_back), (2, self._repaint), (1, self._toggle_letters),
        )  # fmt: skip

    async def step(self) -> tuple[str, list[tuple[int, int, Cell, Cell]]]:
        """Do one thing; what it was, and the cells that the two terminals show differently."""
        weights, acts = zip(*self._acts, strict=True)
        (act,) = self._dice.choices(acts, weights)
        told = await act()
        await self._coach.settle()
        return f"{act.__name__} {told!r}", differences(self._app.ours, self._app.stock)

    async def _press(self) -> str:
        key = self._dice.choice(KEYS)
        await self._coach.press(key)
        return key

    async def _write(self) -> str:
        text = "".join(self._dice.choices(f"{LETTERS}abc \n", k=self._dice.randrange(1, 8)))
        await self._coach.write(text)
        return text

    async def _paste(self) -> str:
        text = self._dice.choice((LETTERS, LINES, "x" * 400, "日" * 90))
        await self._coach.paste(text)
        return text

    async def _resize(self) -> tuple[int, int]:
        size = self._dice.choice(SIZES)
        for terminal in (self._app.ours, self._app.stock):
            terminal.resize(lines=size[1], columns=size[0])
        self._app.ours.scribble("\x1b[1;1Hwhat terminals make of it")
        await self._coach.pilot.resize_terminal(*size)
        await self._coach.until(lambda: self._app.screen.size == size)
        return size

    async def _wear(self) -> str:
        theme = self._dice.choice(THEMES)
        self._app.theme = theme
        return theme

    async def _come_back(self) -> None:
        self._app.post_message(events.AppBlur())
        self._app.ours.scribble("\x1b[2;2Hmessage from root")
        self._app.post_message(events.AppFocus())

    async def _repaint(self) -> None:
        self._app.ours.scribble("\x1b[3;3Hgarbage 日本語")
        self._app.repaint()

    async def _toggle_letters(self) -> bool:
        ascii_only = not self._app.glyphs.ascii_only
        self._app.use_ascii(ascii_only)
        return ascii_only


async def walk(desk: Desk, seed: int, steps: int) -> None:
    """Walk so many steps; at the first difference, say what was pressed and what differs.

    Raises:
        AssertionError: the terminals show something different, or the app draws as stock.
    """
    size = SIZES[seed % 2]
    async with before_two_terminals(desk, size) as (app, coach):
        path = Walk(app, coach, seed)
        for number in range(steps):
            told, found = await path.step()
            assert found == [], f"seed {seed}, step {number}, {told}: {found[:5]}"
            assert app.drawing_fault is None
