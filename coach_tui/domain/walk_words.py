"""What is told of a walk, in words; and the sheet that leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach_tui.domain.suppression import Told


@dataclass(frozen=True, slots=True)
class Names:
    """What the framework calls things.

    Attributes:
        models: a short word for each model, by id: "station".
        phases: the three phases, in order.
    """

    models: Mapping[str, str]
    phases: Sequence[str]

    def model(self, key: str) -> str:
        """A model; one that the framework no longer has is called by its id."""
        return self.models.get(key, key)

    def group(self, phases: Sequence[int]) -> str:
        """Phases that are told together: "Differentiated or Personalized"."""
        return " or ".join(self.phases[phase] for phase in phases)


def told_lines(told: Told, names: Names) -> tuple[str, ...]:
    """What may be told of a walk, a line each: "By model: station 9 · other models 5"."""
    if told.rooms is None:
        return (f"Fewer than {told.smallest} rooms: too few to tell anything of them.",)
    return (
        f"Rooms: {told.rooms}",
        f"By model: {_by_model(told, names)}",
        f"By phase: {_by_phase(told, names)}",
        *_within(told, names),
    )


def _by_model(told: Told, names: Names) -> str:
    parts = [f"{names.model(key)} {rooms}" for key, rooms in told.models]
    parts += [f"other models {told.others}"] if told.others else []
    return " · ".join(parts) or f"not told; {_why(told)}"


def _by_phase(told: Told, names: Names) -> str:
    parts = [f"{names.group(group)} {rooms}" for group, rooms in told.phases]
    return " · ".join(parts) or f"not told; {_why(told)}"


def _within(told: Told, names: Names) -> tuple[str, ...]:
    """A line for each model, or why there is none."""
    if not told.within:
        return (f"Phases within models: not told; {_why(told)}",)
    lines = [*(names.model(key) for key, _ in told.models), "other models"]
    return tuple(
        f"{name}: "
        + " · ".join(f"{names.group(g)} {n}" for (g, _), n in zip(told.phases, row, strict=True))
        for name, row in zip(lines, told.within, strict=False)
    )


def _why(told: Told) -> str:
    return f"fewer than {told.smallest} rooms, or all of them, could be told from it"
