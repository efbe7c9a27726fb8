"""So many of so many: what most of the rules come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from coach_tui.domain.evidence import Behind, Evidence

Suggest = Callable[[int, int], int | None]
"""The level that a count of so many speaks for, by itself."""


NOTHING = "nothing to count yet"
"""What is told where there could be none."""


def no_level(_count: int, _of: int) -> None:
    """The source ties no level to the count alone."""


def share(
    element: str,
    rule: str,
    told: str,
    behind: Sequence[Behind],
    days: tuple[date, date],
    suggest: Suggest = no_level,
) -> Evidence:
    """How many of the records behind count, of all of them.

    Args:
        element: the element's id.
        rule: the key of what is counted.
        told: the count in words, with `{count}`, `{of}` and one or more `{noun|nouns}`.
        behind: each record there was, the newest first.
        days: the first and the last day that was looked at.
        suggest: the level that a count speaks for; asked only where there is something.
    """
    count, of = sum(one.counts for one in behind), len(behind)
    level = suggest(count, of) if of else None
    words = _filled(told, count, of) if of else NOTHING
    return Evidence(element, rule, count, of, words, *days, suggests=level, behind=tuple(behind))


def _filled(told: str, count: int, of: int) -> str:
    """The words with their numbers, and each noun as it goes with the second of them."""
    start, open_, rest = told.replace("{count}", str(count)).replace("{of}", str(of)).partition("{")
    while open_:
        noun, _, rest = rest.partition("}")
        one, _, more = noun.partition("|")
        start += one if of == 1 else more
        before, open_, rest = rest.partition("{")
        start += before
    return start
