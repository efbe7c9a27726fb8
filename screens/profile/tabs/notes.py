"""The Notes tab. The person may be looking: private lines are counted, never shown."""

from __future__ import annotations

from coach_tui.domain.contact import Contact
from coach_tui.domain.dates import short_date
from coach_tui.domain.note import Note, write_line
from coach_tui.text import pad
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line
from screens.profile.tabs.listed import Around, Listed, Row, title


def notes(around: Around) -> tuple[Listed, ...]:
    """All notes, the newest first."""
    return tuple(_listed(note, around) for note in around.profile.all_notes)


def _listed(note: Note, around: Around) -> Listed:
    day, count = short_date(around.day_of(note.taken_at)), len(note.lines)
    contact = around.profile.contacts.get(note.id)
    what = f"{_contact_words(contact)} of {day}" if contact else f"Note of {day}"
    return Listed(
        note.id,
        "contact" if contact else "note",
        lambda width: _row(note, around, width),
        lambda width: _details(note, around, width),
        f"{what}, {count} {'line' if count == 1 else 'lines'}.",
        contact.id if contact else "",
    )


def _contact_words(contact: Contact) -> str:
    """A contact and how long it took: "Contact (5 min)"."""
    return "Contact" if contact.minutes is None else f"Contact ({contact.minutes} min)"


def _row(note: Note, around: Around, width: int) -> Line:
    """Day, how many lines, the first of them: "Mar 4  3  + waited six seconds after Q3"."""
    first = note.open_lines[0].text if note.open_lines else ""
    contact = around.profile.contacts.get(note.id)
    mark = "c" if note.corrections or (contact and contact.corrections) else " "
    return (
        (mark, ""),
        (pad(around.day(around.day_of(note.taken_at)), 9), "muted"),
        (f"{len(note.lines):3}  ", "muted"),
        (pad(around.one_line(first), max(4, width - 15)), ""),
    )


def _details(note: Note, around: Around, width: int) -> list[Row]:
    contact = around.profile.contacts.get(note.id)
    what = _contact_words(contact) if contact else "Note"
    rows = [title(what, short_date(around.day_of(note.taken_at)))]
    for entry in note.open_lines:
        shown = around.glyphs.shown(write_line(entry))
        rows += [(entry.id, row) for row in wrap_line(line(shown), width, hang=6)]
    if contact and contact.standards:
        rows += around.fields([("", "Standards", ", ".join(contact.standards))], width)
    private = len(note.lines) - len(note.open_lines)
    if private:
        noun = "line is" if private == 1 else "lines are"
        rows += [("", EMPTY), ("", line((f"{private} private {noun} not shown here.", "muted")))]
    return rows + around.corrected(contact or note, width)
