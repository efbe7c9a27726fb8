"""How the pane tells of a step."""

from datetime import date

from coach_tui.domain.progression import StepRecord
from screens.progressions.detail import state_words

FIRST, SECOND, THIRD, TODAY = (date(2025, 3, day) for day in (3, 4, 5, 11))


def test_a_confirmation_that_was_overridden_is_not_told() -> None:
    undone = StepRecord(step="F1").confirmed(FIRST).marked(SECOND, in_place=False)
    assert state_words(undone, TODAY) == "not yet in place (Mar 4), seen before that"
    again = undone.marked(THIRD, in_place=True).marked(TODAY, in_place=True)
    assert state_words(again, TODAY) == "in consistent practice: seen Mar 5, today"
    told = state_words(again.confirmed(TODAY), TODAY)
    assert told == "in consistent practice: confirmed by the teacher today and seen Mar 5, today"
