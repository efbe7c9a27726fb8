"""Commands of progression walks: their list, one walk, its rooms."""

from dataclasses import replace

from coach_tui.commands.command import Command, writes
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO, MOVE, REVIEW

GROUP = "Walks"

START = Command(
    "walk.start", ("e",), "purpose", "its purpose, norms and day", GROUP, 25, why_off=writes
)

WALKS = (
    Command("walk.open", ("enter",), "open", "its rooms; once closed, what is told", GROUP, 10),
    Command(
        "walk.new", ("a",), "new walk", "a walk: purpose and norms first", GROUP, 20, why_off=writes
    ),
    Command("walk.told", ("v",), "what is told", "its counts and its debrief", GROUP, 30),
    START,
    *MOVE,
    *GO,
    *REVIEW,
    *ANYWHERE,
    *BACK,
)
"""All walks, the newest first."""

WALK = (
    Command("walk.rooms", ("enter",), "rooms", "the rooms of this walk", GROUP, 10),
    Command(
        "walk.debrief", ("d",), "debrief", "the words of the debrief", GROUP, 15, why_off=writes
    ),
    Command("walk.close", ("c",), "close", "close it, or open it again", GROUP, 20, why_off=writes),
    Command(
        "walk.sheet",
        ("y",),
        "sheet out",
        "copy the sheet out, once closed",
        GROUP,
        22,
        why_off=writes,
    ),
    Command(
        "walk.view",
        ("v",),
        "all counts",
        "every count, for your own eyes, or what is told",
        GROUP,
        30,
    ),
    START,
    *MOVE,
    *GO,
    *REVIEW,
    *ANYWHERE,
    *BACK,
)
"""One walk: what is told of it, its debrief, its sheet."""

ROOMS = (
    Command(
        "rooms.enter",
        ("ctrl+s",),
        "save room",
        "save this room; Enter does the same",
        GROUP,
        10,
        typing=True,
        shown="Enter",
        why_off=writes,
    ),
    Command("rooms.type", ("enter",), "type", "type on, a room a line", GROUP, 10),
    Command("rooms.correct", ("e",), "correct", "correct this room", GROUP, 20, why_off=writes),
    Command("rooms.remove", ("d",), "take out", "take this room out", GROUP, 30, why_off=writes),
    Command("rooms.told", ("v",), "what is told", "counts and debrief", GROUP, 40),
    Command("rooms.discard", ("D",), "discard", "discard the line (asks)", GROUP),
    *MOVE,
    *GO,
    *(replace(command, bar=0) for command in REVIEW),
    *ANYWHERE,
    Command("app.back", ("q", "escape"), "back", "back; a line half typed is kept", "Move", 99),
)
"""The rooms of one walk, a line each."""
