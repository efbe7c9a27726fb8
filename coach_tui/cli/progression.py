"""`coach-tui progression`: one class on its progression, step by step; evidence is counted."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coach_tui.cli.output import Printer, print_json
from coach_tui.cli.wiring import open_desk

if TYPE_CHECKING:  # checked records are slow to load
    from coach_tui.domain.progression_standing import StepStanding, StrandStanding
    from coach_tui.services.progressions import PersonProgression


def run(arguments: argparse.Namespace) -> int:
    """Print where a person's class stands.

    Raises:
        NotFound: nobody has the name.
        Ambiguous: several have.
        BadFramework: the progressions cannot be read.
        StorageError: the file cannot be read.
    """
    desk = open_desk(arguments)
    found = desk.progressions.of(desk.caseload.find(arguments.person))
    if arguments.json:
        print_json(as_json(found))
    else:
        _print(Printer.of(arguments), found, desk.shelf.own_rights(found.framework.id))
    return 0


def _print(printer: Printer, found: PersonProgression, rights: str) -> None:
    printer.line(found.coachee.name)
    printer.line(f"Progression: {found.words or 'no model yet'}")
    if found.standing is None:
        return
    for strand in found.standing.strands:
        if strand.strand:
            printer.line(f"{strand.strand.name}: {strand.words}")
        rows = [_cells(strand, one) for one in strand.steps]
        printer.table(rows)
    for pause in found.pauses:
        printer.line(f"Possible next move at {pause.step.id}: {pause.step.next_move}")
    if found.standing.unknown:
        gone = ", ".join(one.step for one in found.standing.unknown)
        printer.line(f"Also recorded, steps that the file no longer has: {gone}")
    if found.older_version:
        printer.line(f"Begun with version {found.older_version} of the steps.")
    if rights:
        printer.line(rights)


def _cells(strand: StrandStanding, one: StepStanding) -> list[str]:
    pauses = strand.walked_on is not None and one is strand.pause
    count = len(one.record.evidence)
    from coach_tui.domain.progression import STATE_WORDS

    told = STATE_WORDS[one.state] + (", the pause" if pauses else "")
    return [f"  {one.step.id}", one.step.text, told + (f", evidence {count}" if count else "")]


def as_json(found: PersonProgression) -> dict[str, object]:
    """A progression for programs; without a model that has steps, `strands` is empty."""
    standing = found.standing
    return {
        "id": found.coachee.id,
        "name": found.coachee.name,
        "model": found.coachee.model or None,
        "model_id": found.model.id if found.model else None,
        "walked_on": standing.walked_on.isoformat() if standing and standing.walked_on else None,
        "pauses": [one.step.id for one in found.pauses],
        "strands": [_strand_json(one) for one in standing.strands] if standing else [],
    }


def _strand_json(strand: StrandStanding) -> dict[str, object]:
    pause = strand.pause if strand.walked_on else None
    return {
        "strand": strand.strand.id if strand.strand else None,
        "pause": pause.step.id if pause else None,
        "steps": [_step_json(one) for one in strand.steps],
    }


def _step_json(one: StepStanding) -> dict[str, object]:
    confirmed = one.record.confirmed_on
    return {
        "step": one.step.id,
        "phase": one.step.phase,
        "text": one.step.text,
        "state": one.state,
        "seen": [day.isoformat() for day in one.record.seen],
        "not_yet": [day.isoformat() for day in one.record.not_yet],
        "confirmed_on": confirmed.isoformat() if confirmed else None,
        "evidence": len(one.record.evidence),
    }
