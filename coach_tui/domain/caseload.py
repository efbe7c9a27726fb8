"""One line of the caseload, and the order lines come in.

Plain dataclasses: the first screen is drawn from them before pydantic is loaded.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time

from coach_tui.domain.bands import Band, BandTable, Standing
from coach_tui.domain.dates import moment_order, near_date, short_time
from coach_tui.domain.holidays import Holidays
from coach_tui.domain.lateness import Lateness, is_finished
from coach_tui.domain.plans import OpenTodo, PlannedVisit, Rhythm
from coach_tui.domain.track import Track


@dataclass(frozen=True, slots=True)
class CoacheeFacts:
    """What the store knows of a person that the list needs, unchecked and cheap to read.

    Attributes:
        track: this school year's sessions.
        next_visit: the earliest visit still planned, and its time if set.
        due: the earliest due date of an open to-do.
        visits: all visits still planned.
        todos: all open to-dos.
        rhythm: the two clocks, and the gaps they are held against.
        model: the blended-learning model in use, if any (PL-1).
        level: id of the level of the system they work on; empty for the classroom (CC-1).
    """

    coachee_id: str
    name: str
    school: str
    role: str
    status: str
    track: Track
    next_visit: tuple[date, time | None] | None = None
    due: date | None = None
    visits: tuple[PlannedVisit, ...] = ()
    todos: tuple[OpenTodo, ...] = ()
    rhythm: Rhythm = field(default_factory=Rhythm)
    model: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """A person as the list shows them.

    Attributes:
        standing: the last total's band, None where no total is recorded.
        days_late: days since the earliest planned visit or due to-do passed, holidays left out;
            0 for none.
        draft: whether an unfinished draft waits.
        finished: whether the track is complete and nothing is planned.
        overdue: days past the gap the pair aims at, where nothing is planned; 0 for none.
        quiet: whether the last contact of any kind is longer ago than the longest gap.
        is_today: whether a visit is planned for today, or was for a day with only holidays since.
    """

    facts: CoacheeFacts
    standing: Standing | None
    days_late: int
    draft: bool
    finished: bool
    overdue: int = 0
    quiet: bool = False
    is_today: bool = False

    @property
    def coachee_id(self) -> str:
        """The person's id."""
        return self.facts.coachee_id

    @property
    def name(self) -> str:
        """The name as listed."""
        return self.facts.name

    @property
    def session(self) -> int | None:
        """The last session's number."""
        return self.facts.track.last.session if self.facts.track.last else None

    @property
    def band(self) -> Band | None:
        """The last total's band."""
        return self.standing.band if self.standing else None

    def next_words(self, today: date) -> str:
        """What comes next: "late 2d", "Today 9:15", "Wed 12", "to set", "done"."""
        if self.days_late:
            return f"late {self.days_late}d"
        if self.facts.status != "active":
            return "on leave" if self.facts.status == "leave" else "archived"
        if self.facts.next_visit:
            day, at = self.facts.next_visit
            return near_date(day, today) + (f" {short_time(at)}" if at and day == today else "")
        if self.overdue:
            return f"overdue {self.overdue}d"
        return "done" if self.finished else "to set"


@dataclass(frozen=True, slots=True)
class Caseload:
    """All rows of a day, in order: late first, then by next visit, then none set, then done.

    Attributes:
        rows: everyone but archived people.
        archived: those, in the same order.
    """

    today: date
    rows: tuple[CaseloadRow, ...] = field(default=())
    archived: tuple[CaseloadRow, ...] = field(default=())

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(1 for row in self.rows if row.days_late)

    @property
    def today_count(self) -> int:
        """How many have a visit planned today."""
        return sum(1 for row in self.rows if row.is_today)


def caseload(
    people: list[CoacheeFacts],
    bands: BandTable,
    today: date,
    drafts: frozenset[str] = frozenset(),
    holidays: Holidays | None = None,
) -> Caseload:
    """The caseload of a day.

    Args:
        people: everyone.
        bands: the band table.
        today: the coach's date.
        drafts: ids of people with an unfinished draft.
        holidays: days that count in no gap.
    """
    off = holidays or Holidays()
    made = [_row(facts, bands, today, facts.coachee_id in drafts, off) for facts in people]
    rows = sorted(made, key=usual_order)
    return Caseload(
        today,
        tuple(row for row in rows if row.facts.status != "archived"),
        tuple(row for row in rows if row.facts.status == "archived"),
    )


def _row(
    facts: CoacheeFacts, bands: BandTable, today: date, draft: bool, off: Holidays
) -> CaseloadRow:
    last = facts.track.last
    standing = None
    if last and last.total is not None:
        standing = bands.standing(last.session, last.total)
    rhythm, planned = facts.rhythm, facts.next_visit is not None
    finished = is_finished(facts.track, bands, planned=planned)
    late = Lateness(today, facts.status, off)
    past = late.days_past_gap(rhythm, planned=planned, finished=finished)
    return CaseloadRow(
        facts,
        standing,
        late.days_late(_earliest(facts)),
        draft,
        finished,
        overdue=max(0, past or 0),
        quiet=late.days_late(rhythm.contact) > rhythm.longest,
        is_today=any(day == today or late.rests(day) for day in _planned(facts))
        and facts.status == "active",
    )


def _planned(facts: CoacheeFacts) -> Iterator[date]:
    """The days of all planned visits."""
    yield from (visit.on for visit in facts.visits)
    if facts.next_visit:
        yield facts.next_visit[0]


def _earliest(facts: CoacheeFacts) -> date | None:
    """The earliest day something is planned or due on."""
    visit = facts.next_visit[0] if facts.next_visit else None
    return min((day for day in (visit, facts.due) if day), default=None)


def usual_order(row: CaseloadRow) -> tuple[int, int, date, time, str]:
    """Late first, then overdue, the longest first; then by next visit, none set, done, leave."""
    visit = row.facts.next_visit
    day, at = moment_order(*visit) if visit else (date.max, time.max)
    return (_group(row), -(row.days_late or row.overdue), day, at, row.name.casefold())


def _group(row: CaseloadRow) -> int:
    if row.facts.status == "leave":
        return 5
    if row.days_late:
        return 0
    if row.facts.next_visit:
        return 2
    return 1 if row.overdue else 4 if row.finished else 3
