"""Small vocabularies of coaching: terms, each with a few words of ours (CC-1, CC-3, CC-7, CC-8)."""

from collections.abc import Iterator
from typing import Self

from pydantic import Field, model_validator

from coach_tui.domain.framework import Framework, Key, Text
from coach_tui.domain.misfit import Misfit, refuse, twice
from coach_tui.domain.records import Value


class Term(Value):
    """One term.

    Attributes:
        gloss: what it means, in a few words.
    """

    id: Key
    name: Text
    gloss: Text


class Vocabulary(Value):
    """Terms that belong together, in their order."""

    id: Key
    name: Text
    words: tuple[Term, ...] = Field(min_length=1)


class CoachingWords(Framework):
    """All vocabularies; a coach's own file may add some, such as the terms of a pathway."""

    vocabularies: tuple[Vocabulary, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        refuse(self._misfits())
        return self

    def _misfits(self) -> Iterator[Misfit]:
        """Ids that come twice: of a vocabulary, of a term within one."""
        own = ((("vocabularies", n), one.id) for n, one in enumerate(self.vocabularies))
        yield from twice("vocabulary", own)
        for n, one in enumerate(self.vocabularies):
            terms = ((("vocabularies", n, "words", m), term.id) for m, term in enumerate(one.words))
            yield from twice("term", terms)

    @property
    def holds(self) -> str:
        """What is in it, counted."""
        terms = sum(len(one.words) for one in self.vocabularies)
        return f"{len(self.vocabularies)} vocabularies, {terms} terms"

    def vocabulary(self, key: str) -> Vocabulary | None:
        """The vocabulary of an id, None for one that this file does not have."""
        return next((one for one in self.vocabularies if one.id == key), None)
