"""Keys of the coach's own: they act, the usual ones do not, and all that names keys names them."""

import pytest

from coach_tui.app import AppOptions
from coach_tui.commands.keymap import read_keymap
from coach_tui.domain.draft import Draft
from coach_tui.services.desk import Desk
from screens.caseload.screen import CaseloadScreen
from screens.contact import ContactScreen
from screens.cycle.screen import CycleScreen
from screens.dialogs.command_line import CommandLine
from screens.dialogs.gi_box import GiBox
from screens.help import HelpScreen
from screens.note.screen import NoteScreen
from screens.person import PersonFormScreen
from screens.profile.screen import ProfileScreen
from screens.welcome import WelcomeScreen
from tests.screens.kit import Files, opened

OWN = AppOptions(
    keys=read_keymap(
        {
            "person.gi": ["I", "ctrl+x"],
            "person.note": "i",
            "person.contact": "F8",
            "app.back": "X",
            "go.menu": "F7",
            "form.save": "F9",
            "form.keep": "ctrl+o",
        }
    )
)


async def test_own_keys_act_and_the_usual_ones_do_not(demo: Desk) -> None:
    assert OWN.keys.problems == ()
    async with opened(demo, options=OWN) as coach:
        await coach.press("n")
        coach.screen(CaseloadScreen)
        for key in ("I", "ctrl+x"):
            await coach.press(key)
            coach.screen(GiBox)
            await coach.press("escape")
        await coach.press("i")  # a key that another command had
        coach.screen(NoteScreen)
        await coach.press("escape", "q")
        coach.screen(NoteScreen)
        await coach.press("X", "f8")
        coach.screen(ContactScreen)
        await coach.press("escape", "escape", "j", "f7", "g", "enter")
        assert coach.screen(ProfileScreen).profile.coachee.family == "Abara"
        await coach.press("escape")
        coach.screen(CaseloadScreen)


async def test_a_form_is_saved_by_own_keys(filled: Files) -> None:
    async with opened(filled.desk(), options=OWN) as coach:
        await coach.press("e", "escape", "w")
        coach.screen(PersonFormScreen)
        await coach.press("f9")
        coach.screen(CaseloadScreen)
        await coach.press("e", "ctrl+o")
        assert coach.message.startswith("Abara, Chi: saved.")


async def test_bar_help_and_command_line_show_the_keys_in_force(demo: Desk) -> None:
    async with opened(demo, options=OWN) as coach:
        assert " i note  I GI " in coach.rows()[-1]
        await coach.press("?")
        coach.screen(HelpScreen)
        words = coach.words()
        assert "I ^x GI total of a session" in words
        assert "top; F7g does the same" in words
        assert coach.row(24).endswith("X close")
        await coach.press("X", ":", *"gi")
        assert coach.row(22).split() == ["gi", "GI", "total", "of", "a", "session", "I", "^x"]
        await coach.press("escape", "ctrl+c")
        assert coach.message.startswith("Q leaves the app, X goes back; nothing is lost.")


async def test_what_is_wrong_with_the_keys_is_told_at_the_start(demo: Desk) -> None:
    wrong = AppOptions(keys=read_keymap({"person.gi": "n", "person.go": "x"}))
    async with opened(demo, (60, 18), wrong) as coach:
        assert coach.message.split("  ")[0] == "config.toml: 2 key problems; see coach-tui config."
        await coach.press("i")
        coach.screen(GiBox)


@pytest.mark.parametrize("keys", [("e",), ("c",), ("n",), ("enter",), ("?",), ()])
async def test_ctrl_p_opens_the_command_line_and_esc_goes_back_to_the_field(
    demo: Desk, keys: tuple[str, ...]
) -> None:
    async with opened(demo) as coach:
        await coach.press(*keys)
        beneath, typing = coach.app.screen, coach.rows()[-1].startswith("  TYPING")
        await coach.press("ctrl+p")
        coach.screen(CommandLine)
        await coach.press("escape")
        assert coach.app.screen is beneath
        assert coach.rows()[-1].startswith("  TYPING") is typing


async def test_by_its_name_a_command_acts_from_within_a_field(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("c", "ctrl+p", *"goal", "enter")
        assert coach.screen(CycleScreen).form is not None
        assert "► 3 Goal" in coach.drawn()
        await coach.press("ctrl+p", *"back", "tab", "enter")
        coach.screen(CaseloadScreen)


async def test_an_empty_caseload_names_the_keys_in_force(files: Files) -> None:
    own = AppOptions(keys=read_keymap({"caseload.add": "F9", "person.gi": "I"}))
    desk = files.desk()
    desk.drafts.write(Draft("coachee-new", "coachee", "", files.clock.now(), closed=True))
    async with opened(desk, options=own) as coach:
        assert coach.message.startswith("Nobody in the caseload yet; F9 adds the first teacher.")
        assert "F9  add a teacher" in coach.drawn()
        assert "I  record a GI total" in coach.drawn()


async def test_the_welcome_page_names_the_keys_in_force(files: Files) -> None:
    own = AppOptions(keys=read_keymap({"app.help": "f1", "app.back": "ctrl+b"}))
    async with opened(files.desk(), options=own) as coach:
        coach.screen(WelcomeScreen)
        assert "F1   keys and words of the screen you are on" in coach.drawn()
        assert "^b   back; nothing is lost" in coach.drawn()
