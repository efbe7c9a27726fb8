"""The texts of one kind, and which of them a query finds.

A list of all words says which texts a rare word stands in; for a frequent part of words, all texts
are looked through, which for 50,000 of them takes some milliseconds.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, islice, repeat
from operator import contains, ne
from typing import TypeVar

from coach_tui.domain.search_entry import Entry
from coach_tui.domain.search_query import Needle, Query
from coach_tui.domain.search_words import Words

T = TypeVar("T")

MOST = 200
"""Hits of one kind that are kept; all are counted."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose texts count, and which: what the filters of a query come to.

    Attributes:
        people: ids of the people that fit; None for everyone.
        cycles: ids of the cycles that are of the asked clusters.
        of_cluster: ids of the people whose last session was on one of the asked clusters.
        private: whether private note lines count.
    """

    people: Collection[str] | None = None
    cycles: Collection[str] = ()
    of_cluster: Collection[str] = ()
    private: bool = True


class Column:
    """The texts of one kind, in the order they are shown in where they fit alike.

    They are sifted by what `itertools` and `operator` do in C: no line of Python runs for each of
    50,000 texts.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self._folds = _together([entry.fold for entry in entries])
        self._accents = _together([entry.accents for entry in entries])
        self._starts = _together([entry.start for entry in entries])
        self._people = [entry.coachee_id for entry in entries]
        self._days = [entry.day for entry in entries]
        self._tags: list[str] = [entry.tag for entry in entries]
        self._words = Words(self._starts)

    def find(self, query: Query, scope: Scope, most: int = MOST) -> tuple[tuple[Entry, ...], int]:
        """The best hits, and how many there are."""
        hits = self._narrowed(self._holding(query.needles), query, scope)
        best = self._ranked(hits, query, most) if query.needles else hits[:most]
        return tuple(self.entries[at] for at in best), len(hits)

    def _holding(self, needles: Sequence[Needle]) -> Sequence[int]:
        """Where all of the needles occur."""
        known = {needle: self._where_a_word(needle) for needle in needles}
        sets = sorted((found for found in known.values() if found is not None), key=len)
        every = range(len(self.entries))
        hits = every if not sets else sets[0] if len(sets) == 1 else _common(sets)
        for needle, found in known.items():
            if found is None or not needle.is_word:
                texts = self._accents if needle.accented else self._folds
                hits = list(_with(hits, texts, needle.text))
            if needle.exact:
                hits = list(_with(hits, self._starts, needle.start))
        return hits

    def _where_a_word(self, needle: Needle) -> Sequence[int] | None:
        """The texts that may hold a needle, since one of their words holds its longest word.

        None where they are so many that it is as quick to look through all.
        """
        part = max(needle.start.split(), key=len, default="")
        return self._words.holding(part, 2 * len(self.entries)) if part else None

    def _narrowed(self, hits: Sequence[int], query: Query, scope: Scope) -> Sequence[int]:
        """The hits that the filters let through."""
        if scope.people is not None:
            hits = list(compress(hits, map(scope.people.__contains__, _at(hits, self._people))))
        if query.since:
            first = query.since.toordinal()
            hits = list(compress(hits, map(first.__le__, _at(hits, self._days))))
        if query.tags:
            hits = list(compress(hits, map(query.tags.__contains__, _at(hits, self._tags))))
        if not scope.private:
            hits = list(compress(hits, map(ne, _at(hits, self._tags), repeat("private"))))
        if query.clusters:
            hits = [at for at in hits if _of_cluster(self.entries[at], query.clusters, scope)]
        return hits

    def _ranked(self, hits: Sequence[int], query: Query, most: int) -> list[int]:
        """The best of them: the whole phrase, then all words where words begin, then the rest."""
        best: dict[int, None] = {}
        for texts in dict.fromkeys(((query.phrase,), tuple(n.start for n in query.needles), ())):
            if not all(map(self._begins_a_word, texts)):
                continue
            tier: Iterable[int] = hits
            for text in texts:
                tier = _with(hits if tier is hits else list(tier), self._starts, text)
            better = (at for at in tier if at not in best)
            best.update(dict.fromkeys(list(islice(better, most - len(best)))))
        return list(best)

    def _begins_a_word(self, start: str) -> bool:
        """Whether any word begins as a needle does; saves looking through all texts for it."""
        return self._words.any_begins((start.split() or [""])[0])


def _together(texts: list[str]) -> list[str]:
    """The same texts, one behind the other in memory: looking through them takes half the time."""
    return "\n".join(texts).split("\n") if texts else []


def _at(hits: Sequence[int], values: list[T]) -> Iterable[T]:
    """The values of the hits."""
    return values if len(hits) == len(values) else map(values.__getitem__, hits)


def _common(sets: Sequence[Sequence[int]]) -> list[int]:
    """What is in all of some rising sequences, rising."""
    return sorted(set(sets[0]).intersection(*sets[1:]))


def _with(hits: Sequence[int], texts: list[str], text: str) -> Iterator[int]:
    """The hits whose texts hold a text; looked for as they are asked for."""
    return compress(hits, map(contains, _at(hits, texts), repeat(text)))


def _of_cluster(entry: Entry, asked: frozenset[str], scope: Scope) -> bool:
    """Whether an entry is of a cluster: the person's last, the cycle's, or the line's own."""
    if entry.kind == "people":
        return entry.coachee_id in scope.of_cluster
    return entry.cycle_id in scope.cycles or not asked.isdisjoint(entry.clusters)
