"""The last action step opens the meeting; what the teacher answers is what becomes of it."""

from datetime import date

import pytest

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.todo import Todo
from coach_tui.services.desk import Desk
from tests.screens.kit import Files, open_cycle, opened

HELD = date(2025, 3, 11)


@pytest.mark.parametrize(
    ("key", "answer", "status", "closed"),
    [
        ("d", "done", "done", HELD),
        ("p", "partly", "partly", HELD),
        ("n", "not_yet", "carried", None),
        ("r", "dropped", "dropped", HELD),
    ],
)
async def test_an_answer_ends_the_step_or_keeps_it_open(
    filled: Files, key: str, answer: str, status: str, closed: date | None
) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach, step=2)
        assert "Last step    Pre-write 3 sort piles" in coach.drawn()
        assert cycle.place_name == "answer"
        await coach.press(key)
        assert cycle.form.answer == answer
        await coach.press("escape", "w")
    step = filled.records(Todo, "Okafor")[-1]
    assert (step.status, step.closed_on, step.is_open) == (status, closed, status == "carried")
    carried = filled.records(Cycle, "Okafor")[-1].carry_over
    assert carried is not None
    assert (carried.todo_id, carried.answer) == (step.id, answer)


async def test_a_step_not_yet_done_opens_the_next_meeting_too(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach, step=2)
        await coach.press("n", "escape", "w")
        await coach.press("G", "k", "k")  # nothing is planned now: after those with a visit
        assert coach.message.startswith("Okafor, Dana")
        await coach.press("c", "escape", "2")
        assert "Last step    Pre-write 3 sort piles" in coach.drawn()


async def test_without_an_open_step_nothing_is_asked(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach, "Bell", step=2)
        assert "No action step is open." in coach.drawn()
        assert cycle.place_name == "praise"
        await coach.press("escape", "5")
        assert "Last step" not in coach.drawn()


async def test_marked_lines_of_todays_notes_stand_under_the_feedback(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_cycle(coach)
        await coach.press("tab", "tab", "tab", "tab")
        await coach.paste(
            "10:31 + named three strategies\n10:33 plain\n10:35 ? who waits\n# private"
        )
        await coach.press("escape", "2")
        assert "From your notes" in coach.drawn()
        assert "10:31 + named three strategies" in coach.drawn()
        assert "10:35 ? who waits" in coach.drawn()
        assert "plain" not in coach.drawn()
        assert "private" not in coach.drawn()
