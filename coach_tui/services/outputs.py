"""What was sent and issued, marked by hand: follow-ups after sessions, reports (CC-25, CC-31)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.dates import month_day, plain_date, read_past_date, short_date
from coach_tui.domain.draft import Draft
from coach_tui.domain.output import MID_YEAR, YEAR_END, Output
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.school_year import FIRST_MONTH, school_year
from coach_tui.errors import Refused, StorageError
from coach_tui.services.faults import refusing
from coach_tui.services.saving import saved_one
from coach_tui.services.typed_form import TypedForm
from coach_tui.services.unfinished import Unfinished

Kind = Literal["follow_up", "report"]

_Choices = tuple[tuple[tuple[str, str], ...], str]
"""Keys and words of what can be picked, and the key that is suggested."""

REPORTS = ((MID_YEAR, MID_YEAR), (YEAR_END, YEAR_END))
"""The two written reports of a school year, and the words for them (CC-25)."""

_SECOND_HALF = 4
"""From April on a report is most likely the one at the end of the year."""


@dataclass(frozen=True, slots=True)
class OutputForm(TypedForm):
    """A follow-up or a report as typed, nothing parsed yet.

    Attributes:
        day: the day it was sent or issued.
        which: the id of the meeting it follows, or which report it is.
    """

    day: str = ""
    which: str = ""


@dataclass(frozen=True, slots=True)
class OpenedOutput:
    """A form that opens.

    Attributes:
        person: whom it is about.
        kind: a follow-up or a report.
        choices: what `which` can be, and the words for each; meetings come newest first.
        fresh: the form as it is suggested.
        form: the form as it opens, a draft's fields laid over that.
    """

    person: Coachee
    kind: Kind
    choices: tuple[tuple[str, str], ...]
    fresh: OutputForm
    form: OutputForm


@dataclass(frozen=True, slots=True)
class Marked:
    """What marking came to.

    Attributes:
        output: what stands in the file now.
        what: "follow-up after session 4", "mid-year report".
        before: the day that stood there before, None where it is new.
    """

    output: Output
    what: str
    before: date | None = None

    @property
    def words(self) -> str:
        """In words: "follow-up after session 4 marked, sent Tue Mar 4"; a day before is told."""
        done = "sent" if self.output.kind == "follow_up" else "issued"
        day = short_date(self.output.on)
        if self.before is None:
            return f"{self.what} marked, {done} {day}"
        if self.before == self.output.on:
            return f"{self.what} was marked before, {done} {day}"
        return f"{self.what} now {done} {day}, before {month_day(self.before)}"

    @property
    def brief(self) -> str:
        """The same where there is little room: "marked, sent Mar 4"."""
        done = "sent" if self.output.kind == "follow_up" else "issued"
        how = {None: "marked, ", self.output.on: "marked before, "}.get(self.before, "now ")
        return f"{how}{done} {month_day(self.output.on)}"


class OutputService:
    """Follow-ups and reports of one store.

    Each is there once: a second mark of the same one moves its day, and says so.
    """

    def __init__(
        self, store: Store, drafts: Drafts, clock: Clock, new_id: Callable[[datetime], str]
    ) -> None:
        self._store = store
        self._unfinished = Unfinished(drafts)
        self._clock = clock
        self._new_id = new_id

    def open(self, coachee_id: str, kind: Kind, cycle_id: str = "") -> OpenedOutput:
        """The form of a follow-up or a report, its draft taken up.

        Args:
            coachee_id: whom it is about.
            kind: which of the two.
            cycle_id: the meeting that is suggested; the last without a follow-up where empty.

        Raises:
            NotFound: no such person.
            Refused: there is no meeting to follow up, or the form is open in another window.
        """
        person = self._store.get(Coachee, coachee_id)
        choices, which = self._choices(coachee_id, kind, cycle_id)
        today = self._clock.today()
        fresh = OutputForm(plain_date(today, today), which)
        draft = self._unfinished.read(output_draft_key(kind, coachee_id))
        form = fresh.with_typed(draft.fields) if draft else fresh
        if form.which not in dict(choices) or (cycle_id and form.which != cycle_id):
            form = replace(form, which=which)
        return OpenedOutput(person, kind, choices, fresh, form)

    def _choices(self, coachee_id: str, kind: Kind, cycle_id: str) -> _Choices:
        """What can be picked, and what is suggested."""
        if kind == "report":
            return REPORTS, self._next_report(coachee_id)
        return self._meetings(coachee_id, cycle_id)

    def _meetings(self, coachee_id: str, cycle_id: str) -> _Choices:
        """The held cycles of the last school year there is one of, and the suggested one."""
        held = [c for c in self._store.of(Cycle, coachee_id) if c.origin == "cycle"]
        if not held:
            raise Refused("No session was held yet that a follow-up could be of.")
        held.sort(key=lambda cycle: (cycle.held_on, cycle.id), reverse=True)
        year = next((c.track for c in held if c.id == cycle_id), held[0].track)
        held = [cycle for cycle in held if cycle.track == year]
        sent = {output.cycle_id for output in self.sent(coachee_id).values()}
        left = [cycle.id for cycle in held if cycle.id not in sent]
        wanted = cycle_id if cycle_id in {cycle.id for cycle in held} else ""
        choices = tuple((cycle.id, _choice(cycle, sent=cycle.id in sent)) for cycle in held)
        return choices, wanted or (left[0] if left else held[0].id)

    def _next_report(self, coachee_id: str) -> str:
        """The mid-year report, until it is there or the year is nearly over."""
        today = self._clock.today()
        late = _SECOND_HALF <= today.month < FIRST_MONTH
        issued = any(
            output.what == MID_YEAR and school_year(output.on) == school_year(today)
            for output in self._of(coachee_id, "report")
        )
        return YEAR_END if late or issued else MID_YEAR

    def sent(self, coachee_id: str) -> dict[str, Output]:
        """A person's follow-ups by the meeting each is of."""
        return {o.cycle_id: o for o in self._of(coachee_id, "follow_up") if o.cycle_id}

    def _of(self, coachee_id: str, kind: Kind) -> list[Output]:
        return [output for output in self._store.of(Output, coachee_id) if output.kind == kind]

    # -- drafts -----------------------------------------------------------------------------

    def keep_draft(
        self, opened: OpenedOutput, form: OutputForm, place: str, *, closed: bool
    ) -> None:
        """Put what was changed in the form on the disk as a draft.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        key, kept = opened.person.id, {**form.differs(opened.fresh), "kind": opened.kind}
        now = self._clock.now()
        name = output_draft_key(opened.kind, key)
        self._unfinished.keep(Draft(name, "output", key, now, kept, place, closed))

    def discard_draft(self, opened: OpenedOutput) -> None:
        """Remove the form's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self._unfinished.discard(output_draft_key(opened.kind, opened.person.id))

    # -- saving -----------------------------------------------------------------------------

    def save(self, opened: OpenedOutput, form: OutputForm) -> Marked:
        """Save a form; its draft goes once it is on the disk.

        Raises:
            Refused: the day cannot be read, is to come, or lies before the meeting; nothing was
                saved.
            Conflict: it was changed elsewhere meanwhile; nothing was saved.
            StorageError: it could not be written; the draft is kept.
        """
        day = self.read(opened, form)
        if opened.kind == "follow_up":
            marked = self._follow_up(self._store.get(Cycle, form.which), day)
        else:
            marked = self._report(opened.person.id, form.which, day)
        with suppress(StorageError):  # it is on the disk; "not saved" would be wrong
            self.discard_draft(opened)
        return marked

    def read(self, opened: OpenedOutput, form: OutputForm) -> date:
        """The day of a form.

        Raises:
            Refused: it cannot be read or is to come, or what it is of is not picked.
        """
        day = read_past_date(form.day, self._clock.today())
        if day is None:
            raise Refused("Type the day; today where it was today.")
        if form.which not in dict(opened.choices):
            raise Refused("Pick which one it is.")
        if opened.kind == "follow_up":
            _check_after(self._store.get(Cycle, form.which), day)
        return day

    def mark_sent(self, cycle_id: str) -> Marked:
        """Mark that the follow-up of a meeting was sent today; one that was sent before stays.

        Raises:
            NotFound: no such meeting.
            Refused: it is a bare count of GIs, or is dated after today.
            StorageError: it could not be written; nothing was saved.
        """
        cycle = self._store.get(Cycle, cycle_id)
        if cycle.origin != "cycle":
            raise Refused("This is a count alone; there was no meeting to follow up.")
        there = self.sent(cycle.coachee_id).get(cycle.id)
        if there:
            return Marked(there, _after(cycle), there.on)
        return self._follow_up(cycle, self._clock.today())

    def _follow_up(self, cycle: Cycle, day: date) -> Marked:
        _check_after(cycle, day)
        there = self.sent(cycle.coachee_id).get(cycle.id)
        new = {"coachee_id": cycle.coachee_id, "kind": "follow_up", "cycle_id": cycle.id}
        return self._stored(there, new, day, _after(cycle))

    def _report(self, coachee_id: str, what: str, day: date) -> Marked:
        there = next(
            (
                output
                for output in self._of(coachee_id, "report")
                if output.what == what and school_year(output.on) == school_year(day)
            ),
            None,
        )
        new = {"coachee_id": coachee_id, "kind": "report", "what": what}
        return self._stored(there, new, day, f"{what} report")

    def _stored(self, there: Output | None, new: dict[str, str], day: date, what: str) -> Marked:
        """Save a new one, or the day of the one that is there."""
        if there and there.on == day:
            return Marked(there, what, day)
        now = self._clock.now()
        stamps = {"id": self._new_id(now), "created_at": now, "updated_at": now}
        with refusing("This mark"):
            output = (
                there.but(on=day) if there else Output.model_validate(stamps | new | {"on": day})
            )
        return Marked(saved_one(self._store, output), what, there.on if there else None)


