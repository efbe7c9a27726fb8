"""Journey 6, in the program itself: purpose and norms, fourteen rooms, debrief, export."""

from pathlib import Path

from tests.domain.test_walk_line import ROOMS
from tests.program.kit import opened, row, with_cibola
from tests.program.terminal import Program

EVIDENCE = "; 4 of 6 groups moved"


def test_a_progression_walk(tmp_path: Path) -> None:
    data = with_cibola(tmp_path).parent
    with opened(tmp_path) as program:
        program.do("g", "w")
        program.wait_for("No walk yet.")
        begin(program, "Which models we see, and where groups run alone")
        keys = [enter(program, number, line) for number, line in enumerate(ROOMS, start=1)]
        assert max(keys) < 20
        program.do("escape", "v")
        assert "By model: station 9 · other models 5" in program.wait_for("On the sheet")
        program.do("d")
        program.wait_for("To celebrate  (")
        program.do("Task cards are in use", "ctrl+s")
        program.wait_for("Debrief of the walk on")
        program.do("c")
        program.wait_for("Closed.")
        program.do("y")
        program.wait_for("Task cards are in use")
        program.do("w")
        program.wait_for("Written; only you can read it.")
        program.do("Q")
        program.wait_exit()
    sheets = [file for file in data.rglob("progression-walk-*") if file.is_file()]
    assert len(sheets) == 1
    assert sheets[0].stat().st_mode & 0o777 == 0o600
    told = sheets[0].read_text("utf-8")
    assert "Rooms: 14\nBy model: station 9 · other models 5\n" in told
    assert "Phases within models: not told" in told
    for kept_back in ("flex", "flip", "R0", "R1", "groups moved", *NAMES):
        assert kept_back not in told


NAMES = ("Whitcomb", "Brooks", "Arredondo", "Raman", "Teague", "Haddad", "Okafor", "Harlan")
"""Some of the people and places of the caseload."""


def begin(program: Program, purpose: str) -> None:
    """Begin a walk; ends in the line of its rooms."""
    program.do("a")
    program.wait_for("Further norms")
    program.do(purpose, "tab", "space", "ctrl+s")
    program.wait_for("Begun: enter a room a line.")


def enter(program: Program, number: int, line: str) -> int:
    """Enter a room as it is typed, with what was seen in the first; the keys it took without."""
    program.do(line + (EVIDENCE if number == 1 else ""), "enter")
    program.wait_for(f"Entered R{number:02}.")
    assert row(program, 2).strip() == "Room"
    return len(line) + 1


def test_a_line_outlives_the_connection(tmp_path: Path) -> None:
    with opened(tmp_path, "--demo") as program:
        program.do("g", "w")
        program.wait_for("1 walk")
        begin(program, "Models")
        program.do("R07 st 6", "enter")
        program.wait_for("Entered R07.")
        program.do("fle 3; half a li")
        program.wait_for("draft saved")
        program.hang_up()
        program.wait_exit()
    with opened(tmp_path, "--demo", shows="resumes it") as program:
        assert "Draft for a room of a walk" in row(program, 23)
        program.do("enter")
        screen = program.wait_for("1 room")
        assert "fle 3; half a li" in screen
        assert "R07    station" in screen
