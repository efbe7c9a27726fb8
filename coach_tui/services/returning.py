"""Whether a record can come back as it was: nothing may stand in its place by now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from coach_tui.errors import NotFound, Refused

if TYPE_CHECKING:  # undo is there before pydantic is
    from coach_tui.domain.coachee import Coachee
    from coach_tui.domain.cycle import Cycle
    from coach_tui.domain.ports import Store
    from coach_tui.domain.records import Record


Around = frozenset[tuple[str, int | None, int | None, str | None]]
"""The other sessions of a track: id, number, total and cluster of each."""


def around(store: Store, record: Record) -> Around:
    """What stands around a session's record; nothing around any other."""
    from coach_tui.domain.cycle import Cycle

    return _seen(_others(store, record)) if isinstance(record, Cycle) else frozenset()


def _seen(others: Iterable[Cycle]) -> Around:
    return frozenset((one.id, one.session, one.gi.total, one.cluster) for one in others)


def is_carried(store: Store, now: Record, back: Record | None) -> bool:
    """Whether a later year was begun with a total that would go (E2L-5).

    Args:
        store: where the records are.
        now: the record as it is.
        back: as it is to be; None where it is to go.
    """
    from coach_tui.domain.cycle import Cycle
    from coach_tui.domain.track_start import TrackStart

    if not isinstance(now, Cycle) or now.gi.total is None:
        return False
    if isinstance(back, Cycle) and back.gi.total == now.gi.total:
        return False
    return any(
        start.track > now.track
        and start.carried == now.gi.total
        and start.created_at > now.updated_at
        for start in store.of(TrackStart, now.coachee_id)
    )


def is_of_somebody(store: Store, back: Record, coming: Collection[str]) -> bool:
    """Whether the person a record is about is in the file, or comes back with it.

    A record of the coach's own practice is about nobody, and can always come back.
    """
    from coach_tui.domain.coachee import Coachee
    from coach_tui.domain.records import OwnRecord

    if isinstance(back, OwnRecord):
        return True
    person = getattr(back, "coachee_id", back.id)
    if person in coming:
        return True
    with suppress(NotFound):
        return bool(store.get(Coachee, person))
    return False


def can_return(store: Store, now: Record | None, back: Record, stood: Around) -> bool:
    """Whether a record can be put back without a second one of its kind, or a broken rule.

    A session, a round, a launch, a school year and a model's progression are there once for a
    person; a name once at a school. Where the sessions around one are others by now, their totals
    still grow, and none of them has its cluster (E2L-2, E2L-5).

    Args:
        store: where the records are.
        now: what is there of it; None where it was taken out.
        back: what is to be there.
        stood: what stood around it when it was last so.
    """
    from coach_tui.domain.coachee import Coachee
    from coach_tui.domain.cycle import Cycle

    if isinstance(back, Coachee):
        return _is_alone(store, now, back)
    if isinstance(back, Cycle):
        others = _others(store, back)
        same = _seen(others) == stood
        return _is_free(now, back, others) and (same or not _breaks(now, back, others))
    return now is not None or not _stands_twice(store, back)


def _stands_twice(store: Store, back: Record) -> bool:
    """Whether there is a record of its kind by now that it may not stand beside."""
    if not back.once:
        return False
    place = [getattr(back, name) for name in back.once]
    person = getattr(back, "coachee_id", "")
    made = store.of(type(back), person) if person else store.every(type(back))
    return any([getattr(one, name) for name in back.once] == place for one in made)


def _others(store: Store, cycle: Cycle) -> list[Cycle]:
    """The other records of a cycle's track."""
    held = store.of(type(cycle), cycle.coachee_id)
    return [one for one in held if one.track == cycle.track and one.id != cycle.id]


def _is_alone(store: Store, now: Record | None, back: Coachee) -> bool:
    """Whether a person can be told from all others in the caseload."""
    from coach_tui.services.twins import refuse_twin

    if back.status == "archived":
        return True
    with suppress(Refused):
        active = now if isinstance(now, type(back)) and now.status != "archived" else None
        refuse_twin(store, back, active)
        return True
    return False


def _is_free(now: Record | None, back: Cycle, others: Iterable[Cycle]) -> bool:
    """Whether no other record is of the same session or round."""
    if now is not None:
        return True
    return not any(
        (back.session is not None and one.session == back.session)
        or (back.number is not None and one.number == back.number)
        for one in others
    )


def _breaks(now: Record | None, back: Cycle, others: list[Cycle]) -> bool:
    """Whether a total or a cluster would no longer fit those of the sessions around it."""
    before = _misfits(now, others) if now is not None else set()
    return bool(_misfits(back, others) - before)


def _misfits(record: Record, others: Iterable[Cycle]) -> set[str]:
    """Ids of the sessions whose total or cluster a record does not fit."""
    from coach_tui.domain.cycle import Cycle

    assert isinstance(record, Cycle)
    total, session = record.gi.total, record.session
    found = set()
    for one in others:
        if session is None or one.session is None:
            continue
        if record.cluster and record.cluster == one.cluster:
            found.add(f"{one.id} cluster")
        if total is None or one.gi.total is None:
            continue
        earlier, later = sorted([(session, total), (one.session, one.gi.total)])
        if earlier[1] > later[1]:
            found.add(f"{one.id} total")
    return found
