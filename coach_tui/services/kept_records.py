"""Records of one kind over all people, checked once for as long as nobody changes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from coach_tui.domain.ports import Store
from coach_tui.domain.records import Record
from coach_tui.errors import Damaged, NotFound

R = TypeVar("R", bound=Record)

Wanted = Callable[[Mapping[str, Any]], object]
"""Whether a document, unchecked, is of interest; what is not is never checked."""


class KeptRecords:
    """Reads a store; a record that was read is checked again only once its document is another."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: dict[type[Record], dict[str, tuple[Mapping[str, Any], Record]]] = {}

    def every(self, kind: type[R], wanted: Wanted) -> tuple[R, ...]:
        """The records of a kind that are wanted, oldest id first. Damaged ones are left out.

        Raises:
            StorageError: the file cannot be read.
        """
        held, found = self._held.setdefault(kind, {}), list[R]()
        for document in sorted(self._store.documents(kind.table), key=lambda one: str(one["id"])):
            if wanted(document):
                record = self._one(kind, document, held)
                found += [record] if record else []
        return tuple(found)

    def _one(
        self,
        kind: type[R],
        document: Mapping[str, Any],
        held: dict[str, tuple[Mapping[str, Any], Record]],
    ) -> R | None:
        """The record of a document; None for a damaged one."""
        before = held.get(document["id"])
        if before and (before[0] is document or before[0] == document):
            assert isinstance(before[1], kind)
            return before[1]
        with suppress(NotFound, Damaged):
            record = self._store.get(kind, document["id"])
            held[document["id"]] = (document, record)
            return record
        return None
