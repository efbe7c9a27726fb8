"""What hangs on a record: later records and unfinished forms that would be left with nothing."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # undo is there before pydantic is
    from coach_tui.domain.cycle import Cycle
    from coach_tui.domain.draft import Draft
    from coach_tui.domain.ports import Store
    from coach_tui.domain.records import Record
    from coach_tui.domain.track_start import TrackStart


def hanging_records(store: Store, going: Record, turned: Collection[str]) -> bool:
    """Whether records that stay name one that would go, are of its school year, or count on.

    Args:
        store: where the records are.
        going: the record that would go.
        turned: ids of all records of the change, which are about to be as they were before.
    """
    from coach_tui.domain.cycle import Cycle
    from coach_tui.domain.track_start import TrackStart

    others = [one for one in _about(store, going) if one.id not in turned]
    if any(going.id in one.model_dump_json() for one in others):
        return True
    if isinstance(going, TrackStart):
        return any(_is_in(going, one) for one in others)
    return isinstance(going, Cycle) and any(_follows(going, one) for one in others)


def hanging_drafts(drafts: Iterable[Draft], going: Record) -> bool:
    """Whether an unfinished form is about a record, corrects it, or was filled from it."""
    return any(
        going.id in (draft.coachee_id, draft.key.partition("-")[2])
        or going.id in json.dumps(draft.fields, default=str)
        for draft in drafts
    )


def _about(store: Store, going: Record) -> Iterator[Record]:
    """All records of the person that a record is, or is about."""
    from coach_tui.domain.change_words import ABOUT

    person = getattr(going, "coachee_id", going.id)
    for kind in ABOUT:
        yield from store.of(kind, person)


def _follows(going: Cycle, record: Record) -> bool:
    """Whether a record is a later session of the same track, recorded later."""
    later = getattr(record, "session", None) or 0
    same = getattr(record, "track", "") == going.track
    return same and bool(going.session) and later > (going.session or 0) and record.id > going.id


def _is_in(start: TrackStart, record: Record) -> bool:
    """Whether a record was made in a school year after that was begun."""
    return getattr(record, "track", "") == start.track and record.id > start.id
