"""What is at hand when a cycle opens: the person, the last step, the prior notes, the rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coach_tui.domain.clusters import ClusterChoice, all_choices, asks_why, check_pick, offered
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.framework import CoachingModel, Timeline
from coach_tui.domain.launch import Launch
from coach_tui.domain.note import Note
from coach_tui.domain.progression_standing import StepStanding
from coach_tui.domain.todo import CLOSED, Todo
from coach_tui.domain.track import Track
from coach_tui.domain.visit import Visit
from coach_tui.services.launches import launch_warning


@dataclass(frozen=True, slots=True)
class CycleContext:
    """Everything a cycle form is read against; loaded once, when the form opens.

    Attributes:
        today: the coach's date.
        track: the school year's sessions.
        number: which round of the track this one is.
        last_step: the newest action step still open, asked about first.
        open_steps: how many action steps are still open.
        cycles: earlier cycles of the track, oldest first.
        notes: earlier notes, the newest first.
        planned: visits still planned, the earliest first.
        begun: the school years begun by hand, and the day of each.
        ticked: ids of the GIs ticked by the last session that has some (E2L-9).
        pauses: the steps that the class pauses at in its progression; what to work on (PL-3).
    """

    today: date
    coachee: Coachee
    timeline: Timeline
    model: CoachingModel
    track: Track
    number: int
    launch: Launch | None
    last_step: Todo | None
    open_steps: int
    cycles: tuple[Cycle, ...]
    notes: tuple[Note, ...]
    planned: tuple[Visit, ...]
    begun: tuple[tuple[str, date], ...] = ()
    ticked: tuple[str, ...] = ()
    pauses: tuple[StepStanding, ...] = ()

    @property
    def session(self) -> int:
        """The number this meeting takes as a session."""
        return self.track.next_session

    def place(self) -> dict[str, str | int]:
        """What a form of this meeting counts as: its school year, session and round."""
        return {"track": self.track.year, "session": self.session, "number": self.number}

    @property
    def order(self) -> tuple[str, ...]:
        """The agreed order of the first phase's clusters."""
        return self.launch.order if self.launch else ()

    @property
    def last_total(self) -> int | None:
        """The last recorded GI total of the track."""
        return self.track.total_before(self.session)

    @property
    def choices(self) -> tuple[ClusterChoice, ...]:
        """The clusters free to pick, the agreed order first."""
        return offered(self.timeline, self.session, self.track.used(self.session), self.order)

    @property
    def every_choice(self) -> tuple[ClusterChoice, ...]:
        """All clusters, with why some ask for a reason."""
        return all_choices(self.timeline, self.session, self.track.used(self.session), self.order)

    def check_cluster(self, key: str, reason: str) -> str:
        """A warning about a picked cluster, or nothing.

        Raises:
            Refused: there is no such cluster.
            ReasonNeeded: it is out of order and no reason is given.
        """
        used = self.track.used(self.session)
        return check_pick(self.timeline, self.session, key, used, self.order, reason)

    def asks_override(self, key: str) -> bool:
        """Whether a picked cluster asks for a reason."""
        return asks_why(self.timeline, self.session, key, self.track.used(self.session))

    def proposed(self, field: str) -> tuple[str, ...]:
        """What the progression proposes for a field: its pauses as focus, its next moves as step.

        Args:
            field: name of the form field.
        """
        if field == "focus":
            return tuple(pause.words for pause in self.pauses)
        return tuple(pause.step.next_move for pause in self.pauses) if field == "step" else ()

    @property
    def next_planned(self) -> Visit | None:
        """The visit that comes next: the earliest planned one after today."""
        return next((visit for visit in self.planned if visit.on > self.today), None)

    def open_steps_after(self, answer: str) -> int:
        """How many steps stay open once the last one is answered as it is now."""
        closed = self.last_step is not None and answer in CLOSED
        return self.open_steps - closed

    def is_virtual(self, mode: str) -> bool:
        """Whether a mode is a distance mode (IP-10)."""
        known = self.model.mode(mode)
        return bool(known and known.virtual)

    @property
    def launch_warning(self) -> str:
        """A sentence if no launch was held this school year; empty if one was (IP-3)."""
        first = not self.track.points
        return launch_warning(self.launch, self.track.year, self.today, first=first)
