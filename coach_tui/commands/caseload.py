"""Commands of the caseload."""

from dataclasses import replace

from coach_tui.commands.command import Command, writes
from coach_tui.commands.everywhere import ANYWHERE, GO, MOVE, REVIEW
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
    Command("caseload.filter", ("slash",), "filter", "filter this list as you type", "Find", 36),
    Command(
        "caseload.quick",
        ("f",),
        "show",
        "all, late, today, overdue, quiet, draft, leave, archived",
        "Find",
    ),
    Command("caseload.order", ("o",), "order", "change the order", "Find"),
    *MOVE,
    *(replace(found, bar=37) for found in GO),
    *REVIEW,
    *ANYWHERE,
    Command("app.leave", ("q", "escape"), "quit", "quit; drafts are kept", "Anywhere", 99),
)
"""The list of people, the home screen."""
