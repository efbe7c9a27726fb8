"""A filter typed over 5,000 people beside the same keys over 50, and reading them after a save."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.gi import GiCount
from coach_tui.domain.records import FrameworkPin, Record
from coach_tui.ids import new_id
from coach_tui.services.desk import Desk
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.storage.drafts import FileDrafts
from coach_tui.storage.store import FileStore
from tests.bench.caseload import CLOCK, MOMENT
from tests.program.start import coach_tui
from tests.program.terminal import Program

MANY, FEW = 5_000, 50
"""People in the two files."""

AT_MOST = 1.5
"""How much slower a key may be in the large file, at its median and its 95th of 100."""

QUIET = 0.03
"""Seconds without a byte after which the list is drawn; the pane beside it comes later."""

ALL_QUIET = 0.15
"""The same for the whole screen, the pane beside the list with it."""

_TYPED = ("t", "e", "a", "1", "7", *["backspace"] * 5, "s", "c", "h", *["backspace"] * 3)
_TYPED += ("b", "a", "n", "d", ":", "m", *["backspace"] * 6)


def write_people(file: Path, people: int) -> FileStore:
    """A data file with so many people at forty schools, one session each, written in one save."""
    store = FileStore(file, CLOCK)
    records: list[Record] = []
    for number in range(people):
        person = Coachee(
            id=new_id(MOMENT),
            created_at=MOMENT,
            updated_at=MOMENT,
            family=f"Teacher{number:04}",
            given="Inés" if number % 3 else "Sam",
            school=f"School {number % 40} ES",
            role="Gr 5 Math",
        )
        records += [person, _session(person.id, number)]
    store.save(records)
    return store


def _session(person: str, number: int) -> Cycle:
    return Cycle(
        id=new_id(MOMENT),
        created_at=MOMENT,
        updated_at=MOMENT,
        coachee_id=person,
        track="2026-27",
        number=1,
        session=1,
        held_on=date(2026, 9, 3),
        framework=FrameworkPin(id="e2l_timeline", version="1"),
        cluster="ABCD"[number % 4],
        gi=GiCount(total=number % 12),
    )


def pressed(program: Program, key: str) -> tuple[float, float]:
    """Seconds from a key to the list as it stays, and to the whole screen as it stays."""
    program.settle(ALL_QUIET)
    began = time.perf_counter()
    program.press(key)
    before = len(program.raw)
    program.wait_until(lambda: len(program.raw) > before, f"an echo of {key}")
    program.settle(QUIET)
    listed = program.heard_at - began
    program.settle(ALL_QUIET)
    return listed, program.heard_at - began


def filtering(file: Path, home: Path) -> Program:
    """The app on a file, its filter open."""
    program = Program(coach_tui("--db", str(file)), home)
    program.wait_for("? help")
    program.settle(0.5)
    program.press("/")
    program.wait_for("Enter keep")
    program.settle(0.5)
    return program


def run(folder: Path, rounds: int) -> bool:
    """Type the same keys turn by turn in both, print the rows; whether the promise was kept."""
    with ExitStack() as stack:
        both = [
            stack.enter_context(filtering(_file(folder, people), folder)) for people in (MANY, FEW)
        ]
        keys: Iterator[str] = cycle(_TYPED)
        for _ in range(len(_TYPED)):  # once to warm
            key = next(keys)
            for program in both:
                pressed(program, key)
        pairs = [
            tuple(pressed(program, key) for program in both)
            for key in islice(keys, len(_TYPED) * max(1, rounds // 3))
        ]
    many, few = (list(side) for side in zip(*pairs, strict=True))
    kept = _compared("the list", [t[0] for t in many], [t[0] for t in few])
    _compared("all of the screen", [t[1] for t in many], [t[1] for t in few])
    _readings(folder)
    return kept


def _file(folder: Path, people: int) -> Path:
    """A data file with so many people."""
    file = folder / f"people-{people}.json"
    write_people(file, people)
    return file


def _compared(what: str, many: list[float], few: list[float]) -> bool:
    """Print the median and the 95th of 100 of both; whether both ratios are small enough."""
    kept = True
    for name, of in (("median", median), ("p95", lambda found: quantiles(found, n=20)[-1])):
        ours, twin = of(many) * 1000, of(few) * 1000
        label = f"a filter key to {what}, {MANY:,} people / {FEW}, {name}"
        print(f"{label:<62}{ours:7.1f} {twin:7.1f} ms {ours / twin:6.2f}  (at most {AT_MOST})")
        kept = kept and ours / twin <= AT_MOST
    return kept


def _readings(folder: Path) -> None:
    """Print how long the list is read after a save of one record."""
    took = []
    for people in (MANY, FEW):
        desk = Desk(
            store=FileStore(folder / f"people-{people}.json", CLOCK),
            drafts=FileDrafts(folder / "drafts", CLOCK),
            shelf=FrameworkShelf(),
            clock=CLOCK,
            new_id=new_id,
        )
        desk.caseload.today()
        took.append(median(_reading(desk) for _ in range(5)) * 1000)
    label = f"read the list after a save, {MANY:,} people / {FEW}"
    print(f"{label:<62}{took[0]:7.1f} {took[1]:7.1f} ms")


def _reading(desk: Desk) -> float:
    """Seconds to read the list once somebody was saved."""
    person = desk.store.people()[0]
    desk.store.save([person])
    began = time.perf_counter()
    desk.caseload.today()
    desk.agenda.due_count()
    return time.perf_counter() - began
