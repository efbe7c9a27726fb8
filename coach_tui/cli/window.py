"""What one run of the app has open: the coach's caseload, the demo, or one after the other."""

import argparse
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from coach_tui.cli.wiring import Place, demo_builder, desk_at, place_of
from coach_tui.clock import SystemClock
from coach_tui.locations import demo_folder
from coach_tui.services.demo import DemoCopy, scratch_copy, window_copy
from coach_tui.services.desk import Desk


class Window:
    """A run of the app. When it is left in the ordinary way, the demo's copy goes."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._clock = SystemClock()
        self._copies = ExitStack()
        self._copy: DemoCopy | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._copies.__exit__(kind, error, trace)

    def open(self) -> Desk:
        """The caseload that the options ask for.

        Raises:
            CoachError: its file cannot be named, or the demo not be made.
        """
        if self._arguments.demo:
            return self.open_demo()
        place = place_of(self._arguments)
        return desk_at(place, self._clock, readonly=self._arguments.readonly)

    def open_demo(self) -> Desk:
        """The demo, its copy made when it is first asked for.

        Raises:
            CoachError: it cannot be made.
        """
        if self._copy is None:
            self._copy = self._enter_copy()
        place = Place.of(self._copy.file)
        return desk_at(place, self._clock, demo=True, readonly=self._arguments.readonly)

    def keep_demo(self) -> None:
        """Leave the demo's copy for the next window: this one ends in another way."""
        if self._copy:
            self._copy.keep = True

    def _enter_copy(self) -> DemoCopy:
        """A copy for this run; a trial start leaves alone what a crash may have left."""
        today, build = self._clock.today(), demo_builder(self._clock)
        if self._arguments.check:
            return self._copies.enter_context(scratch_copy(today, build))
        return self._copies.enter_context(window_copy(demo_folder(), today, build))
