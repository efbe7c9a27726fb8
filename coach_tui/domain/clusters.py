"""Which cluster a session may focus on (E2L-2 to E2L-4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach_tui.domain.framework import Cluster, Phase, Timeline
from coach_tui.errors import ReasonNeeded, Refused


@dataclass(frozen=True, slots=True)
class ClusterChoice:
    """A cluster as the picker offers it.

    Attributes:
        cluster: the cluster.
        used_in: the earlier session that focused on it, if any.
        next_agreed: whether it is the next one in the agreed order.
        needs_reason: why picking it asks for a reason; empty where it is free to pick.
    """

    cluster: Cluster
    used_in: int | None = None
    next_agreed: bool = False
    needs_reason: str = ""


def offered(
    timeline: Timeline, session: int, used: Mapping[str, int], order: Sequence[str] = ()
) -> tuple[ClusterChoice, ...]:
    """The clusters free to pick at a session, the agreed order first.

    In the phase that covers each cluster once, only those not used yet. Past the last phase, all.

    Args:
        timeline: the framework.
        session: the session's number, from 1.
        used: session by cluster id, the earlier sessions of this track.
        order: the order agreed at the launch, cluster ids.
    """
    free = [c for c in all_choices(timeline, session, used, order) if not c.needs_reason]
    return tuple(sorted(free, key=lambda choice: _rank(choice.cluster.id, order)))


def all_choices(
    timeline: Timeline, session: int, used: Mapping[str, int], order: Sequence[str] = ()
) -> tuple[ClusterChoice, ...]:
    """Every cluster of the framework, with why it would need a reason."""
    phase = timeline.phase_of(session)
    first_free = next((key for key in order if key not in used), None)
    return tuple(
        ClusterChoice(
            cluster,
            used.get(cluster.id),
            next_agreed=cluster.id == first_free and _is_in(cluster, phase),
            needs_reason=_reason(cluster, phase, used),
        )
        for cluster in timeline.clusters
    )


def _rank(key: str, order: Sequence[str]) -> tuple[int, str]:
    """Agreed clusters first, in their order; then by id."""
    return (order.index(key) if key in order else len(order), key)


def _is_in(cluster: Cluster, phase: Phase | None) -> bool:
    return phase is None or cluster.phase == phase.number


def _reason(cluster: Cluster, phase: Phase | None, used: Mapping[str, int]) -> str:
    """Why a cluster asks for a reason at a session of this phase; empty where it does not."""
    if not _is_in(cluster, phase):
        return f"cluster {cluster.id} belongs to another phase"
    if phase and phase.pick == "each_once" and cluster.id in used:
        return f"cluster {cluster.id} was the focus of session {used[cluster.id]}"
    return ""


def asks_why(timeline: Timeline, session: int, key: str, used: Mapping[str, int]) -> bool:
    """Whether picking a cluster at a session asks for a reason."""
    return any(c.cluster.id == key and c.needs_reason for c in all_choices(timeline, session, used))


def check_pick(
    timeline: Timeline,
    session: int,
    key: str,
    used: Mapping[str, int],
    order: Sequence[str] = (),
    reason: str = "",
) -> str:
    """Check a picked cluster; gives a warning to show, or an empty text.

    Raises:
        Refused: the framework has no such cluster.
        ReasonNeeded: it was used in the phase that covers each once, or is of another phase.
    """
    choices = all_choices(timeline, session, used, order)
    choice = next((choice for choice in choices if choice.cluster.id == key), None)
    if choice is None:
        known = ", ".join(c.cluster.id for c in choices)
        raise Refused(f"There is no cluster '{key[:20]}'; the clusters are {known}.")
    if choice.needs_reason and not reason.strip():
        raise ReasonNeeded(
            f"For session {session}, {choice.needs_reason}; give a short reason to pick it anyway."
        )
    if choice.used_in is not None and not choice.needs_reason:
        return f"Cluster {key} was also the focus of session {choice.used_in}."
    return ""
