"""Progressions: the model a class is in, what was seen of its steps, the pause (PL-1 to PL-5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.ports import Store
from coach_tui.domain.progression import ProgressionPlace, StepRecord
from coach_tui.domain.progression_framework import ProgressionModel, Progressions, ProgressionStep
from coach_tui.domain.progression_standing import Standing, StepStanding, standing_in
from coach_tui.errors import BadFramework, Conflict, Refused
from coach_tui.services.faults import refusing
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.saving import saved_one


@dataclass(frozen=True, slots=True)
class PersonProgression:
    """A person's progression.

    Attributes:
        model: the model in use; None where none is picked, or one that the file does not have.
        standing: where the class stands in it; None without a model.
        place: what is recorded of it; None where nothing is.
        others: names of further models that something is recorded of.
    """

    coachee: Coachee
    today: date
    framework: Progressions
    model: ProgressionModel | None
    standing: Standing | None
    place: ProgressionPlace | None
    others: tuple[str, ...]

    @property
    def words(self) -> str:
        """Model and pause in a line: "Station Rotation, pause at F5 Students rotate …"."""
        if self.standing is not None:
            return self.standing.words
        return f"{self.coachee.model}, no steps for it" if self.coachee.model else ""

    @property
    def pauses(self) -> tuple[StepStanding, ...]:
        """The steps to work on next; none where nothing was walked or all is in place."""
        return self.standing.pauses if self.standing else ()

    @property
    def walked(self) -> Standing | None:
        """Where the class stands, if anything was seen of it; None before that."""
        found = self.standing
        return found if found and found.walked_on else None

    @property
    def older_version(self) -> str:
        """The version of the steps it was begun with, where that is not the one in force."""
        if self.place is None or self.place.framework == self.framework.pin:
            return ""
        return self.place.framework.version


class ProgressionService:
    """Progressions of one store."""

    def __init__(
        self,
        store: Store,
        shelf: FrameworkShelf,
        clock: Clock,
        new_id: Callable[[datetime], str],
    ) -> None:
        self._store = store
        self._shelf = shelf
        self._clock = clock
        self._new_id = new_id

    @property
    def framework(self) -> Progressions:
        """The progressions in force.

        Raises:
            BadFramework: the file cannot be read.
        """
        return self._shelf.progressions()

    def of(self, coachee_id: str) -> PersonProgression:
        """A person's progression in the model in use.

        Raises:
            NotFound: no such person.
            BadFramework: the progressions cannot be read.
            StorageError: the file cannot be read.
        """
        person = self._store.get(Coachee, coachee_id)
        return _progression(self._store, self.framework, self._clock.today(), person)

    def choose(self, coachee_id: str, model_id: str) -> ProgressionModel:
        """Name a model as the one in use.

        Raises:
            NotFound: no such person.
            Refused: there is no such model.
            Conflict: the person was saved elsewhere meanwhile; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        model, person = self._model(model_id), self._store.get(Coachee, coachee_id)
        if person.model != model.name:
            saved_one(self._store, person.but(model=model.name))
        return model

    def mark(
        self,
        coachee_id: str,
        model_id: str,
        step_id: str,
        in_place: bool | None,
        shown: StepRecord | None = None,
    ) -> ProgressionPlace:
        """Mark what was seen of a step today.

        Args:
            coachee_id: whose class.
            model_id: the model.
            step_id: the step.
            in_place: whether it was in place; None takes today's mark back.
            shown: what the coach saw of the step; None where that does not matter.

        Raises:
            NotFound: no such person.
            Refused: there is no such step, or it stands like that already; nothing was saved.
            Conflict: it is not as it was shown any more, or was saved elsewhere meanwhile; nothing
                was saved.
            StorageError: it could not be written; nothing was saved.
        """
        today = self._clock.today()

        def change(record: StepRecord) -> StepRecord:
            if in_place is None:
                return record.unmarked(today)
            return record.marked(today, in_place=in_place)

        return self._change(coachee_id, model_id, step_id, change, shown)

    def confirm(
        self,
        coachee_id: str,
        model_id: str,
        step_id: str,
        *,
        confirmed: bool,
        shown: StepRecord | None = None,
    ) -> ProgressionPlace:
        """Record today that the teacher confirmed a step, or take that back; raises as `mark`."""
        day = self._clock.today() if confirmed else None
        return self._change(
            coachee_id, model_id, step_id, lambda record: record.confirmed(day), shown
        )

    def add_evidence(
        self,
        coachee_id: str,
        model_id: str,
        step_id: str,
        day: date,
        text: str,
        in_place: bool | None = None,
    ) -> ProgressionPlace:
        """Record what was seen or heard of a step on a day; raises as `mark`.

        Args:
            coachee_id: whose class.
            model_id: the model.
            step_id: the step.
            day: when.
            text: what; blank for a mark alone.
            in_place: what it shows; None where it shows neither.
        """

        def change(record: StepRecord) -> StepRecord:
            if in_place is not None:
                record = record.marked(day, in_place=in_place)
            return record.with_evidence(day, text) if text else record

        with refusing("This evidence"):
            return self._change(coachee_id, model_id, step_id, change)

    def step(self, model_id: str, step_id: str) -> tuple[ProgressionModel, ProgressionStep]:
        """A model and one of its steps.

        Raises:
            Refused: there is none.
        """
        model = self._model(model_id)
        step = model.step(step_id)
        if step is None:
            raise Refused(f"{model.name} has no step {step_id} any more.")
        return model, step

    def _model(self, model_id: str) -> ProgressionModel:
        model = self.framework.model(model_id)
        if model is None:
            raise Refused("The progressions have no such model any more.")
        return model

    def _change(
        self,
        coachee_id: str,
        model_id: str,
        step_id: str,
        change: Callable[[StepRecord], StepRecord],
        shown: StepRecord | None = None,
    ) -> ProgressionPlace:
        """Change the record of a step in what the file holds now, so that nothing else is lost."""
        _, step = self.step(model_id, step_id)
        self._store.get(Coachee, coachee_id)
        held = self._store.of(ProgressionPlace, coachee_id)
        place = next((one for one in held if one.model_id == model_id), None)
        before = place or self._new(coachee_id, model_id)
        record = before.step(step.id)
        after = before.with_step(change(record))
        if shown is not None and record != shown:
            raise Conflict(
                f"{step.id} was changed elsewhere since; look at it again.", after, place
            )
        if after == before:
            raise Refused(f"{step.id} stands like that already.")
        return saved_one(self._store, after)

    def _new(self, coachee_id: str, model_id: str) -> ProgressionPlace:
        now = self._clock.now()
        return ProgressionPlace(
            id=self._new_id(now),
            created_at=now,
            updated_at=now,
            coachee_id=coachee_id,
            model_id=model_id,
            framework=self.framework.pin,
        )


