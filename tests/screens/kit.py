"""A coach at the keys: an app over real files, what is pressed, and what is drawn."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from textual import events
from textual._compositor import LayoutUpdate  # what the driver is given; there is no public way
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from tinydb import TinyDB

from coach_tui.app import AppOptions, CoachApp
from coach_tui.clock import FrozenClock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.records import Record
from coach_tui.ids import new_id
from coach_tui.services.desk import Desk
from coach_tui.services.frameworks import SHIPPED, FrameworkShelf
from coach_tui.storage.copies import FileCopies
from coach_tui.storage.drafts import FileDrafts
from coach_tui.storage.store import FileStore
from screens.cycle.screen import CycleScreen

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=Screen[Any])

SIZE = (80, 24)
SIZES = ((80, 24), (120, 40), (60, 18))

PLACES = {
    "Abara": 0,
    "Bell": 1,
    "Okafor": 2,
    "Feng": 5,
    "Jansen": 8,
    "Nguyen": 10,
    "Price": 13,
    "Moreno": 14,
}
"""Where in the demo's list some people stand."""

QUIET = 12
"""Turns of the event loop without a message after which a key has had its effect."""


def nothing() -> None:
    """No work at all."""


@dataclass
class Files:
    """A folder with a caseload in it.

    Attributes:
        folder: where it is.
        clock: what time it is there.
    """

    folder: Path
    clock: FrozenClock

    @property
    def file(self) -> Path:
        """The data file."""
        return self.folder / "caseload.json"

    def desk(self, *, demo: bool = False, readonly: bool = False) -> Desk:
        """The caseload, opened anew."""
        return Desk(
            store=FileStore(self.file, self.clock, readonly=readonly),
            drafts=FileDrafts(self.folder / "drafts", self.clock),
            shelf=FrameworkShelf((SHIPPED, self.folder / "frameworks")),
            clock=self.clock,
            new_id=new_id,
            demo=demo,
            readonly=readonly,
            where="~/coach",
            copies=FileCopies(self.folder / "copies"),
            archive=FileCopies(self.folder / "archive"),
        )

    def own(self, key: str, *pairs: tuple[str, str], name: str = "own.toml") -> Path:
        """A framework file of the coach's own: ours with words changed, each of which it holds."""
        text = (SHIPPED / f"{key}.toml").read_text("utf-8")
        for before, after in pairs:
            assert before in text
            text = text.replace(before, after, 1)
        path = self.folder / "frameworks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def id_of(self, family: str) -> str:
        """The id of a person by the family name."""
        return next(p.id for p in self.desk().store.people() if p.family == family)

    def records(self, kind: type[R], family: str) -> tuple[R, ...]:
        """A person's records as a newly opened store reads them."""
        return self.desk().store.of(kind, self.id_of(family))

    def person(self, family: str) -> Coachee:
        """A person as a newly opened store reads them."""
        return self.desk().store.get(Coachee, self.id_of(family))

    def table(self, name: str) -> list[dict[str, Any]]:
        """A table of the data file as stock TinyDB reads it."""
        with TinyDB(self.file) as db:
            return [dict(document) for document in db.table(name).all()]


@dataclass
class Coach:
    """Presses keys and reads the screen.

    Attributes:
        app: the running app.
        pilot: drives it.
        keys: how many keys were pressed; letters of a typed text are not counted.
    """

    app: CoachApp
    pilot: Pilot[int]
    keys: list[str] = field(default_factory=list)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, and let each have its effect."""
        for key in keys:
            self.keys.append(key)
            self._send(key)
            await self.settle()

    async def rush(self, *keys: str) -> None:
        """Press keys faster than the app acts on them, as they come over a slow line."""
        for key in keys:
            self._send(key)
        await self.settle()

    async def write(self, text: str) -> None:
        """Type a text, one letter a key."""
        await self.rush(*("enter" if letter == "\n" else letter for letter in text))

    async def paste(self, text: str) -> None:
        """Paste a text where the cursor is."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    def _send(self, key: str) -> None:
        if len(key) == 1:
            self.app.post_message(events.Key(_character_to_key(key), key))
        else:
            self.app.post_message(events.Key(key, "\r" if key == "enter" else None))

    async def settle(self) -> None:
        """Wait for what was pressed, and for what it has written."""
        await self._quiet()
        await self.app.settled()
        if self._left:
            return
        await self.app.workers.wait_for_complete()
        await self.app.save(nothing)
        for _ in range(2):  # what was just shown is laid out first, then drawn
            await self._quiet()
            if not self._left:
                self.app.screen._on_timer_update()  # as `pilot.pause` does, without its wait
        await self._quiet()

    @property
    def _left(self) -> bool:
        """Whether the app was left."""
        return self.app.return_code is not None or self.app.return_value is not None

    async def _quiet(self) -> None:
        """Wait until no part of the app has had anything to do for a while."""
        nodes, rounds = self._nodes(), 0
        while rounds < QUIET and not self._left:
            await asyncio.sleep(0)
            rounds += 1
            if any(node.message_queue_size for node in nodes):
                nodes, rounds = self._nodes(), 0

    def _nodes(self) -> list[MessagePump]:
        """All that takes messages now."""
        return [self.app, *self.app.screen.walk_children(with_self=True)]

    async def until(self, is_so: Callable[[], object], seconds: float = 4.0) -> None:
        """Wait for something that a timer brings about.

        Raises:
            AssertionError: it did not come about.
        """
        end = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < end, f"waited in vain; row 23: {self.row(23)}"
            await asyncio.sleep(0.01)
            await self.pilot.pause(0)

    def screen(self, kind: type[S]) -> S:
        """The screen on top, which is of a kind."""
        screen = self.app.screen
        assert isinstance(screen, kind), f"{screen} is on top"
        return screen

    # -- what is drawn ----------------------------------------------------------------------

    def strips(self) -> list[Strip]:
        """What the terminal is given, row by row."""
        drawn = self.app.screen._compositor.render_update(
            full=True, screen_stack=self.app._background_screens
        )
        assert isinstance(drawn, LayoutUpdate)
        return [Strip.join(row) for row in drawn.strips]

    def rows(self) -> list[str]:
        """The rows as text."""
        return [strip.text for strip in self.strips()]

    def row(self, number: int) -> str:
        """A row of the 24 by its number, from 1, without the spaces at its ends."""
        return self.rows()[number - 1].strip()

    @property
    def message(self) -> str:
        """The message line: the last row but one."""
        return self.rows()[-2].strip()

    def drawn(self) -> str:
        """The whole screen as text."""
        return "\n".join(row.rstrip() for row in self.rows())

    def words(self, left: int = 0, right: int | None = None) -> str:
        """The screen from a column on, and up to one, each run of blanks as one."""
        return " ".join(" ".join(row[left:right] for row in self.rows()).split())


async def open_cycle(coach: Coach, family: str = "Okafor", step: int = 0) -> CycleScreen:
    """Open a cycle with somebody of the demo, at a step of it where one is named."""
    await coach.press(*"j" * PLACES[family], "c")
    if step:
        await coach.press("escape", str(step))
    return coach.screen(CycleScreen)


@asynccontextmanager
async def opened(
    desk: Desk,
    size: tuple[int, int] = SIZE,
    options: AppOptions | None = None,
    reopen: Callable[[], Desk] | None = None,
) -> AsyncIterator[Coach]:
    """An app on a desk, as it looks once it is up."""
    app = CoachApp(desk, options or AppOptions(), reopen)
    async with app.run_test(size=size) as pilot:
        coach = Coach(app, pilot)
        await coach.settle()
        yield coach
