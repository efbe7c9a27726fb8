"""Progressions: the steps a class goes through in each way of blending (PL-1 to PL-5)."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coach_tui.domain.framework import Framework, Key, Part, Text
from coach_tui.domain.misfit import refuse
from coach_tui.domain.progression_misfits import progression_misfits
from coach_tui.domain.records import Value

PhaseKey = Literal["foundation", "differentiated", "personalized"]
PHASE_KEYS: tuple[PhaseKey, ...] = ("foundation", "differentiated", "personalized")
"""The three phases, in order (PL-2)."""


class ProgressionStep(Value):
    """One thing a teacher or learners do (PL-1, PL-4).

    Attributes:
        id: its key within the model, its phase's letter first: "F5"; held to only where the model
            has no strands.
        strand: the strand it belongs to, in a model that has several; empty in others.
        look_for: what is seen in the room when it is in place.
        next_move: one way to get there; a suggestion.
    """

    id: Annotated[str, Field(pattern=r"^[A-Z]{1,3}[0-9]{1,2}$")]
    phase: PhaseKey
    strand: str = ""
    text: Text
    look_for: Text
    next_move: Text


class ProgressionModel(Value):
    """One way of blending learning, and its steps in order (PL-1).

    Attributes:
        id: its key: "station_rotation".
        name: on screen: "Station Rotation".
        code: one short word that names it on a walk: "station".
        signs: what tells in a room that it is this model (PL-5).
        strands: parts that are gone through side by side, with steps of their own.
        steps: in order, all of a phase before the next; where there are strands, within each.
    """

    id: Key
    name: Text
    code: Annotated[str, Field(pattern=r"^[a-z]{2,12}$")]
    signs: tuple[Text, ...] = Field(min_length=1)
    strands: tuple[Part, ...] = ()
    steps: tuple[ProgressionStep, ...] = Field(min_length=1)

    def step(self, key: str) -> ProgressionStep | None:
        """The step of an id, None for one that this file does not have."""
        return next((step for step in self.steps if step.id == key), None)

    def steps_of(self, strand: str = "") -> tuple[ProgressionStep, ...]:
        """The steps of a strand in order; all of them in a model without strands."""
        return tuple(step for step in self.steps if step.strand == strand)


class Progressions(Framework):
    """All models, and what the three phases are called."""

    phases: tuple[Part, ...] = Field(min_length=3, max_length=3)
    models: tuple[ProgressionModel, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        refuse(progression_misfits(self, PHASE_KEYS))
        return self

    def model(self, key: str) -> ProgressionModel | None:
        """The model of an id, None for one that this file does not have."""
        return next((model for model in self.models if model.id == key), None)
