"""Every command is answered by its screen, and no key of a screen means two things."""

import re
from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import SCOPES, TYPED_IN, bar_hints
from screens.agenda.screen import AgendaScreen
from screens.caseload.screen import CaseloadScreen
from screens.contact import ContactScreen
from screens.continuum.behind_box import BehindBox
from screens.continuum.note import OwnNoteScreen
from screens.continuum.screen import ContinuumScreen
from screens.continuum.tick_box import TickBox
from screens.copying import CopyScreen
from screens.correction.screen import CorrectionScreen
from screens.cycle.assess import SelfAssessmentBox
from screens.cycle.line_box import LineBox
from screens.cycle.prior import PriorScreen
from screens.cycle.screen import CycleScreen
from screens.dialogs.command_line import CommandLine
from screens.dialogs.confirm import Confirm
from screens.dialogs.gi_box import GiBox
from screens.dialogs.gi_list import GiListBox
from screens.filter_field import FilterField
from screens.help import HelpScreen
from screens.launch.screen import LaunchScreen
from screens.new_year import NewYearBox
from screens.note.screen import NoteScreen
from screens.output import OutputScreen
from screens.person import PersonFormScreen
from screens.prep.screen import PrepScreen
from screens.profile.screen import ProfileScreen
from screens.progressions.evidence import EvidenceScreen
from screens.progressions.model_box import ModelBox
from screens.progressions.screen import ProgressionsScreen
from screens.search.screen import SearchScreen
from screens.sources import SourcesScreen
from screens.standards.entry import EntryScreen
from screens.standards.filed import FiledScreen
from screens.standards.log import LogScreen
from screens.standards.screen import StandardsScreen
from screens.standards.tag_box import TagBox
from screens.standards.words import StandardWordsScreen
from screens.todo import TodoScreen
from screens.visit import VisitScreen
from screens.walk.debrief import DebriefScreen
from screens.walk.page import WalkPage
from screens.walk.rooms import RoomsScreen
from screens.walk.screen import WalksScreen
from screens.walk.start import WalkStartScreen
from screens.welcome import WelcomeScreen

SCREENS: dict[str, type[Screen[Any]]] = {
    "caseload": CaseloadScreen,
    "profile": ProfileScreen,
    "cycle": CycleScreen,
    "person_form": PersonFormScreen,
    "contact": ContactScreen,
    "correction": CorrectionScreen,
    "note": NoteScreen,
    "line": CommandLine,
    "welcome": WelcomeScreen,
    "help": HelpScreen,
    "page": PriorScreen,
    "gi_box": GiBox,
    "gi_list": GiListBox,
    "agenda": AgendaScreen,
    "continuum": ContinuumScreen,
    "own_note": OwnNoteScreen,
    "progressions": ProgressionsScreen,
    "evidence": EvidenceScreen,
    "copy": CopyScreen,
    "sources": SourcesScreen,
    "prep": PrepScreen,
    "search": SearchScreen,
    "todo": TodoScreen,
    "launch": LaunchScreen,
    "output": OutputScreen,
    "visit": VisitScreen,
    "walks": WalksScreen,
    "walk": WalkPage,
    "walk_form": WalkStartScreen,
    "rooms": RoomsScreen,
    "debrief": DebriefScreen,
    "new_year": NewYearBox,
    "standards": StandardsScreen,
    "filed": FiledScreen,
    "growth_log": LogScreen,
    "growth_entry": EntryScreen,
    "standard_words": StandardWordsScreen,
}
"""The screen of each scope whose commands are methods."""

ANSWERED_WHOLE: dict[str, type[Screen[Any] | Widget]] = {
    "confirm": Confirm,
    "assess": SelfAssessmentBox,
    "lines": LineBox,
    "ticks": TickBox,
    "behind": BehindBox,
    "models": ModelBox,
    "tags": TagBox,
    "filter": FilterField,
}
"""Scopes that one method answers."""

