"""Commands of the prep sheet."""

from dataclasses import replace

from coach_tui.commands.command import Command
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO, MOVE, REVIEW
from coach_tui.commands.person import PERSON

_HIDE = "says where names are hidden"  # it shows one person by name, as a profile

PREP: tuple[Command, ...] = (
    *(command for command in PERSON if command.id != "person.prep"),  # it is open
    Command("prep.next_person", ("J",), "person", "next person", "Move", 50, shown="J K"),
    Command("prep.previous_person", ("K",), "person", "person before", "Move"),
    *(replace(found, help=_HIDE) if found.id == "app.hide" else found for found in REVIEW),
    *MOVE,
    *GO,
    *ANYWHERE,
    *BACK,
)
"""One person on one screen: whatever can be done with them, and reading on."""
