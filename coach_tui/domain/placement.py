"""Where a coach places their own practice on the coaching continuum (CC-0, CC-10 to CC-39)."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field

from coach_tui.domain.records import Count, FrameworkPin, Line, OwnRecord, TermKey, Value

Level = Literal[1, 2, 3]
"""Emerging, Developing, Transforming."""

MOST_NOTES = 200
"""Evidence notes of one element in one term."""


class EvidenceNote(Value):
    """What the coach saw of their own practice, in a line."""

    id: str
    on: date
    text: Line


class Accepted(Value):
    """A count from the records that the coach took as evidence; it places nothing.

    Attributes:
        rule: what was counted, by the key of the rule.
        told: the count in words, as it was then.
        on: the day it was accepted.
        count: how many it was then.
        of: of how many.
    """

    rule: str
    told: Line
    on: date
    count: Count
    of: Count


class Placement(OwnRecord):
    """One element in one term; the coach places it, and nothing else does.

    Attributes:
        term: the half of a school year: "2024-25/2".
        element: the element's id: "CC-16".
        called: its name when this was saved, for a framework that no longer has it.
        level: where the coach places themself, None for not rated.
        placed: the name of that level then, empty for none.
        ticked: keys of the points that the coach ticked: "2a".
        notes: evidence notes, the oldest first.
        accepted: counts that were accepted, the oldest first.
        mentor: what a mentor said, if the coach keeps a line of it.
        framework: the framework it was placed by.
    """

    table: ClassVar[str] = "continuum"
    once: ClassVar[tuple[str, ...]] = ("term", "element")
    word: ClassVar[str] = "placement"

    term: TermKey
    element: str
    called: Line
    level: Level | None = None
    placed: Line = ""
    ticked: tuple[Annotated[str, Field(pattern=r"^[1-3][a-z]$")], ...] = ()
    notes: Annotated[tuple[EvidenceNote, ...], Field(max_length=MOST_NOTES)] = ()
    accepted: tuple[Accepted, ...] = ()
    mentor: Line = ""
    framework: FrameworkPin

    def latest(self, rule: str) -> Accepted | None:
        """What was accepted last of a rule."""
        return next((one for one in reversed(self.accepted) if one.rule == rule), None)

    def told(self, before: Self | None) -> str:
        """The change in a few words: "Questioning: Developing"."""
        level, ticked = (before.level, before.ticked) if before else (None, ())
        if self.level != level:
            return f"{self.called}: {self.placed if self.level else 'not rated'}"
        if self.ticked != ticked:
            return f"a tick of {self.called}"
        if self.mentor != (before.mentor if before else ""):
            return f"mentor's word on {self.called}"
        if len(self.accepted) != (len(before.accepted) if before else 0):
            return f"evidence from records for {self.called}"
        return f"evidence note on {self.called}"
