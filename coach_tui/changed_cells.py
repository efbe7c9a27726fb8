"""A thin line is enough: of what is drawn, only what the terminal does not show yet is sent.

Textual sends every row of whatever changed, thousands of bytes for a typed letter. Other programs
may write on the terminal meanwhile (`wall`, `write`), so all of it is sent again whenever a coach
comes back to it. Whatever goes wrong here, drawing goes on as Textual does it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from rich.color import ColorSystem
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.timer import Timer

from coach_tui.shadow import Shadow

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen
    from textual.strip import Strip

ABSENCE = 60.0
"""Seconds without a key after which anything may stand on the screen."""

PAUSE = 0.3
"""Seconds without a key in which there is time to send the whole screen."""


class _Kept(AbstractContextManager["_Kept"]):
    """Keeps the fault of what runs in it."""

    fault: Exception | None = None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        self.fault = fault if isinstance(fault, Exception) else None
        return self.fault is not None


class ChangedCells(App[int], inherit_bindings=False):
    """An app that sends changed cells only.

    Attributes:
        drawing_fault: why it draws as Textual does, since when it does; None while all is well.
        ticks: seconds of a clock that never goes back.
    """

    def __init__(
        self, driver_class: type[Driver] | None = None, ansi_color: bool | None = None
    ) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self.drawing_fault: Exception | None = None
        self.ticks: Callable[[], float] = time.monotonic
        self._shadow: Shadow[Strip] | None = None
        self._drawn_since = 0.0
        self._was_away = False
        self._typed_at = self.ticks()
        self._catch_up: Timer | None = None

    # -- what is sent -----------------------------------------------------------------------

    def repaint(self) -> None:
        """Send the whole screen again, whatever the terminal shows."""
        if self._shadow is not None:
            self._shadow.forget()
        self.refresh()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Send what the terminal does not show yet, or as the stock app does after a fault."""
        if self.drawing_fault is None:
            with _Kept() as kept:
                renderable = self._thinned(renderable)
            if kept.fault is not None:
                self.drawing_fault, self._shadow = kept.fault, None
                self.refresh()
        super()._display(screen, renderable)

    def _thinned(self, update: RenderableType | None) -> RenderableType | None:
        """An update without what the terminal shows already; None where that is all of it."""
        if update is None or not self._is_sent:
            return update
        from coach_tui import strips

        if self._shadow is None:
            strips.check_version()
            colors = self.console._color_system or ColorSystem.TRUECOLOR
            self._shadow = Shadow(partial(strips.cells, colors=colors))
            self._drawn_since = time.monotonic()
        self._shadow.fit(*self.size)
        try:
            text = self._shadow.draw(strips.pieces(update))
        except strips.NotCells:
            self._shadow.forget()
            return update
        sent = strips.Sent(text) if text or self._cursor_moved else None
        return cast("RenderableType | None", sent)  # the stock app asks for no more than it is

    @property
    def _is_sent(self) -> bool:
        """Whether an update that is displayed now reaches a full screen."""
        driver = self._driver
        if driver is None or driver.is_headless or driver.is_inline:
            return False
        return self._running and not self._closed and not self._batch_count

    @property
    def _cursor_moved(self) -> bool:
        """Whether the terminal's own cursor is to stand elsewhere than it did."""
        place = self.screen.outer_size.clamp_offset(self.cursor_position)
        return place != self._previous_cursor_position

    # -- when it may show something else ----------------------------------------------------

    def on_mount(self) -> None:
        """Hear when the coach is back from the shell."""
        self.app_resume_signal.subscribe(self, lambda _: self.repaint(), immediate=True)

    def on_resize(self, event: events.Resize) -> None:
        """Terminals move what they show with their size, even if it is soon as it was before.

        The driver tells the size after a suspend, too, and before anything is drawn.
        """
        if self._shadow is not None and event.time > self._drawn_since:
            self.repaint()

    def on_app_blur(self) -> None:
        """The coach is elsewhere."""
        self._was_away = True

    def on_app_focus(self) -> None:
        """The coach is back. Some terminals say so at the start, when nothing was left."""
        if self._was_away:
            self._was_away = False
            self.repaint()

    def on_key(self, event: events.Key) -> None:
        """A dialog has no command to draw the screen again; the key comes up from it to here."""
        if event.key == "ctrl+l":
            self.repaint()

    async def on_event(self, event: events.Event) -> None:
        """Note that the coach is there."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._note_key()
        await super().on_event(event)

    def _note_key(self) -> None:
        """After a minute without a key, repaint in the next pause; what was typed comes first."""
        now, before = self.ticks(), self._typed_at
        self._typed_at = now
        if self._catch_up is not None:
            self._catch_up.reset()
        elif now - before >= ABSENCE:
            self._catch_up = self.set_timer(PAUSE, self._repaint_late)

    def _repaint_late(self) -> None:
        self._catch_up = None
        self.repaint()
