"""A progression walk: rooms seen on one day, by model and step, and no names (PL-7)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from coach_tui.domain.dates import short_date
from coach_tui.domain.framework import listed_twice
from coach_tui.domain.progression_framework import PHASE_KEYS, PhaseKey, Progressions
from coach_tui.domain.records import Block, FrameworkPin, Line, OwnRecord, Value
from coach_tui.domain.suppression import Told, told
from coach_tui.domain.walk_line import CODE

NORMS = (
    ("nameless", "no names"),
    ("seen", "seen, not rated"),
    ("guests", "as guests"),
    ("among_us", "kept among us"),
)
"""Norms to tick: what is kept, and our words for it."""

DEBRIEF = (
    ("celebrate", "To celebrate", "what is in place, and worth saying aloud"),
    ("seen", "What we saw", "what the counts show, by model and by phase"),
    ("trends", "What comes up again", "the same in several rooms, or missing in several"),
    ("support", "Support to plan", "for which model, what, by whom, by when"),
)
"""The agenda of the debrief: each part's key, its name and a hint (PL-7)."""

_NUMBER = re.compile(r"([0-9]+)([A-Za-z]*)\Z")


class RoomSeen(Value):
    """One room on a walk. Nothing leads from it to a person.

    Attributes:
        code: the room, as it is called on this walk alone: "R07".
        model: id of the model seen there (PL-1).
        strand: id of the strand, in a model that has several.
        step: id of the step that the class is at; empty before the first one (PL-3).
        next: id of the step that could come next; empty for none.
        phase: the phase of the step (PL-2); Foundation before the first one, which is of that.
        evidence: what was seen, without names.
    """

    code: Annotated[str, Field(pattern=r"^[A-Z0-9]{1,6}$")]
    model: str
    strand: str = ""
    step: str = ""
    next: str = ""
    phase: PhaseKey
    evidence: Line = ""

    @model_validator(mode="after")
    def _is_code(self) -> Self:
        if not CODE.fullmatch(self.code):
            raise ValueError("a room's code has a digit")
        return self


class Walk(OwnRecord):
    """A walk.

    Attributes:
        on: the day of it.
        purpose: what it is for; written before the first room.
        norms: keys of the norms that were ticked.
        own_norms: further norms, a line each; there is a norm of either kind before the first room.
        rooms: what was seen, in the order it was entered.
        debrief: what was said afterwards, by the keys of `DEBRIEF`.
        closed_on: the day it was closed; rooms are entered only before that.
        sheet_on: the day its sheet first left the app, None while it never has.
        sheet: the counts as they left: no later sheet tells others, so that no two can be compared.
        framework: the progressions it was made with.
    """

    table: ClassVar[str] = "walks"
    word: ClassVar[str] = "walk"

    on: date
    purpose: Block
    norms: tuple[str, ...] = ()
    own_norms: Block = ""
    rooms: tuple[RoomSeen, ...] = ()
    debrief: dict[str, Block] = {}
    closed_on: date | None = None
    sheet_on: date | None = None
    sheet: tuple[Line, ...] = ()
    framework: FrameworkPin

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if twice := listed_twice(room.code for room in self.rooms):
            raise ValueError(f"room {twice[0]} is listed twice")
        if not self.purpose.strip() or not (self.norms or self.own_norms.strip()):
            raise ValueError("a walk has a purpose and norms")
        return self

    def room(self, code: str) -> RoomSeen | None:
        """The room of a code, None where it was not entered."""
        return next((room for room in self.rooms if room.code == code), None)

    def told(self, before: Self | None) -> str:
        """What was changed: "room R07 of the walk on Tue Mar 11"."""
        walk = f"the walk on {short_date(self.on)}"
        if before is None:
            return walk
        if codes := _changed(before.rooms, self.rooms):
            return (
                f"room {codes[0]} of {walk}" if len(codes) == 1 else f"{len(codes)} rooms, {walk}"
            )
        if before.closed_on != self.closed_on:
            return f"{walk} {'closed' if self.closed_on else 'open again'}"
        return f"debrief of {walk}" if before.debrief != self.debrief else f"changed {walk}"


def _changed(before: Iterable[RoomSeen], after: Iterable[RoomSeen]) -> list[str]:
    """Codes of the rooms that are on one side only, or not the same on both."""
    one, two = tuple(before), tuple(after)
    odd = [room.code for room in (*two, *one) if room not in one or room not in two]
    return list(dict.fromkeys(odd))


def counts(rooms: Iterable[RoomSeen], progressions: Progressions) -> dict[str, tuple[int, ...]]:
    """Rooms by model and phase: of all models of the framework, and of others that were seen."""
    found = {model.id: [0, 0, 0] for model in progressions.models}
    for room in rooms:
        found.setdefault(room.model, [0, 0, 0])[PHASE_KEYS.index(room.phase)] += 1
    return {model: tuple(row) for model, row in found.items()}


def walk_told(walk: Walk, progressions: Progressions, smallest: int) -> Told:
    """What may be told of a walk."""
    return told(counts(walk.rooms, progressions), smallest)


def next_code(rooms: Iterable[RoomSeen]) -> str:
    """The code that follows the last one entered: "R08" after "R07"; "R01" to begin with."""
    entered = tuple(rooms)
    if not entered:
        return "R01"
    taken, code = {room.code for room in entered}, entered[-1].code
    while code in taken:
        following = _following(code)
        if following is None:
            return ""
        code = following
    return code


def _following(code: str) -> str | None:
    """The code with its last number one higher, as many digits as before; None where none fits."""
    found = _NUMBER.search(code)
    if found is None:
        return None
    number = str(int(found[1]) + 1).zfill(len(found[1]))
    made = f"{code[: found.start()]}{number}{found[2]}"
    return made if len(made) <= 6 else None