def output_words(output: Output) -> str:
    """One in words, with its day: "follow-up sent Mar 12", "mid-year report issued Jan 20"."""
    if output.kind == "follow_up":
        return f"follow-up sent {month_day(output.on)}"
    what = f"{output.what} " if output.what else ""
    return f"{what}{output.kind} issued {month_day(output.on)}"


def _check_after(cycle: Cycle, day: date) -> None:
    """A follow-up comes after its meeting.

    Raises:
        Refused: the day lies before it.
    """
    if day < cycle.held_on:
        raise Refused(
            f"{cycle.called.capitalize()} was held on {short_date(cycle.held_on)}; its follow-up"
            " cannot be of an earlier day."
        )


def _after(cycle: Cycle) -> str:
    return f"follow-up after {cycle.called}"


def _choice(cycle: Cycle, *, sent: bool) -> str:
    """A meeting on one line with others: "4, Mar 4", "3, Feb 18 sent"."""
    number = cycle.session or f"cycle {cycle.number}"
    return f"{number}, {month_day(cycle.held_on)}{' sent' if sent else ''}"


def output_draft_key(kind: Kind, coachee_id: str) -> str:
    """The key of the draft of one kind about one person."""
    return f"{'sent' if kind == 'follow_up' else 'report'}-{coachee_id}"
