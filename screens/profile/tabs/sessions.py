"""The Sessions tab: each session of the track, its cluster, total and band."""

from __future__ import annotations

from coach_tui.domain.cycle import STATES, Cycle
from coach_tui.domain.dates import short_date
from coach_tui.domain.track import SessionPoint
from coach_tui.services.outputs import output_words
from coach_tui.text import pad
from coach_tui.widgets.band_meter import band_tone, meter
from coach_tui.widgets.spans import Line
from screens.profile.tabs.listed import Around, Listed, Row, title


def sessions(around: Around) -> tuple[Listed, ...]:
    """The track's sessions, the newest first."""
    points = reversed(around.profile.track.points)
    return tuple(_listed(point, around) for point in points)


def _listed(point: SessionPoint, around: Around) -> Listed:
    return Listed(
        point.cycle_id,
        "cycle",
        lambda width: _row(point, around, width),
        lambda width: _details(point, around, width),
        f"Session {point.session}: {_words(point, around)}",
    )


def _words(point: SessionPoint, around: Around) -> str:
    standing = around.profile.standing(point)
    carried = _carried(point, around)
    told = f"{standing.total} GIs{carried and f' ({carried})'}, {standing.word}" if standing else ""
    total = told or "no GI total recorded"
    return f"{total}, {f'cluster {point.cluster}' if point.cluster else 'cluster not set'}."


def _carried(point: SessionPoint, around: Around) -> str:
    """Where the first total of a year counts on from: "from 24 carried"."""
    return "" if point.total is None else around.profile.track.carried_words(point.session)


def _row(point: SessionPoint, around: Around, width: int) -> Line:
    """Number, day, cluster, total, gain and band: "3  Mar 4  D  8  +2  ■■·· Approaching"."""
    profile, glyphs = around.profile, around.glyphs
    standing, gain = profile.standing(point), profile.track.gain(point.session)
    total = "-" if point.total is None else str(point.total)
    cycle = profile.cycle_of(point)
    mark = (
        "c"
        if cycle and (cycle.corrections or any(c.was is not None for c in cycle.gi.history))
        else " "
    )
    band = standing.band if standing else None
    room = max(4, width - 34)
    word = "" if standing is None else standing.word
    if band and len(word) > room:
        word = band.short
    return (
        (f"{mark}{point.session:3}  ", ""),
        (pad(around.day(point.held_on), 9), "muted"),
        (pad(glyphs.shown(point.cluster or "-"), 2), ""),
        (f"{total:>5}", "strong"),
        (pad("" if gain is None else f"{gain:+d}", 5, right=True), "muted"),
        ("  ", ""),
        *meter(band, glyphs),
        (" " + pad(word, room), band_tone(band)),
    )


def _details(point: SessionPoint, around: Around, width: int) -> list[Row]:
    profile = around.profile
    standing = profile.standing(point)
    cycle = profile.cycle_of(point)
    gain = profile.track.gain(point.session)
    total = "not recorded"
    if standing:
        more = "" if gain is None else f" ({f'{gain:+d} {_carried(point, around)}'.strip()})"
        total = f"{standing.total} GIs, {standing.word}{more}"
    named = [
        ("when", "Held", short_date(point.held_on) + (", a count alone" if point.counted else "")),
        ("cluster", "Cluster", profile.cluster_words(point) or "not set"),
        ("gi", "Total", total),
    ]
    named += _counted(cycle) if cycle else []
    sent = profile.follow_up(point.cycle_id)
    named += [("", "After", output_words(sent))] if sent else []
    rows = [title(f"Session {point.session}", profile.track.year)]
    rows += around.fields(named, width)
    return rows + (around.corrected(cycle, width) if cycle else [])


def _counted(cycle: Cycle) -> list[tuple[str, str, str]]:
    """What stands beside the total, and why it was so."""
    own = cycle.gi.coach_total
    return [
        ("coach_total", "Coach", "" if own is None else f"counted {own}"),
        ("gi_reason", "Reason", cycle.gi.reason),
        ("gi_items", "Ticked", " ".join(cycle.gi.items)),
        ("override", "Cluster", cycle.override and f"out of order: {cycle.override}"),
        ("ratings", "Look-fors", _ratings(cycle)),
        ("own_words", "Teacher", cycle.self_assessment.words),
    ]


def _ratings(cycle: Cycle) -> str:
    """How the teacher sees each look-for: "C1 in place, C3 not yet"."""
    states = dict(STATES)
    return ", ".join(f"{r.look_for} {states[r.state]}" for r in cycle.self_assessment.ratings)
