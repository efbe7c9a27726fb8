"""Every fault of a framework file is told at once, each with its line, its place and a cure."""

from pathlib import Path

import pytest

from coach_tui.services.frameworks import SHIPPED, check_framework
from tests.services.test_frameworks import changed

TIMELINE, CONTINUUM = SHIPPED / "e2l_timeline.toml", SHIPPED / "coaching_continuum.toml"
PROGRESSIONS, STANDARDS = SHIPPED / "progressions.toml", SHIPPED / "coach_standards.toml"


@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        *((TIMELINE, "session = 4,", f"session = {value},") for value in ('"4"', "4.0", "true")),
        *((TIMELINE, "number = 2,", f"number = {value},") for value in ('"2"', "2.0", "true")),
        (TIMELINE, "first = 5,", "first = 5.0,"),
        (TIMELINE, "last = 7,", 'last = "7",'),
        (TIMELINE, "phase = 1", "phase = true"),
        (CONTINUUM, "single = true", 'single = "yes"'),
        (CONTINUUM, "pathway = true", "pathway = 1"),
        (SHIPPED / "coaching_cycle.toml", "virtual = false", "virtual = 0"),
    ],
)
def test_a_value_of_another_type_is_refused(
    tmp_path: Path, source: Path, old: str, new: str
) -> None:
    (problem,) = check_framework(changed(tmp_path, (old, new), source=source))
    assert "is not a whole number" in problem or "is neither true nor false" in problem


@pytest.mark.parametrize(
    ("source", "old", "new", "told"),
    [
        (
            TIMELINE,
            "first = 5,",
            "first = 4,",
            "line 14 (phases, number 2): phase 2 runs 4 to 7; it should start at session 5. "
            "Write first = 5.",
        ),
        (
            TIMELINE,
            "first = 12, last = 14",
            "first = 12, last = 11",
            "line 16 (phases, number 4): phase 4 runs 12 to 11; it should start at session 12. "
            "Write 12 or more as last.",
        ),
        (
            TIMELINE,
            "meeting = [5, 9]",
            "meeting = [9, 5]",
            "line 21 (bands, session 1, meeting): Meeting is backwards, 9 before 5. Write [5, 9].",
        ),
        (
            TIMELINE,
            "approaching = [13, 24], meeting = [25, 29]",
            "approaching = [13, 18], meeting = [19, 29]",
            "line 25 (bands, session 5, meeting): Meeting starts at 19, below 20 at session 4. "
            "Start it at 20 or more.",
        ),
        (
            TIMELINE,
            'last = 4, pick = "each_once" },\n  { number = 2, first = 5',
            'last = 5, pick = "each_once" },\n  { number = 2, first = 6',
            "line 13 (phases, number 1): phase 1 covers each cluster once, but has sessions 1 to 5 "
            "and 4 clusters. Have as many clusters as sessions, or write "
            'pick = "one_each_time".',
        ),
        (
            CONTINUUM,
            '"Developing"',
            '"Emerging"',
            "line 14 (placements 2): level Emerging is listed twice. "
            "Give each level a name of its own.",
        ),
        *(
            (
                PROGRESSIONS,
                'code = "lab"',
                f'code = "{word}"',
                f"line 23 (models 1, code): lab_rotation: code {word} is a word that a line of a "
                "walk keeps for the step. Write another word.",
            )
            for word in ("before", "none", "step", "next")
        ),
        (
            PROGRESSIONS,
            'code = "lab"',
            'code = "station"',
            "line 46 (models 2, code): code station is listed twice. "
            "Give one of the two models another code.",
        ),
        (
            PROGRESSIONS,
            'id = "F1"',
            'id = "P9"',
            "line 29 (models, lab_rotation, steps, P9): step P9 is in foundation, whose ids begin "
            "with F. Begin its id with F, or write its own phase.",
        ),
    ],
)
def test_a_fault_is_told_with_its_cure(
    tmp_path: Path, source: Path, old: str, new: str, told: str
) -> None:
    assert check_framework(changed(tmp_path, (old, new), source=source)) == (f"own.toml, {told}",)


def test_an_empty_list_asks_for_one_at_least(tmp_path: Path) -> None:
    path = changed(tmp_path, ("look_fors = [", "look_fors = []\nmore = ["))
    problems = check_framework(path)
    assert any("has 0 of at least 1. Add at least 1." in problem for problem in problems)


def test_every_fault_of_progressions_is_told(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        ('code = "lab"', 'code = "next"'),
        ('id = "F2"', 'id = "F3"'),
        ('id = "guided"', 'id = "lms"'),
        ('code = "flex"', 'code = "station"'),
        source=PROGRESSIONS,
    )
    problems = check_framework(path)
    for told in (
        "(models 1, code): lab_rotation: code next is",
        "(models, lab_rotation, steps, F3): step F3 is listed twice.",
        "(models 4, code): code station is listed twice.",
        "(models, distance, strands, lms): strand lms is listed twice.",
        "(models, distance, steps, FG1, strand): step FG1 names strand 'guided', not listed.",
    ):
        assert sum(told in problem for problem in problems) == 1
    assert len(problems) == 8


def test_every_fault_of_the_continuum_is_told(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        ('section = "strategies"', 'section = "other"'),
        ('id = "behaviors"', 'id = "strategies"'),
        ('group = "beliefs"', 'group = "none"'),
        ("single = true", 'single = true\npoints = { 1a = "mine" }'),
        source=CONTINUUM,
    )
    problems = check_framework(path)
    for told in (
        "section strategies is listed twice.",
        "CC-10 names section 'other', which is not listed. Write one of these: strategies, ",
        "CC-26 names group 'none', which section culture does not have. Write one of these: data,",
        "CC-20 is a single choice, so it has no points. Take the points out, or write",
    ):
        assert sum(told in problem for problem in problems) == 1


def test_an_empty_group_and_one_out_of_order_are_told(tmp_path: Path) -> None:
    text = CONTINUUM.read_text("utf-8").replace('group = "collaborate"\n', "")
    path = tmp_path / "own.toml"
    path.write_text(text.replace('group = "data"', 'group = "beliefs"', 1), "utf-8")
    problems = check_framework(path)
    assert any("(groups, collaborate): group collaborate has no element." in p for p in problems)
    assert any("the elements do not stand by group" in problem for problem in problems)


def test_every_fault_of_the_standards_is_told(tmp_path: Path) -> None:
    path = changed(
        tmp_path, ('id = "1B"', 'id = "1A"'), ('{ id = "4",', '{ id = "5",'), source=STANDARDS
    )
    problems = check_framework(path)
    for told in (
        "line 20 (sections, 5): section 5 has no standard. Add a standard",
        "line 29 (standards, 1A): standard 1A is listed twice. Give one",
        "line 137 (standards, 4A, section): standard 4A names section 4, not listed. Write one of",
        "line 143 (standards, 4B, section): standard 4B names section 4, not listed. Write one of",
    ):
        assert sum(told in problem for problem in problems) == 1
