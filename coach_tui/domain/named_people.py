"""Who of the caseload a text names: a story leaves the app only with their consent (DLP-3F)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from coach_tui.text import to_ascii

if TYPE_CHECKING:
    from coach_tui.domain.coachee import Coachee

_APART = re.compile(r"[\s,\-]+")
_NO_LETTERS = re.compile(r"[\W_]+")
_LETTER = r"[^\W\d_]"
_JOINED = r"(?:[^\w\n]|_){0,3}"
_EVERYDAY = re.compile(
    r"am|an|as|at|be|by|can|do|go|he|her|hi|in|is|it|may|me|my|no|of|on|or|see|she|so|than|the|to|up"
    r"|us|we|will|you|art|bell|best|bill|black|book|brown|case|cook|day|field|frank|grace|grant|gray"
    r"|green|hall|hill|hope|joy|king|lane|little|long|love|major|mark|marks|page|park|price|rich"
    r"|rose|sharp|short|small|stone|strong|teacher|white|wise|wood|woods|word|young",
    re.IGNORECASE,
)
"""Words of almost any text from a school: in small letters they are no name."""
_SHORT = 3  # letters of a name that with an ending is a word of its own
SOMEBODY = "a teacher"
"""What stands in place of a name."""


def name_words(person: Coachee) -> tuple[str, ...]:
    """The words of a name as a text may have them, the longest first; single letters left out."""
    whole = {f"{person.given} {person.family}".strip(), person.name}
    halves = {person.given, person.family}
    words = {word for half in halves for word in (*half.split(), *_APART.split(half))}
    spelled = {form for word in whole | halves | words for form in (word, to_ascii(word))}
    kept = {word for word in spelled if sum(map(str.isalpha, word)) > 1}
    return tuple(sorted(kept, key=lambda word: (-len(word), word)))


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the words beside no other letter but a plural's; None for no word."""
    told = "|".join(f"{_spelled(word)}{_after(word)}" for word in words)
    return re.compile(rf"(?<!{_LETTER})(?:{told})", re.IGNORECASE) if told else None


def _after(word: str) -> str:
    """What may stand behind a word: a plural's s, but behind a short one ("Li") it is "lies"."""
    ending = "(?:e?s)?" if sum(map(str.isalpha, word)) > _SHORT else ""
    return f"(?={ending}(?!{_LETTER}))"


def _spelled(word: str) -> str:
    """A word of a name in small and capital letters, its parts joined in any way or in none."""
    if _EVERYDAY.fullmatch(word):
        return f"(?-i:{re.escape(word)}|{re.escape(word.upper())})"
    return _JOINED.join(re.escape(part) for part in _NO_LETTERS.split(word) if part)


def named_in(text: str, people: Iterable[Coachee]) -> tuple[Coachee, ...]:
    """The people whose given or family name a text holds, however it is spelled.

    A word that is a name too is taken for one: it is better asked once too often.
    """
    found = ((person, _pattern(name_words(person))) for person in people)
    return tuple(person for person, pattern in found if pattern and pattern.search(text))


def without_people(text: str, people: Iterable[Coachee]) -> str:
    """A text with `a teacher` in place of every name of the people."""
    return hiding(people)(text)


def hiding(people: Iterable[Coachee]) -> Callable[[str], str]:
    """What does that to any number of texts."""
    words = {word for person in people for word in name_words(person)}
    pattern = _pattern(sorted(words, key=lambda word: (-len(word), word)))
    return lambda text: pattern.sub(SOMEBODY, text) if pattern else text
