"""The command line: every command of a screen by its name."""

import pytest
from textual.screen import Screen

from coach_tui.commands.registry import SCOPES
from coach_tui.services.desk import Desk
from coach_tui.widgets.fields.line_field import LineField
from screens.caseload.screen import CaseloadScreen
from screens.cycle.screen import CycleScreen
from screens.dialogs.command_line import CommandLine
from screens.dialogs.gi_box import GiBox
from screens.help import HelpScreen
from screens.person import PersonFormScreen
from screens.profile.screen import ProfileScreen
from tests.screens.kit import SIZES, Coach, Files, opened

BAR = "TYPING  Enter run  Up/Down pick  Tab complete  Esc close"


async def ask(coach: Coach, typed: str) -> None:
    """Type a line and run it."""
    await coach.press(":")
    await coach.write(typed)
    await coach.press("enter")


def typed(coach: Coach) -> str:
    """What stands on the line."""
    return coach.screen(CommandLine).query_one(LineField).value


async def test_it_stands_in_row_23_over_the_commands_of_the_screen(demo: Desk) -> None:
    async with opened(demo) as coach:
        before = coach.rows()
        await coach.press(":")
        assert (coach.row(23), coach.row(24)) == (":", BAR)
        assert coach.row(15).split() == ["open", "open", "Enter", "l"]
        assert coach.rows()[:13] == before[:13]
        await coach.write("launch")
        assert (coach.row(21).split()[0], coach.row(22).split()[0]) == ("launch", "edit")
        assert coach.row(23) == ":launch"
        assert coach.rows()[:19] == before[:19]
        await coach.press("escape")
        assert coach.rows()[:22] == before[:22]
        coach.screen(CaseloadScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_it_fits_every_window(demo: Desk, size: tuple[int, int]) -> None:
    async with opened(demo, size) as coach:
        await coach.press(":")
        rows = coach.rows()
        assert rows[-2].strip() == ":"
        assert rows[-1].startswith("  TYPING  Enter run")
        assert rows[-10].split()[0] == "open"


@pytest.mark.parametrize(
    ("name", "screen"),
    [("open", ProfileScreen), ("gi", GiBox), ("cycle", CycleScreen), ("edit", PersonFormScreen),
     ("add", PersonFormScreen), ("help", HelpScreen), ("commands", CommandLine),
     ("EDIT ", PersonFormScreen)],
)  # fmt: skip
async def test_a_name_runs_its_command(demo: Desk, name: str, screen: type[Screen[object]]) -> None:
    async with opened(demo) as coach:
        await ask(coach, name)
        coach.screen(screen)


async def test_every_command_of_the_list_can_be_run(demo: Desk) -> None:
    leaves = {"app.quit", "app.leave"}
    for command in SCOPES["caseload"]:
        if command.id in leaves or (command.id == "caseload.discard"):
            continue
        async with opened(demo) as coach:
            await ask(coach, command.name)
            assert coach.app.return_value is None
            assert "no command" not in coach.drawn()


async def test_moving_and_leaving_by_name(demo: Desk) -> None:
    async with opened(demo) as coach:
        await ask(coach, "bottom")
        assert coach.message.startswith("Moreno, Luz")
        await ask(coach, "open")
        await ask(coach, "tables")
        assert "no command 'tables'" in coach.drawn()
        await coach.press("escape")
        await ask(coach, "table")  # what the key bar calls it
        assert coach.screen(ProfileScreen).as_table
        await ask(coach, "go")
        assert coach.message.startswith("g top c caseload")
        await coach.press("c")
        coach.screen(CaseloadScreen)
        await ask(coach, "quit")
        assert coach.app.return_value == 0


async def test_a_name_nobody_has_does_nothing_and_names_the_nearest(demo: Desk) -> None:
    async with opened(demo) as coach:
        await ask(coach, "cycel")
        assert (
            coach.row(22) == "There is no command 'cycel'; the nearest is cycle. Nothing was done."
        )
        assert typed(coach) == "cycel"
        await coach.press("backspace")
        assert "no command" not in coach.drawn()
        await coach.press("enter", "escape")
        coach.screen(CaseloadScreen)
        await ask(coach, "gi 11")
        assert coach.row(22) == "gi takes no text behind it; nothing was done."
        await coach.press("escape")
        await ask(coach, "")
        assert coach.row(22) == "No command is typed; Up and Down pick one of the list."


async def test_enter_runs_the_only_one_listed(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(":", *"contct")
        assert coach.row(22).split()[0] == "contact"
        await coach.press("enter")
        assert "There is no command 'contct'; the nearest is contact." in coach.row(22)
        await coach.press("escape")
        await ask(coach, "hid")
        assert coach.app.hidden
        await ask(coach, "hid")
        await ask(coach, "cancel visit")
        assert coach.message.startswith("Abara, Chi: visit")
        await ask(coach, "und")
        assert coach.message.startswith("Undid: visit cancelled")
        await ask(coach, "sched")
        assert coach.row(1).startswith("Abara, Chi · visit")


async def test_up_and_down_pick_and_tab_completes(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(":", *"page", "down", "down", "down", "up", "tab")
        assert typed(coach) == "page-up"
        await coach.press("enter", ":", "up", "tab")
        assert typed(coach) == "leave"
        await coach.press("escape", ":", *"con", "tab", *"Luis")
        assert typed(coach) == "contact Luis"
        await coach.press("escape", ":", *"details", "down", "enter")
        coach.screen(PersonFormScreen)


async def test_the_picked_row_stays_in_the_list(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(":")
        for number, command in enumerate(SCOPES["caseload"]):
            await coach.press("down")
            row = min(number, 7) + 14  # from row 15 on, the last one in row 22
            assert coach.rows()[row].split()[0] == command.name
        await coach.press("down", "enter")
        coach.screen(ProfileScreen)


async def test_a_command_that_is_off_says_why(filled: Files) -> None:
    async with opened(filled.desk(readonly=True)) as coach:
        for name in ("cycle", "contact", "contact Luis asked"):
            await ask(coach, name)
            told = "This window is read-only; nothing is saved from it."
            assert coach.row(22) == told
            assert typed(coach) == name
            await coach.press("escape")


async def test_nobody_is_there_for_a_contact(files: Files) -> None:
    async with opened(files.desk()) as coach:
        await coach.press("b")
        await ask(coach, "contact x")
        assert "Nobody is picked yet" in coach.drawn()


async def test_in_a_field_a_colon_is_typed(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("e")
        await coach.write(":")
        assert coach.screen(PersonFormScreen).form().name == "Abara, Chi:"
        await coach.press("backspace", *["tab"] * 7)  # a row of options: letters pick, no more
        await coach.press(":")
        form = coach.screen(PersonFormScreen)
        assert form.is_typing
        await coach.press("escape", ":")
        coach.screen(CommandLine)
        await coach.press(*"back", "enter")
        coach.screen(CaseloadScreen)


@pytest.mark.parametrize("keys", [("?",), ("e", "escape"), ("c", "escape"), ("enter",)])
async def test_every_screen_with_commands_has_it(demo: Desk, keys: tuple[str, ...]) -> None:
    async with opened(demo) as coach:
        await coach.press(*keys)
        beneath = coach.app.screen
        await coach.press(":")
        assert coach.row(24) == BAR
        await coach.press("escape")
        assert coach.app.screen is beneath


async def test_keys_in_a_rush_wait_for_what_it_opens(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.rush("j", "j", ":", *"gi", "enter", "1", "1", "enter", ":", *"bottom", "enter")
        assert coach.message.startswith("Moreno, Luz")
        assert "Okafor, Dana      4   11" in coach.drawn()


async def test_what_is_typed_is_shown_as_text(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(":")
        await coach.paste("[/b]\x1b[2J\u202egnp 日本 [@click=app.quit]x[/]")
        await coach.press("enter")
        assert coach.row(22).startswith("There is no command '[/b]'; ")
        assert coach.row(23).startswith(":[/b] [2J gnp 日本 [@click=app.quit]x[/]")
        assert "\x1b" not in coach.drawn()
        await coach.press("ctrl+u")
        await coach.paste("x" * 10_000)
        assert coach.row(22) == "The field holds 1000 characters."
        await coach.press("enter")
        assert "There is no command 'xxx" in coach.drawn()
