"""Action steps in the order of the meetings they were agreed at."""

from __future__ import annotations

from collections.abc import Iterable

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.todo import Todo


def in_order(steps: Iterable[Todo], cycles: Iterable[Cycle]) -> list[Todo]:
    """Steps by the day their round was held on, whenever that was written down.

    Args:
        steps: to-dos that a round made.
        cycles: the person's rounds, of every year.
    """
    held = {cycle.id: cycle.held_on for cycle in cycles}

    def order(step: Todo) -> tuple[object, str]:
        return held.get(step.cycle_id or "", step.created_at.date()), step.id

    return sorted(steps, key=order)
