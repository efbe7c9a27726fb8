"""Commands of the search; what is looked for is being typed in it all the time."""

from coach_tui.commands.command import Command
from coach_tui.commands.everywhere import LEAVING

SEARCH = (
    Command(
        "search.down",
        ("down",),
        "pick",
        "the next of what was found",
        "Search",
        10,
        typing=True,
        shown="Up/Down",
    ),
    Command("search.up", ("up",), "pick", "the one before", "Search", typing=True),
    Command("search.page_down", ("pagedown",), "page", "a page down", "Search", typing=True),
    Command("search.page_up", ("pageup",), "page up", "a page up", "Search", typing=True),
    Command(
        "search.open", ("enter",), "open", "open it where it stands", "Search", 20, typing=True
    ),
    Command("search.kind", ("tab",), "kind", "the next kind only", "Search", 30, typing=True),
    Command(
        "search.kind_before",
        ("shift+tab",),
        "kind",
        "the kind before only",
        "Search",
        typing=True,
    ),
    Command("search.close", ("escape",), "close", "close the search", "Search", 40, typing=True),
    *LEAVING,
)
"""Pick, open, one kind only, close."""
