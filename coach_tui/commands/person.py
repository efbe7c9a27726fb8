"""Commands that act on the current person."""

from coach_tui.commands.command import Command, needs_person, writes_person

GROUP = "This person"

PERSON = (
    Command(
        "person.gi",
        ("i",),
        "GI",
        "GI total of a session",
        GROUP,
        20,
        why_off=writes_person,
    ),
    Command(
        "person.cycle",
        ("c",),
        "cycle",
        "coaching cycle, start or resume",
        GROUP,
        30,
        why_off=writes_person,
    ),
    Command("person.edit", ("e",), "edit", "details and launch", GROUP, 40, why_off=writes_person),
)
"""GI total, cycle, details."""

OPEN = (Command("person.open", ("enter", "l"), "open", "open", "Move", 10, why_off=needs_person),)
"""Opening the person a list stands on."""
