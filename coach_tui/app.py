"""The app: puts on a theme, opens the first screen, saves on one writer thread, leaves cleanly."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from rich.text import Text
from textual.driver import Driver

from coach_tui.changed_cells import ChangedCells
from coach_tui.commands.keymap import USUAL, Keymap
from coach_tui.copies_out import CopiesOut
from coach_tui.errors import CoachError
from coach_tui.faults import fault_words
from coach_tui.saves import SavesBehind
from coach_tui.services.desk import Desk
from coach_tui.terminal import TerminalFacts
from coach_tui.themes import Colors, theme_for, wear
from coach_tui.widgets.glyphs import ASCII, UNICODE
from screens.bindings import remapped
from screens.caseload.screen import CaseloadScreen
from screens.coach_screen import CoachScreen
from screens.host import UnsavedGi

LAST_KEYS = 0.5
"""Seconds that keys already typed have to act once the line is gone."""


@dataclass(frozen=True, slots=True)
class AppOptions:
    """How the app is to run.

    Attributes:
        ascii: ASCII letters only, whatever the terminal can draw.
        plain: ASCII letters, no colours, one column.
        mouse: take clicks; else the terminal's own select and copy work.
        cursor: show the terminal's cursor on the active row.
        check: start, draw, leave.
        colors: what the terminal can show.
        keys: the keys in force.
    """

    ascii: bool = False
    plain: bool = False
    mouse: bool = False
    cursor: bool = False
    check: bool = False
    colors: Colors = "256"
    keys: Keymap = USUAL


class CoachApp(ChangedCells, SavesBehind, CopiesOut, inherit_bindings=False):
    """One coach's caseload on a full screen. What screens may ask of it is `screens.host.Host`."""

    TITLE = "Coach"
    CSS_PATH = "base.tcss"
    ENABLE_COMMAND_PALETTE = False
    MODES = {"caseload": CaseloadScreen}
    DEFAULT_MODE = "caseload"

    def __init__(
        self,
        desk: Desk,
        options: AppOptions,
        reopen: Callable[[], Desk] | None = None,
    ) -> None:
        ansi = theme_for(options.colors).ansi or None
        super().__init__(driver_class=_driver(options), ansi_color=ansi)
        self.desk = desk
        self.options = options
        self.glyphs = ASCII if options.ascii or options.plain else UNICODE
        self.color_words = options.colors
        self.keys = options.keys
        self.unsaved_gi: dict[tuple[str, str, int], UnsavedGi] = {}
        self.hidden = False
        self._reopen = reopen
        self._told_unkept = False
        self._last_words: asyncio.Task[None] | None = None
        self.animation_level = "none"
        wear(self, options.colors)

    # -- starting and leaving ---------------------------------------------------------------

    def on_mount(self) -> None:
        """Listen for a dropped line; greet whoever has nobody in the caseload yet."""
        self.set_class(self.glyphs.ascii_only, "-ascii")
        self.set_class(self.options.plain, "-plain")
        self.set_keymap(remapped(self.keys))
        self.show_saved()
        self._catch_signals()
        if self.options.check:
            self.call_after_refresh(self.exit, 0)
        elif not self.desk.demo and not self._has_people():
            self._welcome()

    def _has_people(self) -> bool:
        """Whether anyone was ever added; a file that does not open counts as yes."""
        try:
            return bool(self.desk.store.saved_at()) or bool(self.desk.drafts.all())
        except CoachError:
            return True

    def _welcome(self) -> None:
        from screens.welcome import WelcomeScreen

        self.push_screen(WelcomeScreen(), self._start)

    def _start(self, _chosen: str | None) -> None:
        """Begin: the welcome screen is gone, and the file to work on is open."""
        home = self.screen
        if isinstance(home, CaseloadScreen):
            home.reload()

    def _catch_signals(self) -> None:
        """A dropped line and a shutdown keep what is being typed."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGHUP, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, self._cut_off, number)
            except (RuntimeError, ValueError):  # not in the main thread: a test drives us
                return

    def _cut_off(self, number: signal.Signals) -> None:
        """The line is gone, or the machine goes down."""
        self._last_words = self._last_words or asyncio.create_task(self._leave_cut_off(number))

    async def _leave_cut_off(self, number: signal.Signals) -> None:
        """Let the keys that have come act, keep every form as left in mid-word, and leave."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.settled(), LAST_KEYS)
        self._keep_drafts(closed=False)
        self.exit(128 + number)

    def _keep_drafts(self, *, closed: bool) -> str:
        """Keep what every open form holds, behind what the writer still has to do.

        Gives a sentence for the first that could not be written; the others are.
        """
        self.settle()
        trouble = ""
        for screen in self.screen_stack:
            try:
                if isinstance(screen, CoachScreen):
                    screen.keep_draft(closed=closed)
            except CoachError as fault:
                trouble = trouble or str(fault)
        return trouble

    def quit(self) -> None:
        """Leave the app, drafts kept; where one cannot be, only on the second asking."""
        trouble = self._keep_drafts(closed=True)
        screen = self.screen
        if trouble and not self._told_unkept and isinstance(screen, CoachScreen):
            self._told_unkept = True
            screen.say(f"Not kept yet: Q again leaves without it. {trouble}")
            return
        self.exit(0)

    def _fatal_error(self) -> None:
        """A fault of ours: keep what is typed, and leave with a sentence.

        The stock one prints a traceback with every local value in it, coaching notes among them.
        """
        kept = False
        try:
            kept = not self._keep_drafts(closed=False)
        finally:  # a second fault must not stand in the way of leaving
            self.panic(Text(fault_words(self._exception, kept)))

    # -- what screens ask for ---------------------------------------------------------------

    def use_ascii(self, ascii_only: bool) -> None:
        """Draw with ASCII letters from now on, or with all."""
        self.glyphs = ASCII if ascii_only else UNICODE
        self.set_class(ascii_only, "-ascii")
        self.refresh(layout=True)

    def open_demo(self) -> None:
        """Open the demo's throw-away copy in place of the coach's own file.

        Raises:
            CoachError: it cannot be made.
        """
        if self._reopen is None:
            return
        self.desk = self._reopen()
        self.show_saved()


def _driver(options: AppOptions) -> type[Driver] | None:
    """Our driver, where there is a Unix terminal; the stock one elsewhere."""
    if sys.platform == "win32":
        return None
    from coach_tui.terminal_driver import CoachDriver, CursorDriver

    return CursorDriver if options.cursor else CoachDriver


def run_app(
    desk: Desk,
    options: AppOptions,
    facts: TerminalFacts | None,
    reopen: Callable[[], Desk] | None = None,
) -> int:
    """Run the app until the coach leaves.

    Args:
        desk: the open caseload.
        options: how to run.
        facts: what the terminal can do, None for a run without one.
        reopen: opens the demo in place of the coach's file, for the welcome screen.

    Returns:
        The exit status.
    """
    app = CoachApp(desk, options, reopen)
    if facts is not None:
        for letter in facts.typed_ahead:
            app.call_later(app.simulate_key, letter)
    result = app.run(headless=options.check, mouse=options.mouse)
    return (app.return_code or 0) if result is None else result
