"""All commands by scope; a scope is a screen."""

from __future__ import annotations

from coach_tui.commands.caseload import CASELOAD
from coach_tui.commands.command import Command, Situation
from coach_tui.commands.command_line import COMMAND_LINE
from coach_tui.commands.cycle import CYCLE, STOP, TYPING
from coach_tui.commands.form import FORM
from coach_tui.commands.gi_box import GI_BOX
from coach_tui.commands.lines import LINES
from coach_tui.commands.note import NOTE
from coach_tui.commands.pages import ASSESS, CONFIRM, HELP, PAGE, WELCOME
from coach_tui.commands.profile import PROFILE

SCOPES: dict[str, tuple[Command, ...]] = {
    "caseload": CASELOAD,
    "profile": PROFILE,
    "gi_box": GI_BOX,
    "cycle": CYCLE,
    "note": NOTE,
    "lines": LINES,
    "person_form": FORM,
    "contact": FORM,
    "line": COMMAND_LINE,
    "welcome": WELCOME,
    "help": HELP,
    "page": PAGE,
    "assess": ASSESS,
    "confirm": CONFIRM,
    "typing": TYPING,
}
"""Every command a screen answers, and `typing`, what the fields answer."""

TYPED_IN = ("gi_box", "line")
"""Scopes of boxes in which a field is typed in all the time; they name its keys themselves."""


ONE_FIELD = ("note",)
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


def bar_hints(scope: str, now: Situation) -> tuple[tuple[str, str], ...]:
    """Key and words of what the key bar shows, in its order; commands that are off are left out."""
    shown = SCOPES[scope]
    if now.typing:
        shown = tuple(found for found in shown if found.typing)
        if scope not in TYPED_IN:
            between = () if scope in ONE_FIELD else SCOPES["typing"]
            shown = (*between, *shown, *STOP)
    else:
        shown = tuple(found for found in shown if not found.typing)
    picked = sorted((c for c in shown if c.bar and not c.why_off(now)), key=lambda c: c.bar)
    return tuple((c.shown_key, c.words) for c in picked)
