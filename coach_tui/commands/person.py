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

EDIT = Command(
    "person.edit", ("e",), "edit", "details and launch", GROUP, 40, why_off=writes_person
)
"""Details and launch."""

LAUNCH = Command(
    "person.launch",
    ("L",),
    "launch",
    "launch meeting: aims, habits, agreed order, rhythm",
    GROUP,
    why_off=writes_person,
)
"""The start-of-year meeting as a whole."""

PLANS = (
    Command(
        "person.visit",
        ("S",),
        "schedule",
        "schedule a visit",
        GROUP,
        why_off=writes_person,
        called="schedule",
    ),
    Command(
        "person.unschedule",
        (),
        "cancel visit",
        "cancel the visit picked, or the next one",
        GROUP,
        why_off=writes_person,
        called="cancel-visit",
    ),
    Command(
        "person.todo",
        ("t",),
        "to-do",
        "a to-do; TEXT is saved at once",
        GROUP,
        35,
        why_off=writes_person,
        takes="TEXT",
    ),
    Command(
        "person.prep",
        ("P",),
        "prep",
        "prep sheet: one minute before a visit",
        GROUP,
        45,
        why_off=needs_person,
    ),
    Command(
        "person.sent",
        (),
        "follow-up sent",
        "a follow-up was sent after a session",
        GROUP,
        why_off=writes_person,
        called="sent",
    ),
    Command(
        "person.report",
        (),
        "report issued",
        "a written report was issued: mid-year, year-end",
        GROUP,
        why_off=writes_person,
        called="report",
    ),
    Command("person.copy", ("y",), "copy", "copy a summary out", GROUP, why_off=needs_person),
    Command(
        "person.archive",
        ("d",),
        "archive",
        "archive, or take back out",
        GROUP,
        why_off=writes_person,
    ),
    Command(
        "person.consent",
        (),
        "consent",
        "consent to an impact story: record it, or withdraw it",
        GROUP,
        why_off=writes_person,
    ),
    Command(
        "person.year",
        (),
        "new year",
        "a new school year: a new track from session 1",
        GROUP,
        why_off=writes_person,
        called="new-year",
    ),
)
"""What is planned, read and marked of a person: visit, to-do, prep sheet, what was sent, copy."""

PERSON = (NOTE, CONTACT, *ON_PERSON, EDIT, LAUNCH, *PLANS)
"""All that can be done with a person from a list."""

OPEN = (Command("person.open", ("enter", "l"), "open", "open", "Move", 10, why_off=needs_person),)
"""Opening the person a list stands on."""
