"""Archiving a person from a list, at once; nothing is deleted, and u undoes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach_tui.text import short_name
from screens.review import ReviewScreen

if TYPE_CHECKING:
    from coach_tui.domain.coachee import Coachee

_WORDS = {
    "archived": "Archived {name}; {undo} undoes it.",
    "active": "Back in the list: {name}; {undo} undoes it.",
    "leave": "Back in the list, on leave as before: {name}; {undo} undoes it.",
}


def archive_person(screen: ReviewScreen[Any]) -> None:
    """Archive the person a screen stands on; one it shows as archived is brought back."""
    archiving, key = screen.host.desk.archiving, screen.current
    turn = archiving.bring_back if screen.shows_archived else archiving.archive
    screen.change(lambda: turn(key), lambda person: _archived_words(screen, person))


def _archived_words(screen: ReviewScreen[Any], person: Coachee) -> str:
    name = "somebody" if screen.host.hidden else short_name(person.name)
    told = _WORDS[person.status].format(name=name, undo=screen.key_of("app.undo"))
    if person.status == "archived" and screen.SCOPE == "caseload":
        told += f" {screen.key_of('caseload.filter')}archived lists them."
    return told
