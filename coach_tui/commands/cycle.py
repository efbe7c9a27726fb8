"""Commands of the coaching cycle: KEYS state, and those that act while typing."""

from coach_tui.commands.command import Command, writes, writes_gi_list
from coach_tui.commands.everywhere import ANYWHERE, GO, MOVE
from coach_tui.commands.person import CONTACT, NOTE

_STEPS = ("observe", "feedback", "goal", "action", "review")

STEPS = tuple(
    Command(
        f"cycle.step_{number}",
        (str(number),),
        "step",
        f"step {number}, {name}",
        "Steps",
        bar=5 if number == 1 else 0,
        shown="1-5" if number == 1 else "",
        called=name,
    )
    for number, name in enumerate(_STEPS, start=1)
)
"""One key a step."""

CYCLE = (
    *STEPS,
    Command("cycle.next", ("right_square_bracket",), "next", "next step", "Steps"),
    Command("cycle.previous", ("left_square_bracket",), "back", "step before", "Steps"),
    Command("cycle.type", ("enter",), "type", "back to the field", "Steps", 6),
    Command(
        "cycle.assess",
        ("a",),
        "assess",
        "self-assessment: the teacher's view of each look-for, and the coach's own count",
        "Meeting",
        10,
    ),
    Command(
        "cycle.line",
        ("o",),
        "note line",
        "put a line of the note into the field; ^o while typing",
        "Meeting",
        11,
        why_off=writes,
    ),
    Command(
        "cycle.insert",
        ("ctrl+o",),
        "note line",
        "put a line of the note in here",
        "Meeting",
        25,
        typing=True,
        why_off=writes,
    ),
    Command(
        "cycle.other",
        ("O",),
        "other cluster",
        "pick a cluster out of order, with a reason",
        "Meeting",
        why_off=writes,
    ),
    Command(
        "cycle.ticks",
        ("I",),
        "tick GIs",
        "tick the GIs in place one by one, where the framework lists them",
        "Meeting",
        10,
        why_off=writes_gi_list,
    ),
    Command("cycle.copy", ("y",), "copy", "copy a summary out", "Meeting", 13),
    NOTE,
    CONTACT,
    Command("cycle.prior", ("p",), "earlier", "earlier notes and steps", "Meeting", 12),
    Command("cycle.save", ("w",), "save", "save the cycle", "Save", 8, why_off=writes),
    Command("cycle.discard", ("D",), "discard", "discard the draft (asks)", "Save", why_off=writes),
    Command(
        "cycle.keep",
        ("ctrl+s",),
        "keep draft",
        "write the draft now",
        "Save",
        30,
        typing=True,
        why_off=writes,
    ),
    *MOVE[:2],
    *GO,
    *ANYWHERE,
    Command("app.back", ("q", "escape"), "leave", "leave; the draft is kept", "Move", 99),
)
"""Observe, feedback, goal, action step, review."""

TYPING = (
    Command("typing.next", ("tab",), "next field", "next field", "In a field", 10, typing=True),
    Command("typing.back", ("shift+tab",), "back", "field before", "In a field", 20, typing=True),
)
"""Going from field to field, on every screen that has some."""

STOP = (
    Command(
        "typing.keys", ("escape",), "keys", "stop typing, use keys", "In a field", 40, typing=True
    ),
)
"""What Esc does in a field; the screen's own Esc answers it."""
