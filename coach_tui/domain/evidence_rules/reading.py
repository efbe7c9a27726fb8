"""From unchecked documents to what the rules read; what is not as it should be is passed over.

A document is read as the store holds it: to check thousands of records with pydantic takes seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from coach_tui.domain.evidence_rules.log import Client, Log, Meeting, NoteSeen, Part, Sent, Step
from coach_tui.domain.holidays import Holidays
from coach_tui.domain.note import open_rows, reads_private, tag_of
from coach_tui.domain.note_marks import groups
from coach_tui.domain.term import term_days, year_of_term
from coach_tui.domain.todo import CLOSED
from coach_tui.domain.unchecked import Document, part_of, parts_of, read_day, read_moment, text_of

Documents = Callable[[str], Iterable[Document]]
"""Gives the documents of a table."""

DayOf = Callable[[datetime], date]
"""The coach's day of a moment."""

_TEXTS: tuple[tuple[Part, str, str], ...] = (
    ("goal", "goal", "text"),
    ("indicator", "goal", "indicator"),
    ("praise", "feedback", "praise"),
    ("probes", "feedback", "probes"),
    ("reflection", "feedback", "reflection"),
    ("groups", "observation", "priority_groups"),
    ("root_cause", "challenge", "root_cause"),
    ("step", "action", "text"),
)
"""Where a cycle's document holds each part."""


def read_log(
    documents: Documents, term: str, today: date, day_of: DayOf, holidays: Holidays
) -> Log:
    """All that happened in a term, as far as it has gone.

    Args:
        documents: the store's tables.
        term: "2026-27/1".
        today: the coach's date; nothing after it is read.
        day_of: the coach's day of a moment.
        holidays: days that count in no gap.
    """
    return _Reader(documents, term, today, day_of).log(holidays)


class _Reader:
    """Reads the tables of one store for one term."""

    def __init__(self, documents: Documents, term: str, today: date, day_of: DayOf) -> None:
        self.documents = documents
        self.day_of = day_of
        self.today = today
        self.year = year_of_term(term)
        self.year_first, _ = term_days(f"{self.year}/1")
        self.first, last = term_days(term)
        self.last = min(last, today)
        self.met: dict[str, set[date]] = {}
        """Days of completed visits and launches up to today, of all years, by person."""
        self.met_before: set[str] = set()

    def log(self, holidays: Holidays) -> Log:
        meetings = sorted(self.meetings(), key=lambda held: (held.on, held.id), reverse=True)
        agreed = {meeting.id: meeting.on for meeting in meetings}
        notes = {note.id: note for note in self.notes(agreed)}
        self.visits()
        launched = self.launches()
        steps = sorted(self.steps(agreed), key=lambda step: (step.on, step.id), reverse=True)
        return Log(
            first=self.first,
            last=self.last,
            year=self.year,
            year_first=self.year_first,
            clients=self.clients(),
            meetings=tuple(meetings),
            met_before=frozenset(self.met_before),
            launched=launched,
            notes=notes,
            steps=tuple(steps),
            sent=tuple(self.sent(agreed)),
            holidays=holidays,
        )

    def meetings(self) -> Iterable[Meeting]:
        """The school year's held cycles up to the last day; those of other years only counted."""
        for document in self.documents("cycles"):
            day = read_day(document.get("held_on"))
            person = text_of(document, "coachee_id")
            if not person or day is None or day > self.today:
                continue
            if document.get("origin", "cycle") != "cycle":
                continue
            self.met.setdefault(person, set()).add(day)
            if day < self.year_first and document.get("track") != self.year:
                self.met_before.add(person)
                continue
            if day <= self.last:
                yield _meeting(document, person, day)

    def notes(self, meetings: Mapping[str, date]) -> Iterable[NoteSeen]:
        """All notes with a day; one that the coach ended was a completed visit."""
        for document in self.documents("notes"):
            person = text_of(document, "coachee_id")
            begun = self._moment_day(document.get("started_at") or document.get("created_at"))
            if not person or begun is None:
                continue
            ended = self._moment_day(document.get("ended_at"))
            if ended and ended <= self.today:
                self.met.setdefault(person, set()).add(ended)
            if begun <= self.last:
                cycle = text_of(document, "cycle_id")
                asked = meetings.get(cycle, date.min) >= self.first
                told = _lines(document) if asked else (False, False, False)
                yield NoteSeen(person, document["id"], cycle, begun, *told)

    def visits(self) -> None:
        """Visits that were marked as held are completed, with a cycle or without one."""
        for document in self.documents("visits"):
            day, person = read_day(document.get("on")), text_of(document, "coachee_id")
            if document.get("status") != "held" or day is None:
                continue
            if person and day <= self.today:
                self.met.setdefault(person, set()).add(day)

    def steps(self, agreed: Mapping[str, date]) -> Iterable[Step]:
        """The action steps that were agreed in the period's meetings."""
        for document in self.documents("todos"):
            on = agreed.get(text_of(document, "cycle_id"))
            if on is not None and on >= self.first:
                yield _step(document, on, self.last)

    def sent(self, meetings: Mapping[str, date]) -> Iterable[Sent]:
        for document in self.documents("outputs"):
            on, person = read_day(document.get("on")), text_of(document, "coachee_id")
            kind, cycle = document.get("kind"), text_of(document, "cycle_id")
            if on is None or on > self.today or not person or not isinstance(kind, str):
                continue
            if cycle in meetings or self.year_first <= on <= self.last:
                what = text_of(document, "what")
                yield Sent(person, document["id"], kind, on, what, cycle)

    def clients(self) -> dict[str, Client]:
        found = {}
        for document in self.documents("coachees"):
            key, status = document["id"], document.get("status")
            days = sorted(self.met.get(key, ()))
            since = days[0] if days else self._moment_day(document.get("created_at"))
            found[key] = Client(
                key,
                status if isinstance(status, str) else "active",
                bool(document.get("priority_groups")),
                tuple(day for day in days if day >= self.year_first),
                since or date.min,
            )
        return found

    def launches(self) -> dict[tuple[str, str], date]:
        """The day each launch was held, by person and track; a meeting too, of its own day."""
        found = {}
        for document in sorted(self.documents("launches"), key=lambda document: document["id"]):
            day, person = read_day(document.get("held_on")), text_of(document, "coachee_id")
            if not person or day is None or day > self.today:
                continue
            self.met.setdefault(person, set()).add(day)
            if day <= self.last:
                found[person, text_of(document, "track")] = day
        return found

    def _moment_day(self, value: object) -> date | None:
        """The coach's day of a moment as the file writes it."""
        moment = read_moment(value)
        return self.day_of(moment) if moment else None


