"""The places a coach goes to with `g`, and row 1 of them: the one on screen in brackets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.screen import Screen

from coach_tui.errors import CoachError
from coach_tui.widgets.spans import Line, line_width
from coach_tui.widgets.tabs import tabs
from screens.frame import Frame


@dataclass(frozen=True, slots=True)
class Place:
    """A place a coach goes to with `g` and a letter.

    Attributes:
        scope: the scope of its screen.
        words: what the go strip calls it.
        tab: what row 1 calls it; empty for one that stands in no row.
        make: makes its screen, given the id of the person under the cursor, empty for nobody; None
            for the caseload, which lies under everything and is never made anew.
    """

    scope: str
    words: str
    tab: str = ""
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
    "c": Place("caseload", "caseload", "Caseload"),
    "a": Place("agenda", "agenda", "Agenda", make=_agenda),
    "p": Place("progressions", "progressions", "Progressions", make=_progressions),
    "m": Place("continuum", "continuum", "My continuum", make=_continuum),
    "t": Place("standards", "standards", make=_standards),
    "w": Place("walks", "walks", make=_walks),
}
"""The places by their letter, in the order of the go strip."""

_BESIDE = 21
"""Cells of row 1 that the state of saving takes; where the places do not fit beside it, only the
one on screen is named."""


def places_line(screen: Frame[Any], scope: str) -> Line:
    """The places: "[Caseload]  Agenda 3 "; the number is what is late or due today."""
    try:
        due = screen.host.desk.agenda.due_count()
    except CoachError:  # a file that does not open is told of where it is read
        due = 0
    named = [place for place in PLACES.values() if place.tab]
    counts = {"agenda": f" {due}" if due else ""}
    names = [f"{place.tab}{counts.get(place.scope, '')}" for place in named]
    at = [place.scope for place in named].index(scope)
    shown = tabs(names, at)
    fits = line_width(shown) <= screen.size.width - _BESIDE
    return shown if fits else tabs(names[at : at + 1], 0)
