"""A note in the coach's own editor: what comes back takes its place, whatever the editor does."""

from pathlib import Path

import pytest

from tests.program.kit import opened, own_file, with_people
from tests.program.note_kills import kept_text


def editor(home: Path, script: str) -> dict[str, str]:
    """An editor of so many lines of shell; `$1` is the file."""
    file = home / "editor"
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o700)
    return {"EDITOR": str(file)}


def test_lines_of_an_editor_come_back(home: Path) -> None:
    """Private while it is lent, gone afterwards, and undone with u."""
    env = editor(home, 'stat -c %a "$1" > mode; echo "10:00 + from the editor" >> "$1"')
    with opened(with_people(home, "Whitcomb"), env=env) as program:
        program.press("n")
        program.wait_for("Mode")
        program.do("first line")
        program.press("escape", "E")
        program.wait_for("The lines are as the editor left them")
        assert "first line" in program.wait_for("+ from the editor")
        assert (home / "mode").read_text().strip() == "600"
        program.press("q")
        program.wait_for("note filed, 2 lines: 1 praise")
    assert "+ from the editor" in kept_text(home)
    assert list((own_file(home).parent / "drafts").glob("*")) == []


@pytest.mark.parametrize(
    ("env", "told"),
    [
        ({}, "No editor is set"),
        ({"EDITOR": "/nowhere/editor"}, "The editor did not open"),
        ({"EDITOR": "'unclosed"}, "EDITOR cannot be read"),
        ({"EDITOR": "false"}, "The editor ended with an error (1)"),
    ],
)
def test_an_editor_that_fails_changes_nothing(home: Path, env: dict[str, str], told: str) -> None:
    """A sentence, and the note as it was."""
    with opened(with_people(home, "Whitcomb"), env=env) as program:
        program.press("n")
        program.wait_for("Mode")
        program.do("first line")
        program.press("escape", "E")
        program.wait_for(told)
        assert "first line" in program.screen_text()


def test_what_a_dying_editor_had_saved_is_kept(home: Path) -> None:
    """Saved and then cut off: the lines come back with a word about it."""
    env = editor(home, 'echo "10:00 + saved" >> "$1"; kill -HUP $$')
    with opened(with_people(home, "Whitcomb"), env=env) as program:
        program.press("n", "escape", "E")
        program.wait_for("what it had saved is here")
        program.wait_for("+ saved")


def test_a_kill_while_the_editor_is_open_loses_nothing_it_saved(home: Path) -> None:
    """Begun on an empty note: the next start offers what the editor had saved."""
    env = editor(home, 'echo "10:00 + saved" >> "$1"; touch saved; sleep 30')
    with opened(with_people(home, "Whitcomb"), env=env) as program:
        program.press("n", "escape", "E")
        program.wait_until((home / "saved").exists, "the editor")
        program.kill()
    with opened(home) as program:
        program.wait_for("Draft for Whitcomb, Dana")
        program.press("enter")
        program.wait_for("+ saved")
