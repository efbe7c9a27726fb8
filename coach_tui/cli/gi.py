"""`coach-tui gi`: record or correct the GI total of a session (E2L-5)."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coach_tui.cli.output import Printer
from coach_tui.cli.reading import read_cluster, read_session, read_year
from coach_tui.cli.wiring import open_desk
from coach_tui.cli.words import gis, standing_words
from coach_tui.services.launches import launch_warning

if TYPE_CHECKING:  # checked records are slow to load: only once the arguments make sense
    from coach_tui.domain.track import Track
    from coach_tui.services.desk import Desk
    from coach_tui.services.growth import Recorded


def run(arguments: argparse.Namespace) -> int:
    """Record a total, and print what it means and what changed.

    Raises:
        Ambiguous: the name fits several people.
        CoachError: it was refused, or could not be saved; nothing was changed.
    """
    session, year = read_session(arguments.session), read_year(arguments.year)
    cluster = read_cluster(arguments.cluster)
    desk = open_desk(arguments)
    key = desk.caseload.find(arguments.person)
    before = desk.growth.track(key, year)
    recorded = desk.growth.record(
        key, session, arguments.total, cluster=cluster, reason=arguments.reason, year=year
    )
    lines = _lines(desk, recorded, before)
    printer = Printer.of(arguments)
    for line in lines:
        printer.line(line)
    return 0


def _lines(desk: Desk, recorded: Recorded, before: Track) -> list[str]:
    """What to say, a sentence or two a line; of the launch only at the first session."""
    cycle = recorded.cycle
    cluster = cycle.cluster or "not set; name it with --cluster"
    lines = [
        f"{desk.people.get(cycle.coachee_id).name}, {cycle.track}, cluster {cluster}.",
        standing_words(recorded.standing),
        change_words(recorded, before),
        recorded.warning,
    ]
    if not before.points:
        launch = desk.growth.launch(cycle.coachee_id, cycle.track)
        today = desk.clock.today()
        lines.append(launch_warning(launch, cycle.track, today, first=True))
    return [line for line in lines if line]


def change_words(recorded: Recorded, track: Track) -> str:
    """What a recorded total replaced, or what it adds to.

    Args:
        recorded: the total as it is on the disk.
        track: the track as it was before.
    """
    was = track.point(recorded.standing.session)
    total, before = recorded.standing.total, recorded.before
    if was and was.total == total:
        return f"The total was {total} already."
    if was and was.total is not None:
        return f"{total} replaces {was.total}; both are kept."
    if before is None:
        return "Recorded; it is the first total of the year."
    if total == before:
        return f"Recorded; the same as the {before} recorded before it."
    more = "more" if total >= before else "fewer"
    return f"Recorded; {gis(abs(total - before))} {more} than the {before} recorded before it."
