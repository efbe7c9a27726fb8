"""One line of the caseload, and the order lines come in.

Plain dataclasses: the first screen is drawn from them before pydantic is loaded.
"""

from dataclasses import dataclass, field
from datetime import date, time

from coach_tui.domain.bands import Band, BandTable, Standing
from coach_tui.domain.dates import moment_order, near_date, short_time
from coach_tui.domain.track import Track


@dataclass(frozen=True, slots=True)
class CoacheeFacts:
    """What the store knows of a person that the list needs, unchecked and cheap to read.

    Attributes:
        track: this school year's sessions.
        next_visit: the earliest visit still planned, and its time if set.
        due: the earliest due date of an open to-do.
    """

    coachee_id: str
    name: str
    school: str
    role: str
    status: str
    track: Track
    next_visit: tuple[date, time | None] | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """A person as the list shows them.

    Attributes:
        standing: the last total's band, None where no total is recorded.
        days_late: days since the earliest planned visit or due to-do passed; 0 for none.
        draft: whether an unfinished draft waits.
        finished: whether the track is complete and nothing is planned.
    """

    facts: CoacheeFacts
    standing: Standing | None
    days_late: int
    draft: bool
    finished: bool

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
        if self.facts.next_visit:
            day, at = self.facts.next_visit
            return near_date(day, today) + (f" {short_time(at)}" if at and day == today else "")
        return "done" if self.finished else "to set"


@dataclass(frozen=True, slots=True)
class Caseload:
    """All rows of a day, in order: late first, then by next visit, then none set, then done."""

    today: date
    rows: tuple[CaseloadRow, ...] = field(default=())

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(1 for row in self.rows if row.days_late)

    @property
    def today_count(self) -> int:
        """How many have a visit planned today."""
        visits = (row.facts.next_visit for row in self.rows)
        return sum(1 for visit in visits if visit and visit[0] == self.today)


def caseload(
    people: list[CoacheeFacts], bands: BandTable, today: date, drafts: frozenset[str] = frozenset()
) -> Caseload:
    """The caseload of a day.

    Args:
        people: everyone; archived people are left out.
        bands: the band table.
        today: the coach's date.
        drafts: ids of people with an unfinished draft.
    """
    rows = [
        _row(facts, bands, today, facts.coachee_id in drafts)
        for facts in people
        if facts.status != "archived"
    ]
    return Caseload(today, tuple(sorted(rows, key=_order)))


def _row(facts: CoacheeFacts, bands: BandTable, today: date, draft: bool) -> CaseloadRow:
    last = facts.track.last
    standing = None
    if last and last.total is not None:
        standing = bands.standing(last.session, last.total)
    finished = bool(last and last.session >= bands.last_session and facts.next_visit is None)
    return CaseloadRow(facts, standing, _days_late(facts, today), draft, finished)


def _days_late(facts: CoacheeFacts, today: date) -> int:
    """Days since the earliest planned visit or due to-do; leave is never late."""
    if facts.status == "leave":
        return 0
    visit = facts.next_visit[0] if facts.next_visit else None
    passed = [day for day in (visit, facts.due) if day and day < today]
    return (today - min(passed)).days if passed else 0


def _order(row: CaseloadRow) -> tuple[int, int, date, time, str]:
    """Late first (longest first), then by next visit, then none set, then done; then by name."""
    visit = row.facts.next_visit
    group = 0 if row.days_late else 1 if visit else 3 if row.finished else 2
    day, at = moment_order(*visit) if visit else (date.max, time.max)
    return (group, -row.days_late, day, at, row.name.casefold())
