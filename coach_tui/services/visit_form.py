"""Planning a visit: one small form that moves the visit that is planned, or adds one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.dates import plain_date, plain_moment, read_moment
from coach_tui.domain.draft import Draft
from coach_tui.domain.holidays import Holidays
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.visit import Visit
from coach_tui.domain.visit_plan import (
    OtherVisit,
    day_words,
    gap_words,
    next_planned,
    other_words,
    school_day,
    suggested_day,
)
from coach_tui.errors import Refused, StorageError
from coach_tui.services.faults import refusing
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.profile import ProfileService
from coach_tui.services.saving import saved_one
from coach_tui.services.typed_form import TypedForm
from coach_tui.services.unfinished import Unfinished
from coach_tui.services.visits import planned_visit

HOW = "A weekday (thu), days from now (+7) or a date (3/20); a time may follow: thu 10:30."
"""How a day is typed, as told while it is."""


@dataclass(frozen=True, slots=True)
class VisitForm(TypedForm):
    """A visit as typed, nothing parsed yet.

    Attributes:
        when: the day, and a time behind it.
        which: `move` for the visit that is planned, `another` for one more.
        visit_id: the visit that is moved; empty where none can be.
    """

    when: str = ""
    which: str = "another"
    visit_id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class VisitContext:
    """What a visit is planned against; read once, when the form opens.

    Attributes:
        now: the coach's time of day.
        last: the day of the last visit, None for none yet.
        visits: the person's visits of every kind.
        others: the planned visits of all others.
        minutes: how long a visit takes at most.
        launch_warning: a sentence where the launch was not held (IP-3).
        holidays: days off.
        chosen: id of the visit that is to be moved; empty for the one that comes next.
    """

    today: date
    now: time
    coachee: Coachee
    last: date | None
    visits: tuple[Visit, ...]
    others: tuple[OtherVisit, ...]
    minutes: int
    launch_warning: str
    holidays: Holidays
    chosen: str = ""

    @property
    def planned(self) -> tuple[Visit, ...]:
        """The person's planned visits, the earliest first."""
        found = [visit for visit in self.visits if visit.status == "planned"]
        return tuple(sorted(found, key=lambda visit: visit.when))

    @property
    def to_move(self) -> Visit | None:
        """The visit that is moved: the one chosen while it is planned, else what comes next."""
        chosen = next((visit for visit in self.planned if visit.id == self.chosen), None)
        return chosen or next_planned(self.visits, self.today)

    def suggested(self, which: str) -> str:
        """The day and time put into the form.

        The visit that is to be moved stands there as it is planned; one that has passed, and a new
        one, get the day after the last visit, or after the last one planned, by the ideal gap.
        """
        move, ideal = self.to_move if which == "move" else None, self.coachee.ideal_days
        if move and move.on >= self.today:
            return plain_moment(move.on, move.at, self.today)
        to_come = [visit.on for visit in self.planned if visit.on >= self.today]
        day = suggested_day(self.last, ideal, self.today, self.holidays)
        if to_come:  # behind what is planned already
            day = school_day(self.holidays.days_on(max(to_come), ideal), self.holidays)
        return plain_moment(day, move.at if move else self._usual, self.today)

    @property
    def _usual(self) -> time | None:
        """The time of the newest visit that has one."""
        timed = [visit for visit in self.visits if visit.at and visit.status != "cancelled"]
        newest = max(timed, key=lambda visit: visit.when, default=None)
        return newest.at if newest else None


@dataclass(frozen=True, slots=True)
class VisitReading:
    """What a form says.

    Attributes:
        day: the day of the visit, None where it cannot be read.
        gap: how long after the last visit it is.
        others: what else is planned that day; empty for nothing.
        warnings: what is worth a look; it never bars a save.
        problem: what has to be put right before a save; empty for nothing.
    """

    day: date | None = None
    at: time | None = None
    gap: tuple[str, ...] = ()
    others: str = ""
    warnings: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class OpenedVisit:
    """A form that opens.

    Attributes:
        fresh: the form as suggested.
        form: the form as it opens, a draft's fields laid over that.
    """

    context: VisitContext
    fresh: VisitForm
    form: VisitForm


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """A visit that is on the disk.

    Attributes:
        before: the visit as it was planned, None for a new one.
        launch_warning: a sentence where the launch was not held (IP-3).
    """

    visit: Visit
    before: Visit | None
    launch_warning: str


