"""The agenda of a day: what is late, due, coming, and who has gone quiet (domain C 5, E 12).

Two clocks run for each person: since the last completed visit, against the ideal and the longest
gap, and since the last contact of any kind. A contact moves the second one only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Literal

from coach_tui.domain.caseload import CaseloadRow
from coach_tui.domain.dates import days_text, moment_order, near_date, short_time
from coach_tui.domain.holidays import Holidays
from coach_tui.domain.plans import OpenTodo, PlannedVisit, Rhythm

Group = Literal["late", "today", "week", "later", "quiet"]
GROUPS: dict[Group, str] = {
    "late": "Late",
    "today": "Today",
    "week": "This week",
    "later": "Later",
    "quiet": "Quiet",
}
"""The groups in their order, and their heads."""

_RANK = {group: at for at, group in enumerate(GROUPS)}

Kind = Literal["todo", "visit", "gap"]

_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the agenda.

    Attributes:
        kind: a to-do, a planned visit, or a gap: a person nothing is planned with.
        record_id: the to-do or visit; empty for a gap.
        day: the day it is due on; None for a to-do without a date.
        text: what the line says behind the name.
        reason: why it stands where it stands, in a sentence without the name.
        brief: the same in fewer words, where there are; empty else.
        done: whether it was done since the agenda was opened.
    """

    group: Group
    kind: Kind
    row: CaseloadRow
    record_id: str
    day: date | None
    text: str
    reason: str
    brief: str = ""
    at: time | None = None
    done: bool = False

    @property
    def is_late(self) -> bool:
        """Whether its day has passed and it still waits."""
        return self.group == "late" and not self.done

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others."""
        return self.row.coachee_id, self.record_id or self.kind


@dataclass(frozen=True, slots=True)
class Agenda:
    """A day's entries in their groups, each group by day."""

    today: date
    entries: tuple[Entry, ...] = ()

    def of(self, group: Group) -> tuple[Entry, ...]:
        """The entries of a group."""
        return tuple(entry for entry in self.entries if entry.group == group)

    @property
    def due_count(self) -> int:
        """How many are late or for today."""
        return sum(1 for entry in self.entries if entry.group in ("late", "today"))


def agenda(rows: Iterable[CaseloadRow], today: date, holidays: Holidays) -> Agenda:
    """The agenda of a day.

    Args:
        rows: everyone; archived people have no entry, those on leave only a quiet one.
        today: the coach's date.
        holidays: days that count for nobody.
    """
    made = [
        entry
        for row in rows
        if row.facts.status != "archived"
        for entry in _Day(row, today, holidays).entries()
    ]
    return Agenda(today, tuple(sorted(made, key=_order)))


def due_count(rows: Iterable[CaseloadRow], today: date, holidays: Holidays) -> int:
    """How many entries `agenda` would have that are late or for today, without making them."""
    return sum(_Day(row, today, holidays).due_count() for row in rows)


def _order(entry: Entry) -> tuple[int, date, time, str]:
    """By group, then by day and time; what has no day comes last."""
    day, at = moment_order(entry.day or date.max, entry.at)
    return _RANK[entry.group], day, at, entry.row.name.casefold()


