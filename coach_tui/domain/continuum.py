"""Rules of the coach's own placement: what is ticked, how it adds up, how it changed (E 15)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

TOP = 3
"""The highest level."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """What the ticked points come to; it informs, and places nothing (E 15).

    Attributes:
        full: the highest level of which every point is ticked, and of all below; 0 for none.
        done: how many points of the next level are ticked.
        of: how many it has; 0 past the highest.
    """

    full: int
    done: int
    of: int


def ticks_of(points: Collection[str], ticked: Collection[str]) -> Ticks:
    """What ticked points come to.

    Args:
        points: keys of all points of an element, each beginning with its level.
        ticked: keys of those that are ticked; one the element does not have counts for nothing.
    """
    full = 0
    while full < TOP:
        here = [key for key in points if key[:1] == str(full + 1)]
        done = sum(key in ticked for key in here)
        if not here or done < len(here):
            return Ticks(full, done, len(here))
        full += 1
    return Ticks(full, 0, 0)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many elements stand at each level.

    Attributes:
        levels: at Emerging, Developing, Transforming.
        unrated: at none.
    """

    levels: tuple[int, int, int]
    unrated: int

    @property
    def total(self) -> int:
        """How many were counted."""
        return sum(self.levels) + self.unrated

    def words(self, names: Sequence[str]) -> str:
        """In full: "4 Emerging, 8 Developing, 4 Transforming, 1 not rated"."""
        rated = ", ".join(f"{count} {name}" for count, name in zip(self.levels, names, strict=True))
        return f"{rated}, {self.unrated} not rated" if self.unrated else rated

    def short(self, names: Sequence[str]) -> str:
        """In few cells: "4 E, 8 D, 4 T, 1 not rated"."""
        return self.words([name[:1] for name in names])


def tally(levels: Iterable[int | None]) -> Tally:
    """Count levels; None is not rated."""
    found = list(levels)
    one, two, three = (found.count(level) for level in range(1, TOP + 1))
    return Tally((one, two, three), found.count(None))


def change_words(now: int | None, last: int | None) -> str:
    """How far a level is from the last rated one: "+1", "-2"; empty for no change or none."""
    if now is None or last is None or now == last:
        return ""
    return f"{now - last:+d}"


def group_level(levels: Sequence[int | None]) -> int | None:
    """The level that every line of a group has reached; None while one is not rated (CC-40)."""
    rated = [level for level in levels if level is not None]
    return min(rated) if rated and len(rated) == len(levels) else None


def last_rated(levels: Mapping[str, int | None], term: str) -> tuple[str, int] | None:
    """The last term before one in which a level was given, and the level; None for none.

    Args:
        levels: the level of each term.
        term: the term that is looked back from; terms sort as they follow each other.
    """
    before = sorted(one for one, level in levels.items() if one < term and level is not None)
    if not before:
        return None
    found = levels[before[-1]]
    assert found is not None
    return before[-1], found
