"""What does not hold together in a framework, where, and what to do about it.

A framework's own check gathers all that is wrong and raises it at once, so that whoever writes the
file by hand need not find one fault at a time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Place = tuple[str | int, ...]
"""Keys and places that lead to a value: ("bands", 3, "approaching")."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """One fault.

    Attributes:
        told: what is wrong, without a full stop: "session 4: Approaching starts at 12, not 11".
        at: where, from the value that checked itself.
        cure: what to do about it, as a sentence; empty where `told` says it.
    """

    told: str
    at: Place = ()
    cure: str = ""


class Misfits(ValueError):
    """All faults that a value found in itself.

    Attributes:
        found: at least one.
    """

    def __init__(self, found: tuple[Misfit, ...]) -> None:
        super().__init__("; ".join(one.told for one in found))
        self.found = found


def refuse(misfits: Iterable[Misfit]) -> None:
    """Nothing, where there is no fault.

    Raises:
        Misfits: there is one.
    """
    if found := tuple(misfits):
        raise Misfits(found)


TWICE = "Give one of them another id, or take it out."
"""What to do about an id that comes twice."""


def twice(kind: str, keys: Iterable[tuple[Place, object]], cure: str = TWICE) -> Iterator[Misfit]:
    """The keys that were there before, each where it comes again.

    Args:
        kind: what has the keys: "cluster".
        keys: each key with its place.
        cure: what to do about it.
    """
    met: set[object] = set()
    told: set[object] = set()
    for at, key in keys:
        if key in met and key not in told:
            told.add(key)
            yield Misfit(f"{kind} {key} is listed twice", at, cure)
        met.add(key)
