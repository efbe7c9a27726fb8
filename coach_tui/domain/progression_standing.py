"""Where a class stands in a model: steps in practice, and the pause (PL-2, PL-3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coach_tui.domain.framework import Part
from coach_tui.domain.progression import ProgressionPlace, State, StepRecord
from coach_tui.domain.progression_framework import (
    PHASE_KEYS,
    PhaseKey,
    ProgressionModel,
    ProgressionStep,
)


@dataclass(frozen=True, slots=True)
class StepStanding:
    """A step, and what was seen of it."""

    step: ProgressionStep
    record: StepRecord

    @property
    def state(self) -> State:
        """How it stands."""
        return self.record.state

    @property
    def is_consistent(self) -> bool:
        """Whether it is in consistent practice."""
        return self.state == "consistent"

    @property
    def words(self) -> str:
        """The step in a line: "F5 Students rotate without a prompt"."""
        return f"{self.step.id} {self.step.text}"


@dataclass(frozen=True, slots=True)
class StrandStanding:
    """The steps of one strand in order; of all steps in a model without strands.

    Attributes:
        strand: the strand, None in a model without any.
    """

    strand: Part | None
    steps: tuple[StepStanding, ...]

    @property
    def walked_on(self) -> date | None:
        """The last day anything was seen of it; None where nothing was."""
        days = (day for one in self.steps for day in one.record.days)
        return max(days, default=None)

    @property
    def pause(self) -> StepStanding | None:
        """The first step that is not in consistent practice; None where all are (PL-3).

        A later step in place is recorded and does not move it.
        """
        return next((one for one in self.steps if not one.is_consistent), None)

    def counts(self, phase: PhaseKey) -> tuple[int, int]:
        """How many steps of a phase are in consistent practice, of how many."""
        found = [one for one in self.steps if one.step.phase == phase]
        return sum(one.is_consistent for one in found), len(found)

    @property
    def words(self) -> str:
        """Where it stands in a few words: "pause at F5, 4 of 15 steps in place"."""
        done = sum(one.is_consistent for one in self.steps)
        if self.walked_on is None:
            return "not walked yet"
        if self.pause is None:
            return f"complete, all {len(self.steps)} steps in place"
        return f"pause at {self.pause.step.id}, {done} of {len(self.steps)} steps in place"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a class stands in a model.

    Attributes:
        strands: one in a model without strands.
        unknown: what is recorded of steps that the model no longer has.
        walked_on: the last day anything was seen; None where nothing was.
    """

    model: ProgressionModel
    strands: tuple[StrandStanding, ...]
    unknown: tuple[StepRecord, ...]
    walked_on: date | None

    @property
    def pauses(self) -> tuple[StepStanding, ...]:
        """The pause of each strand that was walked and has one, those walked last first."""
        walked = [one for one in self.strands if one.walked_on and one.pause]
        walked.sort(key=lambda one: one.walked_on or date.min, reverse=True)
        return tuple(one.pause for one in walked if one.pause)

    @property
    def words(self) -> str:
        """In a line: "Station Rotation, pause at F5 Students rotate without a prompt"."""
        name = self.model.name
        if self.walked_on is None:
            return f"{name}, not walked yet"
        if not self.pauses:
            done = all(one.pause is None for one in self.strands)
            return f"{name}, {'complete' if done else 'complete in what was walked'}"
        first, *more = self.pauses
        others = f"; also {', '.join(one.step.id for one in more)}" if more else ""
        return f"{name}, pause at {first.words}{others}"


def standing_in(model: ProgressionModel, place: ProgressionPlace | None) -> Standing:
    """Where a class stands.

    Args:
        model: the model, as the framework in force has it.
        place: what was recorded; None where nothing was.
    """
    held = {one.step: one for one in place.steps} if place else {}

    def strand(part: Part | None) -> StrandStanding:
        steps = model.steps_of(part.id if part else "")
        known = (StepStanding(one, held.get(one.id) or StepRecord(step=one.id)) for one in steps)
        return StrandStanding(part, tuple(known))

    unknown = tuple(one for key, one in held.items() if model.step(key) is None)
    strands = tuple(strand(part) for part in model.strands or (None,))
    return Standing(model, strands, unknown, place.walked_on if place else None)


def phase_counts(strand: StrandStanding) -> tuple[tuple[PhaseKey, int, int], ...]:
    """Each phase with its steps in practice and all its steps."""
    return tuple((phase, *strand.counts(phase)) for phase in PHASE_KEYS)
