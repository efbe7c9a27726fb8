"""Commands of the list in which GIs are ticked one by one."""

from dataclasses import replace
from typing import Any

from coach_tui.commands.command import Command
from coach_tui.commands.everywhere import MOVE

_OWN: dict[str, dict[str, Any]] = {
    "move.top": {"keys": ("g", "home"), "help": "top"},  # there is no go strip here
    "move.page_down": {"keys": ("pagedown",)},  # Space ticks
}

GI_LIST = (
    Command("gi_list.tick", ("space", "x"), "tick", "tick the GI, or take the tick off", "GIs", 10),
    Command("gi_list.take", ("enter",), "use the total", "put the number ticked in", "GIs", 20),
    *(replace(found, **_OWN.get(found.id, {})) for found in MOVE),
    Command(
        "gi_list.close", ("escape", "q"), "close", "close; changed ticks are put in", "GIs", 40
    ),
)
"""The GIs of the framework by cluster."""
