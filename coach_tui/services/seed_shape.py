"""What a seed file holds: made-up people with their records, all days counted from today.

Days are whole numbers: 0 is today, -7 a week ago, 2 the day after tomorrow.
"""

from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import Field

from coach_tui.domain.coachee import Status
from coach_tui.domain.records import Count, Line, Value
from coach_tui.domain.todo import Owner, Practice, TodoStatus

Day = Annotated[int, Field(strict=True, ge=-3650, le=3650)]


class SeedLaunch(Value):
    """A held launch; without `aims` or `prerequisites` none is ticked."""

    day: Day
    order: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()


class SeedStep(Value):
    """An action step or to-do; `closed` is the day it was done, partly done or dropped."""

    text: str
    lesson: str = ""
    practice: Practice = "not_yet"
    owner: Owner = "teacher"
    due: Day | None = None
    coach_part: str = ""
    status: TodoStatus = "open"
    closed: Day | None = None
    outcome: str = ""


class SeedSession(Value):
    """A held meeting with its total.

    Attributes:
        session: its number; the one after the session before it, where left out.
        step: the action step agreed, which is a to-do too.
    """

    day: Day
    cluster: str | None
    total: Count | None
    session: int | None = None
    override: str = ""
    minutes: Count | None = None
    mode: str = "in_person"
    lesson: str = ""
    prepared: tuple[str, ...] = ()
    priority_groups: str = ""
    focus: str = ""
    praise: str = ""
    probes: str = ""
    reflection: str = ""
    goal: str = ""
    step: SeedStep | None = None
    standards: tuple[str, ...] = ()


class SeedVisit(Value):
    """A planned visit, or one that was held or cancelled."""

    day: Day
    at: time | None = None
    status: Literal["planned", "held", "cancelled"] = "planned"


class SeedNote(Value):
    """Note lines as they are typed: "10:31 + text"."""

    day: Day
    lines: tuple[str, ...] = Field(min_length=1)


class SeedDraft(Value):
    """A cycle left unfinished, in the ordinary way unless `closed` is false."""

    day: Day = -1
    fields: dict[str, Any]
    place: str = ""
    closed: bool = True


class SeedPerson(Value):
    """One person and all that is known of them."""

    family: Line = Field(min_length=1)
    given: str = ""
    school: str = ""
    role: str = ""
    email: str = ""
    priority_groups: tuple[str, ...] = ()
    model: str = ""
    ideal_days: int = 14
    max_days: int = 21
    status: Status = "active"
    launch: SeedLaunch | None = None
    sessions: tuple[SeedSession, ...] = ()
    todos: tuple[SeedStep, ...] = ()
    visits: tuple[SeedVisit, ...] = ()
    notes: tuple[SeedNote, ...] = ()
    draft: SeedDraft | None = None

    @property
    def first_day(self) -> int:
        """The day the person was added: a week before anything was held, today at the latest."""
        held = [session.day for session in self.sessions] + [note.day for note in self.notes]
        held += [self.launch.day] if self.launch else []
        return min([*held, 7]) - 7

    @property
    def last_day(self) -> int:
        """The day of the last session, else of the launch, else the first day."""
        if self.sessions:
            return self.sessions[-1].day
        return self.launch.day if self.launch else self.first_day


class Seed(Value):
    """A whole file.

    Attributes:
        anchor: the day its texts were written for; pictures of the app are taken on it.
        coach: the name under the launches.
    """

    anchor: date
    coach: Line
    people: tuple[SeedPerson, ...]
