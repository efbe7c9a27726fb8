"""`coach-tui evidence`: what the records of a term say of the coach's own practice."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from coach_tui.cli.output import Printer, print_json
from coach_tui.cli.reading import named_term
from coach_tui.cli.wiring import open_desk
from coach_tui.domain.dates import month_day

if TYPE_CHECKING:  # other commands need none of it
    from coach_tui.domain.evidence import Evidence


def run(arguments: argparse.Namespace) -> int:
    """Print the counts of a term, a line each, under the element that each speaks of.

    Raises:
        Refused: there is no such term.
        StorageError: the file cannot be read.
    """
    from coach_tui.domain.term import term_of, term_words

    desk = open_desk(arguments)
    term = named_term(arguments.term or "") or term_of(desk.clock.today())
    found = desk.evidence.of_term(term)
    if arguments.json:
        print_json([_as_json(one, term) for one in found])
        return 0
    printer = Printer.of(arguments)
    if not found:
        printer.line(f"{term_words(term)} has not begun.")
        return 0
    printer.line(f"{term_words(term)}, counted up to {month_day(found[0].last)}:")
    word = desk.shelf.continuum().word
    for one in found:
        printer.line(f"  {evidence_words(one, word)}")
    printer.line("Counts only suggest; where you stand on the continuum is yours to place.")
    return 0


def evidence_words(found: Evidence, word: Callable[[int], str]) -> str:
    """One count as a line: "CC-34: an owner and a due date with 9 of 9 action steps (Developing)".

    Where it has no level that it speaks for, none is named.

    Args:
        found: the count.
        word: the name of a level, from 1 to 3 (CC-0).
    """
    told = f"{found.element}: {found.told}"
    return f"{told} ({word(found.suggests)})" if found.suggests else told


def _as_json(found: Evidence, term: str) -> dict[str, object]:
    """A count for programs; what speaks for no level is null there."""
    return {
        "element": found.element,
        "rule": found.rule,
        "term": term,
        "count": found.count,
        "of": found.of,
        "told": found.told,
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "suggests": found.suggests,
        "behind": [
            {
                "person": one.coachee_id or None,
                "record": one.record_id or None,
                "on": one.on.isoformat() if one.on else None,
                "words": one.words,
                "counts": one.counts,
            }
            for one in found.behind
        ],
    }
