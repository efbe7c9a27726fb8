"""Everything written, as of one reading, and what of it a query finds, kind by kind."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from coach_tui.domain.search_column import Column, Scope
from coach_tui.domain.search_entry import KINDS, Entry, Kind, Named
from coach_tui.domain.search_query import Query


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind.

    Attributes:
        hits: the best of it first, at most `MOST`.
        count: how many there are.
    """

    kind: Kind
    hits: tuple[Entry, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds.

    Attributes:
        text: what was typed.
        query: what was meant.
        groups: the kinds that have hits.
        people: who they are about, by id.
    """

    text: str
    query: Query
    groups: tuple[Group, ...] = ()
    people: Mapping[str, Named] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many hits there are of all kinds."""
        return sum(group.count for group in self.groups)


class Index:
    """Everything written, as of one reading. Never changed, so any thread may search it.

    Attributes:
        people: everyone, by id.
        cluster_of: the cluster of each cycle that has one, by the cycle's id.
    """

    def __init__(
        self,
        people: Mapping[str, Named],
        cluster_of: Mapping[str, str],
        columns: Mapping[Kind, Column],
    ) -> None:
        self.people = people
        self.cluster_of = cluster_of
        self._columns = columns

    def __len__(self) -> int:
        return sum(len(column.entries) for column in self._columns.values())

    def find(self, text: str, query: Query, scope: Scope) -> Found:
        """What a query finds, kind by kind; nothing where nothing is asked for."""
        if query.is_blank:
            return Found(text, query)
        found = ((kind, self._columns[kind].find(query, scope)) for kind in KINDS)
        groups = tuple(Group(kind, hits, count) for kind, (hits, count) in found if count)
        return Found(text, query, groups, self.people)

    def who(self, parts: Sequence[str]) -> set[str]:
        """Ids of the people that all of the parts fit."""
        return {
            key
            for key, person in self.people.items()
            if all(part in person.known_by for part in parts)
        }


def columns(entries: Iterable[Entry], people: Mapping[str, Named]) -> dict[Kind, Column]:
    """Entries as columns: people by name, all else newest first, the order given where equal.

    Entries of nobody that is known are left out: they could not be opened.
    """
    by_kind: dict[Kind, list[Entry]] = {kind: [] for kind in KINDS}
    for entry in entries:
        if entry.coachee_id in people:
            by_kind[entry.kind].append(entry)
    for kind, found in by_kind.items():
        if kind == "people":
            found.sort(key=lambda entry: people[entry.coachee_id].name.casefold())
        else:
            found.sort(key=lambda entry: -entry.day)
    return {kind: Column(found) for kind, found in by_kind.items()}
