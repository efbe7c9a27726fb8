"""What was seen of a progression in one class (PL-3)."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from coach_tui.domain.records import FrameworkPin, Line, Record, Value

State = Literal["consistent", "once", "not_yet", "none"]
"""How a step stands: in consistent practice; in place once; seen, but not in place; not seen."""

STATE_WORDS: dict[State, str] = {
    "consistent": "in consistent practice",
    "once": "seen once",
    "not_yet": "not yet in place",
    "none": "not seen yet",
}
"""How a step stands, in words."""

SEEN_TWICE = 2
"""On so many days a step is seen in place before it counts as consistent practice."""


class StepEvidence(Value):
    """What was seen or heard on a day."""

    on: date
    text: Line = Field(min_length=1)


class StepRecord(Value):
    """What was seen of one step.

    Attributes:
        step: the step's id; it is kept where the framework has no such step any more.
        seen: days it was seen in place, in order.
        not_yet: days it was seen, and not in place.
        confirmed_on: the day the teacher said that it is in consistent practice.
        evidence: what was seen or heard, by its day.
    """

    step: str = Field(min_length=1, max_length=40)
    seen: tuple[date, ...] = ()
    not_yet: tuple[date, ...] = ()
    confirmed_on: date | None = None
    evidence: tuple[StepEvidence, ...] = ()

    @model_validator(mode="after")
    def _one_mark_a_day(self) -> Self:
        for days in (self.seen, self.not_yet):
            if any(one >= other for one, other in pairwise(days)):
                raise ValueError(f"step {self.step}: its days are out of order")
        if set(self.seen) & set(self.not_yet):
            raise ValueError(f"step {self.step}: a day is marked in place and not in place")
        return self

    @property
    def state(self) -> State:
        """How the step stands.

        It is in consistent practice when it was seen in place on two days, or the teacher confirmed
        it. What was seen not in place on a later day starts this anew: only what came after counts.
        """
        if self.is_confirmed or len(self.days_since) >= SEEN_TWICE:
            return "consistent"
        return "once" if self.days_since else "not_yet" if self.not_yet else "none"

    @property
    def is_confirmed(self) -> bool:
        """Whether the teacher confirmed it, and it was not seen out of place since."""
        return self.confirmed_on is not None and self.confirmed_on > self._last_not_yet

    @property
    def days_since(self) -> tuple[date, ...]:
        """Days it was seen in place since it was last seen not in place."""
        return tuple(day for day in self.seen if day > self._last_not_yet)

    @property
    def _last_not_yet(self) -> date:
        return max(self.not_yet, default=date.min)

    @property
    def days(self) -> frozenset[date]:
        """Every day something was seen or said of it."""
        told = {self.confirmed_on} if self.confirmed_on else set()
        return frozenset({*self.seen, *self.not_yet, *told, *(e.on for e in self.evidence)})

    def marked(self, day: date, *, in_place: bool) -> Self:
        """With a day's mark, in place of another one of that day."""
        seen, not_yet = set(self.seen) - {day}, set(self.not_yet) - {day}
        (seen if in_place else not_yet).add(day)
        if in_place or self.confirmed_on != day:
            return self._with(seen, not_yet)
        return self._with(seen, not_yet).but(confirmed_on=None)

    def unmarked(self, day: date) -> Self:
        """Without a day's mark."""
        return self._with({*self.seen} - {day}, {*self.not_yet} - {day})

    def confirmed(self, day: date | None) -> Self:
        """Confirmed by the teacher on a day, in place of a mark of that day that says otherwise.

        Args:
            day: None to take the confirmation back.
        """
        return self._with(self.seen, {*self.not_yet} - {day}).but(confirmed_on=day)

    def with_evidence(self, day: date, text: str) -> Self:
        """With one more thing that was seen or heard."""
        added = (*self.evidence, StepEvidence(on=day, text=text))
        return self.but(evidence=tuple(sorted(added, key=lambda one: one.on)))

    def _with(self, seen: Iterable[date], not_yet: Iterable[date]) -> Self:
        return self.but(seen=tuple(sorted(seen)), not_yet=tuple(sorted(not_yet)))


class ProgressionPlace(Record):
    """Where a class stands in one model; one for each person and model.

    Attributes:
        model_id: the model.
        framework: the progressions whose steps it was begun with.
        steps: what was seen, each step at most once.
    """

    table: ClassVar[str] = "progressions"
    once: ClassVar[tuple[str, ...]] = ("coachee_id", "model_id")
    word: ClassVar[str] = "progression"

    coachee_id: str
    model_id: str
    framework: FrameworkPin
    steps: tuple[StepRecord, ...] = ()

    @model_validator(mode="after")
    def _each_step_once(self) -> Self:
        if len({one.step for one in self.steps}) != len(self.steps):
            raise ValueError("a step is recorded twice")
        return self

    def step(self, key: str) -> StepRecord:
        """What was seen of a step; a blank record of one that nothing was seen of."""
        return next((one for one in self.steps if one.step == key), StepRecord(step=key))

    def with_step(self, record: StepRecord) -> Self:
        """With another record of a step; a blank one is left out."""
        others = [one for one in self.steps if one.step != record.step]
        kept = [record] if record.days else []
        return self.but(steps=tuple(sorted([*others, *kept], key=lambda one: one.step)))

    @property
    def walked_on(self) -> date | None:
        """The last day anything was seen or said; None where nothing was."""
        return max((day for one in self.steps for day in one.days), default=None)

    def told(self, before: Self | None) -> str:
        """A change in a few words: "F5 seen in place".

        Args:
            before: as it was; None where it is new.
        """
        old = {one.step: one for one in before.steps} if before else {}
        new = {one.step: one for one in self.steps}
        for key in sorted({*old, *new}):
            blank = StepRecord(step=key)
            if old.get(key) != new.get(key):
                return _told(old.get(key, blank), new.get(key, blank))
        return "the progression" if before is None else "changed progression"


def _told(before: StepRecord, after: StepRecord) -> str:
    """What was done with a step, in words."""
    key = after.step
    added = (
        (f"{key} seen in place", set(after.seen) - set(before.seen)),
        (f"{key} not yet in place", set(after.not_yet) - set(before.not_yet)),
        (f"{key} confirmed by the teacher", after.confirmed_on and not before.confirmed_on),
        (f"evidence for {key}", len(after.evidence) > len(before.evidence)),
        (f"{key} no longer confirmed", before.confirmed_on and not after.confirmed_on),
        (f"mark of {key} taken back", before.days - after.days),
    )
    return next((words for words, is_so in added if is_so), f"changed {key}")
