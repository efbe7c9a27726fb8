"""Archiving a person from a list, at once; nothing is deleted, and u undoes it."""

from __future__ import annotations

from typing import Any

from coach_tui.errors import CoachError
from coach_tui.text import short_name
from screens.review import ReviewScreen

_WORDS = {
    "archived": "Archived {name}; {undo} undoes it.",
    "active": "Back in the list: {name}; {undo} undoes it.",
    "leave": "Back in the list, on leave as before: {name}; {undo} undoes it.",
}


def archive_person(screen: ReviewScreen[Any]) -> None:
    """Archive the person a screen stands on; one it shows as archived is brought back."""
    work = _archive(screen, screen.current, back=screen.shows_archived)
    screen.run_worker(work, group="saves")


async def _archive(screen: ReviewScreen[Any], coachee_id: str, *, back: bool) -> None:
    host, archiving = screen.host, screen.host.desk.archiving
    turn = archiving.bring_back if back else archiving.archive
    try:
        person = await host.save(lambda: turn(coachee_id))
    except CoachError as fault:
        screen.reload()  # it may have been changed elsewhere
        screen.say(f"Not saved. {fault}")
        return
    screen.reload()
    name = "somebody" if host.hidden else short_name(person.name)
    told = _WORDS[person.status].format(name=name, undo=screen.key_of("app.undo"))
    if person.status == "archived" and screen.SCOPE == "caseload":
        told += f" {screen.key_of('caseload.filter')}archived lists them."
    screen.say(told)
