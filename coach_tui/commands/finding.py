"""Which command is meant by what is typed on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from coach_tui.commands.command import Command
from coach_tui.errors import Refused
from coach_tui.text import fit, visible

_NO_MATCH = 9


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

    A name counts before what help says. Where neither holds what is typed, its letters may stand
    apart in them: "pgd" means page-down. Behind the name of one that takes text, only it is meant.
    """
    name, text = split_typed(typed)
    whole = _named(commands, name)
    if whole is not None and whole.takes and text:
        return (whole,)
    ranked = [(_rank(found, name, text), found) for found in commands]
    fits = [(rank, found) for rank, found in ranked if rank != _NO_MATCH]
    if not fits:
        likes = [(_likeness(found, typed.lower().split()), found) for found in commands]
        fits = [(-like, found) for like, found in likes if like]
    return tuple(found for _, found in sorted(fits, key=lambda ranked: ranked[0]))


def _rank(found: Command, name: str, text: str) -> int:
    """How well a command fits, 0 the best."""
    if not text or found.takes:
        if found.name == name:
            return 0
        if found.name.startswith(name):
            return 1
        if name in found.name:
            return 2
    told = found.help.lower()
    return 3 if all(word in told for word in (name, *text.lower().split())) else _NO_MATCH


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


def asked(commands: Sequence[Command], typed: str) -> Asked:
    """The command that a typed line names.

    Raises:
        Refused: there is no such command, or it takes no text.
    """
    name, text = split_typed(typed)
    found = _named(commands, name)
    if found is None:
        raise Refused(_unknown(name, [command.name for command in commands]))
    if text and not found.takes:
        raise Refused(f"{found.name} takes no text behind it; nothing was done.")
    return Asked(found, text)


def picked(found: Command, typed: str) -> Asked:
    """A command picked from the list; what is typed behind its name goes with it."""
    name, text = split_typed(typed)
    return Asked(found, text if found.takes and found.name.startswith(name) else "")


def completed(found: Command, typed: str) -> str:
    """What is typed, with the whole name of a command in the place of its beginning."""
    text = picked(found, typed).text
    return f"{found.name} {text}" if found.takes else found.name


def _named(commands: Sequence[Command], name: str) -> Command | None:
    return next((found for found in commands if found.name == name), None)


def _unknown(name: str, names: Sequence[str]) -> str:
    """That there is no such command, and the one that is nearest."""
    if not name:
        return "No command is typed; Up and Down pick one of the list."
    shown = fit(visible(name), 20)
    near = get_close_matches(name[:40], names, n=1, cutoff=0.5)
    begun = [known for known in names if known.startswith(name)]
    nearest = (begun or near or [""])[0]
    told = f"the nearest is {nearest}" if nearest else "an empty line lists all"
    return f"There is no command '{shown}'; {told}. Nothing was done."
