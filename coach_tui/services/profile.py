"""One person at a glance: for the detail pane, the profile and `coach-tui show`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime

from coach_tui.clock import Clock
from coach_tui.domain.bands import Standing
from coach_tui.domain.clocks import Clocks, clocks
from coach_tui.domain.coachee import USUAL_LEVEL, Coachee
from coach_tui.domain.contact import Contact
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.draft import Draft
from coach_tui.domain.engagement import ServiceStep, service_step
from coach_tui.domain.framework import Cluster, Timeline
from coach_tui.domain.holidays import Holidays
from coach_tui.domain.lateness import Lateness
from coach_tui.domain.launch import Launch
from coach_tui.domain.note import Note
from coach_tui.domain.output import Output
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.todo import Todo
from coach_tui.domain.track import SessionPoint, Track
from coach_tui.domain.visit import Visit
from coach_tui.errors import NotFound
from coach_tui.services.consents import standing_consent
from coach_tui.services.cycles import draft_key
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.growth import GrowthService
from coach_tui.services.launches import launch_warning, launch_words
from coach_tui.services.progressions import PersonProgression, known_progression


@dataclass(frozen=True, slots=True)
class Profile:
    """A person with this school year's records.

    Attributes:
        today: the coach's date.
        cycles: all records of the track that hold a session or a round, oldest first.
        todos: open to-dos, the earliest due first; those without a date last.
        next_visit: the earliest visit still planned.
        note: the newest note.
        note_day: the coach's day it was taken on.
        notes: how many notes there are.
        draft: the unfinished cycle, if any.
        clocks: the last visit and the last contact, of any year.
        lateness: what counts as late and overdue for them, as in the caseload and the agenda.
        years: the school years there is a track of, the newest first.
        past: whether the track shown is an older one than the person is in.
        all_todos: every to-do, closed ones too: open ones first, then the newest closed.
        all_notes: every note that has lines, the newest first.
        contacts: contacts that were no visits, by the id of the note that holds their lines.
        outputs: what was sent and issued, of any year, the oldest first.
        progression: the model in use and where the class pauses in it; None where none is named.
        consent: their consent to be named in an impact story, None where none stands.
    """

    today: date
    coachee: Coachee
    timeline: Timeline
    track: Track
    launch: Launch | None
    cycles: tuple[Cycle, ...]
    todos: tuple[Todo, ...]
    next_visit: Visit | None
    note: Note | None
    note_day: date | None
    notes: int
    draft: Draft | None
    clocks: Clocks
    lateness: Lateness
    years: tuple[str, ...] = ()
    past: bool = False
    all_todos: tuple[Todo, ...] = ()
    all_notes: tuple[Note, ...] = ()
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    outputs: tuple[Output, ...] = ()
    progression: PersonProgression | None = None
    consent: Output | None = None

    def standing(self, point: SessionPoint | None) -> Standing | None:
        """What a session's total means; None where none is recorded."""
        if point is None or point.total is None:
            return None
        return self.timeline.band_table.standing(point.session, point.total)

    def cluster(self, point: SessionPoint | None) -> Cluster | None:
        """A session's cluster; None where it is not set."""
        return self.timeline.cluster(point.cluster) if point else None

    def cluster_words(self, point: SessionPoint | None) -> str:
        """A session's cluster: "C Collaboration"; that the framework lacks it, where it does."""
        return self.timeline.named(point.cluster) if point else ""

    def cycle_of(self, point: SessionPoint | None) -> Cycle | None:
        """The record a session comes from."""
        return next((c for c in self.cycles if point and c.id == point.cycle_id), None)

    def coach_total(self, point: SessionPoint | None) -> int | None:
        """The coach's own count beside a session's total, None where there is none."""
        cycle = self.cycle_of(point)
        return cycle.gi.coach_total if cycle else None

    def follow_up(self, cycle_id: str) -> Output | None:
        """The follow-up after a meeting, None where none is marked as sent."""
        sent = (o for o in self.outputs if o.kind == "follow_up" and o.cycle_id == cycle_id)
        return next(sent, None)

    @property
    def last_report(self) -> Output | None:
        """The report that was issued last, of any year."""
        reports = (output for output in self.outputs if output.kind == "report")
        return max(reports, key=lambda output: (output.on, output.id), default=None)

    @property
    def launch_held(self) -> bool:
        """Whether this school year's launch has taken place."""
        return self.launch is not None and self.launch.is_held(self.today)

    @property
    def launch_words(self) -> str:
        """The launch in words: "held Tue Sep 1", "planned for …", "none recorded for 2026-27"."""
        return launch_words(self.launch, self.track.year, self.today)

    @property
    def launch_warning(self) -> str:
        """A sentence where the launch was not held; empty where it was."""
        first = not self.track.points
        return launch_warning(self.launch, self.track.year, self.today, first=first)

    @property
    def service_step(self) -> ServiceStep:
        """Which step of the service cycle the work is in, by its id (CC-3)."""
        return service_step(launch_held=self.launch_held, cycles=self.cycles, todos=self.all_todos)

    @property
    def last_cycle(self) -> Cycle | None:
        """The cycle held last, whenever it was written down."""
        held = (cycle for cycle in self.cycles if cycle.origin == "cycle")
        return max(held, key=lambda cycle: (cycle.held_on, cycle.id), default=None)


