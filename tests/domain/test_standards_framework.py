"""The coach's own standards as shipped, and each way a file may not hold together (DLP)."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from coach_tui.domain.faults import misfits, sentences
from coach_tui.domain.growth_entry import BELONGS
from coach_tui.domain.standards_framework import CoachStandards
from tests.domain.shipped import raw

Change = Callable[[dict[str, Any]], object]


def shipped() -> CoachStandards:
    """The file that ships."""
    return CoachStandards.model_validate(raw("coach_standards"))


def test_eighteen_standards_in_four_sections() -> None:
    standards = shipped()
    counts = [len(standards.of_section(section)) for section in standards.sections]
    assert counts == [6, 4, 6, 2]
    assert " ".join(standards.ids()) == "1A 1B 1C 1D 1E 1F 2A 2B 2C 2D 3A 3B 3C 3D 3E 3F 4A 4B"
    assert [section.id for section in standards.sections] == ["1", "2", "3", "4"]


def test_five_of_them_in_two_parts_so_twenty_three_things() -> None:
    standards = shipped()
    in_parts = [one for one in standards.standards if one.parts]
    assert [one.id for one in in_parts] == ["1D", "2D", "3B", "3D", "4B"]
    assert all([p.id for p in one.parts] == [f"{one.id}.1", f"{one.id}.2"] for one in in_parts)
    assert len(standards.points) == 23
    assert list(standards.points)[3:5] == ["1D.1", "1D.2"]


def test_four_tenets() -> None:
    assert len(shipped().tenets) == 4


def test_names_and_gists_fit_their_rows() -> None:
    standards = shipped()
    assert all(len(point.name) <= 28 for point in standards.points.values())
    assert all(len(one.name) <= 28 for one in standards.standards)
    assert all(len(point.gist) <= 110 for point in standards.points.values())


def test_a_part_belongs_to_its_standard() -> None:
    standards = shipped()
    found = standards.standard("3D.2")
    assert found is not None
    assert found.id == "3D"
    assert standards.standard("9Z") is None


def test_new_entries_are_filed_under_standards_that_are_there() -> None:
    known = set(shipped().ids())
    assert all(key in known for keys in BELONGS.values() for key in keys)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda f: f["standards"].append(f["standards"][0]), "standard 1A is listed twice."),
        (lambda f: f["sections"].append(f["sections"][0]), "section 1 is listed twice."),
        (
            lambda f: f["sections"].append({"id": "5", "name": "More"}),
            "section 5 has no standard.",
        ),
        (
            lambda f: f["standards"][0].update(section="9"),
            "standard 1A names section 9, not listed.",
        ),
        (lambda f: f["standards"][3]["parts"].pop(), "standard 1D has a single part"),
        (lambda f: f["standards"][3]["parts"][0].update(id="2D.1"), "part 2D.1 is listed twice."),
        (
            lambda f: f["standards"][3]["parts"][0].update(id="2D.9"),
            "part 2D.9 stands under standard 1D.",
        ),
        (lambda f: f["standards"].reverse(), "do not stand in the order of their sections."),
        (lambda f: f["standards"][0].update(id="A1"), "a number and a capital letter, like 1D."),
        (lambda f: f.pop("tenets"), "tenets: is missing."),
        (lambda f: f["standards"][0].update(gist=""), "standards 1, gist: is empty."),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(change: Change, told: str) -> None:
    fields = raw("coach_standards")
    change(fields)
    with pytest.raises(ValidationError) as caught:
        CoachStandards.model_validate(fields)
    found = [f"{one.told}." for one in misfits(caught.value)]
    assert any(told in sentence for sentence in (*found, *sentences(caught.value)))