@dataclass(frozen=True, slots=True)
class _Day:
    """One person on one day."""

    row: CaseloadRow
    today: date
    holidays: Holidays

    def entries(self) -> list[Entry]:
        """All of the person's entries."""
        facts = self.row.facts
        if facts.status == "leave":
            return [self._gap("quiet", None, "on leave", f"on leave; {self._contact()}.")]
        made = [self._visit(visit) for visit in facts.visits]
        made += [self._todo(todo) for todo in facts.todos]
        gap = self._rhythm(facts.rhythm, planned=bool(facts.visits))
        return [*made, gap] if gap else made

    def due_count(self) -> int:
        """How many of them are late or for today."""
        facts, rhythm = self.row.facts, self.row.facts.rhythm
        if facts.status != "active":
            return 0
        days = [visit.on for visit in facts.visits]
        days += [todo.due for todo in facts.todos if todo.due]
        free = rhythm.visit is not None and not facts.visits and not self.row.finished
        gap = free and self._since(rhythm.visit or self.today) >= rhythm.ideal
        return sum(1 for day in days if day <= self.today) + gap

    def _group(self, day: date) -> Group:
        """Where a day falls; one in a holiday is late only once that is over."""
        if self._since(day) > 0:
            return "late"
        if day <= self.today:
            return "today"
        sunday = self.today + timedelta(days=_SUNDAY - self.today.weekday())
        return "week" if day <= sunday else "later"

    def _visit(self, visit: PlannedVisit) -> Entry:
        group, facts = self._group(visit.on), self.row.facts
        at = f" at {short_time(visit.at)}" if visit.at else ""
        text = f"session {facts.track.next_session}"
        if group == "late":
            reason = f"the visit of {near_date(visit.on, self.today)} is not marked as held."
        else:
            reason = f"visit {_when(visit.on, self.today)}{at}, {text}."
        return Entry(group, "visit", self.row, visit.id, visit.on, text, reason, at=visit.at)

    def _todo(self, todo: OpenTodo) -> Entry:
        text = " ".join(todo.text.split())
        if todo.due is None:
            return Entry("later", "todo", self.row, todo.id, None, text, f'"{text}" has no date.')
        group = self._group(todo.due)
        late = self._since(todo.due)
        told = f"is {days_text(late)} late" if late else f"is due {_when(todo.due, self.today)}"
        return Entry(group, "todo", self.row, todo.id, todo.due, text, f'"{text}" {told}.')

    def _rhythm(self, rhythm: Rhythm, *, planned: bool) -> Entry | None:
        """A person nothing is planned with and whose visit is due, or one gone quiet."""
        quiet = rhythm.contact is None or self._since(rhythm.contact) > rhythm.longest
        if planned or self.row.finished:
            return self._quiet(rhythm) if quiet and rhythm.contact else None
        if rhythm.visit is None:
            text = "nothing planned" if rhythm.contact else "no visit yet, none planned"
            return self._gap("quiet", rhythm.contact, text, self._never())
        since, every = self._since(rhythm.visit), f"planned every {rhythm.ideal}"
        due = self.holidays.days_on(rhythm.visit, rhythm.ideal)
        told = f"{days_text(since)} since the last visit, {every}; {self._contact()}."
        brief = f"{days_text(since)} since a visit, {every}; {self._short_contact()}."
        if since > rhythm.ideal:
            words = gap_words(rhythm, self.today, self.holidays)
            return self._gap("late", due, words, told, brief)
        group = self._group(due)
        if group in ("today", "week"):
            return self._gap(group, due, "visit due, none planned", told, brief)
        return None

    def _quiet(self, rhythm: Rhythm) -> Entry:
        since = self._since(rhythm.contact) if rhythm.contact else 0
        told = f"no contact for {days_text(since)}; the longest gap is {rhythm.longest}."
        return self._gap("quiet", rhythm.contact, "last contact", told)

    def _never(self) -> str:
        return f"no visit yet, none planned; {self._contact()}."

    def _since(self, day: date) -> int:
        return self.holidays.working_days(day, self.today)

    def _contact(self) -> str:
        """The second clock in words."""
        contact = self.row.facts.rhythm.contact
        if contact is None:
            return "no contact yet"
        return f"last contact {_ago(self._since(contact))}"

    def _short_contact(self) -> str:
        contact = self.row.facts.rhythm.contact
        return _contact_words(contact, self.today, self.holidays)

    def _gap(
        self, group: Group, day: date | None, text: str, reason: str, brief: str = ""
    ) -> Entry:
        return Entry(group, "gap", self.row, "", day, text, reason, brief)


def gap_words(rhythm: Rhythm, today: date, holidays: Holidays | None = None) -> str:
    """A gap in a few words: "overdue 5 · contact 3 d ago"; empty while it is not overdue.

    Past the longest gap it says so.
    """
    days = holidays or Holidays()
    if rhythm.visit is None:
        return ""
    over = days.working_days(rhythm.visit, today) - rhythm.ideal
    if over <= 0:
        return ""
    past = "" if over + rhythm.ideal <= rhythm.longest else f", past the longest {rhythm.longest}"
    return f"overdue {over}{past} · {_contact_words(rhythm.contact, today, days)}"


def _contact_words(contact: date | None, today: date, off: Holidays) -> str:
    """The second clock in a few words: "contact 3 d ago"."""
    if contact is None:
        return "no contact"
    return f"contact {_short_ago(off.working_days(contact, today))}"


def _ago(count: int) -> str:
    return "today" if count == 0 else "yesterday" if count == 1 else f"{days_text(count)} ago"


def _short_ago(count: int) -> str:
    return "today" if count == 0 else f"{count} d ago"


def _when(day: date, today: date) -> str:
    near = near_date(day, today)
    return "today" if near == "Today" else f"on {near}"


def kept_in(before: Agenda, after: Agenda, done: Iterable[Entry]) -> Agenda:
    """An agenda read again, with what was done meanwhile still in its place, ticked.

    Args:
        before: as it was shown.
        after: as it is read now, where a done to-do or held visit is no longer listed.
        done: what was done since the agenda was opened.
    """
    listed = {entry.key for entry in after.entries}
    missing = [replace(entry, done=True) for entry in done if entry.key not in listed]
    entries = sorted([*after.entries, *missing], key=_order)
    return Agenda(before.today, tuple(entries))
