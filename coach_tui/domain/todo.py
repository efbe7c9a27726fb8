"""An action step or to-do, and what became of it."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from coach_tui.domain.correction import Correction
from coach_tui.domain.records import Block, Line, Record

Owner = Literal["teacher", "coach", "both"]
Practice = Literal["not_yet", "rehearsed", "co_planned", "modeled"]
TodoStatus = Literal["open", "done", "partly", "carried", "dropped"]

CLOSED = ("done", "partly", "dropped")
"""What ends a step; one that is carried on is still open."""


class Todo(Record):
    """An action step of a cycle, or a to-do by itself.

    Attributes:
        cycle_id: the cycle it was agreed in, None for one made by itself.
        text: the step.
        lesson: the lesson it goes into.
        status: `open` until asked about; `carried` is "not yet", still open.
        closed_on: the day it was done, partly done or dropped.
        outcome: what was seen of it, in the coach's words; kept with the step when it is closed.
        corrections: what was changed afterwards, oldest first.
    """

    table: ClassVar[str] = "todos"

    coachee_id: str
    cycle_id: str | None = None
    text: Block = Field(min_length=1)
    lesson: Line = ""
    practice: Practice = "not_yet"
    owner: Owner = "teacher"
    due: date | None = None
    coach_part: Line = ""
    status: TodoStatus = "open"
    closed_on: date | None = None
    outcome: Line = ""
    corrections: tuple[Correction, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it still waits to be done."""
        return self.status in ("open", "carried")
