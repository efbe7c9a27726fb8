"""A screen whose sentences name nobody while names are hidden."""

from __future__ import annotations

from screens.frame import Frame, ResultT
from screens.hiding import names_of_everyone, without_names


class NamesNobody(Frame[ResultT]):
    """Says nothing with a name in it while names are hidden.

    Attributes:
        everyone: everyone's name, as last read.
    """

    everyone: tuple[str, ...] = ()

    def say(self, words: str) -> None:
        """Say something, without names while they are hidden."""
        if self.host.hidden:
            self.everyone = names_of_everyone(self.host) or self.everyone
            words = without_names(words, self.everyone)
        super().say(words)
