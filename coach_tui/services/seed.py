"""Records from a seed file: the demo caseload, its days kept fresh relative to today."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from coach_tui import ids
from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import ActionStep, Cycle, Feedback, Goal, Observation
from coach_tui.domain.draft import Draft
from coach_tui.domain.framework import Timeline
from coach_tui.domain.gi import GiCount
from coach_tui.domain.launch import Launch
from coach_tui.domain.note import Note, read_lines
from coach_tui.domain.records import Record
from coach_tui.domain.school_year import school_year
from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit
from coach_tui.errors import Refused
from coach_tui.services.faults import sentences
from coach_tui.services.seed_shape import (
    Seed,
    SeedDraft,
    SeedLaunch,
    SeedNote,
    SeedPerson,
    SeedSession,
    SeedStep,
    SeedVisit,
)
from coach_tui.services.seed_stamps import NOON, Stamps
from coach_tui.text import visible


@dataclass(frozen=True, slots=True)
class Seeded:
    """What a seed makes: records not saved yet (revision 0), and drafts."""

    records: tuple[Record, ...]
    drafts: tuple[Draft, ...]


def load_seed(path: Path) -> dict[str, Any]:
    """The content of a seed file, not checked yet.

    Raises:
        Refused: it cannot be read, or is not a JSON object.
    """
    name = visible(path.name)
    try:
        found = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise Refused(f"The demo file {name} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise Refused(f"The demo file {name} is not JSON text.") from error
    if not isinstance(found, dict):
        raise Refused(f"The demo file {name} does not hold a list of people.")
    return found


def records_from_seed(
    seed: Mapping[str, Any],
    clock: Clock,
    timeline: Timeline,
    new_id: Callable[[datetime], str] = ids.new_id,
) -> Seeded:
    """The records and drafts of a seed.

    Every session is of the school year of today, however long ago its day lies.

    Args:
        seed: a seed file's content, see `seed_shape.Seed`.
        clock: gives today, from which all days count.
        timeline: the framework that the cycles are pinned to.
        new_id: makes an id for a moment.

    Raises:
        Refused: the seed does not hold together.
    """
    try:
        shape = Seed.model_validate(seed)
    except ValidationError as error:
        raise Refused(f"The demo data does not hold together. {sentences(error)[0]}") from error
    stamps = Stamps(clock, new_id)
    made = [_Person(person, shape.coach, stamps, timeline) for person in shape.people]
    records = tuple(record for person in made for record in person.records())
    return Seeded(records, tuple(draft for person in made for draft in person.drafts()))


class _Person:
    """One person's records."""

    def __init__(self, person: SeedPerson, coach: str, stamps: Stamps, timeline: Timeline) -> None:
        self.person = person
        self.coach = coach
        self.stamps = stamps
        self.timeline = timeline
        self.base = stamps.base(person.first_day)
        self.key: str = self.base["id"]

    def records(self) -> tuple[Record, ...]:
        """All records, the coachee first."""
        try:
            return tuple(self._records())
        except ValidationError as error:
            raise self._refused(sentences(error)[0]) from error

    def _refused(self, why: str) -> Refused:
        name = visible(self.person.family)
        return Refused(f"The demo data of {name} does not hold together. {why}")

    def _records(self) -> Iterator[Record]:
        person = self.person
        yield self._coachee()
        if person.launch:
            yield self._launch(person.launch)
        number = 0
        for index, session in enumerate(person.sessions, start=1):
            number = session.session or number + 1
            yield from self._session(session, index, number)
        for todo in person.todos:
            yield self._todo(todo, person.last_day, None)
        for visit in person.visits:
            yield self._visit(visit)
        for note in person.notes:
            yield self._note(note)

    def _coachee(self) -> Coachee:
        kept = set(Coachee.model_fields) & set(SeedPerson.model_fields)
        return Coachee(**self.base, **self.person.model_dump(include=kept))

    def _launch(self, launch: SeedLaunch) -> Launch:
        for key in launch.order:
            self._check_cluster(key)
        return Launch(
            **self._of_person(launch.day),
            track=self._track,
            held_on=self.stamps.date(launch.day),
            order=launch.order,
            coach=self.coach,
            coachee=f"{self.person.given} {self.person.family}".strip(),
            aims=launch.aims,
            prerequisites=launch.prerequisites,
        )

    def _session(self, session: SeedSession, index: int, number: int) -> Iterator[Record]:
        """The cycle of a session, and its action step as a to-do."""
        self._check_cluster(session.cluster)
        cycle = Cycle(
            **self._of_person(session.day),
            track=self._track,
            number=index,
            session=number,
            held_on=self.stamps.date(session.day),
            framework=self.timeline.pin,
            cluster=session.cluster,
            override=session.override,
            gi=GiCount(total=session.total),
            observation=Observation(
                minutes=session.minutes,
                mode=session.mode,
                lesson=session.lesson,
                prepared=session.prepared,
                priority_groups=session.priority_groups,
                focus=session.focus,
            ),
            feedback=Feedback(
                praise=session.praise, probes=session.probes, reflection=session.reflection
            ),
            goal=Goal(text=session.goal),
            action=self._action(session.step),
            standards=session.standards,
        )
        yield cycle
        if session.step:
            yield self._todo(session.step, session.day, cycle.id)

    def _action(self, step: SeedStep | None) -> ActionStep:
        if step is None:
            return ActionStep()
        return ActionStep(
            text=step.text,
            lesson=step.lesson,
            practice=step.practice,
            owner=step.owner,
            due=self._maybe(step.due),
            coach_part=step.coach_part,
        )

    def _todo(self, step: SeedStep, day: int, cycle_id: str | None) -> Todo:
        plain = step.model_dump(exclude={"due", "closed"})
        return Todo(
            **self._of_person(day),
            **plain,
            cycle_id=cycle_id,
            due=self._maybe(step.due),
            closed_on=self._maybe(step.closed),
        )

    def _visit(self, visit: SeedVisit) -> Visit:
        made = min(self.person.last_day, visit.day)
        return Visit(
            **self._of_person(made),
            on=self.stamps.date(visit.day),
            at=visit.at,
            status=visit.status,
        )

    def _note(self, note: SeedNote) -> Note:
        lines = read_lines("\n".join(note.lines))
        at = next((line.at for line in lines if line.at), NOON)
        return Note(**self._of_person(note.day, at), lines=lines)

    def drafts(self) -> tuple[Draft, ...]:
        """The unfinished cycle, if there is one."""
        return (self._draft(self.person.draft),) if self.person.draft else ()

    def _draft(self, draft: SeedDraft) -> Draft:
        return Draft(
            key=f"cycle-{self.key}",
            form="cycle",
            coachee_id=self.key,
            saved_at=self.stamps.moment(draft.day),
            fields=dict(draft.fields),
            place=draft.place,
            closed=draft.closed,
        )

    @property
    def _track(self) -> str:
        return school_year(self.stamps.today)

    def _of_person(self, day: int, at: time = NOON) -> dict[str, Any]:
        return {**self.stamps.base(day, at), "coachee_id": self.key}

    def _maybe(self, day: int | None) -> date | None:
        return None if day is None else self.stamps.date(day)

    def _check_cluster(self, key: str | None) -> None:
        if key is not None and self.timeline.cluster(key) is None:
            raise self._refused(f"There is no cluster '{visible(key)[:20]}'.")
