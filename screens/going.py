"""Going to a place: each screen on the way is left in its own way, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.screen import Screen

from screens.coach_screen import CoachScreen
from screens.person_actions import PersonScreen

Opened = Callable[[], Screen[Any]]


def _agenda() -> Screen[Any]:
    from screens.agenda.screen import AgendaScreen

    return AgendaScreen()


PLACES: dict[str, tuple[str, str, Opened | None]] = {
    "c": ("caseload", "This is the caseload.", None),
    "a": ("agenda", "This is the agenda.", _agenda),
}
"""Scope of a place by its letter, what is said where one is there already, and what makes it.

The caseload lies under everything and is never made anew.
"""


def go_to(screen: CoachScreen[Any], letter: str) -> None:
    """Go to a place, leaving each screen that is above it."""
    scope, here, _ = PLACES[letter]
    if scope == screen.SCOPE:
        screen.say(here)
        return
    _go_on(screen.app, letter)


def _go_on(app: App[object], letter: str) -> None:
    """Open the place on the caseload, or leave one more screen and look again."""
    scope, _, make = PLACES[letter]
    top, depth = app.screen, len(app.screen_stack)
    if not isinstance(top, CoachScreen) or scope == top.SCOPE:
        return
    if depth == 1:
        if make is not None and isinstance(top, PersonScreen):
            app.push_screen(make(), top.closed_with_words)
        return
    top.leave_for_a_place()
    app.call_later(_look_again, app, letter, depth)


def _look_again(app: App[object], letter: str, depth: int) -> None:
    """Go on, unless the screen did not let itself be left; it has said why."""
    if len(app.screen_stack) < depth:
        _go_on(app, letter)
