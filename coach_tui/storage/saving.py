"""One save: records checked against what is stored, put through TinyDB, written once."""

from collections.abc import Collection, Sequence

from tinydb import TinyDB
from tinydb.table import Document, Table

from coach_tui.domain.records import Record
from coach_tui.storage.datafile import DataFile
from coach_tui.storage.records import document_of, next_version, still_there
from coach_tui.storage.tables import Index, Snapshot
from coach_tui.storage.tiny_storage import AtomicStorage


class Saver:
    """The TinyDB behind a store; opened at the first save."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._storage = AtomicStorage(file)
        self._database = TinyDB(storage=lambda: self._storage)

    def save(
        self, records: Sequence[Record], gone: Sequence[Record], again: Collection[str]
    ) -> tuple[Record, ...]:
        """Save all of the records and take out those that go, in one transaction, or nothing.

        Raises:
            CoachError, FileMovedError, OSError: as `next_version` and `transaction` do.
        """
        with self._storage.transaction() as base:
            stored = tuple(self._next(record, base, again) for record in records)
            numbers = [self._going(record, base) for record in gone]
            for record, number in zip(gone, numbers, strict=True):
                self._database.table(record.table, cache_size=0).remove(doc_ids=[number])
            for name in dict.fromkeys(record.table for record in stored):
                rows = [record for record in stored if record.table == name]
                self._put(self._database.table(name, cache_size=0), rows, base.table(name))
        return stored

    def _next(self, record: Record, base: Snapshot, again: Collection[str]) -> Record:
        held = base.table(record.table).by_id.get(record.id)
        read = 0 if held or record.id not in again else record.revision
        return next_version(record, held, self._file.clock.now(), self._file.path, read)

    def _going(self, record: Record, base: Snapshot) -> int:
        """The number of the document that a record is taken out of."""
        held = base.table(record.table).by_id.get(record.id)
        return still_there(record, held, self._file.path).number

    def _put(self, table: Table, records: Sequence[Record], index: Index) -> None:
        """Replace documents whole: TinyDB's update would merge, and change what readers hold."""
        held = [index.by_id[record.id].number for record in records if record.id in index.by_id]
        if held:
            table.remove(doc_ids=held)
        table.insert_multiple(_numbered(records, index))


def _numbered(records: Sequence[Record], index: Index) -> list[Document]:
    """Documents with their old numbers, or the next free ones."""
    last, documents = index.last, []
    for record in records:
        held = index.by_id.get(record.id)
        if held is None:
            last += 1
        number = held.number if held else last
        documents.append(Document(document_of(record), doc_id=number))
    return documents
