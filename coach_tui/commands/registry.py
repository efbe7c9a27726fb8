"""All commands by scope; a scope is a screen."""

from __future__ import annotations

from collections.abc import Mapping

from coach_tui.commands.agenda import AGENDA
from coach_tui.commands.caseload import CASELOAD
from coach_tui.commands.command import Command, Situation
from coach_tui.commands.command_line import COMMAND_LINE
from coach_tui.commands.continuum import BEHIND, CONTINUUM, TICKS
from coach_tui.commands.copy_page import COPY_PAGE
from coach_tui.commands.cycle import CYCLE, STOP, TYPING
from coach_tui.commands.form import FORM, LAUNCH_FORM
from coach_tui.commands.gi_box import GI_BOX
from coach_tui.commands.gi_list import GI_LIST
from coach_tui.commands.lines import LINES
from coach_tui.commands.list_filter import FILTER
from coach_tui.commands.new_year import NEW_YEAR
from coach_tui.commands.note import NOTE
from coach_tui.commands.pages import ASSESS, CONFIRM, HELP, PAGE, SOURCE_PAGE, WELCOME
from coach_tui.commands.prep import PREP
from coach_tui.commands.profile import PROFILE
from coach_tui.commands.progressions import MODELS, PROGRESSIONS
from coach_tui.commands.search import SEARCH
from coach_tui.commands.standards import FILED, GROWTH_LOG, STANDARDS, TAGS
from coach_tui.commands.walk import ROOMS, WALK, WALKS

Scopes = Mapping[str, tuple[Command, ...]]
"""The commands of each scope, with the keys that are in force."""

SCOPES: dict[str, tuple[Command, ...]] = {
    "caseload": CASELOAD,
    "profile": PROFILE,
    "gi_box": GI_BOX,
    "gi_list": GI_LIST,
    "cycle": CYCLE,
    "note": NOTE,
    "lines": LINES,
    "person_form": FORM,
    "contact": FORM,
    "launch": LAUNCH_FORM,
    "visit": FORM,
    "todo": FORM,
    "output": FORM,
    "prep": PREP,
    "correction": FORM,
    "line": COMMAND_LINE,
    "search": SEARCH,
    "agenda": AGENDA,
    "continuum": CONTINUUM,
    "ticks": TICKS,
    "behind": BEHIND,
    "own_note": FORM,
    "progressions": PROGRESSIONS,
    "models": MODELS,
    "evidence": FORM,
    "standards": STANDARDS,
    "filed": FILED,
    "growth_log": GROWTH_LOG,
    "growth_entry": FORM,
    "standard_words": FORM,
    "tags": TAGS,
    "walks": WALKS,
    "walk": WALK,
    "walk_form": FORM,
    "rooms": ROOMS,
    "debrief": FORM,
    "filter": FILTER,
    "new_year": NEW_YEAR,
    "copy": COPY_PAGE,
    "welcome": WELCOME,
    "help": HELP,
    "sources": SOURCE_PAGE,
    "page": PAGE,
    "assess": ASSESS,
    "confirm": CONFIRM,
    "typing": TYPING,
}
"""Every command a screen answers, and `typing`, what the fields answer."""

TYPED_IN = ("filter", "gi_box", "line", "search")
"""Scopes of boxes in which a field is typed in all the time; they name its keys themselves."""


ONE_FIELD = ("note", "rooms")
"""Screens where one field is typed in: the key bar says nothing of going to others."""


def command(scope: str, key: str) -> Command:
    """A command of a scope, or of every screen with fields, by its id.

    Raises:
        KeyError: the scope has no such command.
    """
    for found in (*SCOPES[scope], *SCOPES["typing"]):
        if found.id == key:
            return found
    raise KeyError(key)


def has_fields(scope: str) -> bool:
    """Whether a screen has fields to go between with Tab, beside letters that act."""
    commands = SCOPES[scope]
    typed = any(found.typing and not found.id.startswith("app.") for found in commands)
    own_tab = any("tab" in found.keys for found in commands)
    return typed and not own_tab and scope not in (*TYPED_IN, "assess", "typing")


def bar_hints(scope: str, now: Situation, scopes: Scopes = SCOPES) -> tuple[tuple[str, str], ...]:
    """Key and words of what the key bar shows, in its order; commands that are off are left out.

    Args:
        scope: whose bar.
        now: what commands look at to tell whether they can act.
        scopes: all commands with the keys in force.
    """
    shown = scopes[scope]
    if now.typing:
        shown = tuple(found for found in shown if found.typing)
        if scope not in TYPED_IN:
            between = () if scope in ONE_FIELD else scopes["typing"]
            shown = (*between, *shown, *STOP)
    else:
        shown = tuple(found for found in shown if not found.typing)
    picked = sorted((c for c in shown if c.bar and not c.why_off(now)), key=lambda c: c.bar)
    return tuple((c.shown_key, c.words) for c in picked)
