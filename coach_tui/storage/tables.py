"""The data as it stood at one save: tables of plain documents, and indexes made when asked for.

Nothing here is ever changed after it is made, so one thread may read while another saves.
"""

from typing import Any, NamedTuple

Identity = tuple[int, int, int, bytes]
"""Which file, and which save of it: inode, size, time of change in ns, first bytes."""

Document = dict[str, Any]
"""One record as the file holds it, unchecked."""

Tables = dict[str, dict[str, Any]]
"""Documents by TinyDB's number (as text), by table. A document may be anything JSON can say."""


class Held(NamedTuple):
    """A document, and its number in its table."""

    number: int
    document: Document


class Index:
    """One table by record id and by person; documents without an id are not in it.

    Attributes:
        last: the highest document number, 0 for an empty table.
        by_id: where an id stands twice, the higher revision counts.
    """

    def __init__(self, table: dict[str, Any]) -> None:
        self.last = max(map(int, table), default=0)
        self.by_id: dict[str, Held] = {}
        for number, document in table.items():
            self._add(int(number), document)
        self._by_person: dict[str, list[Document]] | None = None

    def _add(self, number: int, document: object) -> None:
        if not isinstance(document, dict) or not isinstance(document.get("id"), str):
            return
        held = self.by_id.get(document["id"])
        if held is None or (_revision(held.document), held.number) < (_revision(document), number):
            self.by_id[document["id"]] = Held(number, document)

    def of(self, coachee_id: str) -> list[Document]:
        """A person's documents, oldest id first."""
        if self._by_person is None:
            self._by_person = _by_person(self.by_id)
        return self._by_person.get(coachee_id, [])


def _revision(document: Document) -> int:
    revision = document.get("revision")
    return revision if isinstance(revision, int) else -1


def _by_person(by_id: dict[str, Held]) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = {}
    for key in sorted(by_id):
        document = by_id[key].document
        if isinstance(coachee_id := document.get("coachee_id"), str):
            found.setdefault(coachee_id, []).append(document)
    return found


class Snapshot:
    """All tables as of one save.

    Attributes:
        identity: the file they were read from or written to, None before the first save.
        trusted: whether rewriting the file is known to lose nothing.
    """

    def __init__(
        self,
        identity: Identity | None,
        tables: Tables,
        before: "Snapshot | None" = None,
        *,
        trusted: bool = False,
    ) -> None:
        self.identity = identity
        self.tables = tables
        self.trusted = trusted
        self._indexes = before.kept(tables) if before else {}

    def kept(self, tables: Tables) -> dict[str, Index]:
        """The indexes of tables that the given ones have unchanged."""
        same = (name for name in self.tables if tables.get(name) is self.tables[name])
        return {name: self._indexes[name] for name in same if name in self._indexes}

    def table(self, name: str) -> Index:
        """A table's index; an empty one where there is no such table."""
        index = self._indexes.get(name)
        if index is None:
            index = self._indexes[name] = Index(self.tables.get(name, {}))
        return index

    @property
    def meta(self) -> Document:
        """The document that describes the file, empty before the first save."""
        meta = self.tables.get("meta", {}).get("1", {})
        return meta if isinstance(meta, dict) else {}
