"""Commands of the coach's own continuum."""

from coach_tui.commands.command import Command, writes
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO, MOVE, REVIEW

GROUP = "My continuum"

PLACE = (
    Command(
        "continuum.emerging", ("1",), "Emerging", "place yourself at Emerging", GROUP, 10,
        why_off=writes,
    ),
    Command(
        "continuum.developing", ("2",), "Developing", "at Developing", GROUP, 11, why_off=writes
    ),
    Command(
        "continuum.transforming", ("3",), "Transforming", "at Transforming", GROUP, 12,
        why_off=writes,
    ),
    Command("continuum.clear", ("0",), "clear", "not rated", GROUP, 13, why_off=writes),
    Command(
        "continuum.higher", ("l", "right"), "level", "one level up", GROUP, 40, shown="h l",
        why_off=writes,
    ),
    Command(
        "continuum.lower", ("h", "left"), "level", "one level down", GROUP, why_off=writes
    ),
)  # fmt: skip
"""Only the coach places; a tick or a count never does (E 14, E 15)."""

CONTINUUM = (
    Command("continuum.open", ("enter",), "open", "lines of a group; all of an element", GROUP, 30),
    *PLACE,
    Command("continuum.note", ("n",), "note", "evidence note, yours alone", GROUP, 14,
            why_off=writes),
    Command("continuum.tick", ("x",), "ticks", "tick what is true of you", GROUP, 20),
    Command(
        "continuum.accept", ("a",), "accept", "take a count from the records as evidence", GROUP,
        24, why_off=writes,
    ),
    Command("continuum.records", ("r",), "records", "the records behind a count", GROUP, 26),
    Command("continuum.mentor", ("m",), "mentor", "what a mentor said", GROUP, why_off=writes),
    Command("continuum.years", ("v",), "terms", "every term side by side", GROUP, 28),
    Command(
        "continuum.term_after", ("right_square_bracket",), "term", "next term", GROUP, 22,
        shown="[ ]",
    ),
    Command("continuum.term_before", ("left_square_bracket",), "term", "term before", GROUP),
    *MOVE,
    *GO,
    *REVIEW,
    *ANYWHERE,
    *BACK,
)  # fmt: skip
"""The coach's own placement."""

TICKS = (
    Command("ticks.turn", ("space", "x", "enter"), "tick", "tick, or take it back", GROUP, 10),
    Command("ticks.down", ("down", "j"), "down", "the next point", GROUP, 20, shown="j k"),
    Command("ticks.up", ("up", "k"), "up", "the point before", GROUP),
    Command("ticks.close", ("escape", "q"), "close", "close; ticks are saved", GROUP, 40),
)
"""The points of an element."""

BEHIND = (
    Command("behind.open", ("enter",), "open", "the person's profile", GROUP, 10),
    Command("behind.down", ("down", "j"), "down", "the next record", GROUP, 20, shown="j k"),
    Command("behind.up", ("up", "k"), "up", "the record before", GROUP),
    Command("behind.page_down", ("space", "pagedown"), "page", "a page down", GROUP, 30),
    Command("behind.page_up", ("b", "pageup"), "page up", "a page up", GROUP),
    Command("behind.close", ("escape", "q"), "close", "close", GROUP, 40),
)
"""The records behind a count."""
