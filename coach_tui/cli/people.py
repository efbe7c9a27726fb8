"""`coach-tui list` and `coach-tui add`."""

import argparse
from dataclasses import replace

from coach_tui.cli.output import Printer, print_json
from coach_tui.cli.wiring import open_desk
from coach_tui.domain.caseload import CaseloadRow
from coach_tui.text import clean_line

EMPTY = 'Nobody is in the caseload yet; add someone with: coach-tui add "Family, Given"'


def run_list(arguments: argparse.Namespace) -> int:
    """Print the caseload in its order: late first, then by next visit.

    Raises:
        StorageError: the file cannot be read.
    """
    desk = open_desk(arguments)
    caseload = desk.caseload.today()
    if arguments.json:
        print_json([_as_json(row) for row in caseload.rows])
        return 0
    printer = Printer.of(arguments)
    if caseload.rows:
        rows = [[*_cells(row), row.next_words(caseload.today)] for row in caseload.rows]
        printer.table(rows, right=(2, 3))
    else:
        printer.line(EMPTY)
    return 0


def run_add(arguments: argparse.Namespace) -> int:
    """Add a person.

    Raises:
        Refused: a detail cannot be read, or the person is there already.
        StorageError: it could not be saved.
    """
    people = open_desk(arguments).people
    form = replace(
        people.blank,
        name=arguments.name,
        school=arguments.school,
        role=arguments.role,
        email=arguments.email,
    )
    added = people.add(form)
    details = ", ".join(part for part in (added.role, added.school) if part)
    Printer.of(arguments).line(f"Added {added.name}{f' ({details})' if details else ''}.")
    return 0


def _cells(row: CaseloadRow) -> list[str]:
    """Mark, name, session, total and band."""
    mark = "!" if row.days_late else "*" if row.draft else " "
    last = row.facts.track.last
    if last is None:
        return [mark, row.name, "-", "-", "new"]
    if row.standing is None:
        return [mark, row.name, str(last.session), "-", "no total"]
    return [mark, row.name, str(last.session), str(row.standing.total), row.standing.word]


def _as_json(row: CaseloadRow) -> dict[str, object]:
    """A line for programs; what is not recorded is null."""
    day, at = row.facts.next_visit or (None, None)
    return {
        "id": row.coachee_id,
        "name": clean_line(row.name),
        "school": clean_line(row.facts.school),
        "role": clean_line(row.facts.role),
        "status": row.facts.status,
        "session": row.session,
        "total": row.standing.total if row.standing else None,
        "band": row.band,
        "next_visit": day.isoformat() if day else None,
        "next_visit_at": f"{at:%H:%M}" if at else None,
        "days_late": row.days_late,
        "draft": row.draft,
        "finished": row.finished,
    }