class VisitFormService:
    """Plans visits of one store."""

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        shelf: FrameworkShelf,
        profile: ProfileService,
        clock: Clock,
        new_id: Callable[[datetime], str],
        holidays: Callable[[], Holidays],
    ) -> None:
        self._store = store
        self._unfinished = Unfinished(drafts)
        self._shelf = shelf
        self._profile = profile
        self._clock = clock
        self._new_id = new_id
        self._holidays = holidays

    def context(self, coachee_id: str, chosen: str = "") -> VisitContext:
        """What a visit to this person is planned against.

        Args:
            coachee_id: the person.
            chosen: id of the visit that is to be moved; empty for the one that comes next.

        Raises:
            NotFound: no such person.
        """
        profile = self._profile.of(coachee_id)
        return VisitContext(
            today=profile.today,
            now=self._clock.local(self._clock.now()).time(),
            coachee=profile.coachee,
            last=profile.clocks.visit,
            visits=self._store.of(Visit, coachee_id),
            others=self._others(coachee_id),
            minutes=self._shelf.coaching_model().visit_minutes[1],
            launch_warning=profile.launch_warning,
            holidays=self._holidays(),
            chosen=chosen,
        )

    def _others(self, coachee_id: str) -> tuple[OtherVisit, ...]:
        """The planned visits of everyone else."""
        today = self._clock.today()
        return tuple(
            OtherVisit(visit.on, visit.at, person.school)
            for person in self._store.people()
            if person.id != coachee_id and person.status != "archived"
            for visit in self._store.of(Visit, person.id)
            if visit.status == "planned" and visit.on >= today
        )

    def open(self, coachee_id: str, visit_id: str = "") -> OpenedVisit:
        """The form with a day suggested, or its draft taken up, which moves the visit it was for.

        Args:
            coachee_id: the person.
            visit_id: the visit that is to be moved; empty for the one that comes next.

        Raises:
            NotFound: no such person, or no such visit.
            Refused: it is being typed in another window, or the visit is not planned any more.
        """
        if visit_id:
            planned_visit(self._store, visit_id)
        draft = self._unfinished.read(visit_draft_key(coachee_id))
        moved = _drafted(draft)
        context = self.context(coachee_id, moved or visit_id)
        to_move = context.to_move
        which = "move" if to_move else "another"
        fresh = VisitForm(context.suggested(which), which, to_move.id if to_move else "")
        form = fresh.with_typed(draft.fields) if draft else fresh
        if to_move is None or (moved and moved != to_move.id):  # held by now, or cancelled
            form = replace(form, which="another")
        return OpenedVisit(context, fresh, form)

    def read(self, form: VisitForm, context: VisitContext) -> VisitReading:
        """What a form says; nothing is raised, a fault is its problem."""
        try:
            day, at = _moment(form.when, context.today)
        except Refused as fault:
            return VisitReading(problem=str(fault))
        person, today = context.coachee, context.today
        moved = context.to_move if form.which == "move" else None
        same = [v for v in context.planned if v.on == day and v is not moved]
        clash, also = other_words(context.others, day, at, context.minutes)
        warnings = (
            context.launch_warning,
            *day_words(day, at, today, context.now, context.holidays),
            "A visit to them is planned that day already." if same else "",
            clash,
        )
        return VisitReading(
            day,
            at,
            gap=gap_words(
                day, context.last, person.ideal_days, person.max_days, today, context.holidays
            ),
            others=also,
            warnings=tuple(told for told in warnings if told),
        )

    def keep_draft(self, coachee_id: str, form: VisitForm, place: str, *, closed: bool) -> None:
        """Put the form on the disk as a draft.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        key, now = visit_draft_key(coachee_id), self._clock.now()
        self._unfinished.keep(Draft(key, "visit", coachee_id, now, form.typed(), place, closed))

    def discard_draft(self, coachee_id: str) -> None:
        """Remove the form's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self._unfinished.discard(visit_draft_key(coachee_id))

    def save(self, context: VisitContext, form: VisitForm) -> PlannedVisit:
        """Plan a visit, or move the one planned; a moved one keeps its id.

        Raises:
            NotFound: the person is no longer in the file; nothing was saved.
            Refused: there is no day, it cannot be read, or it has passed; nothing was saved.
            Conflict: the visit was changed elsewhere since the form opened; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        self._store.get(Coachee, context.coachee.id)
        day, at = _moment(form.when, context.today)
        before = context.to_move if form.which == "move" else None
        visit = self._visit(context.coachee.id, before, day, at)
        if visit != before:
            visit = saved_one(self._store, visit)
        with suppress(StorageError):  # the visit is on the disk; "not saved" invites a twin
            self.discard_draft(context.coachee.id)
        return PlannedVisit(visit, before, context.launch_warning)

    def _visit(self, coachee_id: str, before: Visit | None, day: date, at: time | None) -> Visit:
        now = self._clock.now()
        with refusing("This visit"):
            if before:
                return before.but(on=day, at=at)
            return Visit(
                id=self._new_id(now),
                created_at=now,
                updated_at=now,
                coachee_id=coachee_id,
                on=day,
                at=at,
            )

    def cancel(self, coachee_id: str) -> Visit:
        """Cancel the planned visit that comes next; it stays in the file as cancelled.

        Raises:
            Refused: none is planned.
            Conflict: it was changed elsewhere in this moment; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        planned = next_planned(self._store.of(Visit, coachee_id), self._clock.today())
        if planned is None:
            raise Refused("No visit is planned; there is nothing to cancel.")
        return saved_one(self._store, planned.but(status="cancelled"))


def _moment(text: str, today: date) -> tuple[date, time | None]:
    """The day and time of a visit to come.

    Raises:
        Refused: there is no day, it cannot be read, or it has passed.
    """
    day, at = read_moment(text, today)
    if day is None:
        raise Refused("A visit needs a day: thu, +7 or 3/20; a time may follow it.")
    if day < today:
        told = plain_date(day, today)
        raise Refused(f"{told} has passed; a visit is planned for today or later.")
    return day, at


def _drafted(draft: Draft | None) -> str:
    """The id of the visit that a draft moves; empty where it moves none, or names none."""
    moves = draft is not None and draft.fields.get("which") == "move"
    return str(draft.fields.get("visit_id") or "") if draft and moves else ""


def visit_draft_key(coachee_id: str) -> str:
    """The key of the draft of a visit to a person; there is one at a time."""
    return f"visit-{coachee_id}"
