"""Which of the four steps of the service cycle the work with a person is in (CC-3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # checked records are slow to load
    from coach_tui.domain.cycle import Cycle
    from coach_tui.domain.todo import Todo

ServiceStep = Literal["foundation", "goals", "support", "progress"]
"""The ids of the steps, as the framework of the continuum has them."""

_LOOKED_BACK = ("done", "partly", "dropped")


def service_step(
    *, launch_held: bool, cycles: Sequence[Cycle], todos: Sequence[Todo]
) -> ServiceStep:
    """The step, read off what is recorded of a school year.

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
    looked_back = bool(steps) and all(todo.status in _LOOKED_BACK for todo in steps)
    return "progress" if looked_back else "support"
