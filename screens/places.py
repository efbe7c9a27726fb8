"""Row 1 of the places a coach goes to with `g`: their names, the one on screen in brackets."""

from __future__ import annotations

from typing import Any

from coach_tui.errors import CoachError
from coach_tui.widgets.spans import Line
from coach_tui.widgets.tabs import tabs
from screens.frame import Frame

SCOPES = ("caseload", "agenda", "continuum")
"""The places in their order."""


def places_line(screen: Frame[Any], scope: str) -> Line:
    """The places: "[Caseload]  Agenda 3 "; the number is what is late or due today."""
    try:
        due = screen.host.desk.agenda.due_count()
    except CoachError:  # a file that does not open is told of where it is read
        due = 0
    names = ["Caseload", f"Agenda {due}" if due else "Agenda", "My continuum"]
    return tabs(names, SCOPES.index(scope))
