"""`coach-tui continuum`: the coach's own placement, as lines to be read one by one."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coach_tui.cli.output import Printer, print_json
from coach_tui.cli.reading import named_term
from coach_tui.cli.wiring import open_desk
from coach_tui.domain.term import term_words
from coach_tui.text import clean_line

if TYPE_CHECKING:  # pydantic comes with it
    from coach_tui.services.continuum import ContinuumNow, ElementNow


def run(arguments: argparse.Namespace) -> int:
    """Print a term: the tally, then section by section an element a line, with its evidence.

    Raises:
        Refused: there is no such term.
        StorageError: the file cannot be read.
    """
    now = open_desk(arguments).continuum.of_term(named_term(arguments.term or ""))
    if arguments.json:
        print_json(_as_json(now))
        return 0
    printer = Printer.of(arguments)
    over = ", which is over" if now.is_past else ""
    printer.line(f"{now.name}{over}: {now.tally.words(now.framework.placements)}")
    if now.left_out:
        printer.line(
            f"Left out of the totals: {now.left_out}, for coaches of career pathways "
            "(setting coach.profile)"
        )
    for section in now.framework.sections:
        printer.line(section.name)
        for row in now.of_section(section.id):
            for told in row_words(row, now):
                printer.line(f"  {told}")
    for kept in now.lost:
        printer.line(f"No longer in the framework: {kept.called}: {kept.placed or 'not rated'}")
    if now.rights:
        printer.line(now.rights)
    return 0


def row_words(row: ElementNow, now: ContinuumNow) -> list[str]:
    """An element in words, then a line for each thing that speaks for it."""
    word = now.framework.word
    parts = [f"{row.element.id} {row.element.name}: {word(row.level)}"]
    if row.last:
        parts.append(f"{term_words(row.last[0])} {word(row.last[1])}")
    if not row.counted:
        parts.append("left out of the totals")
    lines = ["; ".join(parts)]
    for found in row.suggestions:
        taken = row.accepted(found)
        accepted = f" (accepted {taken.on:%Y-%m-%d}: {taken.told})" if taken else ""
        lines.append(f"  From records: {found.told}{accepted}")
    if row.placement:
        lines += [f"  {n.on:%Y-%m-%d}: {n.text}" for n in reversed(row.placement.notes)]
        lines += [f"  Mentor: {row.placement.mentor}"] if row.placement.mentor else []
    return lines


def _as_json(now: ContinuumNow) -> dict[str, object]:
    """The term for programs; what is not set is null."""
    return {
        "term": now.term,
        "name": now.name,
        "tally": {
            **dict(zip(("emerging", "developing", "transforming"), now.tally.levels, strict=True)),
            "not_rated": now.tally.unrated,
            "left_out": now.left_out,
        },
        "elements": [_element(row) for row in now.rows],
        "lost": [
            {"element": kept.element, "name": clean_line(kept.called), "level": kept.level}
            for kept in now.lost
        ],
    }


def _element(row: ElementNow) -> dict[str, object]:
    kept = row.placement
    return {
        "id": row.element.id,
        "name": row.element.name,
        "section": row.element.section,
        "group": row.element.group or None,
        "level": row.level,
        "last_term": row.last[0] if row.last else None,
        "last_level": row.last[1] if row.last else None,
        "counted": row.counted,
        "ticked": list(kept.ticked) if kept else [],
        "fully_ticked": row.ticks.full or None,
        "records": [
            {
                "rule": found.rule,
                "count": found.count,
                "of": found.of,
                "told": found.told,
                "from": found.first.isoformat(),
                "to": found.last.isoformat(),
                "suggests": found.suggests,
                "accepted": taken.on.isoformat() if (taken := row.accepted(found)) else None,
            }
            for found in row.suggestions
        ],
        "notes": [
            {"on": note.on.isoformat(), "text": clean_line(note.text)}
            for note in (kept.notes if kept else ())
        ],
        "mentor": clean_line(kept.mentor) if kept and kept.mentor else None,
    }
