"""Commands of the filter field of a list; it is typed in all the time it is open."""

from coach_tui.commands.command import Command

FILTER = (
    Command(
        "filter.keep", ("enter",), "keep", "keep the filter, use keys", "Filter", 10, typing=True
    ),
    Command(
        "filter.down",
        ("down",),
        "pick",
        "the next row",
        "Filter",
        20,
        typing=True,
        shown="Up/Down",
    ),
    Command("filter.up", ("up",), "up", "the row before", "Filter", typing=True),
    Command("filter.clear", ("escape",), "clear", "clear the filter", "Filter", 30, typing=True),
)
"""Keep, pick, clear."""
