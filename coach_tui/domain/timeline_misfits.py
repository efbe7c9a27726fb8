"""What does not hold together in a timeline: ids, phases, sessions, clusters, itemized GIs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from coach_tui.domain.bands import Band
from coach_tui.domain.misfit import Misfit, Place, twice

if TYPE_CHECKING:
    from coach_tui.domain.framework import Phase, Timeline

_RENUMBER = "Give one of them another number, or take it out."


def timeline_misfits(timeline: Timeline) -> Iterator[Misfit]:
    """All that is wrong between its parts; each part has checked itself before."""
    yield from _listed_twice(timeline)
    yield from _phases(timeline)
    yield from _sessions(timeline)
    yield from _falling(timeline)
    yield from _clusters(timeline)
    yield from _gis(timeline)


def _listed_twice(timeline: Timeline) -> Iterator[Misfit]:
    """Ids and numbers come once (E2L-8)."""
    phases = ((("phases", n), phase.number) for n, phase in enumerate(timeline.phases))
    rows = ((("bands", n), row.session) for n, row in enumerate(timeline.bands))
    clusters = ((("clusters", n), cluster.id) for n, cluster in enumerate(timeline.clusters))
    looks = (
        (("clusters", n, "look_fors", m), look.id)
        for n, cluster in enumerate(timeline.clusters)
        for m, look in enumerate(cluster.look_fors)
    )
    gis = ((("gis", n), gi.id) for n, gi in enumerate(timeline.gis))
    yield from twice("cluster", clusters)
    yield from twice("phase", phases, _RENUMBER)
    yield from twice("session", rows, _RENUMBER)
    yield from twice("look-for", looks)
    yield from twice("GI", gis)


def _phases(timeline: Timeline) -> Iterator[Misfit]:
    """Phases follow each other from session 1 on (E2L-1)."""
    expected = 1
    for n, phase in enumerate(timeline.phases):
        if phase.first != expected or phase.last < phase.first:
            yield Misfit(
                f"phase {phase.number} runs {phase.first} to {phase.last}; "
                f"it should start at session {expected}",
                ("phases", n),
                _renumbered(phase, expected),
            )
        expected = max(phase.last, expected) + 1


def _renumbered(phase: Phase, expected: int) -> str:
    """What to write for a phase that should start at a session; a number that fits stays."""
    if phase.last >= expected:
        return f"Write first = {expected}."
    first = f"first = {expected}, and " if phase.first != expected else ""
    return f"Write {first}{expected} or more as last."


def _sessions(timeline: Timeline) -> Iterator[Misfit]:
    """Every session from 1 to the last of the phases has one row of bands, in order."""
    last = max(phase.last for phase in timeline.phases)
    found = [row.session for row in timeline.bands]
    expected = 1
    for session in (*sorted(set(found)), last + 1):
        if session > expected:
            at = next((n for n, number in enumerate(found) if number > expected), len(found) - 1)
            cure = f"Add a row for session {expected}{_of_more(expected, session)}."
            yield Misfit(f"session {expected} has no bands", ("bands", at), cure)
        expected = max(expected, session + 1)
    for n, (before, session) in enumerate(pairwise(found), 1):
        if session < before:
            told = f"session {session} comes after session {before}"
            yield Misfit(told, ("bands", n), "Put the sessions in order, from 1 on.")
            return


def _falling(timeline: Timeline) -> Iterator[Misfit]:
    """A total that only grows falls into no lower band: no limit falls from session to session."""
    for n, (before, row) in enumerate(pairwise(timeline.band_table.rows), 1):
        for band in Band if row.session > before.session else ():
            least, low = before.lowest(band), row.lowest(band)
            if low < least:
                told = (
                    f"session {row.session}: {band.word} starts at {low}, "
                    f"below {least} at session {before.session}"
                )
                yield Misfit(told, ("bands", n, band.value), f"Start it at {least} or more.")


def _of_more(first: int, following: int) -> str:
    """The last of several sessions that are missing: " and so on to 6"."""
    return f", and so on to session {following - 1}" if following - 1 > first else ""


def _clusters(timeline: Timeline) -> Iterator[Misfit]:
    """Every cluster is of a phase, and no phase is without (E2L-3, E2L-4)."""
    numbers = {phase.number for phase in timeline.phases}
    known = ", ".join(map(str, sorted(numbers)))
    for n, cluster in enumerate(timeline.clusters):
        if cluster.phase not in numbers:
            told = f"cluster {cluster.id} names phase {cluster.phase}, not listed"
            yield Misfit(told, ("clusters", n, "phase"), f"Write one of these: {known}.")
    for n, phase in enumerate(timeline.phases):
        if not timeline.clusters_of(phase):
            cure = f"Add a cluster with phase = {phase.number}."
            yield Misfit(f"phase {phase.number} has no cluster", ("phases", n), cure)
        else:
            yield from _each_once(timeline, phase, ("phases", n))


def _each_once(timeline: Timeline, phase: Phase, at: Place) -> Iterator[Misfit]:
    """A phase that covers each of its clusters once has a session for each (E2L-3)."""
    clusters = len({cluster.id for cluster in timeline.clusters_of(phase)})
    if phase.pick == "each_once" and phase.sessions and clusters != len(phase.sessions):
        told = (
            f"phase {phase.number} covers each cluster once, "
            f"but has sessions {phase.first} to {phase.last} and {clusters} clusters"
        )
        cure = 'Have as many clusters as sessions, or write pick = "one_each_time".'
        yield Misfit(told, at, cure)


def _gis(timeline: Timeline) -> Iterator[Misfit]:
    """Every itemized GI is of a cluster (E2L-9)."""
    known = {cluster.id for cluster in timeline.clusters}
    for n, gi in enumerate(timeline.gis):
        if gi.cluster not in known:
            told = f"GI {gi.id} names cluster {gi.cluster}, not listed"
            yield Misfit(told, ("gis", n, "cluster"), "Write the id of a cluster in this file.")
