"""The coaching cycle: open it, keep its draft, save it whole (IP-4 to IP-12)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from coach_tui.clock import Clock
from coach_tui.domain.bands import Standing
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.dates import local_clock, plain_moment, read_past_date, short_date
from coach_tui.domain.draft import Draft
from coach_tui.domain.note import Note
from coach_tui.domain.note_form import NoteForm, moment
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.todo import Todo
from coach_tui.domain.track import HIGHEST_SESSION
from coach_tui.domain.visit import Visit
from coach_tui.domain.visit_time import visit_minutes
from coach_tui.errors import Refused, StorageError
from coach_tui.services.cycle_context import CycleContext
from coach_tui.services.cycle_reading import Reading, read_form
from coach_tui.services.cycle_records import CycleRecords
from coach_tui.services.faults import refusing
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.growth import GrowthService
from coach_tui.services.notes import NoteService
from coach_tui.services.progressions import known_progression
from coach_tui.services.steps import in_order
from coach_tui.services.ticks import ticked_by
from coach_tui.services.unfinished import Unfinished


@dataclass(frozen=True, slots=True)
class OpenCycle:
    """A cycle form as it opens.

    Attributes:
        context: what it is read against.
        form: fresh, or as the draft has it.
        draft: the draft it was filled from, None for a fresh one.
    """

    context: CycleContext
    form: CycleForm
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class SavedCycle:
    """A cycle that is on the disk, with what came of it.

    Attributes:
        standing: the band of its total, None where no total was recorded.
    """

    cycle: Cycle
    standing: Standing | None
    todo: Todo | None
    visit: Visit | None
    note: Note | None


class CycleService:
    """Cycles of one store."""

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        shelf: FrameworkShelf,
        growth: GrowthService,
        notes: NoteService,
        clock: Clock,
        new_id: Callable[[datetime], str],
    ) -> None:
        self._store = store
        self._notes = notes
        self._unfinished = Unfinished(drafts)
        self._shelf = shelf
        self._growth = growth
        self._clock = clock
        self._new_id = new_id

    def context(self, coachee_id: str, day: date | None = None) -> CycleContext:
        """What a cycle with this person is read against.

        Args:
            coachee_id: whom it is with.
            day: the day of the meeting, whose school year counts; today if left out.

        Raises:
            NotFound: no such person.
        """
        today = self._clock.today()
        year = self._growth.years.of(coachee_id, day)
        every = self._store.of(Cycle, coachee_id)
        cycles = tuple(c for c in every if c.track == year)
        steps = [t for t in self._store.of(Todo, coachee_id) if t.is_open and t.cycle_id]
        steps = in_order(steps, every)
        planned = [v for v in self._store.of(Visit, coachee_id) if v.status == "planned"]
        person = self._store.get(Coachee, coachee_id)
        progression = known_progression(self._store, self._shelf, today, person)
        return CycleContext(
            today=today,
            coachee=person,
            timeline=self._shelf.timeline(),
            model=self._shelf.coaching_model(),
            track=self._growth.track(coachee_id, year),
            number=1 + max((c.number or 0 for c in cycles), default=0),
            launch=self._growth.launch(coachee_id, year),
            last_step=steps[-1] if steps else None,
            open_steps=len(steps),
            cycles=tuple(c for c in cycles if c.origin == "cycle"),
            notes=tuple(n for n in reversed(self._store.of(Note, coachee_id)) if n.lines),
            planned=tuple(sorted(planned, key=lambda visit: visit.when)),
            begun=self._growth.years.begun(coachee_id),
            ticked=ticked_by(cycles, HIGHEST_SESSION),
            pauses=progression.pauses if progression else (),
        )

    def context_of(self, form: CycleForm) -> CycleContext:
        """What a form is read against now, in the school year of the day that is typed.

        Raises:
            NotFound: no such person.
        """
        day = None
        with suppress(Refused):  # a day that cannot be read is told of by `read`
            day = read_past_date(form.when, self._clock.today())
        return self.context(form.coachee_id, day)

    def open(self, coachee_id: str) -> OpenCycle:
        """Start a cycle, or take up its draft.

        Raises:
            NotFound: no such person.
            Refused: it is being typed in another window.
        """
        context = self.context(coachee_id)
        draft = self._unfinished.read(draft_key(coachee_id))
        named = str(draft.fields.get("note_id") or "") if draft else ""
        note = self._notes.for_cycle(coachee_id, named)
        if draft is None:
            form = self._of_visit(self.fresh(context).with_note(note), note)
            return OpenCycle(context, form, None)
        form = self.fresh(context).with_note(note).with_typed(draft.fields)
        context = self.context_of(form)
        return OpenCycle(context, form.but(**context.place()), draft)

    def _of_visit(self, form: CycleForm, note: NoteForm) -> CycleForm:
        """A new form with the mode, time and minutes of the visit its note was taken at."""
        started = moment(note.started)
        if started is None:
            return form
        minutes = None
        if ended := moment(note.ended):
            minutes = visit_minutes(started, ended, self._clock.now())
        return form.but(
            mode=note.mode,
            at=local_clock(self._clock.local(started)),
            minutes="" if minutes is None else str(minutes),
        )

    def fresh(self, context: CycleContext) -> CycleForm:
        """A new form: today, now, the planned visit, and the cluster if only one is left."""
        now = self._clock.local(self._clock.now())
        choices = context.choices
        planned = context.next_planned
        left = self._growth.only_cluster_left(context.track, context.session)
        return CycleForm(
            coachee_id=context.coachee.id,
            **context.place(),
            when=short_date(now.date()),
            at=local_clock(now),
            carry_todo=context.last_step.id if context.last_step else "",
            cluster=left if left in {choice.cluster.id for choice in choices} and left else "",
            next_visit=plain_moment(planned.on, planned.at, context.today) if planned else "",
        )

    def is_untouched(self, form: CycleForm, context: CycleContext) -> bool:
        """Whether nothing was typed.

        Date, time and mode do not count, nor what stood in the form taken out, nor what comes from
        a note that is filed already.
        """
        fresh = self.fresh(context)
        kept = ["when", "at", "mode", "carry_todo"]
        if form.note_base:  # filed by itself, and kept as a note
            kept += ["notes", *(["minutes"] if form.note_ended else [])]
        same = {name: getattr(form, name) for name in kept}
        taken_out = {name: "" for name in ("cluster", "next_visit") if not getattr(form, name)}
        return _stripped(form) == _stripped(fresh.but(**same, **taken_out))

    def read(self, form: CycleForm, context: CycleContext) -> Reading:
        """The form's values, problems, warnings and blanks."""
        return read_form(form, context, self._clock.today())

    def keep_note(self, form: CycleForm, place: str, *, closed: bool) -> CycleForm:
        """Put the form's note on the disk: as a draft, or filed where the form is being left.

        Returns:
            The form with the note as filed: another one where that was changed elsewhere.

        Raises:
            Refused: another window keeps a draft of the same note; that one stays.
            StorageError: it could not be written.
        """
        if not closed:
            self._notes.keep_draft(form.note, place)
            return form
        note = self._notes.file(form.note).note
        return form.but(note_id=note.id, note_base=note.revision) if note else form

    def keep_draft(self, form: CycleForm, place: str, *, closed: bool) -> Draft:
        """Put the form on the disk as a draft; its note by itself, with `keep_note`.

        Args:
            form: what was typed.
            place: where the cursor is, as `place_of` writes it.
            closed: whether the form is being left in the ordinary way.

        Raises:
            Refused: another window keeps a draft of the same cycle; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        key = draft_key(form.coachee_id)
        now = self._clock.now()
        draft = Draft(key, "cycle", form.coachee_id, now, form.kept(), place, closed)
        self._unfinished.keep(draft)
        return draft

    def discard_draft(self, coachee_id: str) -> None:
        """Remove a person's cycle draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self._unfinished.discard(draft_key(coachee_id))

    def save(self, form: CycleForm) -> SavedCycle:
        """Save a cycle and what comes of it: note, to-do, visits, the answer to the last step.

        All of it is one transaction; the draft goes once it is on the disk. The form is read
        against what is stored now, in the school year of its day: another window may have saved a
        session since it was opened.

        Raises:
            NotFound: no such person.
            Refused: a field cannot be read, or nothing was typed; nothing was saved.
            Conflict: someone else saved one of the records meanwhile; nothing was saved.
            StorageError: it could not be written; the draft is kept.
        """
        context = replace(self.context_of(form), last_step=self._asked_about(form))
        if self.is_untouched(form, context) and not form.notes.strip():
            raise Refused("Nothing is typed yet.")
        _check_place(form, context)
        reading = self.read(form, context)
        if reading.problems:
            raise Refused(reading.problems[0].sentence)
        with refusing("This cycle"):
            made = self._notes.maker.records
            records = CycleRecords.of(form, reading, context, self._clock, self._new_id, made)
        saved = records.stored(self._store.save(records.changes))
        if saved.note is not None:
            self._notes.maker.filed(saved.note)
        with suppress(StorageError):  # all of it is on the disk; to say "not saved" invites a twin
            self.discard_draft(form.coachee_id)
            self._notes.discard_draft(form.note_id)
        return SavedCycle(saved.cycle, saved.standing(context), saved.todo, saved.visit, saved.note)

    def _asked_about(self, form: CycleForm) -> Todo | None:
        """The step the form asked about, whatever became the newest one since."""
        steps = self._store.of(Todo, form.coachee_id)
        return next((step for step in steps if step.id == form.carry_todo), None)


def _check_place(form: CycleForm, context: CycleContext) -> None:
    """That the form was typed for the school year and the session it would be saved as.

    Raises:
        Refused: a year was begun meanwhile, or sessions were recorded, or undone.
    """
    year, session = context.track.year, context.session
    if (form.track, form.session) != (year, session):
        raise Refused(f"Now session {session} of {year}; save again.")


def _stripped(form: CycleForm) -> dict[str, object]:
    """What was typed, without the blanks around it."""
    typed = form.typed()
    return {name: text.strip() if isinstance(text, str) else text for name, text in typed.items()}


def draft_key(coachee_id: str) -> str:
    """The key of a person's cycle draft; there is one at a time."""
    return f"cycle-{coachee_id}"
