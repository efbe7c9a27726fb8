"""Giving a recorded session another focus cluster, whichever way the coach takes to it."""

from __future__ import annotations

from coach_tui.domain.clusters import asks_why
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.framework import Timeline
from coach_tui.domain.track import Track


def with_cluster(
    cycle: Cycle, cluster: str | None, reason: str, track: Track, timeline: Timeline
) -> Cycle:
    """A cycle with another cluster; itself where it has it already.

    Ratings of the cluster before go out of it, since they are of that one's look-fors.

    Args:
        cycle: as it is recorded, with its session number where it takes one.
        cluster: id of the cluster; None for "not set".
        reason: why; kept as the override where the framework's order asks for one (E2L-2).
        track: the track the cycle is in.
        timeline: the framework.
    """
    if cluster == cycle.cluster:
        return cycle
    against = bool(cluster and cycle.session) and asks_why(
        timeline, cycle.session or 0, cluster or "", track.used(cycle.session or 0)
    )
    picked = timeline.cluster(cluster)
    known = {look.id for look in picked.look_fors} if picked else set()
    seen = cycle.self_assessment
    ratings = tuple(rating for rating in seen.ratings if rating.look_for in known)
    return cycle.but(
        cluster=cluster,
        override=reason if against else "",
        self_assessment=seen.but(ratings=ratings),
    )