def _meeting(document: Document, person: str, day: date) -> Meeting:
    written = {part for part, group, name in _TEXTS if _said(part_of(document, group).get(name))}
    if part_of(document, "carry_over").get("answer"):
        written.add("answer")
    session, number = document.get("session"), document.get("number")
    name = f"session {session}" if isinstance(session, int) else f"cycle {number}"
    cited = frozenset(
        (field, note)
        for citation in parts_of(document, "citations")
        if (field := text_of(citation, "field")) and (note := text_of(citation, "note_id"))
    )
    track = text_of(document, "track")
    return Meeting(person, document["id"], day, name, track, frozenset(written), cited)


def _lines(document: Document) -> tuple[bool, bool, bool]:
    """Whether lines that are not private are in a note, and probes and tagged groups in them."""
    open_ones = [
        text
        for line in parts_of(document, "lines")
        if isinstance(text := line.get("text"), str)
        and line.get("tag") != "private"
        and not ("#" in text and reads_private(text))
    ]
    return (
        bool(open_ones),
        any("?" in text and tag_of(text) == "probe" for text in open_ones),
        any("@" in text and groups(text) for text in open_ones),
    )


def _step(document: Document, on: date, last: date) -> Step:
    """A step as it stood on the last day of the period."""
    closed = read_day(document.get("closed_on")) if document.get("status") in CLOSED else None
    closed = closed if closed and closed <= last else None
    agreed = _said(document.get("lesson")) or _said(document.get("coach_part"))
    return Step(
        text_of(document, "coachee_id"),
        document["id"],
        on,
        read_day(document.get("due")),
        agreed or document.get("practice", "not_yet") != "not_yet",
        closed,
        closed is not None and _said(document.get("outcome")),
    )


def _said(value: object) -> bool:
    """Whether something stands in a field that is not private."""
    return isinstance(value, str) and bool(open_rows(value).strip())
