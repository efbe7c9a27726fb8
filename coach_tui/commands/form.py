"""Commands of a form that is saved whole: a person's details, a contact."""

from coach_tui.commands.command import Command, writes
from coach_tui.commands.everywhere import ANYWHERE

FORM = (
    Command("form.save", ("w",), "save", "save and close", "Save", 20, why_off=writes),
    Command(
        "form.keep", ("ctrl+s",), "save", "save and close", "Save", 30, typing=True, why_off=writes
    ),
    Command("form.type", ("enter",), "type here", "back to the field", "Move", 10),
    Command("form.discard", ("D",), "discard", "discard what was typed (asks)", "Save"),
    *ANYWHERE,
    Command("app.back", ("q", "escape"), "leave", "leave; the draft is kept", "Move", 99),
)
"""Save, type on, discard, leave."""

LAUNCH_FORM = (
    *FORM[:4],
    Command("launch.earlier", ("p",), "earlier", "launches of earlier years", "Launch", 40),
    *FORM[4:],
)
"""The launch: a form, and earlier ones to read."""
