"""The sessions as a table: all that the chart shows, in numbers and words."""

from collections.abc import Callable

from coach_tui.domain.bands import Band, BandLimits, BandTable
from coach_tui.domain.track import SessionPoint, Track
from coach_tui.widgets.band_meter import meter_and_word
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import Line, line, pad_line, retone

HEADING = " Ses  Cl   GI  Band             Init Appr Meet Exc"
WIDTH = 50
_BAND_WIDTH = 16


def table_lines(
    track: Track, bands: BandTable, glyphs: Glyphs, selected: int | None = None
) -> tuple[Line, ...]:
    """The heading and a row for each session of the table, then any the person had beyond it.

    A total carried over from the year before has a row above the first session.

    Args:
        track: the person's sessions.
        bands: the band table.
        glyphs: the letters to draw with.
        selected: the session drawn as the selected one.
    """
    draw = row_drawer(track, bands, glyphs)
    rows = [] if track.carried is None else [_carried(track.carried)]
    for session in sessions(track, bands):
        drawn = draw(session)
        rows.append(retone(pad_line(drawn, WIDTH), "cursor") if session == selected else drawn)
    return (line((HEADING, "heading")), *rows)


def _carried(total: int) -> Line:
    """The row of a total carried over."""
    return line((f"{total:13}  carried from the year before", "muted"))


def sessions(track: Track, bands: BandTable) -> tuple[int, ...]:
    """The session numbers that have a row."""
    last = max(bands.last_session, track.last.session if track.last else 0)
    return tuple(range(1, last + 1))


def row_drawer(track: Track, bands: BandTable, glyphs: Glyphs) -> Callable[[int], Line]:
    """What draws the row of a session number."""
    points = {point.session: point for point in track.points}

    def draw(session: int) -> Line:
        return _row(session, points.get(session), bands, glyphs)

    return draw


def _row(session: int, point: SessionPoint | None, bands: BandTable, glyphs: Glyphs) -> Line:
    cluster = glyphs.shown(point.cluster or "")[:2] if point else ""
    total = point.total if point else None
    standing = None if total is None else bands.standing(session, total)
    band = meter_and_word(standing, glyphs) if standing else line(("", ""))
    number = "" if total is None else str(total)
    head = f"{session:4}  {cluster:<2}{number:>5}  "
    limits = bands.limits(session)
    if limits is None:
        return line(head, *band)
    return line(head, *pad_line(band, _BAND_WIDTH), (_limits(limits), "muted"))


def _limits(limits: BandLimits) -> str:
    """The lowest totals of the bands, in columns."""
    init, appr, meet, exc = (limits.lowest(band) for band in Band)
    return f"{init:5}{appr:5}{meet:5}{exc:4}"
