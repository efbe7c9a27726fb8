"""`coach-tui config`: what is in force, from where, and what is wrong."""

import json
from argparse import Namespace
from pathlib import Path

import pytest

from coach_tui import locations
from coach_tui.cli.config import SAMPLE
from coach_tui.cli.open_app import app_options
from coach_tui.terminal import TerminalFacts
from tests.cli.conftest import Run

NO_FLAGS = Namespace(ascii=False, plain=False, mouse=False, cursor=False, check=False)


def written(text: str) -> Path:
    """The coach's settings file."""
    path = locations.config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def row(out: str, name: str) -> str:
    """The line of a setting, its blanks made one."""
    (line,) = (line for line in out.splitlines() if line.startswith(f"{name} "))
    return " ".join(line.split())


def test_without_a_file_all_is_as_usual(run: Run, home: Path, file: Path) -> None:
    ran = run("config")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Settings file: ~/.config/coach-tui/config.toml (not there; ")
    assert f"Data file: {file} (COACH_TUI_DB)" in ran.out
    assert row(ran.out, "notes.prompts") == "notes.prompts true default"
    assert row(ran.out, "visits.max_days") == "visits.max_days 21 default"
    assert not (home / ".config").exists()
    assert not file.exists()


def test_each_setting_says_where_it_comes_from(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    written('[notes]\nprompts = false\n[visits]\nideal_days = 7\n[keys]\nperson.gi = ["I", "^x"]\n')
    monkeypatch.setenv("NO_COLOR", "1")
    ran = run("--plain", "config")
    assert ran.status == 0
    assert row(ran.out, "notes.prompts") == "notes.prompts false config.toml"
    assert row(ran.out, "visits.ideal_days") == "visits.ideal_days 7 config.toml"
    assert row(ran.out, "visits.max_days") == "visits.max_days 21 default"
    assert row(ran.out, "screen.plain") == "screen.plain true --plain"
    assert row(ran.out, "screen.colors") == 'screen.colors "none" --plain'
    assert "keys.person.gi: I ^x (usual: i)" in ran.out
    assert row(run("config").out, "screen.colors") == (
        'screen.colors "auto" default none, from NO_COLOR'
    )


def test_all_problems_are_told_and_the_settings_too(run: Run) -> None:
    written('[notes]\npromts = 1\n[keys]\nperson.gi = "n"\napp.help = "alt+h"\n')
    ran = run("config")
    assert ran.status == 1
    assert "3 problems in config.toml; until put right, the usual settings and the" in ran.out
    assert "config.toml: notes.promts: is not a setting; the nearest is notes.prompts." in ran.out
    assert "config.toml: keys.person.gi: n is a key of person.note too" in ran.out
    assert "config.toml: keys.app.help: 'alt+h' looks like" in ran.out
    assert row(ran.out, "notes.prompts") == "notes.prompts true default"
    written('[keys]\nperson.gi = "n"\n')
    assert "1 problem in config.toml; until put right, the usual keys hold:" in run("config").out


def test_json_has_the_same_facts(run: Run) -> None:
    written('[keys]\nperson.gi = "I"\n[screen]\nmouse = true\ncolors = "red"\n')
    ran = run("config", "--json")
    told = json.loads(ran.out)
    assert ran.status == 1
    assert told["settings"]["screen.mouse"] == {"value": False, "from": "default", "here": None}
    assert told["keys"] == {"person.gi": ["I"]}
    assert told["problems"] == [
        "screen.colors: is not one of 'auto', 'truecolor', '256', '16' or 'none'."
    ]


def test_a_file_that_is_no_toml_is_told(run: Run) -> None:
    written("[notes\x1b[2J")
    ran = run("config")
    assert ran.status == 1
    assert "config.toml: The file is not TOML" in ran.out
    assert "\x1b" not in ran.out


def test_the_sample_is_a_file_to_begin_with(run: Run) -> None:
    ran = run("config", "--sample")
    assert (ran.status, ran.out) == (0, SAMPLE.read_text("utf-8"))
    written(ran.out)
    assert run("config").status == 0


def test_the_ids_of_commands_are_listed(run: Run) -> None:
    out = run("config", "--keys").out
    assert row(out, "person.gi") == "person.gi i GI total of a session"
    assert "(cannot be changed)" in row(out, "note.stamp")


@pytest.mark.parametrize(
    ("text", "flags", "told"),
    [
        ("", {}, (False, False, "16", False, False)),
        ('[screen]\ncolors = "truecolor"\nmouse = true', {}, (False, False, "truecolor", True,
                                                             False)),
        ('[screen]\nletters = "ascii"\ncursor = true', {}, (True, False, "16", False, True)),
        ("[screen]\nplain = true", {}, (False, True, "none", False, False)),
        ('[screen]\ncolors = "256"\nletters = "unicode"', {"ascii": True, "plain": True},
         (True, True, "none", False, False)),
        ("[screen]\nmouse = 1\ncursor = true", {}, (False, False, "16", False, False)),
        ("[screen", {"mouse": True}, (False, False, "16", True, False)),
    ],
)  # fmt: skip
def test_the_app_follows_options_then_settings_then_the_terminal(
    text: str, flags: dict[str, bool], told: tuple[object, ...]
) -> None:
    arguments = Namespace(**{**vars(NO_FLAGS), **flags})
    options = app_options(arguments, TerminalFacts("16", "unicode"), written(text))
    shown = (options.ascii, options.plain, options.colors, options.mouse, options.cursor)
    assert shown == told


def test_holidays_are_told_as_in_force_whatever_else_is_wrong(run: Run) -> None:
    file = locations.config_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[notes]\npromts = true\n[calendar]\nholidays = ["2025-03-10"]\n', "utf-8")
    ran = run("config")
    assert row(ran.out, "calendar.holidays") == 'calendar.holidays ["2025-03-10"] config.toml'
    assert row(ran.out, "notes.prompts") == "notes.prompts true default"
