"""How the entries of a word list are written, and the pattern that finds them in a line.

- a word by itself stands for its usual endings too: `chatty` finds chattier, chattiest, chattily;
- `=clear` is that word only; `engag*` any word that begins so;
- in a phrase words stand as written, or end in `*`; `are/were lost` is two phrases in one, a `*`
  by itself is any one word, a space stands for spaces or hyphens: `on task` finds on-task.
"""

import re
from collections.abc import Iterable
from itertools import product
from math import prod

MANNER = "letters, apostrophes, spaces and hyphens; = before a word, * after its beginning"
"""What an entry is made of, for the sentence on one that is not."""

MOST_CHOICES = 100
"""The most phrases that one entry may stand for."""

_WORD = r"[^\W_]+(?:['’][^\W_]+)*['’]?"
_CHOICE = rf"{_WORD}\*?(?:/{_WORD}\*?)*"
_ENTRY = re.compile(rf"={_WORD}|{_WORD}\*?|{_CHOICE}(?:[ -](?:\*|{_CHOICE}))+")
_ENDINGS = "s|es|ed|ing|ly|er|est|ness"
_E_ENDINGS = "e|es|ed|ing|ely|y|er|est|eness"
_Y_ENDINGS = "y|ies|ied|ying|ily|ier|iest|iness"
_DOUBLED = re.compile(r"[^aeiou][aeiou]([bdgklmnprt])")


def spelled_out(entry: str) -> list[str]:
    """An entry as it is compared, one for each choice in it: small letters, single spaces."""
    words = entry.lower().replace("’", "'").replace("-", " ").split()
    return [" ".join(choice) for choice in product(*(word.split("/") for word in words))]


def is_entry(entry: str) -> bool:
    """Whether an entry can be matched: written as this file says, not one letter, not endless."""
    choices = prod(word.count("/") + 1 for word in re.split("[ -]", entry))
    long_enough = len(entry.strip("=*'’")) > 1
    return choices <= MOST_CHOICES and long_enough and _ENTRY.fullmatch(entry) is not None


def any_of(entries: Iterable[str]) -> str:
    """The pattern of any of some entries, the longest first; for text as `lowered` gives it."""
    single = {one: None for entry in entries for one in spelled_out(entry)}
    return _tree([_pattern(one) for one in sorted(single, key=len, reverse=True)])


def lowered(text: str) -> str:
    """A text in small letters, each where it stood: `İ` alone would take two places."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _tree(patterns: list[str]) -> str:
    """Any of some patterns, shared beginnings once: a word is not tried against all of them."""
    if len(patterns) < 2:
        return patterns[0] if patterns else r"(?!)"
    heads: dict[str, list[str]] = {}
    for pattern in patterns:
        head = pattern[:1] if pattern[:1].isalnum() else pattern
        heads.setdefault(head, []).append(pattern[len(head) :])
    branches = (head + (_tree(rest) if any(rest) else "") for head, rest in heads.items())
    return f"(?:{'|'.join(branches)})"


def _pattern(entry: str) -> str:
    """One entry; what may repeat gives nothing back, so no line can take long."""
    if entry.startswith("="):
        return _spelled(entry[1:])
    if " " in entry or entry.endswith("*"):
        return r"[\s-]++".join(map(_part, entry.split(" ")))
    return _with_endings(entry)


def _part(word: str) -> str:
    """A word of a phrase."""
    if word == "*":
        return r"\w++(?:['’]\w++)?+"
    return _spelled(word[:-1]) + r"\w*+" if word.endswith("*") else _spelled(word)


def _spelled(word: str) -> str:
    return re.escape(word).replace("'", "['’]")


def _with_endings(word: str) -> str:
    """A word with the endings that English gives it."""
    if word.endswith("e"):
        return f"{_spelled(word[:-1])}(?:{_E_ENDINGS})"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{_spelled(word[:-1])}(?:{_Y_ENDINGS})"
    doubled = _DOUBLED.fullmatch(word[-3:])
    again = f"|{doubled[1]}(?:ed|ing|er|est|y|ier|iest)" if doubled else ""
    return f"{_spelled(word)}(?:{_ENDINGS}{again})?"
