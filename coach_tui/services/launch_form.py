"""The launch as it is typed: aims, habits, agreed order, rhythm (IP-2, IP-3, CC-5, CC-6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.dates import plain_date, read_latest_date, short_date
from coach_tui.domain.draft import Draft
from coach_tui.domain.framework import Part
from coach_tui.domain.launch import Launch
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.records import Record
from coach_tui.errors import Conflict, Refused, StorageError
from coach_tui.services.faults import refusing
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.launches import launch_of
from coach_tui.services.person_form import read_line, read_order, read_rhythm
from coach_tui.services.typed_form import TypedForm
from coach_tui.services.unfinished import Unfinished
from coach_tui.services.years import Years
from coach_tui.text import BLOCK_LIMIT, clean_block

TICKED = ("aims", "prerequisites", "habits")
"""The lists of the form; the launch keeps them under the same names."""


@dataclass(frozen=True, slots=True)
class LaunchForm(TypedForm):
    """A launch as typed, nothing parsed yet.

    Attributes:
        held: the day it was held, or is planned for.
        aims: ids of the aims that were met (IP-3).
        prerequisites: ids of what the coach has done before (IP-2).
        habits: ids of the habits that were talked through (CC-5).
        order: the agreed order of the first phase's clusters: "C, A, D, B" (E2L-3).
        coach: the coach's name under it.
        teacher: the teacher's name under it.
        ideal: days between visits aimed at.
        longest: days after which a visit counts as overdue.
        groups: priority groups with commas, never names of students.
        notes: fixed meeting times and what else was agreed (CC-6).
    """

    held: str = ""
    aims: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    habits: tuple[str, ...] = ()
    order: str = ""
    coach: str = ""
    teacher: str = ""
    ideal: str = ""
    longest: str = ""
    groups: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class OpenedLaunch:
    """A launch form that opens.

    Attributes:
        coachee: whose launch, as they are stored.
        year: the school year it is of.
        launch: what is recorded of it, None for nothing.
        stored: the form as it is stored; names are suggested where none is recorded.
        form: the form as it opens, a draft's fields laid over that.
        begun: the form as it was stored when the draft was begun.
        place: where the cursor was as the draft was kept.
        earlier: launches of earlier years, the newest first.
        unknown: how many ticked ids the framework files no longer have; they are kept.
    """

    coachee: Coachee
    year: str
    launch: Launch | None
    stored: LaunchForm
    form: LaunchForm
    begun: LaunchForm
    place: str = ""
    earlier: tuple[Launch, ...] = ()
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class SavedLaunch:
    """A launch that is on the disk; as it was where nothing was changed."""

    coachee: Coachee
    launch: Launch


class LaunchFormService:
    """Launches of one store as they are typed."""

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        shelf: FrameworkShelf,
        clock: Clock,
        new_id: Callable[[datetime], str],
    ) -> None:
        self._store = store
        self._unfinished = Unfinished(drafts)
        self._shelf = shelf
        self._clock = clock
        self._new_id = new_id
        self._years = Years(store, clock)

    def lists(self) -> dict[str, tuple[Part, ...]]:
        """What there is to tick, by the list's name.

        Raises:
            BadFramework: a framework file does not hold together.
        """
        model, shared = self._shelf.coaching_model(), self._shelf.continuum()
        return {
            "aims": model.launch,
            "prerequisites": model.prerequisites,
            "habits": shared.habits,
        }

    def open(self, coachee_id: str) -> OpenedLaunch:
        """The form of this school year's launch, its draft taken up.

        Raises:
            NotFound: no such person.
            Refused: it is being typed in another window.
            BadFramework: a framework file does not hold together.
        """
        coachee = self._store.get(Coachee, coachee_id)
        year = self._years.of(coachee_id)
        launch = launch_of(self._store, coachee_id, year)
        stored = self._form_of(coachee, launch)
        draft = self._unfinished.read(launch_draft_key(coachee_id))
        every = sorted(self._store.of(Launch, coachee_id), key=lambda one: one.track, reverse=True)
        return OpenedLaunch(
            coachee=coachee,
            year=year,
            launch=launch,
            stored=stored,
            form=stored.with_typed(draft.fields) if draft else stored,
            begun=stored.begun_on(draft),
            place=draft.place if draft else "",
            earlier=tuple(one for one in every if one.track < year),
            unknown=sum(len(self._unknown(launch, name)) for name in TICKED),
        )

    def _form_of(self, coachee: Coachee, launch: Launch | None) -> LaunchForm:
        """The form filled from what is stored; read again, it means the same."""
        form = LaunchForm(
            ideal=str(coachee.ideal_days),
            longest=str(coachee.max_days),
            groups=", ".join(coachee.priority_groups),
        )
        if launch is None:
            return replace(
                form,
                coach=self._coach_before(),
                teacher=f"{coachee.given} {coachee.family}".strip(),
            )
        today = self._clock.today()
        return replace(
            form,
            held=plain_date(launch.held_on, today) if launch.held_on else "",
            aims=launch.aims,
            prerequisites=launch.prerequisites,
            habits=launch.habits,
            order=", ".join(launch.order),
            coach=launch.coach,
            teacher=launch.coachee,
            notes=launch.notes,
        )

    def _coach_before(self) -> str:
        """The coach's name under the newest launch that has one; empty where there is none."""
        named = (launch.coach for launch in reversed(self._store.every(Launch)) if launch.coach)
        return next(named, "")

    def fault(self, form: LaunchForm, name: str) -> str:
        """What is wrong with a field as it is typed, in a sentence; empty where nothing is."""
        today, timeline = self._clock.today(), self._shelf.timeline()
        reads: dict[str, Callable[[], object]] = {
            "held": lambda: read_latest_date(form.held, today),
            "order": lambda: read_order(form.order, timeline),
            "longest": lambda: read_rhythm(form.groups, form.ideal, form.longest),
        }
        try:
            reads.get(name, str)()
        except Refused as fault:
            return str(fault)
        return ""

    def held_words(self, form: LaunchForm) -> str:
        """What the day means as it is typed: that it was held, or is planned; empty for neither."""
        today = self._clock.today()
        try:
            day = read_latest_date(form.held, today)
        except Refused:
            return ""
        if day is None:
            return "no day: not held yet"
        return f"{'held' if day <= today else 'planned for'} {short_date(day)}"

    # -- drafts -----------------------------------------------------------------------------

    def keep_draft(
        self, opened: OpenedLaunch, form: LaunchForm, place: str, *, closed: bool
    ) -> None:
        """Put what was changed in the form on the disk as a draft; nothing where nothing was.

        Fields that were not touched stay out, so that the draft never brings back an old value.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        key = opened.coachee.id
        if self.is_untouched(opened, form):
            self.discard_draft(key)
            return
        typed = form.changed(opened.stored, opened.begun)
        now = self._clock.now()
        self._unfinished.keep(
            Draft(launch_draft_key(key), "launch", key, now, typed, place, closed)
        )

    def discard_draft(self, coachee_id: str) -> None:
        """Remove the form's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self._unfinished.discard(launch_draft_key(coachee_id))

    def is_untouched(self, opened: OpenedLaunch, form: LaunchForm) -> bool:
        """Whether the form says what is stored; the order of ticks does not count."""
        return all(
            frozenset(value)
            == frozenset(getattr(opened.stored, name))
            - frozenset(self._unknown(opened.launch, name))
            if name in TICKED
            else value == getattr(opened.stored, name)
            for name, value in form.typed().items()
        )

    # -- saving -----------------------------------------------------------------------------

    def save(self, opened: OpenedLaunch, form: LaunchForm) -> SavedLaunch:
        """Save a launch as typed, and the rhythm and groups of the person, in one change.

        Its draft goes once it is on the disk.

        Raises:
            Refused: a field cannot be read, or nothing is typed; nothing was saved.
            Conflict: the launch or the person was changed elsewhere since it was opened; nothing
                was saved.
            StorageError: it could not be written; the draft is kept.
        """
        if opened.launch is None and self.is_untouched(opened, form):
            raise Refused("Nothing is typed yet.")
        with refusing("This launch"):
            launch = self._launch(opened, form)
            coachee = opened.coachee.but(**read_rhythm(form.groups, form.ideal, form.longest))
        changes: list[Record] = [coachee] if coachee != opened.coachee else []
        changes += [launch] if launch != opened.launch else []
        self._check_unchanged(opened, form, launch)
        saved = {one.id: one for one in (self._store.save(changes) if changes else ())}
        with suppress(StorageError):  # it is on the disk; to say "not saved" is untrue
            self.discard_draft(coachee.id)
        return SavedLaunch(
            Coachee.model_validate(saved.get(coachee.id, coachee)),
            Launch.model_validate(saved.get(launch.id, launch)),
        )

    def _launch(self, opened: OpenedLaunch, form: LaunchForm) -> Launch:
        """The launch as typed; what the framework files no longer have stays ticked."""
        now = self._clock.now()
        launch = opened.launch or Launch(
            id=self._new_id(now),
            created_at=now,
            updated_at=now,
            coachee_id=opened.coachee.id,
            track=opened.year,
        )
        ticks = {name: self._ticked(launch, name, getattr(form, name)) for name in TICKED}
        return launch.but(**ticks, **self._texts(form, self._clock.today()))

    def _texts(self, form: LaunchForm, today: date) -> dict[str, Any]:
        notes = clean_block(form.notes)
        if len(notes) > BLOCK_LIMIT:
            raise Refused(f"The notes have {len(notes):,} characters; the most is {BLOCK_LIMIT:,}.")
        return {
            "held_on": read_latest_date(form.held, today),
            "order": read_order(form.order, self._shelf.timeline()),
            "coach": read_line("The coach's name", form.coach),
            "coachee": read_line("The teacher's name", form.teacher),
            "notes": notes,
        }

    def _ticked(self, launch: Launch, name: str, keys: Sequence[str]) -> tuple[str, ...]:
        """What is ticked, in the order it has in the record, then in the list."""
        unknown = self._unknown(launch, name)
        known = [part.id for part in self.lists()[name] if part.id in keys]
        before = [key for key in getattr(launch, name) if key in known or key in unknown]
        return (*before, *(key for key in known if key not in before))

    def _unknown(self, launch: Launch | None, name: str) -> tuple[str, ...]:
        """Ids ticked in the record that the framework file no longer has."""
        known = {part.id for part in self.lists()[name]}
        ticked: tuple[str, ...] = getattr(launch, name) if launch else ()
        return tuple(key for key in ticked if key not in known)

    def _check_unchanged(self, opened: OpenedLaunch, form: LaunchForm, launch: Launch) -> None:
        """That what is replaced was there as it was begun, and no launch came meanwhile."""
        if form.is_over(opened.stored, opened.begun):
            raise Conflict("This launch was changed elsewhere since.", launch, opened.launch)
        if opened.launch is not None:
            return
        theirs = launch_of(self._store, opened.coachee.id, opened.year)
        if theirs:
            told = "A launch was recorded elsewhere since. Nothing was saved."
            raise Conflict(told, launch, theirs)


def launch_draft_key(coachee_id: str) -> str:
    """The key of the draft of a person's launch; there is one at a time."""
    return f"launch-{coachee_id}"
