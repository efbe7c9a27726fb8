"""`coach-tui due`: what is late, due and coming, as lines to be read one by one."""

import argparse

from coach_tui.cli.output import Printer, print_json
from coach_tui.cli.wiring import open_desk
from coach_tui.domain.agenda import GROUPS, Entry
from coach_tui.text import clean_line

EMPTY = "Nothing is late, due, coming or quiet."


def run(arguments: argparse.Namespace) -> int:
    """Print the agenda of today, group by group, an entry a line.

    Raises:
        StorageError: the file cannot be read.
    """
    agenda = open_desk(arguments).agenda.today()
    if arguments.json:
        print_json([_as_json(entry) for entry in agenda.entries])
        return 0
    printer = Printer.of(arguments)
    for group in GROUPS:
        found = agenda.of(group)
        if found:
            printer.line(f"{GROUPS[group]}: {len(found)}")
        for entry in found:
            printer.line(f"  {due_words(entry)}")
    if not agenda.entries:
        printer.line(EMPTY)
    return 0


def due_words(entry: Entry) -> str:
    """One entry as a sentence: "Abara, Chi: "Share the link" is 2 days late."."""
    coming = entry.kind == "gap" and entry.group in ("today", "week")
    return f"{entry.row.name}: {f'{entry.text}; ' if coming else ''}{entry.reason}"


def _as_json(entry: Entry) -> dict[str, object]:
    """An entry for programs; what is not set is null."""
    facts = entry.row.facts
    rhythm = facts.rhythm
    return {
        "group": entry.group,
        "kind": entry.kind,
        "id": entry.record_id or None,
        "person": facts.coachee_id,
        "name": clean_line(facts.name),
        "school": clean_line(facts.school),
        "day": entry.day.isoformat() if entry.day else None,
        "at": f"{entry.at:%H:%M}" if entry.at else None,
        "text": clean_line(entry.text),
        "reason": clean_line(entry.reason),
        "last_visit": rhythm.visit.isoformat() if rhythm.visit else None,
        "last_contact": rhythm.contact.isoformat() if rhythm.contact else None,
    }
