"""Help on every screen, the first screen, and questions."""

import pytest
from textual.screen import Screen

from coach_tui.commands.command import Command
from coach_tui.commands.registry import SCOPES
from coach_tui.services.desk import Desk
from screens.cycle.screen import CycleScreen
from screens.dialogs.confirm import Confirm
from screens.help import HelpScreen
from screens.welcome import WelcomeScreen
from tests.screens.kit import Coach, Files, opened

WAYS = {
    "caseload": (),
    "profile": ("enter",),
    "cycle": ("j", "j", "c", "escape"),
    "person_form": ("e", "escape"),
    "contact": (":", *"contact", "enter", "escape"),
}
"""Keys that lead from the list to a screen with a help of its own."""


async def read_help(coach: Coach) -> str:
    """All of the keys' page, a window at a time."""
    pages = [coach.words()]
    for _ in range(8):
        await coach.press("space")
        pages.append(coach.words())
    return " ".join(pages)


def told(command: Command) -> str:
    """How help tells of a command."""
    return " ".join(f"{command.shown_keys} {command.help}".split())


@pytest.mark.parametrize("scope", WAYS)
async def test_help_lists_every_command(demo: Desk, scope: str) -> None:
    async with opened(demo, (60, 18)) as coach:
        await coach.press(*WAYS[scope])
        beneath = coach.app.screen
        await coach.press("?")
        coach.screen(HelpScreen)
        text = await read_help(coach)
        for command in SCOPES[scope]:
            assert told(command) in text
        await coach.press("q")
        assert coach.app.screen is beneath


async def test_help_stands_in_two_columns_where_they_fit(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("?")
        (row,) = (row for row in coach.rows() if row.startswith("  G End "))
        assert row[:40].split() == ["G", "End", "bottom"]
        assert row[40:].strip()


async def test_words_of_the_field(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("?", "tab")
        text = await read_help(coach)
        assert "[Words]" in text
        for word in ("cluster", "look-for", "GI total", "band", "launch", "low-inference"):
            assert word in text
        assert "Blank is not recorded; 0 is none yet." in text
        await coach.press("tab", "tab")
        text = await read_help(coach)
        assert "[Terminal]" in text
        assert "Size 80x24; 60x18 is the least" in text
        assert "Data ~/coach; coach-tui path" in text
        await coach.press("tab")
        assert "[Keys]" in coach.words()
        await coach.press("left", "right", "h", "l", "question_mark")
        assert coach.row(1).startswith("[Caseload]")


async def test_help_of_a_cycle_tells_what_keys_do_in_a_field(demo: Desk) -> None:
    async with opened(demo, (60, 18)) as coach:
        await coach.press("c", "escape", "?")
        text = await read_help(coach)
        for command in SCOPES["typing"]:
            assert told(command) in text


async def test_marks_and_bands_stand_under_the_keys(demo: Desk) -> None:
    async with opened(demo, (60, 40)) as coach:
        await coach.press("?", "G")
        drawn = coach.words()
        for meaning in ("! late", "* unfinished draft", "■··· Initiating", "■■■■ Exceeding"):
            assert meaning in drawn


async def test_nobody_at_all_is_welcomed(files: Files) -> None:
    async with opened(files.desk()) as coach:
        coach.screen(WelcomeScreen)
        assert coach.row(1) == "Welcome"
        drawn = coach.words()
        assert "d Look around with demo data" in drawn
        assert "size 80x24 ok, colors 256, letters é ─ ■ ok" in drawn
        assert coach.message.startswith("Data stays in ~/coach on this machine")
        await coach.press("b")
        assert "Nobody in the caseload yet; a adds the first teacher." in coach.message
        await coach.press("a")
        await coach.write("Whitcomb, Dana")
        await coach.press("escape", "w")
        assert coach.row(2).startswith("1 person")
    assert files.person("Whitcomb").name == "Whitcomb, Dana"


async def test_d_opens_the_demo_and_leaves_the_own_file_alone(
    files: Files, demo_desk: Desk
) -> None:
    async with opened(files.desk(), reopen=lambda: demo_desk) as coach:
        await coach.press("d")
        assert coach.row(1).endswith("DEMO · saved 10:42")
        assert coach.row(2).startswith("15 people")
        await coach.press("j", "j", "i", "1", "1", "enter")
        assert "Okafor, Dana: session 4, 11 GIs" in coach.message
    assert not files.file.exists()


async def test_a_switches_to_plain_letters_and_back(files: Files) -> None:
    async with opened(files.desk()) as coach:
        await coach.press("a")
        assert coach.drawn().isascii()
        assert "letters e - # plain" in coach.words()
        await coach.press("a")
        assert "letters é ─ ■ ok" in coach.words()


@pytest.mark.parametrize("key", ["q", "escape", "Q", "ctrl+q"])
async def test_quitting_from_the_welcome(files: Files, key: str) -> None:
    async with opened(files.desk()) as coach:
        await coach.press(key)
        assert coach.app.return_value == 0
    assert not files.folder.exists()


@pytest.mark.parametrize(
    ("key", "answer"), [("y", True), ("n", False), ("enter", False), ("escape", False)]
)
async def test_only_y_is_yes(demo: Desk, key: str, answer: bool) -> None:
    answers: list[bool | None] = []
    async with opened(demo) as coach:
        question: Screen[bool] = Confirm("Discard it?")
        coach.app.push_screen(question, answers.append)
        await coach.settle()
        assert coach.row(23) == "Discard it?"
        assert coach.row(24) == "y yes  n no"
        await coach.press("x", "j", key)
    assert answers == [answer]


async def test_help_opens_from_keys_only(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "c", "escape", "2", "tab")
        await coach.write("?")
        assert coach.screen(CycleScreen).form.praise == "?"
