"""Going to a place: each screen on the way is left in its own way, so that nothing is lost."""

from __future__ import annotations

from typing import Any

from textual.app import App

from screens.coach_screen import CoachScreen
from screens.places import PLACES
from screens.reading import ReadingScreen


def strip_parts() -> tuple[str, ...]:
    """What the go strip offers: "g top", "c caseload" and so on."""
    places = (f"{letter} {place.words}" for letter, place in PLACES.items())
    return ("g top", *places, "s search")


def go_to(screen: CoachScreen[Any], letter: str) -> None:
    """Go to a place, leaving each screen that is above the caseload."""
    place = PLACES[letter]
    if place.scope == screen.SCOPE:
        are = "These are" if place.words.endswith("s") else "This is"
        screen.say(f"{are} the {place.words.removeprefix('my ')}.")
        return
    current = getattr(screen, "current", "")
    _go_on(screen.app, letter, current if isinstance(current, str) else "")


def _go_on(app: App[object], letter: str, current: str) -> None:
    """Open the place on the caseload, or leave one more screen and look again."""
    place = PLACES[letter]
    top, depth = app.screen, len(app.screen_stack)
    if not isinstance(top, CoachScreen) or place.scope == top.SCOPE:
        return
    if depth == 1:
        if place.make is not None and isinstance(top, ReadingScreen):
            app.push_screen(place.make(current), top.closed_with_words)
        return
    top.leave_for_a_place()
    app.call_later(_look_again, app, letter, current, depth)


def _look_again(app: App[object], letter: str, current: str, depth: int) -> None:
    """Go on, unless the screen did not let itself be left; it has said why."""
    if len(app.screen_stack) < depth:
        _go_on(app, letter, current)