OF_FIELDS = {"typing"}
"""Scopes that the fields answer; the key bar shows them."""

# Ctrl with these arrives as another key; Alt is what a fast Esc looks like; a multiplexer eats
# ctrl+a and ctrl+b; a browser's terminal eats ctrl+n, ctrl+t and ctrl+w.
_NEVER = re.compile(r"ctrl\+[abhijmntwz]|alt\+.*|f\d+|ctrl\+(home|end)|tilde")


def test_every_scope_has_a_screen() -> None:
    assert set(SCOPES) == {*SCREENS, *ANSWERED_WHOLE, *OF_FIELDS}


@pytest.mark.parametrize("scope", SCREENS)
def test_every_command_is_answered(scope: str) -> None:
    answered = {name for name in dir(SCREENS[scope]) if name.startswith("do_")}
    assert {command.method for command in SCOPES[scope]} <= answered


@pytest.mark.parametrize("scope", [*SCREENS, *ANSWERED_WHOLE])
def test_every_command_is_bound(scope: str) -> None:
    screen = {**SCREENS, **ANSWERED_WHOLE}[scope]
    made = [binding for binding in screen.BINDINGS if isinstance(binding, Binding)]
    bound = {(binding.key, binding.action) for binding in made}
    ids = [binding.id for binding in made if binding.id]
    for command in SCOPES[scope]:
        assert command.id in ids or not command.keys  # else `:` and its name
        for key in command.keys:
            assert (key, f"command('{command.id}')") in bound
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("scope", SCOPES)
def test_ids_and_keys_are_unique_in_a_scope(scope: str) -> None:
    ids = [command.id for command in SCOPES[scope]]
    keys = [key for command in SCOPES[scope] for key in command.keys]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("scope", SCOPES)
def test_every_key_can_be_sent(scope: str) -> None:
    keys = [key for command in SCOPES[scope] for key in command.keys]
    assert [key for key in keys if _NEVER.fullmatch(key)] == []
    assert [key for key in keys if key in ("home", "end") and _alone(scope, key)] == []


def _alone(scope: str, key: str) -> bool:
    """Whether a key is the only way; some terminals do not send Home and End, gg and G do."""
    (command,) = [command for command in SCOPES[scope] if key in command.keys]
    return len(command.keys) == 1 and "gg" not in command.help


@pytest.mark.parametrize("scope", SCOPES)
def test_where_help_names_gg_g_is_bound(scope: str) -> None:
    named = any("gg does the same" in command.help for command in SCOPES[scope])
    assert not named or any("g" in command.keys for command in SCOPES[scope])


@pytest.mark.parametrize("scope", SCOPES)
def test_words_are_there_and_short(scope: str) -> None:
    for command in SCOPES[scope]:
        assert command.help
        assert command.group
        assert 0 < len(command.words) <= 20


@pytest.mark.parametrize("scope", [*SCREENS, "confirm"])
def test_a_screen_always_shows_the_way_out(scope: str) -> None:
    for readonly in (False, True):
        now = Situation(person=True, readonly=readonly, typing=scope in TYPED_IN)
        shown = bar_hints(scope, now)
        assert shown[-1][0] in {"q", "Esc", "n"}


def test_ctrl_keys_have_a_plain_twin() -> None:
    """Each Ctrl key but those of a field repeats a key that needs no Ctrl, or the key bar."""
    allowed = {
        "cycle.keep",
        "cycle.insert",
        "gi_box.list",
        "form.keep",
        "note.keep",
        "note.stamp",
        "app.redraw",
    }
    allowed |= {"app.palette", "rooms.enter"}  # the same as `:`, and as Enter
    for scope, commands in SCOPES.items():
        for command in commands:
            plain = [key for key in command.keys if not key.startswith("ctrl+")]
            assert plain or not command.keys or command.id in allowed or scope in OF_FIELDS