class ProfileService:
    """Reads one store person by person."""

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        shelf: FrameworkShelf,
        growth: GrowthService,
        clock: Clock,
        holidays: Callable[[], Holidays] = Holidays,
    ) -> None:
        """Profiles out of a store; the holidays are asked for when they are needed."""
        self._holidays = holidays
        self._store = store
        self._drafts = drafts
        self._shelf = shelf
        self._growth = growth
        self._clock = clock

    def level_words(self, coachee: Coachee) -> str:
        """The level of the system a person works on: "District level"; empty for the usual one."""
        key = coachee.level
        if key in ("", USUAL_LEVEL):
            return ""
        name = next((part.name for part in self._shelf.continuum().levels if part.id == key), key)
        return f"{name} level"

    def step_name(self, profile: Profile) -> str:
        """The step of the service cycle the work is in, as the framework names it (CC-3)."""
        key = profile.service_step
        return next((s.name for s in self._shelf.continuum().cycle_steps if s.id == key), key)

    def of(self, coachee_id: str, year: str | None = None) -> Profile:
        """A person's profile.

        Args:
            coachee_id: whose.
            year: the school year whose track is shown; the one they are in if left out.

        Raises:
            NotFound: no such person.
        """
        today, now = self._clock.today(), self._growth.year(coachee_id)
        year = year or now
        every = self._store.of(Cycle, coachee_id)
        cycles = tuple(c for c in every if c.track == year)
        all_todos = sorted(self._store.of(Todo, coachee_id), key=_todo_order)
        todos = [todo for todo in all_todos if todo.is_open]
        planned = [v for v in self._store.of(Visit, coachee_id) if v.status == "planned"]
        notes = [note for note in self._store.of(Note, coachee_id) if note.lines]
        outputs = self._store.of(Output, coachee_id)
        person = self._store.get(Coachee, coachee_id)
        return Profile(
            today=today,
            coachee=person,
            timeline=self._shelf.timeline(),
            track=self._growth.track(coachee_id, year),
            launch=self._growth.launch(coachee_id, year),
            cycles=cycles,
            todos=tuple(todos),
            next_visit=min(planned, key=lambda visit: visit.when, default=None),
            note=notes[-1] if notes else None,
            note_day=self._day(notes[-1].taken_at) if notes else None,
            notes=len(notes),
            draft=self._drafts.read(draft_key(coachee_id)),
            clocks=self.clocks(coachee_id),
            lateness=Lateness(today, person.status, self._holidays()),
            years=tuple(sorted({now, year, *(cycle.track for cycle in every)}, reverse=True)),
            past=year != now,
            all_todos=tuple(all_todos),
            all_notes=tuple(sorted(notes, key=lambda note: note.taken_at, reverse=True)),
            contacts={c.note_id: c for c in self._store.of(Contact, coachee_id)},
            outputs=outputs,
            progression=known_progression(self._store, self._shelf, today, person),
            consent=standing_consent(outputs),
        )

    def year_of(self, cycle_id: str) -> str | None:
        """The school year of a recorded session or round; None where there is no such record."""
        with suppress(NotFound):
            return self._store.get(Cycle, cycle_id).track
        return None

    def clocks(self, coachee_id: str) -> Clocks:
        """When a person was last visited and last spoken with, in this school year or before."""
        kept = self._store.of
        return clocks(
            kept(Cycle, coachee_id),
            kept(Visit, coachee_id),
            kept(Note, coachee_id),
            kept(Contact, coachee_id),
            self._day,
        )

    def _day(self, moment: datetime) -> date:
        """The coach's day of a moment."""
        return self._clock.local(moment).date()


def _todo_order(todo: Todo) -> tuple[bool, int]:
    """Open ones by their due date, those without one last; then closed ones, the newest first."""
    if todo.is_open:
        return False, (todo.due or date.max).toordinal()
    return True, -(todo.closed_on or date.min).toordinal()
