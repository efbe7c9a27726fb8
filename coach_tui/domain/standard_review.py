"""How a coach reads their own work against one standard, in one term (DLP-0 to DLP-4B)."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from coach_tui.domain.records import Block, FrameworkPin, OwnRecord, TermKey
from coach_tui.domain.term import term_words

Reading = Literal["", "not_yet", "at_times", "regular"]

READINGS: tuple[tuple[Reading, str], ...] = (
    ("not_yet", "not yet part of my work"),
    ("at_times", "now and then"),
    ("regular", "part of my work"),
)
"""The readings in order, and the words for them; none of them is a grade."""

NOT_LOOKED_AT = "not looked at"
"""The words where there is no reading."""


def reading_words(reading: Reading) -> str:
    """A reading in words."""
    return dict(READINGS).get(reading, NOT_LOOKED_AT)


def reading_level(reading: Reading) -> int:
    """Its place from 1 to 3; 0 where there is none."""
    return [key for key, _ in READINGS].index(reading) + 1 if reading else 0


class StandardReview(OwnRecord):
    """One standard, or a part of one, as the coach reads their own work in one term.

    Attributes:
        term: the term: "2026-27/1".
        part: id of the standard or the part: "1A", "1D.1".
        reading: the coach's own reading, empty for none.
        words: the coach's reflection.
        framework: the standards it was made with; a part they no longer have is kept and told.
    """

    table: ClassVar[str] = "standards"
    once: ClassVar[tuple[str, ...]] = ("term", "part")
    word: ClassVar[str] = "standard"

    term: TermKey
    part: str
    reading: Reading = ""
    words: Block = ""
    framework: FrameworkPin

    def told(self, before: Self | None) -> str:
        """A change to it in a few words: "1D.1 now and then, Spring 2025"."""
        reading_was = before.reading if before else ""
        what = reading_words(self.reading) if self.reading != reading_was else "words"
        return f"{self.part} {what}, {term_words(self.term)}"
