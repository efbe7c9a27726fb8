"""Commands of the prep sheet."""

from coach_tui.commands.command import Command
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO, MOVE, REVIEW
from coach_tui.commands.person import PERSON

_NOT_HERE = ("person.prep", "app.hide")  # it is open; it shows one person by name, as a profile

PREP: tuple[Command, ...] = (
    *(command for command in (*PERSON, *REVIEW) if command.id not in _NOT_HERE),
    *MOVE,
    *GO,
    *ANYWHERE,
    *BACK,
)
"""One person on one screen: whatever can be done with them, and reading on."""
