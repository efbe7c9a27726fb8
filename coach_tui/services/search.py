"""Search: everything written, kept folded in memory and read anew only where it changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import chain
from threading import Lock

from coach_tui.clock import Clock
from coach_tui.domain.bands import BandTable
from coach_tui.domain.caseload import CoacheeFacts
from coach_tui.domain.ports import Store
from coach_tui.domain.school_year import school_year
from coach_tui.domain.search_column import Scope
from coach_tui.domain.search_entry import Entry
from coach_tui.domain.search_index import Found, Index, columns
from coach_tui.domain.search_query import Query, read_query
from coach_tui.domain.search_reading import READERS, cluster_of, entries, person
from coach_tui.domain.unchecked import Document
from coach_tui.services.frameworks import FrameworkShelf

_NEVER = object()
_Read = tuple[Document, tuple[Entry, ...]]


class SearchService:
    """Finds what was written in one store. Any thread may ask.

    Attributes:
        asked: what was looked for last in this run, as typed; the search opens with it.
    """

    def __init__(self, store: Store, shelf: FrameworkShelf, clock: Clock) -> None:
        self._store = store
        self._shelf = shelf
        self._clock = clock
        self._lock = Lock()
        self._version: Hashable | object = _NEVER
        self._tables: dict[str, dict[str, _Read]] = {}
        self._index = Index({}, {}, columns((), {}))
        self.asked = ""

    def read(self, text: str) -> Query:
        """What is meant by what was typed so far.

        Raises:
            BadFramework: the timeline, which says what clusters there are, cannot be read.
        """
        known = [cluster.id for cluster in self._shelf.timeline().clusters]
        return read_query(text, self._clock.today(), known)

    def find(self, text: str, *, private: bool = True) -> Found:
        """What was written that fits, the best first, kind by kind.

        Reads what was saved since it was last asked; slow the first time.

        Args:
            text: as typed.
            private: whether private note lines count.

        Raises:
            StorageError: the file cannot be read.
            BadFramework: the timeline cannot be read.
        """
        index, query = self.refreshed(), self.read(text)
        return index.find(text, query, self._scope(index, query, private))

    def refreshed(self) -> Index:
        """Everything written, as it stands now; what did not change is not read again.

        Raises:
            StorageError: the file cannot be read.
        """
        with self._lock:  # one reads, the other waits for it instead of reading it all as well
            version = self._store.version()  # first: a save in between is then seen next time
            if version != self._version:
                changed = [self._reread(table) for table in READERS]
                if any(changed):
                    self._index = self._built()
                self._version = version
            return self._index

    def _reread(self, table: str) -> bool:
        """Read the documents of a table that changed; whether any did."""
        before, now = self._tables.get(table, {}), dict[str, _Read]()
        for document in self._store.documents(table):
            held = before.get(document["id"])
            if held is None or not (held[0] is document or held[0] == document):
                held = (document, entries(table, document, self._clock.local))
            now[document["id"]] = held
        self._tables[table] = now
        return len(now) != len(before) or any(held is not before.get(k) for k, held in now.items())

    def _built(self) -> Index:
        """The index of what the tables hold; the newest records first, each in its own order."""
        people = {key: person(document) for key, (document, _) in self._tables["coachees"].items()}
        known = {key: named for key, named in people.items() if named}
        clusters = {key: cluster_of(held) for key, (held, _) in self._tables["cycles"].items()}
        return Index(known, clusters, columns(self._entries(), known))

    def _entries(self) -> Iterator[Entry]:
        """All entries. A step that became a to-do is told of once, as that."""
        todos = self._newest("todos")
        agreed = {entry.cycle_id for entry in todos if entry.cycle_id and entry.kind == "steps"}
        yield from todos
        for entry in self._newest("cycles"):
            if entry.kind != "steps" or entry.record_id not in agreed:
                yield entry
        others = [table for table in READERS if table not in ("todos", "cycles")]
        yield from chain.from_iterable(map(self._newest, others))

    def _newest(self, table: str) -> list[Entry]:
        """A table's entries, those of the newest record first."""
        held = self._tables[table]
        return [entry for key in sorted(held, reverse=True) for entry in held[key][1]]

    # -- what filters come to ---------------------------------------------------------------

    def _scope(self, index: Index, query: Query, private: bool) -> Scope:
        """Whose texts a query is about."""
        people = index.who(query.who) if query.who else None
        facts: list[CoacheeFacts] = []
        if query.bands or query.clusters:
            facts = self._store.facts(school_year(self._clock.today()))
        if query.bands:
            fit = _of_bands(facts, query, self._shelf.band_table())
            people = fit if people is None else people & fit
        asked = query.clusters
        return Scope(
            people,
            {key for key, cluster in index.cluster_of.items() if cluster in asked},
            {
                held.coachee_id
                for held in facts
                if (last := held.track.last) and last.cluster in asked
            },
            private,
        )


def _of_bands(facts: Iterable[CoacheeFacts], query: Query, table: BandTable) -> set[str]:
    """Ids of the people whose last total is in one of the asked bands."""
    found = set()
    for held in facts:
        last = held.track.last
        if last is None or last.total is None:
            continue
        if table.standing(last.session, last.total).band in query.bands:
            found.add(held.coachee_id)
    return found
