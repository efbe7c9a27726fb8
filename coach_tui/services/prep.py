"""One minute before a visit: what was agreed, what was seen, what to bring (IP-2, IP-6, IP-8)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from coach_tui.clock import Clock
from coach_tui.domain.agenda import contact_words, gap_words
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.dates import near_date
from coach_tui.domain.lateness import Lateness, is_finished
from coach_tui.domain.note import Note, open_rows
from coach_tui.domain.plans import Rhythm
from coach_tui.domain.ports import Store
from coach_tui.domain.records import Record
from coach_tui.domain.todo import Todo
from coach_tui.services.framework_files import TIMELINE
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.outputs import output_words
from coach_tui.services.profile import Profile, ProfileService
from coach_tui.services.steps import in_order

R = TypeVar("R", bound=Record)

_NEWEST_NOTES = 5
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]+"  # a page
    r"|(?<![^\s(])(?:~/|/)[\w.-]+/[^\s<>\"]+"  # a file in a folder
    r"|(?<![^\s(])\\\\[\w.-]+\\[^\s<>\"]+",  # a share of a school's server
    re.IGNORECASE,
)
_AFTER_A_LINK = ".,;:!?)]}'"


@dataclass(frozen=True, slots=True)
class Materials:
    """What is taken along.

    Attributes:
        lesson: the lesson that the last step goes into, else the one seen last.
        links: addresses and paths written down with the last round, then in the newest notes.
        parts: what a coach does before a visit, in the framework's words, and whether it is
            ticked: in the cycle that is being written, the content at the launch.
    """

    lesson: str = ""
    links: tuple[str, ...] = ()
    parts: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Prep:
    """A person just before a visit. Nothing that a private note line says is in it.

    Attributes:
        profile: the person with this school year's records.
        step: the newest action step still open, asked about first; else the last one closed.
        cycle: the newest held round, of this school year or before; None for none yet.
        seen: what was last seen of the priority groups, and the day.
        free: ids of the clusters still free at the next session.
        todos: what else is open, the earliest due first.
        overdue: how long the next visit is overdue, as the agenda says it; empty while it is not.
        draft_at: when an unfinished cycle was last kept, on the coach's clock.
        rights: whose the names of clusters are, where they are from a file of the coach's own.
    """

    profile: Profile
    step: Todo | None
    cycle: Cycle | None
    seen: tuple[str, date] | None
    free: tuple[str, ...]
    materials: Materials
    todos: tuple[Todo, ...]
    overdue: str
    draft_at: datetime | None
    rights: str = ""

    @property
    def step_words(self) -> str:
        """How the last step stands: "due today", "due Mar 9, 2 days late", "done Mar 4"."""
        step = self.step
        if step is None:
            return ""
        if not step.is_open:
            when = f" {near_date(step.closed_on, self.profile.today)}" if step.closed_on else ""
            return f"{_CLOSED[step.status]}{when}"
        return due_words(step.due, self.profile.lateness)

    @property
    def sent_words(self) -> tuple[str, ...]:
        """The follow-up after the newest round, and the last report, where there are any."""
        sent = self.profile.follow_up(self.cycle.id) if self.cycle else None
        return tuple(output_words(o) for o in (sent, self.profile.last_report) if o)


_CLOSED = {"done": "done", "partly": "partly done", "dropped": "dropped"}


def due_words(due: date | None, rule: Lateness) -> str:
    """When something is due: "due today", "due Thu 13", "due Mar 9, 2 days late", "no date"."""
    if due is None:
        return "no date set"
    if due == rule.today:
        return "due today"
    told, late = f"due {near_date(due, rule.today)}", rule.late_words(due)
    return f"{told}, {late}" if late else told


class PrepService:
    """Reads one store person by person, for a sheet of one screen."""

    def __init__(
        self,
        store: Store,
        shelf: FrameworkShelf,
        profile: ProfileService,
        clock: Clock,
    ) -> None:
        self._store = store
        self._shelf = shelf
        self._profile = profile
        self._clock = clock

    def of(self, coachee_id: str) -> Prep:
        """What a coach looks at before going in.

        Raises:
            NotFound: no such person.
        """
        profile = self._profile.of(coachee_id)
        rounds = [c for c in self._store.of(Cycle, coachee_id) if c.origin == "cycle"]
        rounds.sort(key=lambda cycle: (cycle.held_on, cycle.id))
        cycle = _open(rounds[-1]) if rounds else None
        step = self._last_step(coachee_id, rounds)
        todos = _open_todos(profile.todos)
        return Prep(
            profile=profile,
            step=step,
            cycle=cycle,
            seen=_last_seen(rounds),
            free=self._free(profile),
            materials=self._materials(profile, step, cycle, todos),
            todos=tuple(todo for todo in todos if step is None or todo.id != step.id),
            overdue=_overdue(profile),
            draft_at=self._clock.local(profile.draft.saved_at) if profile.draft else None,
            rights=self._shelf.own_rights(TIMELINE),
        )

    def _last_step(self, coachee_id: str, rounds: Iterable[Cycle]) -> Todo | None:
        """The action step that the next meeting opens with, else the last that was closed."""
        steps = _open_todos(t for t in self._store.of(Todo, coachee_id) if t.cycle_id)
        steps = in_order(steps, rounds)
        still_open = [step for step in steps if step.is_open]
        if still_open:
            return still_open[-1]
        return max(steps, key=lambda step: (step.closed_on or date.min, step.id), default=None)

    def _free(self, profile: Profile) -> tuple[str, ...]:
        """The clusters of the next session's phase that were no focus yet."""
        session, timeline = profile.track.next_session, profile.timeline
        phase = timeline.phase_of(session)
        used = profile.track.used(session)
        if phase is None:
            return ()
        return tuple(c.id for c in timeline.clusters_of(phase) if c.id not in used)

    def _materials(
        self, profile: Profile, step: Todo | None, cycle: Cycle | None, todos: Iterable[Todo]
    ) -> Materials:
        """The lesson, the links, and what the coach has prepared."""
        lesson = step.lesson if step and step.is_open else ""
        ticked = _ticked(profile)
        return Materials(
            lesson=lesson or (cycle.observation.lesson if cycle else ""),
            links=links(self._texts(profile, step, cycle, todos)),
            parts=tuple(
                (part.name, part.id in ticked)
                for part in self._shelf.coaching_model().prerequisites
            ),
        )

    def _texts(
        self, profile: Profile, step: Todo | None, cycle: Cycle | None, todos: Iterable[Todo]
    ) -> Iterable[str]:
        """Where a link may stand, the likeliest first; never a private line."""
        if step:
            yield from (step.coach_part, step.lesson, step.text)
        if cycle:
            yield from (cycle.observation.lesson, cycle.action.coach_part, cycle.action.lesson)
            yield from (cycle.goal.text, cycle.feedback.probes, cycle.feedback.praise)
        yield from (todo.text for todo in todos)
        for note in reversed(self._store.of(Note, profile.coachee.id)[-_NEWEST_NOTES:]):
            yield from (entry.text for entry in note.open_lines)


