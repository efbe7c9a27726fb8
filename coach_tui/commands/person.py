"""Commands that act on the current person."""

from coach_tui.commands.command import Command, needs_person, writes_person

GROUP = "This person"

NOTE = Command(
    "person.note", ("n",), "note", "note, each line with its time", GROUP, 15, why_off=writes_person
)
"""A note of a visit, or of anything seen or said."""

ON_PERSON = (
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
)
"""GI total, cycle."""

CONTACT = Command(
    "person.contact",
    (),
    "contact",
    "contact, not a visit; TEXT is saved at once",
    GROUP,
    why_off=writes_person,
    takes="TEXT",
)
"""A word in the hallway, a call, a file that was sent."""

PERSON = (
    NOTE,
    CONTACT,
    *ON_PERSON,
    Command("person.edit", ("e",), "edit", "details and launch", GROUP, 40, why_off=writes_person),
)
"""Note, contact, GI total, cycle, details."""

OPEN = (Command("person.open", ("enter", "l"), "open", "open", "Move", 10, why_off=needs_person),)
"""Opening the person a list stands on."""
