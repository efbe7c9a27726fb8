"""Where the work with a person stands: its step of the service cycle, what was held in turn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from coach_tui.domain.todo import CLOSED

if TYPE_CHECKING:  # checked records are slow to load
    from coach_tui.domain.cycle import Cycle
    from coach_tui.domain.todo import Todo
    from coach_tui.domain.visit import Visit

ServiceStep = Literal["foundation", "goals", "support", "progress"]
"""The ids of the steps (CC-3), as the framework of the continuum has them."""

TOGETHER = "visit and meeting"
"""What a cycle is called that tells of its visit too."""


def service_step(
    *, launch_held: bool, cycles: Sequence[Cycle], todos: Sequence[Todo]
) -> ServiceStep:
    """The step, read off what is recorded of a school year (CC-3).

    Without a held launch it is the foundation, without a goal the goals. With a goal the work is
    being supported, until the action step agreed with the newest one was looked back on.

    Args:
        launch_held: whether this year's launch took place.
        cycles: the year's records.
        todos: every to-do of the person, closed ones too.
    """
    if not launch_held:
        return "foundation"
    aimed = [cycle for cycle in cycles if cycle.goal.text.strip()]
    if not aimed:
        return "goals"
    newest = max(aimed, key=lambda cycle: (cycle.held_on, cycle.id))
    steps = [todo for todo in todos if todo.cycle_id == newest.id]
    looked_back = bool(steps) and all(todo.status in CLOSED for todo in steps)
    return "progress" if looked_back else "support"


def held_in_turn(cycles: Sequence[Cycle], visits: Sequence[Visit]) -> tuple[tuple[date, str], ...]:
    """Meetings and visits in the order they were held, each with its day (DLP-1D).

    A cycle is a meeting, and a visit too where something of the visit is recorded. A visit that was
    held outside a cycle stands by itself.

    Args:
        cycles: records of a school year; bare counts are left out.
        visits: the person's visits, planned ones too.
    """
    found = [
        (cycle.held_on, TOGETHER if _has_visit(cycle) else "meeting")
        for cycle in cycles
        if cycle.origin == "cycle"
    ]
    found += [(v.on, "visit") for v in visits if v.status == "held" and v.cycle_id is None]
    return tuple(sorted(found))


def _has_visit(cycle: Cycle) -> bool:
    """Whether a cycle tells anything of a visit."""
    seen = cycle.observation
    return seen.minutes is not None or bool(seen.lesson or seen.focus or seen.priority_groups)
