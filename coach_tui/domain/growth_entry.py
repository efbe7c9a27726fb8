"""The coach's own growth log: a goal, what was learned, the network, stories, other work."""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher, get_close_matches
from typing import ClassVar, Literal, Self

from pydantic import Field

from coach_tui.domain.dates import short_date
from coach_tui.domain.note import open_rows
from coach_tui.domain.records import Block, Count, FrameworkPin, Line, OwnRecord, Value
from coach_tui.text import fit

EntryKind = Literal["goal", "pd", "network_used", "network_given", "story", "work"]

KINDS: dict[EntryKind, str] = {
    "goal": "growth goal",
    "pd": "development",
    "network_used": "network used",
    "network_given": "network given",
    "story": "impact story",
    "work": "other work",
}
"""The kinds of entries and the words for them (DLP-3D, DLP-3F, DLP-4A, DLP-4B)."""


def counted(kind: EntryKind) -> str:
    """The words for a kind before how many there are: "impact stories", "other work"."""
    return "impact stories" if kind == "story" else KINDS[kind]


BELONGS: dict[EntryKind, tuple[str, ...]] = {
    "pd": ("4A",),
    "network_used": ("4B",),
    "network_given": ("4B",),
    "story": ("3F",),
}
"""The standards a new entry of a kind is filed under until the coach says otherwise."""

WorkKind = Literal["", "planning", "meetings", "data", "paperwork", "duties", "other"]

WORKS: tuple[tuple[WorkKind, str], ...] = (
    ("planning", "planning"),
    ("meetings", "school meetings"),
    ("data", "data"),
    ("paperwork", "paperwork"),
    ("duties", "school duties"),
    ("other", "other"),
)
"""What a coach's time beside coaching goes into (DLP-3D)."""

_TEXT = 30  # cells of an entry's words in a sentence
_ALIKE = 0.5  # from which likeness on a line may be a step in other words


class GoalStep(Value):
    """One step towards a growth goal.

    Attributes:
        done_on: the day it was done; None while it is open.
    """

    text: Line
    done_on: date | None = None


class GrowthEntry(OwnRecord):
    """One entry.

    Attributes:
        kind: what it is.
        on: the day it was, or was written.
        text: what happened, what was learned; a line that starts with `#` never leaves the app.
        minutes: how long it took, None where it was not said.
        standards: ids of the standards it is filed under.
        due: of a goal, the day it is meant to be reached by.
        steps: of a goal, in order.
        work: of other work, what it went into.
        about: of a story, the id of whoever is in it; empty where it names nobody.
        for_sharing: of a story, whether the coach marked it for sharing (DLP-3F).
        archived_on: the day it was taken off the list; it is kept.
        framework: the standards it is filed under.
    """

    table: ClassVar[str] = "growth_log"
    word: ClassVar[str] = "entry of your log"

    kind: EntryKind
    on: date
    text: Block = Field(min_length=1)
    minutes: Count | None = None
    standards: tuple[str, ...] = ()
    due: date | None = None
    steps: tuple[GoalStep, ...] = ()
    work: WorkKind = ""
    about: str = ""
    for_sharing: bool = False
    archived_on: date | None = None
    framework: FrameworkPin | None = None

    @property
    def title(self) -> str:
        """Its first line that is not private, in one line."""
        return next((row.strip() for row in open_rows(self.text).split("\n") if row.strip()), "")

    def told(self, before: Self | None) -> str:
        """A change to it in a few words, without a name: a story's words are not told."""
        what = f"{KINDS[self.kind]} of {short_date(self.on)}"
        if self.kind != "story" and self.title:
            what = f'{KINDS[self.kind]} "{fit(self.title, _TEXT)}"'
        if before is None:
            return what
        if before.archived_on != self.archived_on:
            return f"{what} {'archived' if self.archived_on else 'listed again'}"
        if before.steps != self.steps and before.but(steps=self.steps) == self.but(
            revision=before.revision, updated_at=before.updated_at
        ):
            return f"a step of {what}"
        if before.for_sharing != self.for_sharing:
            return f"{what} {'for sharing' if self.for_sharing else 'kept to yourself'}"
        return f"changed {what}"


def steps_from(text: str, before: tuple[GoalStep, ...] = ()) -> tuple[GoalStep, ...]:
    """Steps as typed, one a line; one that was there before stays as it was, done or open.

    A line with other words that stands where a step stood is that step.
    """
    rows = [row for line in text.split("\n") if (row := " ".join(line.split()))]
    was: dict[int, GoalStep] = {}
    changes = SequenceMatcher(None, [step.text for step in before], rows, False).get_opcodes()
    for kind, first, last, start, end in changes:
        if kind == "equal":
            was.update(zip(range(start, end), before[first:last], strict=True))
    gone = [
        step for kind, first, last, *_ in changes if kind != "equal" for step in before[first:last]
    ]
    for at, row in enumerate(rows):
        if at not in was and (moved := next((step for step in gone if step.text == row), None)):
            was[at] = moved
            gone = [step for step in gone if step is not moved]
    for _, first, last, start, end in changes:
        left = [step for step in before[first:last] if any(step is one for one in gone)]
        was.update(_reworded(left, {at: rows[at] for at in range(start, end) if at not in was}))
    return tuple(
        GoalStep(text=row, done_on=was[at].done_on if at in was else None)
        for at, row in enumerate(rows)
    )


def _reworded(left: list[GoalStep], rows: dict[int, str]) -> dict[int, GoalStep]:
    """Which step each line is; by their places, or by likeness where lines were added or taken."""
    if len(left) == len(rows):
        return dict(zip(rows, left, strict=True))
    found = {}
    for at, row in rows.items():
        if alike := get_close_matches(row, [step.text for step in left], 1, _ALIKE):
            found[at] = next(step for step in left if step.text == alike[0])
            left = [step for step in left if step is not found[at]]
    return found
