"""Prompts as the settings have them, and a list that cannot be used."""

from pathlib import Path

from coach_tui.services.frameworks import SHIPPED, FrameworkShelf
from coach_tui.services.prompts import NotePrompts


def test_on_it_asks(tmp_path: Path) -> None:
    prompts = NotePrompts(FrameworkShelf(), on=True)
    prompts.warm()
    prompt = prompts.prompt("10:31 S3 engaged")
    assert prompt is not None
    assert prompt.sentence == "engaged: what did you see or hear?"
    assert prompts.prompt("S3 wrote 4 lines") is None
    assert prompts.trouble == ""


def test_off_it_reads_no_list(tmp_path: Path) -> None:
    prompts = NotePrompts(FrameworkShelf([tmp_path]), on=False)
    prompts.warm()
    assert prompts.prompt("engaged") is None
    assert prompts.trouble == ""


def test_a_list_that_cannot_be_used_stops_nothing_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('id = "judgement_words"\n', "utf-8")
    prompts = NotePrompts(FrameworkShelf([tmp_path]), on=True)
    prompts.warm()
    assert prompts.prompt("engaged") is None
    assert prompts.trouble.startswith("The framework file mine.toml cannot be used. ")


def test_ours_asks_while_an_own_list_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('id = "judgement_words"\n', "utf-8")
    shelf = FrameworkShelf([SHIPPED, tmp_path])
    assert NotePrompts(shelf, on=True).prompt("engaged") is not None
    assert shelf.trouble.startswith("mine.toml: 5 problems, ours is used")
