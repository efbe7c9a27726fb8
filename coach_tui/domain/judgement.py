"""Judgement words in a note line, and the question that leads back to what was seen or heard.

A prompt is a reminder: it blocks, changes, counts and stores nothing (IP-7).
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from coach_tui.domain.framework import Framework
from coach_tui.domain.judgement_pattern import MANNER, any_of, is_entry, lowered, spelled_out
from coach_tui.domain.misfit import Misfit, Place, refuse, twice
from coach_tui.domain.note_marks import without_quotes
from coach_tui.domain.records import Value
from coach_tui.text import clean_line

# A group's name and who speaks are nobody's judgement: "@low", "S2:".
_APART = r"@\w[\w-]*+|(?<!\S)[a-z]{1,2}\d{0,2}:"


class Prompt(NamedTuple):
    """A judgement in a line, and what to ask oneself.

    Attributes:
        words: the judgement as it was typed.
        start: where it begins in the line.
    """

    words: str
    question: str
    start: int

    @property
    def sentence(self) -> str:
        """The line to show: "engaged: what did you see or hear?"."""
        return f"{' '.join(self.words.split())}: {self.question}"


_COMPARE = "Compare it with the judgement_words.toml of the app."


def _cleaned(given: object) -> object:
    """A text without control characters; what is no text is refused later."""
    return clean_line(given) if isinstance(given, str) else given


def _entry(text: str) -> str:
    """An entry that can be matched."""
    if not is_entry(text):
        told = f"'{text[:40]}' cannot be matched; an entry is made of {MANNER}"
        refuse([Misfit(told, cure=_COMPARE)])
    return text


Question = Annotated[str, StringConstraints(min_length=1, max_length=60), BeforeValidator(_cleaned)]
Entry = Annotated[
    str, StringConstraints(max_length=200), AfterValidator(_entry), BeforeValidator(_cleaned)
]
"""A word or phrase, written as `judgement_pattern` says."""


class WordGroup(Value):
    """Words that raise the same question.

    Attributes:
        unless: literal uses, looked for in the words of every group: "good morning".
    """

    question: Question
    words: tuple[Entry, ...] = Field(min_length=1)
    unless: tuple[Entry, ...] = ()

    @property
    def entries(self) -> list[str]:
        """Its words and phrases, choices spelled out."""
        return [one for entry in self.words for one in spelled_out(entry)]

    @property
    def literal(self) -> list[str]:
        """Its literal uses, choices spelled out."""
        return [one for entry in self.unless for one in spelled_out(entry)]


class JudgementWords(Framework):
    """The list of judgement words; a coach may put an edited copy over ours."""

    group: tuple[WordGroup, ...] = Field(min_length=1)

    @property
    def holds(self) -> str:
        """What is in it, counted."""
        return f"{sum(len(group.entries) for group in self.group)} words and phrases"

    @model_validator(mode="after")
    def _once(self) -> Self:
        """No entry comes twice, or is both a judgement and a literal use."""
        refuse(self._misfits())
        return self

    def _misfits(self) -> Iterator[Misfit]:
        words, unless = self._placed("words"), self._placed("unless")
        yield from twice("words:", words)
        yield from twice("unless:", unless)
        literal, told = {one for _, one in unless}, set[str]()
        for at, one in words:
            if one in literal and one not in told:
                told.add(one)
                why = f"words: {one} never raises a question, as unless lists it too"
                yield Misfit(why, at, _COMPARE)

    def _placed(self, name: Literal["words", "unless"]) -> list[tuple[Place, str]]:
        """Every entry of one list of each group, choices spelled out, with its place."""
        return [
            (("group", n, name, m), one)
            for n, group in enumerate(self.group)
            for m, entry in enumerate(getattr(group, name))
            for one in spelled_out(entry)
        ]

    def prompt(self, line: str) -> Prompt | None:
        """The judgement nearest the end of a line as typed so far, None for a line without."""
        return next(reversed(self.judgements(line)), None)

    def judgements(self, line: str) -> tuple[Prompt, ...]:
        """The judgements in a line, in order; what is quoted, tagged or literal is none."""
        plain = lowered(without_quotes(line))
        found = (self._prompt(line, match) for match in self._any.finditer(plain))
        return tuple(prompt for prompt in found if prompt)

    def _prompt(self, line: str, match: re.Match[str]) -> Prompt | None:
        """What a place in the line asks for, None for a literal use."""
        if match["apart"] is not None:
            return None
        asked = (question for question, words in self._by_group if words.fullmatch(match[0]))
        return Prompt(line[match.start() : match.end()], next(asked), match.start())

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """All that is looked for in one pass; literal uses first, so that they win."""
        literal = any_of(word for group in self.group for word in group.unless)
        words = any_of(word for group in self.group for word in group.words)
        return re.compile(rf"(?<!\w)(?:(?P<apart>{_APART}|(?:{literal})(?!\w))|(?:{words})(?!\w))")

    @cached_property
    def _by_group(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Each question with its words."""
        return tuple((group.question, re.compile(any_of(group.words))) for group in self.group)
