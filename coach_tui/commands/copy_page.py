"""Commands of the page that shows what was copied out."""

from coach_tui.commands.command import Command
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO, MOVE

COPY = Command("copy.again", ("y",), "copy again", "ask the terminal to copy again", "Copy", 20)

COPY_PAGE = (
    Command("copy.file", ("w",), "to a file", "to a file that only you can read", "Copy", 10),
    COPY,
    *MOVE,
    *GO,
    *ANYWHERE,
    *BACK,
)
"""The text on the screen, to a file, to the clipboard again."""
