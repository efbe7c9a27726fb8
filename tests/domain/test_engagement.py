"""Which step of the service cycle the work with a person is in."""

from datetime import UTC, date, datetime
from typing import Any

from coach_tui.domain.cycle import Cycle, Goal, Observation
from coach_tui.domain.engagement import held_in_turn, service_step
from coach_tui.domain.records import FrameworkPin
from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit

NOW = datetime(2026, 10, 1, tzinfo=UTC)
STAMPS: dict[str, Any] = {"created_at": NOW, "updated_at": NOW, "coachee_id": "p"}


def cycle(key: str, day: int, goal: str) -> Cycle:
    """A round with a goal, or without one."""
    pin = FrameworkPin(id="e2l_timeline", version="1")
    held = date(2026, 10, day)
    return Cycle(
        **STAMPS, id=key, track="2026-27", held_on=held, framework=pin, goal=Goal(text=goal)
    )


def todo(key: str, status: str) -> Todo:
    """The action step of a round."""
    return Todo.model_validate(
        {**STAMPS, "id": f"t{key}", "cycle_id": key, "text": "x", "status": status}
    )


def test_each_step_is_read_off_the_records() -> None:
    aimed, later = cycle("a", 1, "piles"), cycle("b", 8, "")
    assert service_step(launch_held=False, cycles=[aimed], todos=[]) == "foundation"
    assert service_step(launch_held=True, cycles=[later], todos=[]) == "goals"
    assert service_step(launch_held=True, cycles=[aimed, later], todos=[]) == "support"
    still = [todo("a", "open")]
    assert service_step(launch_held=True, cycles=[aimed], todos=still) == "support"
    carried = [todo("a", "carried")]
    assert service_step(launch_held=True, cycles=[aimed], todos=carried) == "support"
    done = [todo("a", "done"), todo("b", "open")]
    assert service_step(launch_held=True, cycles=[aimed, later], todos=done) == "progress"


def test_a_newer_goal_begins_support_again() -> None:
    aimed, newer = cycle("a", 1, "piles"), cycle("b", 8, "tickets")
    done = [todo("a", "done"), todo("b", "open")]
    assert service_step(launch_held=True, cycles=[aimed, newer], todos=done) == "support"


def test_meetings_and_visits_stand_in_the_order_they_were_held() -> None:
    def visit(day: int, status: str, cycle_id: str | None = None) -> Visit:
        on = date(2026, 10, day)
        told = {"id": f"v{day}", "on": on, "status": status, "cycle_id": cycle_id}
        return Visit.model_validate({**STAMPS, **told})

    both = cycle("b", 15, "x").but(observation=Observation(minutes=20))
    count = cycle("c", 16, "").but(origin="count")
    visits = [visit(8, "held"), visit(15, "held", "b"), visit(20, "planned"), visit(9, "cancelled")]
    held = held_in_turn([both, cycle("a", 1, "x"), count], visits)
    assert [(day.day, word) for day, word in held] == [
        (1, "meeting"),
        (8, "visit"),
        (15, "visit and meeting"),
    ]
