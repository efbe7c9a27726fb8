"""The coach's own records: readings of standards, and entries of the growth log."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from coach_tui.domain.growth_entry import GoalStep, GrowthEntry, steps_from
from coach_tui.domain.records import FrameworkPin, newest_of_each
from coach_tui.domain.standard_review import (
    StandardReview,
    reading_level,
    reading_words,
)

NOW = datetime(2026, 10, 29, 8, 40, tzinfo=UTC)
DAY = date(2026, 10, 29)


def review(key: str = "1", **more: Any) -> StandardReview:
    given = {"term": "2026-27/1", "part": "1D.1", "framework": FrameworkPin(id="c", version="1")}
    return StandardReview(id=key, created_at=NOW, **{"updated_at": NOW, **given, **more})


def entry(**more: Any) -> GrowthEntry:
    given: dict[str, Any] = {"kind": "pd", "on": DAY, "text": "# mine\nRead two chapters"}
    return GrowthEntry(id="e", created_at=NOW, updated_at=NOW, **{**given, **more})


def test_readings_have_words_and_none_is_a_grade() -> None:
    assert [reading_words(key) for key in ("", "not_yet", "at_times", "regular")] == [
        "not looked at",
        "not yet part of my work",
        "now and then",
        "part of my work",
    ]
    assert [reading_level(key) for key in ("", "not_yet", "at_times", "regular")] == [0, 1, 2, 3]


def test_a_review_is_of_a_term() -> None:
    for term in ("2026", "2026-27/3", "2026-29/1", "0000-01/1"):
        with pytest.raises(ValidationError):
            review(term=term)


def test_a_review_tells_what_was_changed() -> None:
    assert review(reading="at_times").told(None) == "1D.1 now and then, Fall 2026"
    worded = review(reading="at_times", words="mostly data")
    assert worded.told(review(reading="at_times")) == "1D.1 words, Fall 2026"
    assert review().told(worded) == "1D.1 not looked at, Fall 2026"


def test_of_two_of_one_the_newer_counts() -> None:
    later = review("0", updated_at=NOW + timedelta(minutes=1), reading="regular")
    assert newest_of_each((review("1"), later)) == {("2026-27/1", "1D.1"): later}


def test_an_entry_tells_what_was_changed() -> None:
    goal = entry(kind="goal", text="A talk before each visit", steps=(GoalStep(text="Ask"),))
    done = goal.but(steps=(GoalStep(text="Ask", done_on=DAY),), revision=2)
    assert goal.told(None) == 'growth goal "A talk before each visit"'
    assert done.told(goal) == 'a step of growth goal "A talk before each visit"'
    assert goal.but(archived_on=DAY).told(goal).endswith("archived")
    assert goal.told(goal.but(archived_on=DAY)).endswith("listed again")
    assert goal.but(text="Another").told(goal) == 'changed growth goal "Another"'


def test_a_story_is_never_told_in_its_own_words() -> None:
    story = entry(kind="story", text="Dana's class sorts its slips")
    assert story.told(None) == "impact story of Thu Oct 29"
    assert story.but(for_sharing=True).told(story) == "impact story of Thu Oct 29 for sharing"


def test_a_private_line_is_no_title() -> None:
    assert entry().title == "Read two chapters"
    assert entry(text="# mine").title == ""
    with pytest.raises(ValidationError):
        entry(text="")


def test_steps_typed_again_stay_done() -> None:
    before = (GoalStep(text="Ask", done_on=DAY), GoalStep(text="Count"))
    after = steps_from("Count\n\n  Ask \nTell", before)
    assert [(s.text, s.done_on) for s in after] == [("Count", None), ("Ask", DAY), ("Tell", None)]
