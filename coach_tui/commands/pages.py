"""Commands of pages that are read: welcome, help, the notes panel, questions."""

from dataclasses import replace

from coach_tui.commands.command import Command
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO, LEAVING, MOVE, SOURCES

WELCOME = (
    Command("welcome.demo", ("d",), "demo", "look around with made-up people", "Start", 10),
    Command("welcome.blank", ("b",), "blank", "start with an empty caseload", "Start", 20),
    Command("welcome.ascii", ("a",), "plain letters", "ASCII letters or not", "Start", 30),
    *ANYWHERE,
    Command("app.leave", ("q", "escape"), "quit", "quit", "Anywhere", 99),
)
"""The first screen of an empty caseload."""

HELP = (
    Command("help.next", ("tab", "right", "l"), "next page", "next page", "Help", 10),
    Command("help.previous", ("shift+tab", "left", "h"), "page before", "page before", "Help"),
    replace(SOURCES, keys=("S",), group="Help", bar=20),
    *MOVE,
    *GO,
    *LEAVING,
    Command("app.back", ("q", "escape", "question_mark"), "close", "close help", "Help", 99),
)
"""The help pages."""

SOURCE_PAGE = (*MOVE, *GO, *(one for one in ANYWHERE if one != SOURCES), *BACK)
"""The sources; they are open."""

PAGE = (*MOVE, *GO, *ANYWHERE, *BACK)
"""A page that scrolls."""

ASSESS = (
    Command(
        "assess.save",
        ("escape", "ctrl+s"),
        "keep and close",
        "keep and close",
        "Help",
        99,
        typing=True,
    ),
)
"""The self-assessment panel; leaving it keeps what was picked."""

CONFIRM = (
    Command("confirm.yes", ("y",), "yes", "yes", "Question", 10),
    Command(
        "confirm.no",
        ("n", "enter", "escape", "q"),
        "no",
        "no; Enter is no",
        "Question",
        99,
        fixed=True,
    ),
)
"""A question in row 23: y or n, Enter is no."""