def known_progression(
    store: Store, shelf: FrameworkShelf, today: date, person: Coachee
) -> PersonProgression | None:
    """A person's progression for screens that are about something else.

    None where no model is named, or the progressions cannot be read; their own screen says why.

    Raises:
        StorageError: the file cannot be read.
    """
    if not person.model:
        return None
    try:
        framework = shelf.progressions()
    except BadFramework:
        return None
    return _progression(store, framework, today, person)


def _progression(
    store: Store, framework: Progressions, today: date, person: Coachee
) -> PersonProgression:
    model = model_named(framework, person.model)
    held = store.of(ProgressionPlace, person.id)
    place = next((one for one in held if model and one.model_id == model.id), None)
    others = (one.model_id for one in held if one is not place and one.steps)
    return PersonProgression(
        coachee=person,
        today=today,
        framework=framework,
        model=model,
        standing=standing_in(model, place) if model else None,
        place=place,
        others=tuple(_name(framework, key) for key in dict.fromkeys(others)),
    )


def model_named(framework: Progressions, text: str) -> ProgressionModel | None:
    """The model that a typed text names, by its name, id or code; None for none."""
    wanted = " ".join(text.split()).casefold()
    found = (one for one in framework.models if wanted in (one.name.casefold(), one.id, one.code))
    return next(found, None) if wanted else None


def _name(framework: Progressions, model_id: str) -> str:
    model = framework.model(model_id)
    return model.name if model else model_id.replace("_", " ")
