"""Which command is meant by what is typed on the command line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from coach_tui.commands.command import Command
from coach_tui.errors import Refused
from coach_tui.text import fit, visible

_WORDS, _WITHIN, _NO_MATCH = 3, 4, 9
"""Ranks of a command whose words begin as typed, hold it elsewhere, or do not hold it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A command, and the text typed behind its name."""

    command: Command
    text: str = ""


def split_typed(typed: str) -> tuple[str, str]:
    """The name that a typed line begins with, in small letters, and the text behind it."""
    name, _, text = typed.strip().partition(" ")
    return name.lower(), text.strip()


def matching(commands: Sequence[Command], typed: str) -> tuple[Command, ...]:
    """The commands that may be meant, the likeliest first; all where nothing is typed.

    A name counts before what key bar and help say. Where none of them holds what is typed, its
    letters may stand apart in them: "pgd" means page-down; then a name may be like it: "cycel".
    Behind the name of one that takes text, only it is meant.
    """
    whole = _named(commands, typed)
    if whole is not None and whole.command.takes and whole.text:
        return (whole.command,)
    ranked = [(_rank(found, typed), found) for found in commands]
    fits = [(rank, found) for rank, found in ranked if rank < _WITHIN]
    fits = fits or [(rank, found) for rank, found in ranked if rank == _WITHIN]
    if not fits:
        likes = [(_likeness(found, typed.lower().split()), found) for found in commands]
        fits = [(-like, found) for like, found in likes if like]
    if not fits and whole is None:
        return _alike(commands, split_typed(typed)[0])
    return tuple(found for _, found in sorted(fits, key=lambda ranked: ranked[0]))


def _rank(found: Command, typed: str) -> int:
    """How well a command fits, 0 the best."""
    name, text = split_typed(typed)
    if _named((found,), typed) == Asked(found):
        return 0
    if not text or found.takes:
        if found.name.startswith(name):
            return 1
        if name in found.name:
            return 2
    told = f"{found.words} {found.help}".lower()
    if _begin_words(typed, told):
        return _WORDS
    return _WITHIN if all(word in told for word in typed.lower().split()) else _NO_MATCH


def _begin_words(typed: str, told: str) -> bool:
    """Whether each word that is typed is the beginning of one that is told."""
    words = told.lower().split()
    return all(any(word.startswith(one) for word in words) for one in typed.lower().split())


def _likeness(found: Command, words: Sequence[str]) -> int:
    """How well the letters of every word fit a command in their order; 0 where some word does not.

    A name counts more than help, whose words must begin with the letter that is typed first.
    """
    told = [word for word in found.help.lower().split() if word.isalpha()]
    total = 0
    for word in words:
        in_help = [_scattered(word, one) for one in told if one[0] == word[0]]
        best = max(2 * _scattered(word, found.name) + 1, *in_help, 1) - 1
        if not best:
            return 0
        total += best
    return total


def _scattered(letters: str, text: str) -> int:
    """How well letters stand in a text in their order, 0 where they do not.

    Those that follow one another or begin a word count more, a long text less.
    """
    if len(letters) > len(text):
        return 0
    scores = {-1: 0}
    for letter in letters:
        nearer = {}
        for at, char in enumerate(text):
            before = [(score, end) for end, score in scores.items() if end < at]
            if char == letter and before:
                starts = at == 0 or not text[at - 1].isalnum()
                nearer[at] = max(
                    score + (40 if starts else 30 if end == at - 1 else 10) for score, end in before
                )
        scores = nearer
    best = max(scores.values(), default=0)
    return max(1, best - len(text)) if best else 0


def _alike(commands: Sequence[Command], name: str) -> tuple[Command, ...]:
    """The one whose name is most like a mistyped one, if any is."""
    near = get_close_matches(name[:40], [found.name for found in commands], n=1, cutoff=0.5)
    return tuple(found for found in commands if found.name in near)


def asked(commands: Sequence[Command], typed: str) -> Asked:
    """The command that a typed line names, or is a part of the name or the words of it alone.

    Raises:
        Refused: several or none may be meant, or it takes no text.
    """
    whole = _named(commands, typed)
    if whole is None:
        found = matching(commands, typed)
        if len(found) == 1 and _is_part(found[0], typed):
            return picked(found[0], typed)
        raise Refused(_unknown(split_typed(typed)[0], found))
    if whole.text and not whole.command.takes:
        raise Refused(f"{whole.command.name} takes no text behind it; nothing was done.")
    return whole


def _is_part(found: Command, typed: str) -> bool:
    """Whether a part of its name is typed, or words that begin as the ones that it is called by.

    What help adds behind a comma calls it nothing: "back" is not "archive, or take back out".
    """
    name, text = split_typed(typed)
    if text and found.takes and found.name.startswith(name):
        return True
    called = f"{found.words} {re.split('[,;:]', found.help)[0]}"
    return typed.strip().lower() in found.name or _begin_words(typed, called)


def picked(found: Command, typed: str) -> Asked:
    """A command picked from the list; what is typed behind its name goes with it."""
    name, text = split_typed(typed)
    if whole := _named((found,), typed):
        text = whole.text
    elif not found.name.startswith(name):
        text = ""
    return Asked(found, text if found.takes else "")


def completed(found: Command, typed: str) -> str:
    """What is typed, with the whole name of a command in the place of its beginning."""
    text = picked(found, typed).text
    return f"{found.name} {text}" if found.takes else found.name


def _named(commands: Sequence[Command], typed: str) -> Asked | None:
    """The command whose whole name is typed, be it in two words ("new year"), and the text."""
    name, text = split_typed(typed)
    for said, behind in ((name, text), ("".join(typed.lower().split()), "")):
        for found in commands:
            if found.name.replace("-", "") == said.replace("-", ""):
                return Asked(found, behind)
    return None


def _unknown(name: str, found: Sequence[Command]) -> str:
    """That there is no such command, and the one that the list shows first."""
    if not name:
        return "No command is typed; Up and Down pick one of the list."
    told = f"the nearest is {found[0].name}" if found else "an empty line lists all"
    return f"There is no command '{fit(visible(name), 20)}'; {told}. Nothing was done."
