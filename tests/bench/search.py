"""A search in 50,000 lines of notes beside the same search in 500, and the time of each query."""

import random
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.note import Note, NoteLine
from coach_tui.domain.records import Record
from coach_tui.ids import new_id
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.search import SearchService
from coach_tui.storage.store import FileStore
from tests.bench.caseload import CLOCK, MOMENT

MANY, FEW = 50_000, 500
"""Lines in the two files."""

FRAME = 0.016
"""Seconds of a frame, within which a search answers."""

LINES = 20
"""Lines of one note."""

_QUERIES = (
    "exit tick", "e", "ng", "group wait", '"wait time"', "nothingofthekind",
    "who:teacher1 question", "tag:+ since:2w", "band:meet task", "fünf",
)  # fmt: skip
_WORDS = [
    "exit", "ticket", "wait", "time", "question", "group", "learner", "answer", "task", "board",
    "timer", "partner", "sort", "fünf", "naming", "reading", "aloud", "station", "teacher",
    "before", "bell", "table", "during", "writing", "norms", "second", "first",
]  # fmt: skip


def write_notes(file: Path, lines: int) -> FileStore:
    """A data file with so many lines of notes, of fifty people at most, written in one save."""
    store, chance = FileStore(file, CLOCK), random.Random(lines)
    people = [_person(number) for number in range(min(50, lines // LINES))]
    records: list[Record] = [*people]
    for number in range(lines // LINES):
        records.append(_note(people[number % len(people)].id, number, chance))
    store.save(records)
    return store


def _person(number: int) -> Coachee:
    return Coachee(
        id=new_id(MOMENT), created_at=MOMENT, updated_at=MOMENT, family=f"Teacher{number}"
    )


def _note(person: str, number: int, chance: random.Random) -> Note:
    when = MOMENT - timedelta(hours=number)
    lines = (_line(chance) for _ in range(LINES))
    return Note(
        id=new_id(when),
        created_at=when,
        updated_at=when,
        coachee_id=person,
        started_at=when,
        lines=tuple(lines),
    )


def _line(chance: random.Random) -> NoteLine:
    text = " ".join(chance.choices(_WORDS, k=9))
    return (
        NoteLine(text=f"+ {text}", tag="praise") if chance.random() < 0.2 else NoteLine(text=text)
    )


def timed(work: Callable[[], object]) -> float:
    """Seconds a piece of work took."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def run(folder: Path, rounds: int) -> list[bool]:
    """Measure each query in turn, print a row; whether each answered within a frame."""
    services = []
    for lines in (MANY, FEW):
        store = write_notes(folder / f"search-{lines}.json", lines)
        service = SearchService(store, FrameworkShelf(), CLOCK)
        print(f"read and fold {lines:,} lines once: {timed(service.refreshed) * 1000:.0f} ms")
        services.append(service)
    print(f"{f'a search, {MANY:,} lines / {FEW:,}':<52}{'ours':>8} {'twin':>8}     ratio")
    return [_compared(query, services, rounds) for query in _QUERIES]


def _compared(query: str, services: Sequence[SearchService], rounds: int) -> bool:
    many, few = services
    pairs = [
        (timed(lambda: many.find(query)), timed(lambda: few.find(query))) for _ in range(rounds)
    ]
    ours, twin = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    name = f"{query} ({many.find(query).count:,} hits)"
    print(
        f"{name:<52}{ours * 1000:8.1f} {twin * 1000:8.1f} ms {ours / twin:6.1f}"
        f"  (within {FRAME * 1000:.0f} ms)"
    )
    return ours <= FRAME
