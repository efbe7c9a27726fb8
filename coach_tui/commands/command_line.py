"""Commands of the command line; a name is being typed in it all the time."""

from coach_tui.commands.command import Command

COMMAND_LINE = (
    Command(
        "line.run",
        ("enter",),
        "run",
        "run the command",
        "Command line",
        10,
        typing=True,
        fixed=True,
    ),
    Command(
        "line.down",
        ("down",),
        "pick",
        "the next command of the list",
        "Command line",
        20,
        typing=True,
        shown="Up/Down",
    ),
    Command("line.up", ("up",), "pick", "the one before", "Command line", typing=True),
    Command(
        "line.complete", ("tab",), "complete", "its whole name", "Command line", 30, typing=True
    ),
    Command(
        "line.close",
        ("escape",),
        "close",
        "close; nothing happens",
        "Command line",
        40,
        typing=True,
    ),
)
"""Run, pick, complete, close."""
