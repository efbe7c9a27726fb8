"""What a finished cycle does to a person's planned visits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coach_tui.domain.visit import Visit
from coach_tui.services.cycle_context import CycleContext
from coach_tui.services.cycle_reading import Reading


def held_visits(reading: Reading, context: CycleContext, cycle_id: str) -> tuple[Visit, ...]:
    """Visits planned up to the day of the meeting: they were this one."""
    return tuple(
        visit.but(status="held", cycle_id=cycle_id)
        for visit in context.planned
        if visit.on <= reading.held_on
    )


def next_visit(
    reading: Reading, context: CycleContext, base: Callable[[], dict[str, Any]]
) -> Visit | None:
    """The next visit as typed; the one planned for that day, else the next planned one, moved.

    Args:
        reading: the form's values.
        context: what it is read against.
        base: what a new record starts with.
    """
    day, at = reading.next_visit, reading.next_visit_at
    if day is None:
        return None
    to_come = [visit for visit in context.planned if visit.on > reading.held_on]
    if same := next((visit for visit in to_come if visit.on == day), None):
        return same.but(at=at or same.at)
    if planned := context.next_planned:
        return planned.but(on=day, at=at)
    return Visit(**base(), on=day, at=at)


def dropped_visits(chosen: Visit | None, context: CycleContext) -> tuple[Visit, ...]:
    """The next planned visit, where a later planned one was chosen as the next."""
    planned = context.next_planned
    if chosen is None or planned is None or chosen.id == planned.id or chosen.on <= planned.on:
        return ()
    return (planned.but(status="cancelled"),)
