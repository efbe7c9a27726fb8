"""Keys one at a time: the next one is given out once the one before has been acted on.

Textual forwards a key to the widget that has the focus when the key is read. Keys that come in one
packet, as over a slow line, would all go to the field that the first of them leaves.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from time import monotonic
from typing import Any

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.worker import WorkerError

from coach_tui.paste_guard import (
    BURST,
    Burst,
    burst_from,
    is_guarded,
    is_in_number,
    is_in_text,
    say_so,
)

SAVES = "saves"
"""The group of workers that save: keys wait until they are done."""

PATIENCE = 1.0
"""Seconds after which a widget that does not answer is not waited for."""


class KeysInOrder(App[int], inherit_bindings=False):
    """An app whose keys and pastes act strictly one after the other."""

    def __init__(
        self, driver_class: type[Driver] | None = None, ansi_color: bool | None = None
    ) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self._waiting: deque[events.Event] = deque()
        self._turn: asyncio.Task[None] | None = None
        self._burst = Burst()

    async def on_event(self, event: events.Event) -> None:
        """Hold a key back while another one is being acted on."""
        typed = isinstance(event, events.Key | events.Paste)
        if not typed or event.is_forwarded or not self._running:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if self._turn is None:
            self._turn = asyncio.create_task(self._take_turns())

    async def settled(self) -> None:
        """Wait until every key typed so far has been acted on."""
        while self._turn is not None:
            await asyncio.wait([self._turn])

    async def _take_turns(self) -> None:
        """Give out the keys that wait, one after the other."""
        self._burst.rest()
        try:
            while self._waiting and self._running:
                event = self._waiting.popleft()
                if isinstance(event, events.Key) and await self._is_pasted(event):
                    continue
                await super().on_event(event)
                await self._acted()
        finally:
            self._turn = None

    async def _is_pasted(self, key: events.Key) -> bool:
        """Whether a key is in a raw paste outside a field; the rest of it is then passed over."""
        self._burst.take(key, in_text=is_in_text(self))
        if not is_guarded(self, key):
            return False
        if monotonic() - key.time < BURST:  # what comes with it may not be here yet
            await asyncio.sleep(BURST)
        came = burst_from(key, self._waiting)
        behind = [] if is_in_number(self) else came  # Enter ends a number, whatever follows it
        if not self._burst.is_paste(behind):
            return False
        for later in came:
            self._waiting.popleft()
            self._burst.take(later, in_text=False)
        say_so(self)
        return True

    async def _acted(self) -> None:
        """Wait until the key has gone up from the focus to the app, and what it opened is there."""
        pumps: list[MessagePump] = list(self.focused.ancestors_with_self) if self.focused else []
        for pump in (*pumps, self.screen, self):
            await _worked_off(pump)
        await _mounted(self.screen)
        for pump in (self.screen, self, self.screen):
            await _worked_off(pump)
        saves = [worker for worker in self.workers if worker.group == SAVES]
        if saves:  # what it closes must be gone before the next key
            with suppress(WorkerError):
                await self.workers.wait_for_complete(saves)
            await _worked_off(self)
            await _worked_off(self.screen)


async def _mounted(screen: Screen[Any]) -> None:
    """Wait until a screen that was just opened has its widgets."""
    clock = asyncio.get_running_loop().time
    until = clock() + PATIENCE
    while not screen.is_mounted and clock() < until:  # noqa: ASYNC110 - no public event for it
        await asyncio.sleep(0.005)


async def _worked_off(pump: MessagePump) -> None:
    """Wait until all that a widget was sent so far is dealt with."""
    done = asyncio.Event()
    if pump.is_running and pump.call_later(done.set):
        try:
            await asyncio.wait_for(done.wait(), PATIENCE)
        except TimeoutError:  # it was removed meanwhile
            return
