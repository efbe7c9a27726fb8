"""Commands of a person's profile."""

from dataclasses import replace

from coach_tui.commands.command import Command, writes
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO, REVIEW
from coach_tui.commands.person import EDIT, GROUP, PERSON

EDIT_HERE = replace(EDIT, help="details and launch; on record tabs, correct the picked one")
"""`e` on the profile, where a tab of records gives it another meaning."""

DETAILS = Command(
    "profile.details", (), "details", "details and launch, from any tab", GROUP, why_off=writes
)
"""The person's details, also where `e` corrects a record."""

MOVES = (
    Command(
        "profile.later",
        ("l", "right", "j", "down"),
        "session",
        "next session or row",
        "Profile",
        5,
        shown="h l",
    ),
    Command(
        "profile.earlier", ("h", "left", "k", "up"), "earlier", "session or row before", "Profile"
    ),
    Command("profile.first", ("home",), "first", "the first; gg does the same", "Profile"),
    Command("profile.last", ("G", "end"), "last", "the last", "Profile"),
    Command("profile.page_down", ("space", "pagedown"), "page", "page down", "Profile"),
    Command("profile.page_up", ("b", "pageup"), "page up", "page up", "Profile"),
    Command(
        "profile.next_tab", ("right_square_bracket",), "tab", "next tab", "Profile", 12, shown="[ ]"
    ),
    Command("profile.previous_tab", ("left_square_bracket",), "tab", "tab before", "Profile"),
    Command("profile.next_person", ("J",), "person", "next person", "Profile", 50, shown="J K"),
    Command("profile.previous_person", ("K",), "person", "person before", "Profile"),
    Command("profile.year_before", ("comma",), "year", "school year before", "Profile"),
    Command("profile.year_after", ("full_stop",), "year", "school year after", "Profile"),
)
"""Sessions, rows, tabs, people, years."""

PROFILE = (
    *MOVES,
    Command("profile.view", ("v",), "table", "chart or table, the same facts", "Profile", 10),
    Command(
        "profile.correct",
        ("E",),
        "correct",
        "correct what is recorded here",
        "Profile",
        42,
        why_off=writes,
    ),
    Command(
        "profile.tag",
        (),
        "tag",
        "file a cycle or contact under your standards",
        "Profile",
        why_off=writes,
    ),
    Command(
        "profile.done",
        ("x",),
        "done",
        "to-do done, or open again; on a session, its follow-up sent",
        "Profile",
        13,
        why_off=writes,
    ),
    Command("profile.day_later", ("plus",), "day", "to-do a day later", "Profile", why_off=writes),
    Command(
        "profile.day_earlier", ("minus",), "day", "to-do a day earlier", "Profile", why_off=writes
    ),
    Command(
        "profile.week_later",
        ("greater_than_sign",),
        "week",
        "to-do a week later",
        "Profile",
        why_off=writes,
    ),
    *(EDIT_HERE if found is EDIT else found for found in PERSON),
    DETAILS,
    *GO,
    *REVIEW,
    *ANYWHERE,
    *BACK,
)
"""One person: growth, sessions, cycles, to-dos, notes."""
