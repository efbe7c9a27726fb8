"""Seeded records beside people and their sessions: each kind has a maker and a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.records import Record
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.seed import load_seed
from coach_tui.services.seed_continuum import placements
from coach_tui.services.seed_outputs import seeded_outputs
from coach_tui.services.seed_progressions import seeded_places
from coach_tui.services.seed_stamps import Stamps
from coach_tui.services.seed_standards import standards_records
from coach_tui.services.seed_walks import walks


@dataclass(frozen=True, slots=True)
class OwnSeed:
    """What a maker of seeded records works with.

    Attributes:
        folder: where the seed files are.
        stamps: moments and ids relative to today.
        shelf: the frameworks.
        records: the people and their sessions, made before.
    """

    folder: Path
    stamps: Stamps
    shelf: FrameworkShelf
    records: Sequence[Record]

    def read(self, name: str) -> dict[str, Any]:
        """The content of a seed file: "coach" for `coach.json`.

        Raises:
            Refused: it cannot be read.
        """
        return load_seed(self.folder / f"{name}.json")

    def id_of(self, family: str) -> str:
        """The id of a seeded person by the family name."""
        people = (record for record in self.records if isinstance(record, Coachee))
        return next(person.id for person in people if person.family == family)


Maker = Callable[[OwnSeed], Iterable[Record]]

MAKERS: tuple[Maker, ...] = (
    placements,
    standards_records,
    seeded_outputs,
    seeded_places,
    walks,
)
"""What makes each kind, in order."""


def own_records(
    folder: Path,
    records: Sequence[Record],
    shelf: FrameworkShelf,
    clock: Clock,
    new_id: Callable[[datetime], str],
) -> tuple[Record, ...]:
    """All further records of a seed, not saved yet.

    Raises:
        CoachError: a file or a framework cannot be read.
    """
    seed = OwnSeed(folder, Stamps(clock, new_id), shelf, records)
    return tuple(record for make in MAKERS for record in make(seed))
