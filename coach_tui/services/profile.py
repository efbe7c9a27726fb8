"""One person at a glance: for the detail pane, the profile and `coach-tui show`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from coach_tui.clock import Clock
from coach_tui.domain.bands import Standing
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.draft import Draft
from coach_tui.domain.framework import Cluster, Timeline
from coach_tui.domain.launch import Launch
from coach_tui.domain.note import Note
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.school_year import school_year
from coach_tui.domain.todo import Todo
from coach_tui.domain.track import SessionPoint, Track
from coach_tui.domain.visit import Visit
from coach_tui.services.cycles import draft_key
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.growth import GrowthService, track_of


@dataclass(frozen=True, slots=True)
class Profile:
    """A person with this school year's records.

    Attributes:
        cycles: all records of the track that hold a session or a round, oldest first.
        todos: open to-dos, the earliest due first; those without a date last.
        next_visit: the earliest visit still planned.
        note: the newest note.
        draft: the unfinished cycle, if any.
    """

    coachee: Coachee
    timeline: Timeline
    track: Track
    launch: Launch | None
    cycles: tuple[Cycle, ...]
    todos: tuple[Todo, ...]
    next_visit: Visit | None
    note: Note | None
    draft: Draft | None

    def standing(self, point: SessionPoint | None) -> Standing | None:
        """What a session's total means; None where none is recorded."""
        if point is None or point.total is None:
            return None
        return self.timeline.band_table.standing(point.session, point.total)

    def cluster(self, point: SessionPoint | None) -> Cluster | None:
        """A session's cluster; None where it is not set."""
        return self.timeline.cluster(point.cluster) if point else None

    def cycle_of(self, point: SessionPoint | None) -> Cycle | None:
        """The record a session comes from."""
        return next((c for c in self.cycles if point and c.id == point.cycle_id), None)

    @property
    def last_cycle(self) -> Cycle | None:
        """The newest held cycle."""
        held = [cycle for cycle in self.cycles if cycle.origin == "cycle"]
        return held[-1] if held else None


class ProfileService:
    """Reads one store person by person."""

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        shelf: FrameworkShelf,
        growth: GrowthService,
        clock: Clock,
    ) -> None:
        self._store = store
        self._drafts = drafts
        self._shelf = shelf
        self._growth = growth
        self._clock = clock

    def of(self, coachee_id: str) -> Profile:
        """A person's profile.

        Raises:
            NotFound: no such person.
        """
        year = school_year(self._clock.today())
        cycles = tuple(c for c in self._store.of(Cycle, coachee_id) if c.track == year)
        todos = [todo for todo in self._store.of(Todo, coachee_id) if todo.is_open]
        planned = [v for v in self._store.of(Visit, coachee_id) if v.status == "planned"]
        notes = self._store.of(Note, coachee_id)
        return Profile(
            coachee=self._store.get(Coachee, coachee_id),
            timeline=self._shelf.timeline(),
            track=track_of(cycles, coachee_id, year),
            launch=self._growth.launch(coachee_id, year),
            cycles=cycles,
            todos=tuple(sorted(todos, key=lambda todo: todo.due or date.max)),
            next_visit=min(planned, key=_when, default=None),
            note=notes[-1] if notes else None,
            draft=self._drafts.read(draft_key(coachee_id)),
        )


def _when(visit: Visit) -> tuple[date, time]:
    """What visits sort by: one without a time comes last that day."""
    return visit.on, visit.at or time.max
