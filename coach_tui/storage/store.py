"""Records in the one data file. Reading for the first screen needs neither pydantic nor TinyDB."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from coach_tui.clock import Clock
from coach_tui.domain.unchecked import read_moment
from coach_tui.errors import NotFound, Unavailable
from coach_tui.storage.datafile import DataFile, FileMovedError
from coach_tui.storage.facts import facts
from coach_tui.storage.tables import Snapshot
from coach_tui.storage.trouble import named, told

if TYPE_CHECKING:  # the first screen needs the facts, not the checked records
    from coach_tui.domain.caseload import CoacheeFacts
    from coach_tui.domain.coachee import Coachee
    from coach_tui.domain.records import Record
    from coach_tui.storage.saving import Saver

R = TypeVar("R", bound="Record")

_TRIES = 5


class FileStore:
    """The records of one coach, in one file that stock TinyDB can open at any time.

    Any thread may read. Saves belong in one thread, since they wait for the disk; several windows
    may each have a store on the same file.
    """

    def __init__(self, path: Path, clock: Clock, *, readonly: bool = False) -> None:
        """Name the file; nothing is opened, and a missing file is an empty caseload."""
        self._file = DataFile(path, clock)
        self._readonly = readonly
        self._saver: Saver | None = None

    @property
    def path(self) -> Path:
        """The data file, absolute."""
        return self._file.path

    def facts(self, year: str) -> list[CoacheeFacts]:
        """What the caseload list needs of every person, for one school year.

        Raises:
            StorageError: the file cannot be read.
        """
        clock = self._file.clock
        return facts(self._current(), year, lambda moment: clock.local(moment).date())

    def saved_at(self) -> str:
        """When the file was last saved, as ISO text in UTC; empty if it never was, or unknown.

        Raises:
            StorageError: the file cannot be read.
        """
        moment = read_moment(self._current().meta.get("saved_at"))
        return moment.isoformat() if moment else ""

    def people(self) -> tuple[Coachee, ...]:
        """Everyone, archived people too, by listed name. Damaged records are left out.

        Raises:
            StorageError: the file cannot be read.
        """
        from coach_tui.domain.coachee import Coachee
        from coach_tui.storage.records import readable

        held = self._current().table(Coachee.table).by_id.values()
        found = (readable(Coachee, document) for _, document in held)
        people = (person for person in found if person)
        return tuple(sorted(people, key=lambda person: (person.name.casefold(), person.id)))

    def get(self, kind: type[R], key: str) -> R:
        """One record by its id.

        Raises:
            NotFound: there is none.
            Damaged: it is there, but not as a record of this kind should be.
            StorageError: the file cannot be read.
        """
        from coach_tui.storage.records import checked, word

        held = self._current().table(kind.table).by_id.get(key)
        if held is None:
            raise NotFound(f"There is no such {word(kind)} in {named(self.path)}.")
        return checked(kind, held.document, self.path)

    def of(self, kind: type[R], coachee_id: str) -> tuple[R, ...]:
        """A person's records of one kind, oldest id first. Damaged ones are left out.

        Raises:
            StorageError: the file cannot be read.
        """
        from coach_tui.storage.records import readable

        documents = self._current().table(kind.table).of(coachee_id)
        found = (readable(kind, document) for document in documents)
        return tuple(record for record in found if record)

    def every(self, kind: type[R]) -> tuple[R, ...]:
        """All records of one kind, oldest id first. Damaged ones are left out.

        Raises:
            StorageError: the file cannot be read.
        """
        from coach_tui.storage.records import readable

        by_id = self._current().table(kind.table).by_id
        found = (readable(kind, by_id[key].document) for key in sorted(by_id))
        return tuple(record for record in found if record)

    def documents(self, table: str) -> Iterator[Mapping[str, Any]]:
        """The records of one table as the file holds them, unchecked, in no order.

        Raises:
            StorageError: the file cannot be read.
        """
        held = self._current().table(table).by_id.values()
        return (document for _, document in held)

    def version(self) -> Hashable:
        """Which save the file holds now.

        Raises:
            StorageError: the file cannot be read.
        """
        return self._current().identity

    def save(
        self, records: Sequence[Record], gone: Sequence[Record] = (), again: Collection[str] = ()
    ) -> tuple[Record, ...]:
        """Save records, and take others out, in one transaction: all of it, or nothing.

        Args:
            records: of any kinds, with the revisions that were read.
            gone: records to take out.
            again: ids of records that were taken out before; their revisions go on.

        Returns:
            The records as stored, in the same order: revision one higher, `updated_at` now. They
            are on the disk.

        Raises:
            Conflict: a record was saved by someone else since it was read; nothing was saved.
            Refused: a value cannot be stored; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        if self._readonly:
            raise Unavailable(f"{named(self.path)} was opened read-only; nothing was saved.")
        every = [*records, *gone]
        if len({record.id for record in every}) != len(every):
            raise ValueError("a record is in the same save twice")
        if not every:
            return ()
        with told(self.path, "saved"):
            return self._save(records, gone, again)

    def _save(
        self, records: Sequence[Record], gone: Sequence[Record], again: Collection[str]
    ) -> tuple[Record, ...]:
        """Save; start again if a program that takes no lock came between."""
        for _ in range(_TRIES):
            try:
                return self._opened().save(records, gone, again)
            except FileMovedError:
                continue
        raise Unavailable(
            f"Another program keeps changing {named(self.path)}. Nothing was saved; close that"
            " program, then try again."
        )

    def warm(self) -> None:
        """Load in idle time what the first save needs, so that it is quick; safe in any thread."""
        self._opened()

    def _opened(self) -> Saver:
        if self._saver is None:
            from coach_tui.storage.saving import Saver

            self._saver = Saver(self._file)
        return self._saver

    def _current(self) -> Snapshot:
        with told(self.path, "read"):
            return self._file.current()
