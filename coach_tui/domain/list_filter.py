"""Words that narrow a list as they are typed: each must stand in one of the texts."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from coach_tui.text import clean_line, to_ascii


@lru_cache(maxsize=20_000)  # the same few texts of each person at every key
def folded(text: str) -> tuple[str, str]:
    """A text for comparing: in small letters, and the same without accents."""
    small = clean_line(text).casefold()
    if small.isascii():
        return small, small
    return small, to_ascii(small).replace("?", " ").casefold()  # its ? is no letter of a name


def has_word(word: str, text: str) -> bool:
    """Whether a text holds a word; where an accent is typed, it counts."""
    small, plain = folded(text)
    return word in small or (word.isascii() and word in plain)


def nearest(typed: str, names: Collection[str]) -> str:
    """What may be meant by a word before a colon that is no filter's name.

    Args:
        typed: the word, in small letters.
        names: the filters there are.
    """
    from difflib import get_close_matches  # only once something is mistyped

    begun = [name for name in names if name.startswith(typed)]
    near = begun or get_close_matches(typed, names, n=1, cutoff=0.5)
    if near:
        return f"{near[0]}: is the nearest filter, there is none of that name"
    return f"{' '.join(f'{name}:' for name in names)} are all the filters"


def words_of(typed: str) -> tuple[str, ...]:
    """What is typed, in small letters, word by word."""
    return tuple(clean_line(typed).casefold().split())


def matches_words(typed: str, *texts: str) -> bool:
    """Whether each typed word stands in one of the texts; nothing typed fits all."""
    return all(any(has_word(word, text) for text in texts) for word in words_of(typed))
