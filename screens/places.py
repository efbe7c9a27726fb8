"""Row 1 of the places a coach goes to with `g`: their names, the one on screen in brackets."""

from __future__ import annotations

from typing import Any

from coach_tui.errors import CoachError
from coach_tui.widgets.spans import Line, line_width
from coach_tui.widgets.tabs import tabs
from screens.frame import Frame

SCOPES = ("caseload", "agenda", "progressions", "continuum")
"""The places in their order."""

_BESIDE = 21
"""Cells of row 1 that the state of saving takes; where the places do not fit beside it, only the
one on screen is named."""


def places_line(screen: Frame[Any], scope: str) -> Line:
    """The places: "[Caseload]  Agenda 3 "; the number is what is late or due today."""
    try:
        due = screen.host.desk.agenda.due_count()
    except CoachError:  # a file that does not open is told of where it is read
        due = 0
    agenda = f"Agenda {due}" if due else "Agenda"
    names = ["Caseload", agenda, "Progressions", "My continuum"]
    at = SCOPES.index(scope)
    shown = tabs(names, at)
    fits = line_width(shown) <= screen.size.width - _BESIDE
    return shown if fits else tabs(names[at : at + 1], 0)
