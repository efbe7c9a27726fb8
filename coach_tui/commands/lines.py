"""Commands of the box that offers the note's lines to a field of the cycle."""

from coach_tui.commands.command import Command

LINES = (
    Command("lines.take", ("enter",), "put in", "put the line into the field", "Lines", 10),
    Command("lines.down", ("down", "j"), "pick", "the next line", "Lines", 20, shown="Up/Down"),
    Command("lines.up", ("up", "k"), "up", "the line before", "Lines"),
    Command("lines.all", ("tab",), "all lines", "all lines, or those for the field", "Lines", 30),
    Command("lines.close", ("escape", "q"), "close", "close; nothing is put in", "Lines", 40),
)
"""Today's note, filtered for the field; private lines are never offered."""
