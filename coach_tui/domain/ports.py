"""What the app asks of a store, record by record.

No port takes or returns a whole database, so that a server database can stand in for the file.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:  # the first screen needs the facts, not the checked records
    from coach_tui.domain.caseload import CoacheeFacts
    from coach_tui.domain.coachee import Coachee
    from coach_tui.domain.draft import Draft
    from coach_tui.domain.records import Record

R = TypeVar("R", bound="Record")


class Store(Protocol):
    """Where records are kept."""

    def facts(self, year: str) -> list[CoacheeFacts]:
        """What the caseload list needs of every person, for one school year; cheap, unchecked.

        Raises:
            StorageError: the file cannot be read.
        """
        ...

    def people(self) -> tuple[Coachee, ...]:
        """Everyone, archived people too, by listed name."""
        ...

    def get(self, kind: type[R], key: str) -> R:
        """One record by its id.

        Raises:
            NotFound: there is none.
            Damaged: it is there, but not as a record of this kind should be.
        """
        ...

    def of(self, kind: type[R], coachee_id: str) -> tuple[R, ...]:
        """A person's records of one kind, oldest id first. Damaged ones are left out."""
        ...

    def every(self, kind: type[R]) -> tuple[R, ...]:
        """All records of one kind, oldest id first. Damaged ones are left out.

        Raises:
            StorageError: the file cannot be read.
        """
        ...

    def save(
        self, records: Sequence[Record], gone: Sequence[Record] = (), again: Collection[str] = ()
    ) -> tuple[Record, ...]:
        """Save records in one transaction: all of them, or none.

        Each record's revision is the one that was read, 0 for a new record. On return they are on
        the disk.

        Args:
            records: of any kinds, each id once.
            gone: records to take out, as they were read; only undoing what made them does that.
            again: ids of records that were taken out and stand there again: their revisions go on
                from the one they had, so that nothing read before is taken for what is there now.

        Returns:
            The records as stored, in the same order: revision one higher, `updated_at` now.

        Raises:
            Conflict: a record was saved by someone else since it was read; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        ...

    def documents(self, table: str) -> Iterator[Mapping[str, Any]]:
        """The records of one table as they are kept, unchecked, in no order; for a search only.

        What was not saved since is the same object, or an equal one, when it is asked for again.

        Raises:
            StorageError: the file cannot be read.
        """
        ...

    def version(self) -> Hashable:
        """Something that is equal for as long as nobody has saved anything.

        Raises:
            StorageError: the file cannot be read.
        """
        ...

    def saved_at(self) -> str:
        """When the store was last saved, as ISO text in UTC; empty if it never was, or unknown."""
        ...

    def warm(self) -> None:
        """Load in idle time what the first save needs; safe in any thread."""
        ...


class Copies(Protocol):
    """Where texts go that the coach writes out."""

    def write(self, name: str, text: str) -> str:
        """Write a text to a new file that only the coach's account can read; its path, as told.

        Raises:
            StorageError: it could not be written.
        """
        ...


class Drafts(Protocol):
    """Where forms are kept while they are being typed."""

    def write(self, draft: Draft) -> None:
        """Put a draft on the disk, replacing the one of the same key.

        Raises:
            StorageError: it could not be written; the one before is still there.
        """
        ...

    def read(self, key: str) -> Draft | None:
        """The draft of a key, None if there is none or it cannot be read."""
        ...

    def discard(self, key: str) -> None:
        """Remove a draft; nothing happens if there is none."""
        ...

    def lend(self, key: str, text: str) -> str:
        """Put a draft's text into a private file for another program to change; its path.

        Raises:
            StorageError: it could not be written.
        """
        ...

    def lent(self, key: str) -> str | None:
        """What a lent text is now, None where none is lent; `write` and `discard` end the loan."""
        ...

    def all(self) -> tuple[Draft, ...]:
        """Every readable draft, the newest first."""
        ...

    def is_orphan(self, draft: Draft) -> bool:
        """Whether the form was cut off: not closed, and its process is gone."""
        ...

    def is_ours(self, draft: Draft) -> bool:
        """Whether this window wrote it."""
        ...

    def is_elsewhere(self, draft: Draft) -> bool:
        """Whether the form is open in another window: not closed, and that window lives."""
        ...
