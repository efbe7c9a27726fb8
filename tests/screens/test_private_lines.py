"""Private lines stay in the note: no list, no other screen, no command and no cycle has them."""

import io
from contextlib import redirect_stdout

import pytest

from coach_tui.cli import main
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.note import Note
from coach_tui.domain.todo import Todo
from screens.cycle.screen import CycleScreen
from tests.screens.kit import Coach, Files, opened

SECRET = "worry of mine"
NOTE = f"+ named three strategies\n# {SECRET} @EL #C\n#+ {SECRET} too\n> frame first\n* tracker"


async def noted(coach: Coach) -> None:
    """A note with private lines, filed for Okafor."""
    await coach.press("j", "j", "n")
    await coach.write(NOTE)
    await coach.press("escape", "full_stop", "q")


async def test_no_other_screen_shows_them(filled: Files) -> None:
    async with opened(filled.desk(), (120, 40)) as coach:
        await noted(coach)
        await coach.until(lambda: "named three" in coach.drawn())
        assert SECRET not in coach.drawn()
        await coach.press("enter")
        assert SECRET not in coach.drawn()
        for step in "2345":
            await coach.press(*(("c", "escape") if step == "2" else ("escape",)), step)
            coach.screen(CycleScreen)
            assert SECRET not in coach.drawn(), f"step {step}"
        await coach.press("escape", "p")
        assert "named three" in coach.drawn()
        assert SECRET not in coach.drawn()


@pytest.mark.parametrize(("step", "tabs"), [("2", 0), ("2", 1), ("3", 2), ("4", 0)])
async def test_no_field_is_offered_them(filled: Files, step: str, tabs: int) -> None:
    async with opened(filled.desk()) as coach:
        await noted(coach)
        await coach.press("c", "escape", step, "enter", *["tab"] * tabs, "ctrl+o")
        assert SECRET not in "\n".join(coach.rows()[4:])
        await coach.press("tab")
        assert SECRET not in "\n".join(coach.rows()[4:])


async def test_no_record_but_the_note_holds_them(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await noted(coach)
        await coach.press("c", "escape", "4", "enter", "ctrl+o", "enter", "escape", "w")
        assert "Saved" in coach.message
    [*_, note] = filled.records(Note, "Okafor")
    assert [line.tag for line in note.lines].count("private") == 2
    held = [*filled.records(Cycle, "Okafor"), *filled.records(Todo, "Okafor")]
    assert not any(SECRET in record.model_dump_json() for record in held)


@pytest.mark.parametrize("words", [["list"], ["list", "--json"], ["show", "Okafor"],
                                   ["show", "Okafor", "--json"]])  # fmt: skip
async def test_no_command_prints_them(filled: Files, words: list[str]) -> None:
    async with opened(filled.desk()) as coach:
        await noted(coach)
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(["--db", str(filled.file), *words]) == 0
    assert "Okafor" in out.getvalue()
    assert SECRET not in out.getvalue()


async def test_a_slip_before_the_mark_gives_no_private_line_away(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("n")
        await coach.write("# xylo in confidence\n+ quick start")
        await coach.press("escape", "q", "n", "up", "home")
        await coach.write("zz")
        await coach.press("escape", "q")
    note = filled.records(Note, "Abara")[-1]
    assert note.lines[0].text.startswith("zz")
    assert (note.lines[0].tag, len(note.open_lines)) == ("private", 1)
