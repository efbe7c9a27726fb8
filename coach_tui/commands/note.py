"""Commands of a note: KEYS state, and those that act while typing."""

from coach_tui.commands.command import Command, writes
from coach_tui.commands.everywhere import ANYWHERE
from coach_tui.commands.person import CONTACT, ON_PERSON

NOTE = (
    Command("note.type", ("enter",), "type", "type on", "Note", 5),
    Command("note.end", ("full_stop",), "end visit", "end the visit, or go on", "Note", 10),
    Command(
        "note.mode", ("m",), "mode", "how you are there: in person, live, recorded", "Note", 40
    ),
    Command("note.undo", ("u",), "undo", "take the last change back; ^z while typing", "Note", 50),
    Command("note.redo", ("U",), "redo", "make it again; ^y while typing", "Note"),
    Command("note.copy", ("y",), "copy", "copy the lines out, private ones left out", "Note"),
    Command("note.editor", ("E",), "editor", "the note in your own editor ($EDITOR)", "Note"),
    Command("note.discard", ("D",), "discard", "discard what is not filed (asks)", "Note"),
    Command(
        "note.keep",
        ("ctrl+s",),
        "save now",
        "put the note on the disk now",
        "Note",
        30,
        typing=True,
        why_off=writes,
    ),
    Command(
        "note.stamp",
        ("ctrl+g",),
        "time now",
        "the time, here",
        "Note",
        20,
        typing=True,
        fixed=True,
    ),
    *ON_PERSON,
    CONTACT,
    *ANYWHERE,
    Command("app.back", ("q", "escape"), "leave", "leave; the note is filed", "Move", 99),
)
"""What is seen and said, a timed line a row."""
