"""The progressions as shipped, and each way a file may not hold together (PL-1 to PL-5)."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from coach_tui.domain.progression_framework import PHASE_KEYS, Progressions
from tests.domain.shipped import raw

Change = Callable[[dict[str, Any]], object]


@cache
def shipped() -> Progressions:
    return Progressions.model_validate(raw("progressions"))


def test_seven_models_by_name_and_code() -> None:
    assert [(model.name, model.code) for model in shipped().models] == [
        ("Lab Rotation", "lab"),
        ("Station Rotation", "station"),
        ("Individual Rotation", "individual"),
        ("Flex", "flex"),
        ("Flipped Classroom", "flipped"),
        ("Enriched Virtual", "virtual"),
        ("Distance Learning", "distance"),
    ]


def test_three_phases_in_order() -> None:
    names = [phase.name for phase in shipped().phases]
    assert names == ["Foundation", "Differentiated", "Personalized"]


def test_distance_learning_has_four_strands_of_all_phases() -> None:
    model = shipped().model("distance")
    assert model is not None
    assert [strand.id for strand in model.strands] == ["lms", "guided", "independent", "feedback"]
    for strand in model.strands:
        phases = [step.phase for step in model.steps_of(strand.id)]
        assert sorted(set(phases), key=phases.index) == list(PHASE_KEYS)


def test_every_model_has_enough_steps() -> None:
    for model in shipped().models:
        assert len(model.steps) >= 12
        assert len({step.text for step in model.steps}) == len(model.steps)
        for step in model.steps:
            assert step.id[0] == step.phase[0].upper()


def test_station_rotation_has_six_five_and_four() -> None:
    model = shipped().model("station_rotation")
    assert model is not None
    assert [step.id for step in model.steps] == [
        *(f"F{n}" for n in range(1, 7)),
        *(f"D{n}" for n in range(1, 6)),
        *(f"P{n}" for n in range(1, 5)),
    ]


def test_step_texts_fit_the_list() -> None:
    for model in shipped().models:
        assert all(len(step.text) <= (33 if model.strands else 34) for step in model.steps)


def test_every_model_has_signs_to_tell_it_by() -> None:
    signs = [sign for model in shipped().models for sign in model.signs]
    assert all(len(model.signs) >= 2 for model in shipped().models)
    assert len(set(signs)) == len(signs)
    assert all(len(model.signs[0]) <= 46 for model in shipped().models)


def test_the_file_says_whose_the_names_are() -> None:
    assert "Dallas" in shipped().source
    for words in ("CC BY-NC-SA 4.0", "our own", "Not affiliated"):
        assert words in shipped().rights


def _lab(fields: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = fields["models"][0]
    return found


WRONG: list[tuple[Change, str]] = [
    (lambda f: f["models"].append(f["models"][0]), "model lab_rotation is listed twice"),
    (lambda f: f["models"][1].update(code="lab"), "code lab is listed twice"),
    (lambda f: f["phases"].reverse(), "the phases are foundation, differentiated, personalized"),
    (
        lambda f: _lab(f)["steps"].append(_lab(f)["steps"][-1]),
        "lab_rotation: step P3 is listed twice",
    ),
    (
        lambda f: _lab(f)["steps"].insert(0, _lab(f)["steps"].pop()),
        "a step of an earlier phase stands behind a later one",
    ),
    (
        lambda f: _lab(f).update(steps=_lab(f)["steps"][:9]),
        "lab_rotation: the personalized phase has no step",
    ),
    (lambda f: _lab(f)["steps"][0].update(strand="x"), "step F1 names strand 'x'"),
]


@pytest.mark.parametrize(("change", "told"), WRONG)
def test_a_file_that_does_not_hold_together_says_why(change: Change, told: str) -> None:
    fields = raw("progressions")
    change(fields)
    with pytest.raises(ValidationError, match=told):
        Progressions.model_validate(fields)
