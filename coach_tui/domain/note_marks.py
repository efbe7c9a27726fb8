"""What a note line says besides its text: clusters, priority groups, quotes, counts (IP-6, IP-7).

Tags count only behind the beginning of a line: a line that starts with `#` is private.
"""

import re
from typing import NamedTuple

_CLUSTER = re.compile(r"(?<=\s)#([A-Za-z])(?!\w)")
_GROUP = re.compile(r"(?<![\w@.\[])@([A-Za-z][\w-]{0,19})(?![\w=-])")
_RATIO = re.compile(r"(?<![\w/.])(\d{1,4})/(\d{1,4})(?![\w/])")
_QUOTE = re.compile(r"\"([^\"]*)(?:\"|$)|“([^”]*)(?:”|$)")


class Ratio(NamedTuple):
    """So many of so many: 17/24."""

    part: int
    whole: int


def clusters(text: str) -> tuple[str, ...]:
    """The clusters a line is tagged with, `#C`, as capital letters, each once."""
    return tuple(dict.fromkeys(letter.upper() for letter in _CLUSTER.findall(text)))


def groups(text: str) -> tuple[str, ...]:
    """The priority groups a line names, `@EL`, in capitals, each once (IP-6)."""
    found = (match for match in _GROUP.finditer(text) if match.start() > 0)
    return tuple(dict.fromkeys(match[1].upper().rstrip("-_") for match in found))


def ratios(text: str) -> tuple[Ratio, ...]:
    """The counts in a line, `17/24`: the first number is no larger than the second."""
    found = (Ratio(int(part), int(whole)) for part, whole in _RATIO.findall(text))
    return tuple(ratio for ratio in found if 0 < ratio.whole >= ratio.part)


def quotes(text: str) -> tuple[str, ...]:
    """What a line quotes, in straight or curly marks; one that is still open counts."""
    found = (match[1] if match[1] is not None else match[2] for match in _QUOTE.finditer(text))
    return tuple(quote for quote in found if quote.strip())


def without_quotes(text: str) -> str:
    """A line with blanks in the place of what it quotes, so that places stay the same."""
    return _QUOTE.sub(lambda match: " " * len(match[0]), text)


def as_tag(group: str) -> str:
    """A group's name as its tag is counted: "back table" is BACK-TABLE."""
    return "-".join(group.upper().split())
