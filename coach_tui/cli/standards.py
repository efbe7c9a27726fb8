"""`coach-tui standards`: the coach's own standards of a term, as lines; it names nobody."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coach_tui.cli.output import Printer, print_json
from coach_tui.cli.reading import read_term
from coach_tui.cli.wiring import open_desk

if TYPE_CHECKING:  # checked records are slow to load
    from coach_tui.domain.growth_entry import GrowthEntry
    from coach_tui.services.standards import Point, TermReview


def run(arguments: argparse.Namespace) -> int:
    """Print the review of a term: readings, words, time, goals and entries.

    Raises:
        Refused: the term makes no sense.
        StorageError: the file cannot be read.
        BadFramework: the standards cannot be read.
    """
    from coach_tui.services.own_review import review_text

    term = read_term(arguments.term)
    desk = open_desk(arguments)
    review = desk.standards.review(term or "")
    if arguments.json:
        print_json(_as_json(review, desk.standards.log.entries()))
        return 0
    printer = Printer.of(arguments)
    for row in review_text(review, desk.standards.log, desk.store.people()).splitlines():
        printer.line(row)
    return 0


def _as_json(review: TermReview, entries: tuple[GrowthEntry, ...]) -> dict[str, object]:
    """The review for programs, without words; what is not recorded is null."""
    time = review.time
    goals = [entry for entry in entries if entry.kind == "goal"]
    return {
        "term": review.term,
        "looked_at": review.looked_at,
        "standards": [_point_json(point, review) for point in review.points],
        "minutes": {kind.key.replace(" ", "_").strip("_"): kind.minutes for kind in time.kinds},
        "without_minutes": {
            kind.key.replace(" ", "_").strip("_"): kind.blank for kind in time.kinds if kind.blank
        },
        "coaching_percent": time.share(time.coaching) if time.minutes else None,
        "goal_steps": [
            {"open": sum(s.done_on is None for s in g.steps), "all": len(g.steps)} for g in goals
        ],
    }


def _point_json(point: Point, review: TermReview) -> dict[str, object]:
    return {
        "id": point.part.id,
        "name": point.part.name,
        "reading": point.reading or None,
        "before": point.before or None,
        "filed": len(review.filed_under(point)),
    }
