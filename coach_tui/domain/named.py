"""Whether a text names somebody of the caseload, where no name should stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from coach_tui.text import NAME_CELLS, fit

How = Literal["surely", "perhaps"]

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "coach", "teacher", "principal"})
_WORD = re.compile(r"[^\W_]+")


def names_somebody(text: str, people: Iterable[tuple[str, str]]) -> tuple[str, How] | None:
    """The name that a text holds, and how sure that is; None for no name.

    A title or the other part of the name beside it makes it sure: "Ms. Bell", "Marcus Bell". Alone,
    "bell" may be the bell. A given name alone counts with a capital only: "Will", not "will".

    Args:
        text: what was typed.
        people: family and given name of each.
    """
    words = _WORD.findall(text)
    folded = [_folded(word) for word in words]
    perhaps: str | None = None
    for family, given in people:
        first, last = _parts(given), _parts(family)
        for at, word in enumerate(folded):
            around = {*folded[max(0, at - 1) : at], *folded[at + 1 : at + 2]}
            of_family = word in last
            of_given = word in first and words[at][:1].isupper()
            if (of_family and around & (first | _TITLES)) or (word in first and around & last):
                return fit(f"{given} {family}".strip(), NAME_CELLS), "surely"
            if of_family or of_given:
                perhaps = perhaps or fit(words[at], NAME_CELLS)
    return (perhaps, "perhaps") if perhaps else None


def _parts(name: str) -> set[str]:
    """The words of a name that are long enough to be told from an initial."""
    return {_folded(word) for word in _WORD.findall(name) if len(word) > 1}


def _folded(word: str) -> str:
    """Lower case, accents dropped."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def names_room(text: str, codes: Iterable[str]) -> str | None:
    """The first of these rooms that a text names; None for none.

    A code that is a number alone counts behind "room" or "rm" only: "Room 12", not "12 groups".
    """
    words = [word.upper() for word in _WORD.findall(text)]
    for code in codes:
        for at, word in enumerate(words):
            behind = at > 0 and words[at - 1] in ("ROOM", "RM", "ROOMS")
            if word == code and (behind or not code.isdecimal()):
                return code
    return None
