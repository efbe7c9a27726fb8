"""Saving one record, of the same kind afterwards."""

from __future__ import annotations

from typing import TypeVar

from coach_tui.domain.ports import Store
from coach_tui.domain.records import Record

R = TypeVar("R", bound=Record)


def saved_one(store: Store, record: R) -> R:
    """Save a record; as it is on the disk.

    Raises:
        Conflict: someone else saved it since it was read; nothing was saved.
        StorageError: it could not be written; nothing was saved.
    """
    saved = store.save([record])[0]
    assert isinstance(saved, type(record))
    return saved
