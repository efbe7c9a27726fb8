"""Who is late and who is overdue: one rule for the caseload, the agenda and the prep sheet.

Holidays count for nobody, and whoever is away or archived is neither.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coach_tui.domain.bands import BandTable
from coach_tui.domain.dates import days_text
from coach_tui.domain.holidays import Holidays
from coach_tui.domain.plans import Rhythm
from coach_tui.domain.track import Track

NOT_COUNTED = " without holidays"


@dataclass(frozen=True, slots=True)
class Lateness:
    """The rule for one person on one day.

    Attributes:
        today: the coach's date.
        status: "active", "leave" or "archived".
        holidays: days that count in no gap.
    """

    today: date
    status: str = "active"
    holidays: Holidays = field(default_factory=Holidays)

    def days_late(self, due: date | None) -> int:
        """Days since something was due; 0 where it is not late."""
        if due is None or self.status != "active":
            return 0
        return self.holidays.working_days(due, self.today)

    def late_words(self, due: date) -> str:
        """How late something is: "2 days late", "1 day late without holidays"."""
        late = self.days_late(due)
        return f"{days_text(late)} late{self.counted(due)}" if late else ""

    def counted(self, since: date) -> str:
        """What stands behind a number of days in which some were not counted."""
        all_days = (self.today - since).days
        return "" if self.holidays.working_days(since, self.today) == all_days else NOT_COUNTED

    def rests(self, due: date) -> bool:
        """Whether a day has passed, with nothing but holidays since."""
        return due < self.today and self.status == "active" and not self.days_late(due)

    def days_past_gap(self, rhythm: Rhythm, *, planned: bool, finished: bool) -> int | None:
        """Days past the gap the pair aims at, negative before it ends.

        Args:
            rhythm: the gap, and the last visit.
            planned: whether a visit is planned.
            finished: whether the year's sessions are all held.

        Returns:
            None where no visit is waited for: one is planned, the year is finished, nobody was
            visited yet, or the person is away.
        """
        if rhythm.visit is None or planned or finished or self.status != "active":
            return None
        return self.holidays.working_days(rhythm.visit, self.today) - rhythm.ideal


def is_finished(track: Track, bands: BandTable, *, planned: bool) -> bool:
    """Whether the track is complete and nothing is planned."""
    last = track.last
    return bool(last and last.session >= bands.last_session and not planned)
