"""A desk on real files, with a clock that stands still until a test moves it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

from coach_tui.clock import FrozenClock
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.records import Record
from coach_tui.errors import Unavailable
from coach_tui.ids import new_id
from coach_tui.services.desk import Desk
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.person_form import PersonForm
from coach_tui.services.seed import load_seed, records_from_seed
from coach_tui.storage.copies import FileCopies
from coach_tui.storage.drafts import FileDrafts
from coach_tui.storage.store import FileStore

NOW = datetime(2026, 10, 29, 8, 40, tzinfo=UTC)
"""A Thursday morning, in the school year 2026-27."""

CIBOLA = Path(__file__).parents[1] / "cibola.json"

SHELF = FrameworkShelf()
"""The shipped frameworks, read once."""


@dataclass
class Office:
    """A coach's desk, and the folder it works on."""

    folder: Path
    clock: FrozenClock
    desk: Desk

    @classmethod
    def at(cls, folder: Path) -> "Office":
        """A desk on a folder; on one that has data already, a second window."""
        clock = FrozenClock(NOW)
        store, drafts = FileStore(folder / "caseload.json", clock), FileDrafts(folder / "d", clock)
        archive = FileCopies(folder / "archive")
        return cls(folder, clock, Desk(store, drafts, SHELF, clock, new_id, archive=archive))

    def other_window(self) -> "Office":
        """A second window on the same folder."""
        return Office.at(self.folder)

    def wait(self, **time: float) -> None:
        """Let time pass."""
        self.clock.moment += timedelta(**time)

    def add(self, name: str = "Whitcomb, Dana", **fields: str) -> str:
        """Add a person; gives the id."""
        return self.desk.people.add(PersonForm(name=name, **fields)).id

    def launched(self, order: str = "C, A, D, B") -> str:
        """A person whose launch was held."""
        return self.add(launched="9/1", order=order, coach="Renata", teacher="Dana")

    def sessions(self, person: str, *entries: str) -> None:
        """Record sessions from 1 on, as "C 4"; "4" names no cluster."""
        for session, entry in enumerate(entries, start=1):
            *cluster, total = entry.split()
            key = cluster[0] if cluster else None
            self.desk.growth.record(person, session, total, cluster=key)

    def form(self, person: str, **fields: Any) -> CycleForm:
        """An opened cycle form with fields typed into it."""
        return self.desk.cycles.open(person).form.but(**fields)

    def of(self, kind: type[Record], person: str) -> list[Any]:
        """A person's records of one kind."""
        return list(self.desk.store.of(kind, person))

    def stored(self, person: str, session: int, year: str | None = None) -> Cycle:
        """The record of a session."""
        point = self.desk.growth.track(person, year).point(session)
        assert point is not None
        return self.desk.store.get(Cycle, point.cycle_id)

    def raw(self) -> bytes:
        """All the bytes of the data file."""
        return (self.folder / "caseload.json").read_bytes()


class BrokenStore:
    """A store whose disk is full: it reads, and saves nothing."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        """All else is the store's own."""
        return getattr(self._inner, name)

    def save(self, records: object, gone: object = (), again: object = ()) -> NoReturn:
        """Never."""
        raise Unavailable("The disk is full; nothing was saved.")


def cibola(folder: Path) -> Office:
    """The twelve people of the acceptance journeys."""
    office = Office.at(folder)
    seeded = records_from_seed(load_seed(CIBOLA), office.clock, SHELF.timeline())
    office.desk.store.save(seeded.records)
    return office
