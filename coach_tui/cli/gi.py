"""`coach-tui gi`: record or correct the GI total of a session (E2L-5)."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coach_tui.cli.output import Printer
from coach_tui.cli.reading import read_cluster, read_reason, read_session, read_year
from coach_tui.cli.wiring import open_desk
from coach_tui.cli.words import gis, standing_words

if TYPE_CHECKING:  # checked records are slow to load: only once the arguments make sense
    from coach_tui.domain.track import SessionPoint
    from coach_tui.services.desk import Desk
    from coach_tui.services.growth import Recorded


def run(arguments: argparse.Namespace) -> int:
    """Record a total, and print what it means and what changed.

    Raises:
        Ambiguous: the name fits several people.
        CoachError: it was refused, or could not be saved; nothing was changed.
    """
    session, year = read_session(arguments.session), read_year(arguments.year)
    cluster, reason = read_cluster(arguments.cluster), read_reason(arguments.reason)
    desk = open_desk(arguments)
    key = desk.caseload.find(arguments.person)
    was = desk.growth.track(key, year).point(session)
    recorded = desk.growth.record(
        key, session, arguments.total, cluster=cluster, reason=reason, year=year
    )
    lines = _lines(desk, recorded, was)
    printer = Printer.of(arguments)
    for line in lines:
        printer.line(line)
    return 0


def _lines(desk: Desk, recorded: Recorded, was: SessionPoint | None) -> list[str]:
    """What to say, a sentence or two a line."""
    cycle = recorded.cycle
    cluster = cycle.cluster or "not set; name it with --cluster"
    lines = [
        f"{desk.people.get(cycle.coachee_id).name}, {cycle.track}, cluster {cluster}.",
        standing_words(recorded.standing),
        change_words(recorded, was),
        recorded.warning,
    ]
    launch = desk.growth.launch(cycle.coachee_id, cycle.track)
    if launch is None or launch.held_on is None:
        lines.append(
            f"No launch meeting is recorded for {cycle.track}; hold it before the first visit."
        )
    return [line for line in lines if line]


def change_words(recorded: Recorded, was: SessionPoint | None) -> str:
    """What a recorded total replaced, or what it adds to.

    Args:
        recorded: the total as it is on the disk.
        was: the session as it was before, None for a new one.
    """
    total, before = recorded.standing.total, recorded.before
    if was and was.total == total:
        return f"The total was {total} already."
    if was and was.total is not None:
        return f"{total} replaces {was.total}; both are kept."
    if before is None:
        return "Recorded; it is the first total of the year."
    more = "more" if total >= before else "fewer"
    return f"Recorded; {gis(abs(total - before))} {more} than the {before} recorded before it."
