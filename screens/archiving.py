"""Archiving a person from a list, at once; nothing is deleted, and u undoes it."""

from __future__ import annotations

from typing import Any

from coach_tui.errors import CoachError
from coach_tui.text import short_name
from screens.person_actions import PersonScreen

_WORDS = {
    "archived": "Archived {name}; u undoes it, /archived lists them.",
    "active": "{name} is back in the list.",
}


def archive_person(screen: PersonScreen[Any]) -> None:
    """Archive the person a screen stands on, or take them back out."""
    screen.run_worker(_archive(screen, screen.current), group="saves")


async def _archive(screen: PersonScreen[Any], coachee_id: str) -> None:
    host, archive = screen.host, screen.host.desk.archiving
    try:
        person = await host.save(lambda: archive.turn(coachee_id, "archived"))
    except CoachError as fault:
        screen.say(f"Not saved. {fault}")
        return
    screen.reload()
    name = "The person" if host.hidden else short_name(person.name)
    screen.say(_WORDS[person.status].format(name=name))
