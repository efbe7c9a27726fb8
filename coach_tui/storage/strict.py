"""Whether a file that another program wrote can be rewritten without losing a value.

The fast parser keeps the last of two equal names and turns long integers into fractions. Both are
harmless to read and a loss to write back, so the first save over such a file is refused.
"""

from collections.abc import Sequence
from typing import Any

_LOWEST, _HIGHEST = -(2**63), 2**64 - 1


def loss(raw: bytes) -> str:
    """What rewriting these bytes would lose, as in "it names 1 twice"; empty for nothing.

    Args:
        raw: a file that the fast parser has read without complaint.
    """
    import json  # only a file that another program wrote needs it

    try:
        json.loads(raw, object_pairs_hook=_once, parse_int=_integer)
    except ValueError as error:
        return str(error)
    return ""


def _once(pairs: Sequence[tuple[str, Any]]) -> None:
    """Refuse an object that has a name twice."""
    seen: set[str] = set()
    for name, _ in pairs:
        if name in seen:
            raise ValueError(f"it names {name[:40]!r} twice in one place")
        seen.add(name)


def _integer(digits: str) -> None:
    """Refuse an integer that would be rounded."""
    if len(digits) > 20 or not _LOWEST <= int(digits) <= _HIGHEST:
        raise ValueError(f"it holds a number of {len(digits)} digits, too long to keep")
