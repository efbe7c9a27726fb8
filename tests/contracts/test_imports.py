"""What is imported when: commands start without the screens, and the order of layers is linted."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def loaded_after(code: str) -> set[str]:
    """The top-level modules that a fresh Python holds after some code."""
    ending = "\nimport sys\nprint('loaded', *{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", code + ending], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_the_command_line_imports_no_screens_and_no_models() -> None:
    """`--help` and `--version` need neither."""
    loaded = loaded_after("import coach_tui.cli")
    assert loaded.isdisjoint({"textual", "rich", "pydantic", "tinydb", "screens"})


def test_a_band_needs_no_models() -> None:
    """The smallest command reads one table."""
    assert "textual" not in loaded_after(
        "from coach_tui.cli import main; main(['band', '4', '11'])"
    )


@pytest.mark.parametrize(
    "command", [["path"], ["list"], ["add", "Whitcomb, Dana"], ["list", "--json"]], ids=" ".join
)
def test_no_command_loads_textual(command: list[str]) -> None:
    """The linear commands work where no screen can be drawn."""
    loaded = loaded_after(f"from coach_tui.cli import main; main({command!r})")
    assert loaded.isdisjoint({"textual", "rich", "screens"})


def test_what_the_first_paint_needs_is_free_of_models() -> None:
    """Caseload rows, bands and ports are plain dataclasses (pydantic costs 0.1 s)."""
    names = ("bands", "track", "caseload", "dates", "draft", "school_year", "gi_entry", "ports")
    code = "\n".join(f"import coach_tui.domain.{name}" for name in names)
    assert loaded_after(code).isdisjoint({"pydantic", "textual", "tinydb"})
