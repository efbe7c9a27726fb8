"""The coaching continuum that ships, and what its file must hold (CC-0 to CC-40)."""

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from coach_tui.domain.continuum_framework import Continuum
from coach_tui.domain.cycle import Stance
from coach_tui.services.faults import sentences
from tests.domain.shipped import raw

CONTINUUM = Continuum.model_validate(raw("coaching_continuum"))


def test_its_thirty_elements_are_those_of_the_document() -> None:
    ids = [element.id for element in CONTINUUM.elements]
    assert ids == [f"CC-{number}" for number in range(10, 40)]
    counts = [sum(element.counts[at] for element in CONTINUUM.elements) for at in range(3)]
    assert counts == [76, 76, 81]
    sizes = {section.id: len(CONTINUUM.of_section(section.id)) for section in CONTINUUM.sections}
    assert sizes == {"strategies": 4, "behaviors": 6, "culture": 16, "model": 4}
    assert [len(CONTINUUM.of_group(group.id)) for group in CONTINUUM.groups] == [6, 4, 6]


def test_a_row_of_single_choices_has_no_points_and_others_have_some_at_each_level() -> None:
    for element in CONTINUUM.elements:
        assert element.single == (element.section == "culture")
        for level in (1, 2, 3):
            assert len(element.points_of(level)) in ((0,) if element.single else (2, 3))


def test_only_the_career_readiness_row_is_for_pathway_coaches() -> None:
    assert [element.id for element in CONTINUUM.elements if element.pathway] == ["CC-13"]


def test_what_launch_and_meeting_take_from_it() -> None:
    assert tuple(part.id for part in CONTINUUM.stances) == get_args(Stance)
    assert [part.id for part in CONTINUUM.levels] == [
        "community",
        "district",
        "site",
        "pathway",
        "classroom",
    ]
    assert len(CONTINUUM.questions) == 3
    assert [part.name for part in CONTINUUM.cycle_steps] == [
        "Setting the Foundation",
        "Establishing Goals",
        "Supporting the Work",
        "Reflecting on Progress",
    ]
    assert (len(CONTINUUM.habits), len(CONTINUUM.plan_parts)) == (9, 6)


def _twice(fields: dict[str, Any]) -> None:
    fields["elements"][3]["id"] = "CC-12"


def _no_section(fields: dict[str, Any]) -> None:
    fields["elements"][0]["section"] = "other"


def _no_group(fields: dict[str, Any]) -> None:
    fields["elements"][10]["group"] = "other"


def _points_of_a_single(fields: dict[str, Any]) -> None:
    fields["elements"][10]["points"] = {"1a": "mine"}


def _no_points(fields: dict[str, Any]) -> None:
    del fields["elements"][0]["points"]["2a"], fields["elements"][0]["points"]["2b"]
    del fields["elements"][0]["points"]["2c"]


def _out_of_order(fields: dict[str, Any]) -> None:
    fields["elements"].append(fields["elements"].pop(0))


def _a_habit_twice(fields: dict[str, Any]) -> None:
    fields["habits"][1]["id"] = fields["habits"][0]["id"]


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (_twice, "element CC-12 is listed twice."),
        (_no_section, "CC-10 names section 'other', which is not listed."),
        (
            _no_group,
            "element CC-20 names group 'other', which section culture does not have.",
        ),
        (_points_of_a_single, "element CC-20 is a single choice, so it has no points."),
        (_no_points, "element CC-10 has no point for level 2."),
        (_out_of_order, "the elements do not stand by section, in the order of the sections."),
        (_a_habit_twice, "habits: clarity is listed twice."),
    ],
)
def test_what_is_wrong_with_a_file_is_told(broken: Any, told: str) -> None:
    fields = raw("coaching_continuum")
    broken(fields)
    with pytest.raises(ValidationError) as caught:
        Continuum.model_validate(fields)
    assert any(told in sentence for sentence in sentences(caught.value))
