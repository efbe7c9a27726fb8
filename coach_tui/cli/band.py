"""`coach-tui band`: what a GI total means at a session (E2L-5, E2L-10). Opens no data file."""

import argparse

from coach_tui.cli.output import Printer, print_json
from coach_tui.cli.reading import read_count, read_session
from coach_tui.cli.wiring import shelf_of
from coach_tui.cli.words import standing_words
from coach_tui.domain.bands import Standing


def run(arguments: argparse.Namespace) -> int:
    """Print the band.

    Raises:
        Refused: not a session, or not a count.
        BadFramework: the band table cannot be read.
    """
    session, count = read_session(arguments.session), read_count(arguments.count)
    standing = shelf_of(demo=arguments.demo).band_table().standing(session, count)
    if arguments.json:
        print_json(as_json(standing))
    else:
        Printer.of(arguments).line(standing_words(standing))
    return 0


def as_json(standing: Standing) -> dict[str, object]:
    """A standing for programs; `band` is null for 0 and where there is no benchmark."""
    following = None
    if standing.next_band:
        following = {"band": standing.next_band, "at": standing.next_at, "more": standing.more}
    return {
        "session": standing.session,
        "count": standing.total,
        "band": standing.band,
        "next": following,
    }
