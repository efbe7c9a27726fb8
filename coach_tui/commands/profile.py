"""Commands of a person's profile."""

from coach_tui.commands.command import Command
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO
from coach_tui.commands.person import PERSON

PROFILE = (
    Command(
        "profile.later",
        ("l", "right", "j", "down"),
        "session",
        "next session",
        "Chart",
        5,
        shown="h l",
    ),
    Command("profile.earlier", ("h", "left", "k", "up"), "earlier", "previous session", "Chart"),
    Command("profile.first", ("home",), "first", "first session; gg does the same", "Chart"),
    Command("profile.last", ("G", "end"), "last", "last session", "Chart"),
    Command("profile.view", ("v",), "table", "chart or table, the same facts", "Chart", 10),
    *PERSON,
    *GO,
    *ANYWHERE,
    *BACK,
)
"""One person: the growth chart and table."""
