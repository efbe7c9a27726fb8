"""`coach-tui progression`: a class on its progression in plain text (PL-3)."""

import json

import pytest

from coach_tui.cli import main


def run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["--demo", *words]) == 0
    return capsys.readouterr().out


def test_steps_and_pause_in_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "progression", "okafor")
    assert "Progression: Station Rotation, pause at F5 Students rotate without a prompt" in out
    assert "F4  Teacher table runs uninterrupted   in consistent practice" in out
    assert "not yet in place, the pause, evidence 2" in out
    assert "Possible next move at F5: Put a student host" in out
    assert "3 of 5 groups moved" not in out


def test_strands_are_told_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "progression", "zhang")
    assert "LMS set-up: pause at DS1, 2 of 4 steps in place" in out
    assert "Feedback: not walked yet" in out


def test_without_a_model_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Progression: no model yet" in run(capsys, "progression", "bell")


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(run(capsys, "progression", "okafor", "--json"))
    assert (told["model"], told["model_id"]) == ("Station Rotation", "station_rotation")
    assert told["pauses"] == ["F5"]
    steps = told["strands"][0]["steps"]
    assert len(steps) == 15
    assert (steps[4]["state"], steps[4]["evidence"]) == ("not_yet", 2)
    assert json.loads(run(capsys, "progression", "bell", "--json"))["strands"] == []


def test_show_tells_model_and_pause(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Progression: Flipped Classroom, pause at D2" in run(capsys, "show", "feng")
    assert json.loads(run(capsys, "show", "feng", "--json"))["pauses"] == ["D2"]


def test_nobody_of_a_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--demo", "progression", "nobody"]) == 1
    assert "nobody" in capsys.readouterr().err
