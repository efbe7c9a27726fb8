"""Running counts of a note: how many lines of each tag, groups, clusters, quotes, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from coach_tui.domain.note import split_stamp, tag_of
from coach_tui.domain.note_marks import clusters, groups, quotes, ratios
from coach_tui.text import clean_line

_WORDS = (
    ("praise", "praise", "praise"),
    ("probe", "probe", "probes"),
    ("action", "action", "actions"),
    ("evidence", "GI evidence", "GI evidence"),
    ("private", "private", "private"),
)
_ALSO = (("quotes", "quote", "quotes"), ("counts", "count", "counts"))


@dataclass(slots=True)
class NoteTally:
    """Counts that follow a text as its lines come and go.

    Attributes:
        counts: by kind: "lines", each tag, "quotes", "counts".
        groups: lines that check in with a priority group, by its name.
        clusters: lines tagged with a cluster, by its letter.
    """

    counts: Counter[str] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    clusters: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, lines: Iterable[str]) -> NoteTally:
        """The counts of lines as typed."""
        tally = cls()
        tally.add(lines)
        return tally

    def add(self, lines: Iterable[str]) -> None:
        """Count lines that have come."""
        for line in lines:
            kinds, named, tagged = _facts(line)
            self.counts.update(kinds)
            self.groups.update(named)
            self.clusters.update(tagged)

    def drop(self, lines: Iterable[str]) -> None:
        """Take away lines that have gone."""
        for line in lines:
            kinds, named, tagged = _facts(line)
            self.counts.subtract(kinds)
            self.groups.subtract(named)
            self.clusters.subtract(tagged)

    def words(self) -> str:
        """The counts in words: "8 lines: 2 praise, 1 probe, @EL 2", empty for no line."""
        lines = self.counts["lines"]
        if not lines:
            return ""
        parts = self._told(_WORDS)
        parts += [f"@{name} {number}" for name, number in sorted(self.groups.items()) if number]
        parts += self._told(_ALSO)
        head = f"{lines} line" + ("" if lines == 1 else "s")
        return f"{head}: {', '.join(parts)}" if parts else head

    def _told(self, kinds: tuple[tuple[str, str, str], ...]) -> list[str]:
        """The counts of some kinds, those that are none left out."""
        return [
            f"{self.counts[kind]} {one if self.counts[kind] == 1 else many}"
            for kind, one, many in kinds
            if self.counts[kind]
        ]


@lru_cache(maxsize=256)
def _facts(line: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What a line adds: kinds, groups, clusters; nothing for a blank or a bare time.

    A private line is only that, whatever stands in it.
    """
    _at, text = split_stamp(clean_line(line))
    if not text:
        return (), (), ()
    tag = tag_of(text)
    if tag == "private":
        return ("lines", "private"), (), ()
    kinds = ["lines", *([tag] if tag else [])]
    kinds += ["quotes"] * len(quotes(text)) + ["counts"] * len(ratios(text))
    return tuple(kinds), groups(text), clusters(text)
