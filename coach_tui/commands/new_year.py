"""Commands of the box that begins a new school year."""

from coach_tui.commands.command import Command

NEW_YEAR = (
    Command("new_year.begin", ("enter", "w"), "begin", "begin the year as shown", "New year", 10),
    Command(
        "new_year.who", ("p",), "this person or all", "for this person, or all", "New year", 20
    ),
    Command("new_year.carry", ("c",), "carry or 0", "carry totals, or begin at 0", "New year", 30),
    Command("new_year.close", ("escape", "q"), "close", "close; nothing begins", "New year", 40),
)
"""For whom, and whether totals are carried over."""
