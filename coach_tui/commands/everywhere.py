"""Commands of every screen."""

from coach_tui.commands.command import Command, writes

MOVE = (
    Command("move.down", ("j", "down"), "down", "down", "Move"),
    Command("move.up", ("k", "up"), "up", "up", "Move"),
    Command("move.top", ("home",), "top", "top; gg does the same", "Move"),
    Command("move.bottom", ("G", "end"), "bottom", "bottom", "Move"),
    Command("move.page_down", ("space", "pagedown"), "page", "page down", "Move"),
    Command("move.page_up", ("b", "pageup"), "page up", "page up", "Move"),
)
"""Moving in a list or a long page."""

GO = (
    Command(
        "go.menu",
        ("g",),
        "go",
        "go to a place; the strip names the letters",
        "Anywhere",
        called="go",
    ),
)
"""The go strip: a letter after it names the place."""

REVIEW = (
    Command("app.search", ("s",), "search", "search everything written", "Find", 60),
    Command("app.undo", ("u",), "undo", "undo the last saved change", "Anywhere", why_off=writes),
    Command("app.redo", ("U",), "redo", "make it again", "Anywhere", why_off=writes),
    Command("go.walks", (), "walks", "progression walks", "Anywhere", called="walk"),
    Command("app.hide", ("H",), "hide", "hide names and bands, or show them", "Anywhere"),
)
"""Search, undo and redo of what was saved, hiding: where a caseload is reviewed."""

SOURCES = Command(
    "app.sources", (), "sources", "the documents behind the app, and by what right", "Anywhere"
)
"""Whose the frameworks are."""

LEAVING = (
    Command("app.commands", ("colon",), "commands", "run a command by its name", "Anywhere"),
    Command(
        "app.palette",
        ("ctrl+p",),
        "commands",
        "run a command by its name, in a field too",
        "Anywhere",
        typing=True,
    ),
    Command("app.quit", ("Q", "ctrl+q"), "quit", "quit, drafts kept", "Anywhere"),
    Command(
        "app.redraw",
        ("ctrl+l",),
        "redraw",
        "draw the screen again",
        "Anywhere",
        typing=True,
        fixed=True,
    ),
)
"""The command line, quitting, redrawing."""

ANYWHERE = (
    Command(
        "app.help", ("question_mark",), "help", "keys and words of this screen", "Anywhere", 98
    ),
    SOURCES,
    *LEAVING,
)
"""Help, the sources, the command line, quitting, redrawing."""

BACK = (Command("app.back", ("q", "escape"), "back", "back; nothing is lost", "Move", 99),)
"""Leaving a screen."""
