"""Whether a text names somebody of the caseload, or a room, where no name should stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise
from typing import Literal

from coach_tui.domain.search_fold import folded
from coach_tui.text import NAME_CELLS, fit

How = Literal["surely", "perhaps"]

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "coach", "teacher", "principal"})
_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_DASHES = "\\-\u2010-\u2014"
_JOINT = re.compile(rf"[{_DASHES}._#]?")
_ITEM = rf"(?:[^\W\d_]{{0,5}}[{_DASHES}._#]?|[^\W\d_] )\d+[^\W\d_]*"
_TO = rf"[{_DASHES}]|\bto\b|\bthrough\b|\bthru\b"
_BETWEEN = rf"(?:[\s,&/+()#]|\band\b|\bor\b|\bplus\b|{_TO}|\b(?:nos?|nr|numbers?)\b\.?)"
_ROOMS = re.compile(
    rf"\b(?:class)?(?:rooms?|rms?\b\.?):?"
    rf"({_BETWEEN}*{_ITEM}(?:{_BETWEEN}+{_ITEM})*)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?<![^\W_])(?<![^\W\d_][{_DASHES}._#])\d+(?=s?\b)")
_SPAN = re.compile(rf"(?<!\w)(\d{{1,6}})\s*(?:{_TO})\s*(\d{{1,6}})(?!\w)", re.IGNORECASE)


def names_somebody(text: str, people: Iterable[tuple[str, str]]) -> tuple[str, How] | None:
    """The name that a text holds, as it is typed there, and how sure that is; None for no name.

    A title or the other part of the name beside it makes it sure: "Ms. Bell", "Marcus Bell". Alone,
    "bell" may be the bell. A given name alone counts with a capital only: "Will", not "will". Of
    several, as "the Bells", a name is a name too.

    Args:
        text: what was typed.
        people: family and given name of each.
    """
    words = _WORD.findall(text)
    forms = [_forms(word) for word in words]
    perhaps: str | None = None
    for family, given in people:
        first, last = _parts(given), _parts(family)
        for at, word in enumerate(forms):
            of_family = bool(word & last)
            of_given = bool(word & first)
            others = (first if of_family else set()) | (last if of_given else set())
            near = [n for n in (at - 1, at, at + 1) if n == at or _has(forms, n, others)]
            titled = of_family and _has(forms, at - 1, _TITLES)
            if titled or len(near) > 1:
                return fit(" ".join(words[n] for n in near), NAME_CELLS), "surely"
            if of_family or (of_given and words[at][:1].isupper()):
                perhaps = perhaps or fit(words[at], NAME_CELLS)
    return (perhaps, "perhaps") if perhaps else None


def _has(forms: Sequence[Set[str]], at: int, wanted: Set[str]) -> bool:
    return 0 <= at < len(forms) and bool(forms[at] & wanted)


def _parts(name: str) -> set[str]:
    """The words of a name that are long enough to be told from an initial."""
    return {folded(word) for word in _WORD.findall(name) if len(word) > 1}


def _forms(word: str) -> set[str]:
    """A word as typed, and without the ending of several: "okafors", "okafor"."""
    bare = folded(word)
    return {bare, bare.removesuffix("s"), bare.removesuffix("es")}


def names_room(text: str, codes: Iterable[str]) -> str | None:
    """The first of these rooms that a text names; None for none.

    R07 is named as "R07", "r7", "R-07" or "R 07", and by its number behind "room": "Room 7",
    "rooms 3, 7 and 9", "Rooms 5-8". A code that is a number alone counts behind "room" only:
    "Room 12", not "12 groups".
    """
    pieces = list(_PIECE.finditer(text))
    numbers = _behind_room(text)
    for code in codes:
        wanted = [_plain(piece) for piece in _PIECE.findall(code)]
        number = next((piece for piece in reversed(wanted) if piece.isdecimal()), "")
        if number in numbers:
            return code
        if len(wanted) > 1 and _stands(text, pieces, wanted):
            return code
    return None


def _plain(piece: str) -> str:
    """A part of a code as it is compared: "r" for "R", "7" for "07"."""
    return (piece.lstrip("0") or "0") if piece.isdecimal() else piece.casefold()


def _stands(text: str, pieces: Sequence[re.Match[str]], wanted: Sequence[str]) -> bool:
    """Whether a code's parts stand in a text one behind the other, and nothing else with them."""
    size = len(wanted)
    for at in range(len(pieces) - size + 1):
        found = pieces[at : at + size]
        if [_plain(piece[0]) for piece in found] != list(wanted):
            continue
        joined = all(_is_joined(text, *pair) for pair in pairwise(found))
        alone = not (at and _gap(text, pieces[at - 1], found[0]) == "")
        if joined and alone and not _is_glued(found[-1], pieces[at + size : at + size + 1]):
            return True
    return False


def _gap(text: str, one: re.Match[str], two: re.Match[str]) -> str:
    return text[one.end() : two.start()]


def _is_joined(text: str, one: re.Match[str], two: re.Match[str]) -> bool:
    """Whether two parts are of one code: "R-07", "R 07"; "a 4" is two words."""
    gap = _gap(text, one, two)
    return bool(_JOINT.fullmatch(gap)) or (gap == " " and one[0].isupper())


def _is_glued(last: re.Match[str], following: Sequence[re.Match[str]]) -> bool:
    """Whether more than the ending of several hangs on a part."""
    return any(piece.start() == last.end() and piece[0] != "s" for piece in following)


def _behind_room(text: str) -> set[str]:
    """The numbers that stand behind "room" or "rooms", with those that "5-8" holds between."""
    found: set[str] = set()
    for listed in _ROOMS.findall(text):
        found |= {_plain(number) for number in _BARE.findall(listed)}
        for ends in _SPAN.findall(listed):
            low, high = sorted(map(int, ends))
            found |= {str(number) for number in range(low, min(high, low + 999) + 1)}
    return found
