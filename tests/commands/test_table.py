"""The README's key table is the one the commands make."""

from pathlib import Path

from coach_tui import ROOT
from coach_tui.commands.registry import SCOPES
from coach_tui.commands.table import BOXES, key_table, main, with_table


def test_the_readme_has_the_table_of_today() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert with_table(readme) == readme, "make keys writes it anew"


def test_it_is_small_and_leaves_out_no_command_of_a_place() -> None:
    rows = key_table().splitlines()
    assert len(rows) <= 16
    for scope in set(SCOPES) - BOXES:
        for found in SCOPES[scope]:
            assert any(found.words in row or found.shown_key in row for row in rows)


def test_writing_it_changes_only_what_is_between_the_marks(tmp_path: Path) -> None:

    file = tmp_path / "README.md"
    file.write_text("before\n<!-- keys -->\nold\n<!-- /keys -->\nafter\n")
    assert main(file) == 0
    text = file.read_text()
    assert text == f"before\n<!-- keys -->\n{key_table()}\n<!-- /keys -->\nafter\n"
