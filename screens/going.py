"""Going to a place: each screen on the way is left in its own way, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.app import App
from textual.screen import Screen

from screens.coach_screen import CoachScreen
from screens.reading import ReadingScreen


@dataclass(frozen=True, slots=True)
class Place:
    """A place a coach goes to with `g` and a letter.

    Attributes:
        scope: the scope of its screen.
        words: what the go strip calls it.
        make: makes its screen, given the id of the person under the cursor, empty for nobody; None
            for the caseload, which lies under everything and is never made anew.
    """

    scope: str
    words: str
    make: Callable[[str], Screen[Any]] | None = None


def _agenda(_current: str) -> Screen[Any]:
    from screens.agenda.screen import AgendaScreen

    return AgendaScreen()


def _walks(_current: str) -> Screen[Any]:
    from screens.walk.screen import WalksScreen

    return WalksScreen()


def _continuum(_current: str) -> Screen[Any]:
    from screens.continuum.screen import ContinuumScreen

    return ContinuumScreen()


def _progressions(current: str) -> Screen[Any]:
    from screens.progressions.screen import ProgressionsScreen

    return ProgressionsScreen(current)


def _standards(_current: str) -> Screen[Any]:
    from screens.standards.screen import StandardsScreen

    return StandardsScreen()


PLACES: dict[str, Place] = {
    "c": Place("caseload", "caseload"),
    "a": Place("agenda", "agenda", _agenda),
    "p": Place("progressions", "progressions", _progressions),
    "m": Place("continuum", "continuum", _continuum),
    "t": Place("standards", "standards", _standards),
    "w": Place("walks", "walks", _walks),
}
"""The places by their letter, in the order of the go strip."""


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
