"""Commands of the add and edit form."""

from coach_tui.commands.command import Command, writes
from coach_tui.commands.everywhere import ANYWHERE

PERSON_FORM = (
    Command("form.save", ("w",), "save", "save and close", "Save", 20, why_off=writes),
    Command(
        "form.keep", ("ctrl+s",), "save", "save and close", "Save", 30, typing=True, why_off=writes
    ),
    Command("form.type", ("enter",), "type here", "back to the field", "Move", 10),
    Command("form.discard", ("D",), "discard", "discard what was typed (asks)", "Save"),
    *ANYWHERE,
    Command("app.back", ("q", "escape"), "leave", "leave; the draft is kept", "Move", 99),
)
"""A person's details and launch."""
