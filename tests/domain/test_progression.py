"""A class on a progression: consistent practice, and the pause (PL-3)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coach_tui.domain.progression import ProgressionPlace, StepRecord
from coach_tui.domain.progression_framework import PHASE_KEYS, ProgressionModel, Progressions
from coach_tui.domain.progression_standing import phase_counts, standing_in
from coach_tui.domain.records import FrameworkPin
from tests.domain.shipped import raw

NOW = datetime(2025, 3, 11, 10, 42, tzinfo=UTC)
DAY = date(2025, 2, 18)
SHIPPED = Progressions.model_validate(raw("progressions"))


def model(key: str = "station_rotation") -> ProgressionModel:
    found = SHIPPED.model(key)
    assert found is not None
    return found


def place(*steps: StepRecord, key: str = "station_rotation") -> ProgressionPlace:
    pin = FrameworkPin(id="progressions", version="1")
    return ProgressionPlace(
        id="P", created_at=NOW, updated_at=NOW, coachee_id="C", model_id=key, framework=pin,
        steps=steps,
    )  # fmt: skip


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def step(key: str, *marks: tuple[int, bool]) -> StepRecord:
    record = StepRecord(step=key)
    for days, in_place in marks:
        record = record.marked(later(days), in_place=in_place)
    return record


def consistent(key: str) -> StepRecord:
    return step(key, (0, True), (7, True))


def test_seen_on_two_days_is_consistent_and_on_one_is_not() -> None:
    assert step("F1").state == "none"
    assert step("F1", (0, True)).state == "once"
    assert step("F1", (0, True), (0, True)).state == "once"
    assert step("F1", (0, True), (7, True)).state == "consistent"


def test_the_teacher_confirming_is_enough() -> None:
    assert step("F1").confirmed(DAY).state == "consistent"
    assert step("F1").confirmed(DAY).confirmed(None).state == "none"


def test_seen_not_in_place_later_starts_it_anew() -> None:
    undone = consistent("F1").marked(later(9), in_place=False)
    assert undone.state == "not_yet"
    assert undone.seen == (later(0), later(7))
    assert undone.marked(later(11), in_place=True).state == "once"
    again = undone.marked(later(11), in_place=True).marked(later(12), in_place=True)
    assert again.state == "consistent"
    assert StepRecord(step="F1").confirmed(DAY).marked(later(1), in_place=False).state == "not_yet"


def test_the_last_mark_of_a_day_counts() -> None:
    both = step("F1", (0, True)).marked(DAY, in_place=False)
    assert (both.seen, both.not_yet) == ((), (DAY,))
    assert both.confirmed(DAY).state == "consistent"
    assert both.confirmed(DAY).marked(DAY, in_place=False).confirmed_on is None
    assert both.unmarked(DAY).state == "none"


def test_a_record_with_two_marks_of_a_day_or_days_out_of_order_is_refused() -> None:
    with pytest.raises(ValidationError, match="in place and not in place"):
        StepRecord(step="F1", seen=(DAY,), not_yet=(DAY,))
    with pytest.raises(ValidationError, match="out of order"):
        StepRecord(step="F1", seen=(later(1), DAY))
    with pytest.raises(ValidationError, match="recorded twice"):
        place(step("F1", (0, True)), step("F1", (0, True)))


def test_the_pause_is_the_first_step_not_in_consistent_practice() -> None:
    held = [consistent(f"F{n}") for n in range(1, 5)]
    found = standing_in(model(), place(*held, step("F5", (0, True)))).strands[0]
    assert found.pause is not None
    assert found.pause.words == "F5 Students rotate without a prompt"
    assert phase_counts(found) == (
        ("foundation", 4, 6), ("differentiated", 0, 5), ("personalized", 0, 4),
    )  # fmt: skip
    assert found.words == "pause at F5, 4 of 15 steps in place"


def test_a_later_step_in_place_is_recorded_and_does_not_move_the_pause() -> None:
    found = standing_in(model(), place(consistent("F1"), consistent("D1"))).strands[0]
    assert found.pause is not None
    assert found.pause.step.id == "F2"
    assert found.counts("differentiated") == (1, 5)


def test_all_in_place_has_no_pause() -> None:
    every = [consistent(one.id) for one in model().steps]
    found = standing_in(model(), place(*every))
    assert found.strands[0].pause is None
    assert found.pauses == ()
    assert found.words == "Station Rotation, complete"
    assert found.strands[0].words == "complete, all 15 steps in place"


def test_nothing_recorded_is_told_as_such_and_as_no_pause() -> None:
    found = standing_in(model(), None)
    assert found.pauses == ()
    assert found.words == "Station Rotation, not walked yet"


def test_each_strand_has_a_pause_of_its_own() -> None:
    found = standing_in(
        model("distance"),
        place(consistent("FS1"), step("FB1", (8, False)), key="distance"),
    )
    assert [one.step.id for one in found.pauses] == ["FB1", "FS2"]
    assert found.words.endswith("pause at FB1 Work is answered within a week; also FS2")
    assert found.strands[1].words == "not walked yet"


def test_a_step_that_the_model_no_longer_has_is_kept_and_told() -> None:
    found = standing_in(model(), place(consistent("F1"), consistent("F9")))
    assert [one.step for one in found.unknown] == ["F9"]


def test_a_step_without_anything_is_left_out() -> None:
    held = place().with_step(step("F1", (0, True)))
    assert held.with_step(held.step("F1").unmarked(DAY)).steps == ()


def test_changes_are_told_in_words() -> None:
    bare = place()
    seen = bare.with_step(step("F5", (0, True)))
    assert seen.told(bare) == "F5 seen in place"
    assert bare.told(seen) == "mark of F5 taken back"
    assert seen.told(None) == "F5 seen in place"
    assert place(step("F5", (0, False))).told(seen) == "F5 not yet in place"
    assert place(step("F5").confirmed(DAY)).told(bare) == "F5 confirmed by the teacher"
    assert bare.told(place(step("F5").confirmed(DAY))) == "F5 no longer confirmed"
    assert place(step("F5").with_evidence(DAY, "3 of 5")).told(bare) == "evidence for F5"
    assert bare.told(None) == "the progression"


MARKS = st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=8)
KEYS = [one.id for one in model().steps]


@given(st.dictionaries(st.sampled_from(KEYS), MARKS))
def test_all_before_the_pause_is_consistent_and_it_is_not(
    marks: dict[str, list[tuple[int, bool]]],
) -> None:
    found = standing_in(model(), place(*(step(key, *days) for key, days in marks.items())))
    strand = found.strands[0]
    at = strand.steps.index(strand.pause) if strand.pause else len(strand.steps)
    assert all(one.is_consistent for one in strand.steps[:at])
    assert strand.pause is None or not strand.pause.is_consistent
    counts = [strand.counts(phase) for phase in PHASE_KEYS]
    assert sum(done for done, _ in counts) == sum(one.is_consistent for one in strand.steps)
    assert sum(of for _, of in counts) == len(KEYS)


@given(MARKS, st.none() | st.integers(0, 20))
def test_consistent_means_twice_or_confirmed_since_it_was_last_not_in_place(
    marks: list[tuple[int, bool]], confirmed: int | None
) -> None:
    record = step("F1", *marks)
    if confirmed is not None and later(confirmed) not in record.not_yet:
        record = record.confirmed(later(confirmed))
    last = max(record.not_yet, default=date.min)
    twice = len([day for day in record.seen if day > last]) >= 2
    told = record.confirmed_on is not None and record.confirmed_on > last
    assert (record.state == "consistent") == (twice or told)


@given(MARKS, st.integers(0, 20), st.booleans())
def test_a_mark_taken_back_leaves_the_other_days(
    marks: list[tuple[int, bool]], day: int, in_place: bool
) -> None:
    record = step("F1", *marks).unmarked(later(day))
    assert record.marked(later(day), in_place=in_place).unmarked(later(day)) == record


@given(st.dictionaries(st.sampled_from(KEYS), MARKS), st.sampled_from(KEYS))
def test_what_is_seen_later_in_order_never_moves_the_pause(
    marks: dict[str, list[tuple[int, bool]]], key: str
) -> None:
    held = place(*(step(one, *days) for one, days in marks.items() if days))
    before = standing_in(model(), held).strands[0].pause
    after = standing_in(model(), held.with_step(consistent(key))).strands[0].pause
    if before is not None and KEYS.index(key) > KEYS.index(before.step.id):
        assert after is not None
        assert after.step == before.step
