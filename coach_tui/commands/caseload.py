"""Commands of the caseload."""

from coach_tui.commands.command import Command, writes
from coach_tui.commands.everywhere import ANYWHERE, GO, MOVE
from coach_tui.commands.person import OPEN, PERSON

CASELOAD = (
    *OPEN,
    *PERSON,
    Command("caseload.add", ("a",), "add", "add a person", "This list", 50, why_off=writes),
    Command(
        "caseload.discard",
        ("D",),
        "discard draft",
        "discard the draft found at the start",
        "This list",
        why_off=writes,
    ),
    *MOVE,
    *GO,
    *ANYWHERE,
    Command("app.leave", ("q", "escape"), "quit", "quit; drafts are kept", "Anywhere", 99),
)
"""The list of people, the home screen."""
