"""The records that a finished cycle becomes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from coach_tui.clock import Clock
from coach_tui.domain.bands import Standing
from coach_tui.domain.cycle import (
    ActionStep,
    CarryOver,
    Cycle,
    Feedback,
    Goal,
    LookForRating,
    Observation,
    SelfAssessment,
)
from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.gi import GiCount, Ticks
from coach_tui.domain.note import Note
from coach_tui.domain.note_form import NoteForm
from coach_tui.domain.records import Record
from coach_tui.domain.todo import Todo, TodoStatus
from coach_tui.domain.visit import Visit
from coach_tui.services.citations import citations
from coach_tui.services.cycle_context import CycleContext
from coach_tui.services.cycle_reading import Reading
from coach_tui.services.cycle_visits import dropped_visits, held_visits, next_visit
from coach_tui.services.note_records import NoteRecords
from coach_tui.services.ticks import claimed

R = TypeVar("R", bound=Record)

Filing = Callable[[NoteForm, str], NoteRecords]
"""What filing a note for a cycle changes, the cycle named by its id."""

_ANSWERED: dict[str, TodoStatus] = {
    "done": "done",
    "partly": "partly",
    "not_yet": "carried",
    "dropped": "dropped",
}


@dataclass(frozen=True, slots=True)
class CycleRecords:
    """One cycle's records, ready to be saved together.

    Attributes:
        todo: the action step as a to-do, None where none was agreed.
        visit: the next visit, None where none was set.
        note: the observation notes, None where there are none.
        others: records it changes: the last step as answered, planned visits now held.
        as_planned: whether the next visit was planned already, and stays as it is.
    """

    cycle: Cycle
    todo: Todo | None
    visit: Visit | None
    note: Note | None
    others: tuple[Record, ...]
    as_planned: bool = False

    @property
    def changes(self) -> list[Record]:
        """All that are new or changed, for one transaction."""
        made = (self.cycle, self.todo, None if self.as_planned else self.visit, self.note)
        return [record for record in made if record is not None] + list(self.others)

    def stored(self, saved: Sequence[Record]) -> CycleRecords:
        """The same records as the store gave them back, in the order of `changes`."""
        by_id = {record.id: record for record in saved}

        def kept(record: R) -> R:
            return type(record).model_validate(by_id.get(record.id, record))

        todo, visit, note = self.todo, self.visit, self.note
        return CycleRecords(
            kept(self.cycle),
            todo and kept(todo),
            visit and kept(visit),
            note and kept(note),
            tuple(map(kept, self.others)),
            self.as_planned,
        )

    def standing(self, context: CycleContext) -> Standing | None:
        """The band of its total, None where no total or no session number was given."""
        total, session = self.cycle.gi.total, self.cycle.session
        if total is None or session is None:
            return None
        return context.timeline.band_table.standing(session, total)

    @classmethod
    def of(
        cls,
        form: CycleForm,
        reading: Reading,
        context: CycleContext,
        clock: Clock,
        new_id: Callable[[datetime], str],
        filing: Filing,
    ) -> CycleRecords:
        """The records of a form that was read without problems."""
        return _Maker(form, reading, context, clock, new_id).records(filing)


class _Maker:
    """Turns one form into records."""

    def __init__(
        self,
        form: CycleForm,
        reading: Reading,
        context: CycleContext,
        clock: Clock,
        new_id: Callable[[datetime], str],
    ) -> None:
        self.form = form
        self.reading = reading
        self.context = context
        self.now = clock.now()
        self.new_id = new_id

    def records(self, filing: Filing) -> CycleRecords:
        cycle = self.cycle()
        todo, note = self.todo(cycle.id), filing(self.form.note, cycle.id).note
        cycle = cycle.but(citations=citations(self.form, note))
        visit = next_visit(self.reading, self.context, self.base)
        held = held_visits(self.reading, self.context, cycle.id)
        others = (*self.answered(), *held, *dropped_visits(visit, self.context))
        return CycleRecords(cycle, todo, visit, note, others, visit in self.context.planned)

    def base(self) -> dict[str, Any]:
        """What every new record starts with."""
        return {
            "id": self.new_id(self.now),
            "created_at": self.now,
            "updated_at": self.now,
            "coachee_id": self.form.coachee_id,
        }

    def cycle(self) -> Cycle:
        """The cycle; it takes a session number once it has a cluster or a total."""
        form, reading = self.form, self.reading
        return Cycle(
            **self.base(),
            track=self.context.track.year,
            number=self.context.number,
            session=self.context.session if reading.numbered else None,
            held_on=reading.held_on,
            framework=self.context.timeline.pin,
            cluster=form.cluster or None,
            override=form.override if self.context.asks_override(form.cluster) else "",
            gi=self.count(),
            self_assessment=self.self_assessment(),
            observation=self.observation(),
            carry_over=self.carry_over(),
            feedback=Feedback(**{name: getattr(form, name) for name in Feedback.model_fields}),
            goal=Goal(text=form.goal),
            action=self.action(),
        )

    def count(self) -> GiCount:
        """The total; a reason only where the total still asks for one."""
        total, context = self.reading.total, self.context
        asked = total is not None and context.track.asks_why(context.session, total)
        reason = self.form.gi_reason.strip() if asked else ""
        count = GiCount.first(total, reason, self.now, self.ticks())
        return count.but(coach_total=self.reading.coach_total)

    def ticks(self) -> Ticks | None:
        """The GIs that the total was counted from; None for a number typed by hand."""
        items = claimed(self.form.gi, self.form.gi_items)
        return Ticks(items=items, framework=self.context.timeline.pin) if items else None

    def observation(self) -> Observation:
        form, reading = self.form, self.reading
        known = {part.id for part in self.context.model.prerequisites}
        return Observation(
            at=reading.at,
            minutes=reading.minutes,
            mode=form.mode,
            lesson=form.lesson,
            prepared=tuple(key for key in form.prepared if key in known),
            priority_groups=form.priority_groups,
            focus=form.focus,
        )

    def self_assessment(self) -> SelfAssessment:
        """Ratings of the picked cluster's look-for only; another cluster's are left out."""
        cluster = self.context.timeline.cluster(self.form.cluster)
        known = [look.id for look in cluster.look_fors] if cluster else []
        rated = [(key, self.form.ratings[key]) for key in known if self.form.ratings.get(key)]
        ratings = tuple(
            LookForRating.model_validate({"look_for": key, "state": state}) for key, state in rated
        )
        return SelfAssessment(ratings=ratings, words=self.form.own_words)

    def carry_over(self) -> CarryOver | None:
        if not self.context.last_step:
            return None
        values = {"todo_id": self.context.last_step.id, "answer": self.form.answer or None}
        return CarryOver.model_validate(values)

    def action(self) -> ActionStep:
        form, reading = self.form, self.reading
        return ActionStep.model_validate(
            {
                "text": form.step,
                "lesson": form.step_lesson,
                "practice": form.practice or "not_yet",
                "owner": form.owner or "teacher",
                "due": reading.due,
                "coach_part": form.coach_part,
                "next_visit": reading.next_visit,
                "next_visit_at": reading.next_visit_at,
            }
        )

    def todo(self, cycle_id: str) -> Todo | None:
        """The action step as a to-do; the next meeting opens with it."""
        action = self.action()
        if not action.text:
            return None
        return Todo(
            **self.base(),
            cycle_id=cycle_id,
            text=action.text,
            lesson=action.lesson,
            practice=action.practice,
            owner=action.owner,
            due=action.due,
            coach_part=action.coach_part,
        )

    def answered(self) -> tuple[Record, ...]:
        """The last step, as the coachee answered; "not yet" keeps it open.

        One that another window closed meanwhile stays as it is.
        """
        step, answer = self.context.last_step, self.form.answer
        if step is None or not step.is_open or answer not in _ANSWERED:
            return ()
        status = _ANSWERED[answer]
        closed = None if status == "carried" else self.reading.held_on
        return (step.but(status=status, closed_on=closed),)
