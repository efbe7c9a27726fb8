"""The words of many texts, and which texts each of them stands in."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import compress, repeat
from operator import contains


class Words:
    """Every word once, with the numbers of the texts that hold it, rising."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Words are what stands between spaces."""
        held: dict[str, array[int]] = {}
        for number, text in enumerate(texts):
            for word in set(text.split()):
                if word in held:
                    held[word].append(number)
                else:
                    held[word] = array("L", (number,))
        self._words = list(held)
        self._texts = list(held.values())

    def holding(self, part: str, most: int) -> Sequence[int] | None:
        """The texts in which a word holds a part, rising; None where there are too many to join.

        Args:
            part: without spaces.
            most: how many numbers of texts are worth joining.
        """
        found = list(compress(self._texts, map(contains, self._words, repeat(part))))
        if sum(map(len, found)) > most:
            return None
        return found[0] if len(found) == 1 else sorted(set().union(*found))

    def any_begins(self, part: str) -> bool:
        """Whether any word begins so."""
        return any(word.startswith(part) for word in self._words)
