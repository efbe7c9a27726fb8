"""Commands of the coach's own standards, of the growth log, and of filing under standards."""

from coach_tui.commands.command import Command, writes
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO, MOVE, REVIEW

GROUP = "Standards"

_READINGS = (
    ("not_yet", "1", "not yet part of my work"),
    ("at_times", "2", "now and then"),
    ("regular", "3", "part of my work"),
)

STANDARDS = (
    Command(
        "standards.open", ("enter", "l"), "open", "all of it, and what is filed under it",
        GROUP, 5,
    ),
    *(
        Command(
            f"standards.{key}", (digit,), "reading", words, GROUP, 10 * (digit == "1"),
            shown="1-3" * (digit == "1"), why_off=writes,
        )
        for key, digit, words in _READINGS
    ),
    Command("standards.clear", ("0",), "clear", "take the reading back", GROUP, 12, why_off=writes),
    Command("standards.words", ("n",), "words", "your own words on it", GROUP, 15, why_off=writes),
    Command(
        "standards.term_before", ("left_square_bracket",), "term", "the term before", GROUP, 20,
        shown="[ ]",
    ),
    Command("standards.term_after", ("right_square_bracket",), "term", "the term after", GROUP),
    Command("standards.log", ("v",), "log", "your growth log: goal, learning, network", GROUP, 25),
    Command("standards.unseen", ("f",), "not yet", "all, or those not looked at", "Find", 30),
    Command("standards.copy", ("y",), "copy", "copy the term's review out", GROUP, 35),
    *MOVE,
    *GO,
    *REVIEW,
    *ANYWHERE,
    *BACK,
)  # fmt: skip
"""The coach's own standards, term by term."""

FILED = (
    Command("filed.open", ("enter", "l"), "open", "open the record on its person", GROUP, 10),
    *MOVE,
    *GO,
    *REVIEW,
    *ANYWHERE,
    *BACK,
)
"""One standard, and what is filed under it."""

LOG = "Growth log"

GROWTH_LOG = (
    Command("growth_log.open", ("enter", "l"), "read", "read all of it", LOG, 5),
    Command(
        "growth_log.add", ("a",), "add", "add an entry; a letter picks its kind", LOG, 10,
        why_off=writes,
    ),
    Command("growth_log.edit", ("e",), "edit", "change the entry", LOG, 15, why_off=writes),
    Command(
        "growth_log.step", ("x",), "step done", "a step of the goal done, or open again", LOG, 20,
        why_off=writes,
    ),
    Command(
        "growth_log.archive", ("d",), "archive", "take it off the list, or put it back", LOG, 25,
        why_off=writes,
    ),
    Command(
        "growth_log.archived", ("f",), "archived", "what was taken off the list, or the list",
        "Find", 35,
    ),
    Command("growth_log.copy", ("y",), "copy", "copy the entry out", LOG, 30),
    *MOVE,
    *GO,
    *REVIEW,
    *ANYWHERE,
    *BACK,
)  # fmt: skip
"""The coach's own goal, learning, network, stories and other work."""

TAGS = (
    Command("tags.tick", ("x", "space"), "tick", "tick, or take the tick away", "Tags", 10),
    Command("tags.save", ("enter", "w"), "save", "save and close", "Tags", 20, why_off=writes),
    Command("tags.down", ("j", "down"), "down", "the next standard", "Tags", 30, shown="j k"),
    Command("tags.up", ("k", "up"), "up", "the standard before", "Tags"),
    Command("tags.page_down", ("pagedown",), "page", "a page down", "Tags"),
    Command("tags.page_up", ("pageup",), "page up", "a page up", "Tags"),
    Command("tags.close", ("escape", "q"), "close", "close; nothing is changed", "Tags", 40),
)
"""The box that files a record under standards."""