def _open_todos(todos: Iterable[Todo]) -> list[Todo]:
    """To-dos as they may be read beside the person; one that is all private is none."""
    return [_open(todo) for todo in todos if open_rows(todo.text).strip()]


def _open(record: R) -> R:
    """A record without the rows of its texts that are marked private."""
    return type(record).model_validate(_without_private(record.model_dump()))


def _without_private(value: Any) -> Any:
    if isinstance(value, str):
        return open_rows(value)
    if isinstance(value, dict):
        return {
            name: part if name == "lesson" else _without_private(part)  # "#3 fractions" is a title
            for name, part in value.items()
        }
    if isinstance(value, list | tuple):
        return tuple(_without_private(part) for part in value)
    return value


def _overdue(profile: Profile) -> str:
    """How long the next visit is overdue, in the agenda's words."""
    person, last, rule = profile.coachee, profile.clocks, profile.lateness
    rhythm = Rhythm(person.ideal_days, person.max_days, last.visit, last.contact)
    planned = profile.next_visit is not None
    finished = is_finished(profile.track, profile.timeline.band_table, planned=planned)
    over = rule.days_past_gap(rhythm, planned=planned, finished=finished) or 0
    return gap_words(rhythm, over, contact_words(last.contact, rule))[0] if over > 0 else ""


def _ticked(profile: Profile) -> frozenset[str]:
    """What is ticked for the visit to come; knowing the content holds from the launch on."""
    typed = profile.draft.fields.get("prepared") if profile.draft else None
    done = {key for key in typed if isinstance(key, str)} if isinstance(typed, list) else set()
    launch = profile.launch.prerequisites if profile.launch else ()
    return frozenset(done | ({"content"} & set(launch)))


def links(texts: Iterable[str]) -> tuple[str, ...]:
    """The addresses and paths in some texts, each once, in their order."""
    found = (match.rstrip(_AFTER_A_LINK) for text in texts for match in _LINK.findall(text))
    return tuple(dict.fromkeys(link for link in found if link))


def _last_seen(rounds: list[Cycle]) -> tuple[str, date] | None:
    """What was last noted of the priority groups, and when."""
    noted = [(open_rows(c.observation.priority_groups), c.held_on) for c in rounds]
    return next(((text, day) for text, day in reversed(noted) if text.strip()), None)
