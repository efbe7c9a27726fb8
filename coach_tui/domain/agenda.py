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
from coach_tui.domain.lateness import Lateness
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
        shorter: the text in fewer and fewer words, for lines with little room.
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
    shorter: tuple[str, ...] = ()

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
        for entry in _Day.of(row, today, holidays).entries()
    ]
    return Agenda(today, tuple(sorted(made, key=_order)))


def due_count(rows: Iterable[CaseloadRow], today: date, holidays: Holidays) -> int:
    """How many entries `agenda` would have that are late or for today, without making them."""
    return sum(_Day.of(row, today, holidays).due_count() for row in rows)


def _order(entry: Entry) -> tuple[int, date, time, str]:
    """By group, then by day and time; what has no day comes last."""
    day, at = moment_order(entry.day or date.max, entry.at)
    return _RANK[entry.group], day, at, entry.row.name.casefold()


@dataclass(frozen=True, slots=True)
class _Day:
    """One person on one day."""

    row: CaseloadRow
    rule: Lateness

    @classmethod
    def of(cls, row: CaseloadRow, today: date, holidays: Holidays) -> _Day:
        """A person's day."""
        return cls(row, Lateness(today, row.facts.status, holidays))

    @property
    def today(self) -> date:
        """The coach's date."""
        return self.rule.today

    def entries(self) -> list[Entry]:
        """All of the person's entries."""
        facts = self.row.facts
        if facts.status == "leave":
            return [self._gap("quiet", None, "on leave", f"on leave; {self._contact()}.")]
        made = [self._visit(visit) for visit in facts.visits]
        made += [self._todo(todo) for todo in facts.todos]
        gap = self._rhythm(facts.rhythm)
        return [*made, gap] if gap else made

    def due_count(self) -> int:
        """How many of them are late or for today."""
        facts = self.row.facts
        if facts.status != "active":
            return 0
        days = [visit.on for visit in facts.visits]
        days += [todo.due for todo in facts.todos if todo.due]
        past = self._past_gap()
        gap = past is not None and past >= 0
        return sum(1 for day in days if day <= self.today) + gap

    def _past_gap(self) -> int | None:
        """Days past the gap the pair aims at; None where no visit is waited for."""
        facts = self.row.facts
        return self.rule.days_past_gap(
            facts.rhythm, planned=bool(facts.visits), finished=self.row.finished
        )

    def _group(self, day: date) -> Group:
        """Where a day falls; one in a holiday is late only once that is over."""
        if self.rule.days_late(day):
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
        elif self.rule.rests(visit.on):
            reason = f"the visit of {near_date(visit.on, self.today)}; only holidays since."
        else:
            reason = f"visit {_when(visit.on, self.today)}{at}, {text}."
        return Entry(group, "visit", self.row, visit.id, visit.on, text, reason, at=visit.at)

    def _todo(self, todo: OpenTodo) -> Entry:
        text = " ".join(todo.text.split())
        if todo.due is None:
            return Entry("later", "todo", self.row, todo.id, None, text, f'"{text}" has no date.')
        group = self._group(todo.due)
        return Entry(
            group, "todo", self.row, todo.id, todo.due, text, f'"{text}" {self._due(todo.due)}.'
        )

    def _due(self, day: date) -> str:
        if late := self.rule.late_words(day):
            return f"is {late}"
        if self.rule.rests(day):
            return f"was due {_when(day, self.today)}; only holidays since"
        return f"is due {_when(day, self.today)}"

    def _rhythm(self, rhythm: Rhythm) -> Entry | None:
        """A person nothing is planned with and whose visit is due, or one gone quiet."""
        quiet = rhythm.contact is None or self._since(rhythm.contact) > rhythm.longest
        if self.row.facts.visits or self.row.finished:
            return self._quiet(rhythm) if quiet and rhythm.contact else None
        past = self._past_gap()
        if rhythm.visit is None or past is None:
            text = "nothing planned" if rhythm.contact else "no visit yet, none planned"
            return self._gap("quiet", rhythm.contact, text, self._never())
        since = f"{days_text(self._since(rhythm.visit))}{self.rule.counted(rhythm.visit)}"
        every = f"planned every {rhythm.ideal}"
        due = self.rule.holidays.days_on(rhythm.visit, rhythm.ideal)
        told = f"{since} since the last visit, {every}; {self._contact()}."
        brief = f"{since} since a visit, {every}; {self._short_contact()}."
        if past > 0:
            words, *shorter = gap_words(rhythm, past, self._short_contact())
            return self._gap("late", due, words, told, brief, tuple(shorter))
        group = self._group(due)
        if group in ("today", "week"):
            return self._gap(group, due, "visit due, none planned", told, brief)
        return None

    def _quiet(self, rhythm: Rhythm) -> Entry:
        contact = rhythm.contact or self.today
        since = f"{days_text(self._since(contact))}{self.rule.counted(contact)}"
        told = f"no contact for {since}; the longest gap is {rhythm.longest}."
        return self._gap("quiet", rhythm.contact, "last contact", told)

    def _never(self) -> str:
        return f"no visit yet, none planned; {self._contact()}."

    def _since(self, day: date) -> int:
        return self.rule.holidays.working_days(day, self.today)

    def _contact(self) -> str:
        """The second clock in words."""
        contact = self.row.facts.rhythm.contact
        if contact is None:
            return "no contact yet"
        return f"last contact {_ago((self.today - contact).days)}"

    def _short_contact(self) -> str:
        return contact_words(self.row.facts.rhythm.contact, self.rule)

    def _gap(
        self,
        group: Group,
        day: date | None,
        text: str,
        reason: str,
        brief: str = "",
        shorter: tuple[str, ...] = (),
    ) -> Entry:
        return Entry(group, "gap", self.row, "", day, text, reason, brief, shorter=shorter)


def gap_words(rhythm: Rhythm, over: int, contact: str) -> tuple[str, ...]:
    """A gap in a few words, "overdue 5 days · contact 3 d ago", and in fewer and fewer.

    Past the longest gap it says so, and leaves the contact out first.

    Args:
        rhythm: the gap.
        over: days past the one the pair aims at.
        contact: the second clock, as `contact_words` tells it.
    """
    told, brief = f"overdue {days_text(over)}", f"{over} d overdue"
    if over + rhythm.ideal <= rhythm.longest:
        return f"{told} · {contact}", f"{brief} · {contact}", brief
    past = f"{told}, past the longest gap of {rhythm.longest}"
    return f"{past} · {contact}", past, f"{brief}, longest gap {rhythm.longest}", brief


def contact_words(contact: date | None, rule: Lateness) -> str:
    """The second clock in a few words: "contact 3 d ago"."""
    if contact is None:
        return "no contact"
    return f"contact {_short_ago((rule.today - contact).days)}"


def _ago(count: int) -> str:
    return "today" if count == 0 else "yesterday" if count == 1 else f"{days_text(count)} ago"


def _short_ago(count: int) -> str:
    return "today" if count == 0 else f"{count} d ago"


def _when(day: date, today: date) -> str:
    near = near_date(day, today)
    return "today" if near == "Today" else f"on {near}"


def kept_in(after: Agenda, done: Iterable[Entry]) -> Agenda:
    """An agenda read again, with what was done meanwhile still in its place, ticked.

    Args:
        after: as it is read now, where a done to-do or held visit is no longer listed.
        done: what was done since the agenda was opened.
    """
    listed = {entry.key for entry in after.entries}
    missing = [replace(entry, done=True) for entry in done if entry.key not in listed]
    entries = sorted([*after.entries, *missing], key=_order)
    return Agenda(after.today, tuple(entries))
