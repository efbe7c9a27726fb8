"""Saving: what writes to the disk runs on one thread, in order, and never holds up a key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import TypeVar

from textual.driver import Driver

from coach_tui.domain.dates import local_clock
from coach_tui.errors import CoachError, Unavailable
from coach_tui.key_order import KeysInOrder
from coach_tui.services.desk import Desk
from coach_tui.storage.writer import Writer

T = TypeVar("T")

FLUSH = 5.0
"""Seconds that leaving waits for saves under way; a disk that hangs is not waited for longer."""


class SavesBehind(KeysInOrder, inherit_bindings=False):
    """An app with a writer thread behind it.

    Attributes:
        desk: the open caseload.
        saved_words: what row 1 says of the last save: "saved 10:42".
    """

    desk: Desk

    def __init__(
        self, driver_class: type[Driver] | None = None, ansi_color: bool | None = None
    ) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self.saved_words = ""
        self._writer = Writer()

    def on_unmount(self) -> None:
        """Wait for what is still being written."""
        self._writer.close()

    async def save(self, work: Callable[[], T]) -> T:
        """Run a service call that writes, on the one writer thread.

        Raises:
            CoachError: what the call raised.
        """
        done = await asyncio.wrap_future(self._writer.submit(work))
        self.show_saved()
        return done

    def finish(self, work: Callable[[], T]) -> T:
        """Run a service call that writes, behind what is queued, and wait for it here.

        Raises:
            CoachError: what the call raised, or that the disk does not answer.
        """
        try:
            done = self._writer.submit(work).result(FLUSH)
        except TimeoutError as late:
            raise Unavailable("The disk does not answer; what is on the screen stays.") from late
        self.show_saved()
        return done

    def settle(self) -> None:
        """Wait for what the writer thread still has to do, a few seconds at most."""
        self._writer.flush(FLUSH)

    def write_soon(self, work: Callable[[], object], told: Callable[[str], None]) -> None:
        """Queue a draft for the writer thread; `told` hears a sentence if it fails."""

        def write() -> None:
            trouble = ""
            try:
                work()
            except CoachError as fault:
                trouble = str(fault)
            self.call_later(told, trouble)  # safe from any thread, and waits for nobody

        self._writer.submit(write).add_done_callback(self._written)

    def _written(self, future: Future[None]) -> None:
        """A fault of ours on the writer thread is a fault of the app: it must not stay unheard."""
        fault = None if future.cancelled() else future.exception()
        if fault is not None:
            self.call_later(_throw, fault)

    def show_saved(self) -> None:
        """Tell row 1 when the file was last saved."""
        try:
            stamp = self.desk.store.saved_at()
        except CoachError:
            stamp = ""
        self.saved_words = ""
        if stamp:
            moment = self.desk.clock.local(datetime.fromisoformat(stamp))
            same_day = moment.date() == self.desk.clock.today()
            told = local_clock(moment) if same_day else f"{moment:%b} {moment.day}"
            self.saved_words = f"saved {told}"


def _throw(fault: BaseException) -> None:
    """Raise on the app's own thread what happened on another."""
    raise fault
