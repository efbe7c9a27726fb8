"""What happened in a period, as the rules of evidence read it: people, meetings, steps, papers.

Nothing here holds a word that was typed: a rule can tell only that something was written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from coach_tui.domain.holidays import Holidays

Part = Literal[
    "goal", "indicator", "praise", "probes", "reflection", "groups", "root_cause", "step", "answer"
]
"""What may be written of a meeting; `answer` is what became of the last action step."""


class Meeting(NamedTuple):
    """A held cycle, whether or not it took a session number; a bare count of GIs is none.

    Attributes:
        name: "session 4", or "cycle 4" where it took no number.
        track: the school year it counts in.
        written: the parts in which something stands.
        cited: the fields that a note line was cited in, and the id of each line's note.
    """

    coachee_id: str
    id: str
    on: date
    name: str
    track: str
    written: frozenset[Part] = frozenset()
    cited: frozenset[tuple[str, str]] = frozenset()


class NoteSeen(NamedTuple):
    """A note, its private lines left out; of one of no meeting of the period, only its day.

    Attributes:
        cycle_id: the meeting it was taken for, empty for a note by itself.
        lines: whether it has a line.
        probes: whether a line is marked as a probe.
        groups: whether a line is tagged with a priority group.
    """

    coachee_id: str
    id: str
    cycle_id: str
    on: date
    lines: bool = False
    probes: bool = False
    groups: bool = False


class Step(NamedTuple):
    """An action step that was agreed in a meeting.

    Attributes:
        on: the day it was agreed.
        due: when it is to be done, None for no day.
        planned: whether a lesson, a part of the coach's or a rehearsal is agreed with it.
        closed: the day it was done, partly done or dropped, None while it is open.
        result: whether it is closed with a word on what was seen of it.
    """

    coachee_id: str
    id: str
    on: date
    due: date | None = None
    planned: bool = False
    closed: date | None = None
    result: bool = False


class Sent(NamedTuple):
    """A follow-up or a report."""

    coachee_id: str
    id: str
    kind: str
    on: date
    what: str = ""
    cycle_id: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """A person coached.

    Attributes:
        status: "active", "leave" or "archived", as of today.
        has_groups: whether the pair watches for priority groups.
        days: the days of completed visits and launches since the school year began and up to
            today, in order, each once.
        since: the day of the first one of any year; of who was never met, the day they were added.
    """

    id: str
    status: str = "active"
    has_groups: bool = False
    days: tuple[date, ...] = ()
    since: date = date.min


@dataclass(frozen=True)  # without slots: what is asked for again and again is kept
class Log:
    """A period with all that happened in it.

    Attributes:
        first: its first day.
        last: its last day, or today where that comes first.
        year: the school year it is in, "2026-27".
        year_first: that year's first day.
        clients: everyone, by id.
        meetings: those of the school year up to `last`, the newest first.
        met_before: people with a meeting before the school year.
        launched: the day a launch was held, by person and track.
        notes: all that may belong to those meetings, by id.
        steps: the ones agreed in the period, the newest first.
        sent: everything sent in the school year, or for one of its meetings.
        holidays: days that count in no gap.
    """

    first: date
    last: date
    year: str
    year_first: date
    clients: dict[str, Client] = field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()
    met_before: frozenset[str] = frozenset()
    launched: dict[tuple[str, str], date] = field(default_factory=dict)
    notes: dict[str, NoteSeen] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    sent: tuple[Sent, ...] = ()
    holidays: Holidays = field(default_factory=Holidays)

    @cached_property
    def held(self) -> tuple[Meeting, ...]:
        """The meetings of the period itself, the newest first."""
        return tuple(meeting for meeting in self.meetings if meeting.on >= self.first)

    @cached_property
    def taken_for(self) -> dict[str, list[NoteSeen]]:
        """The notes by the meeting that each was taken for."""
        found: dict[str, list[NoteSeen]] = {}
        for note in self.notes.values():
            if note.cycle_id:
                found.setdefault(note.cycle_id, []).append(note)
        return found
