"""The coach's own growth log: made, changed, taken off the list, and told to others on asking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, cast, get_args

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.contact import typed_minutes
from coach_tui.domain.dates import full_date, plain_date, read_date, read_past_date
from coach_tui.domain.draft import Draft
from coach_tui.domain.growth_entry import (
    BELONGS,
    KINDS,
    EntryKind,
    GrowthEntry,
    WorkKind,
    steps_from,
)
from coach_tui.domain.named_people import named_in
from coach_tui.domain.note import open_rows
from coach_tui.domain.ports import Drafts, Store
from coach_tui.errors import Conflict, NotFound, Refused, StorageError
from coach_tui.services.consents import ConsentService
from coach_tui.services.faults import refusing
from coach_tui.services.filing import read_tags
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.saving import saved_one
from coach_tui.services.typed_form import TypedForm
from coach_tui.services.unfinished import Unfinished
from coach_tui.text import BLOCK_LIMIT, clean_block, fit

KEPT = "keep to myself"
"""The words of the choice that a story is not for sharing."""

_NAME, _BRIEF = 24, 13  # cells of a name in a sentence, alone or with how many more

GONE = "somebody no longer here"
"""The name of whoever is not in the file any more."""

_CHANGED = "This entry was changed elsewhere since."


@dataclass(frozen=True, slots=True)
class EntryForm(TypedForm):
    """An entry as typed, nothing parsed yet.

    Attributes:
        text: what happened or was learned; of a goal, the goal.
        on: the day; blank for today.
        minutes: how long it took.
        standards: ids of standards: "1D, 3F".
        due: of a goal, the day it is meant to be reached by.
        steps: of a goal, one a line.
        work: of other work, what it went into.
        about: of a story, the name of whoever is in it.
        shared: of a story, "yes" where it is marked for sharing.
    """

    text: str = ""
    on: str = ""
    minutes: str = ""
    standards: str = ""
    due: str = ""
    steps: str = ""
    work: str = ""
    about: str = ""
    shared: str = "no"


@dataclass(frozen=True, slots=True)
class OpenedEntry:
    """A form that opens.

    Attributes:
        kind: what kind of entry it is of.
        entry: the entry as it was read; None for a new one.
        stored: the form as it is stored.
        form: the form as it opens, a draft's fields laid over that.
        begun: the form as it was stored when the draft was begun.
    """

    kind: EntryKind
    entry: GrowthEntry | None
    stored: EntryForm
    form: EntryForm
    begun: EntryForm

    @property
    def key(self) -> str:
        """The key of its draft: one for each entry, and one for each kind of new one."""
        name = self.entry.id if self.entry else f"new-{self.kind.replace('_', '-')}"
        return f"growth-{name}"


@dataclass
class GrowthLogService:
    """The growth log of one store.

    Attributes:
        consents: who may be named in a story.
        find: the id of the person a name means.
    """

    store: Store
    drafts: Drafts
    shelf: FrameworkShelf
    clock: Clock
    new_id: Callable[[datetime], str]
    consents: ConsentService
    find: Callable[[str], str]
    unfinished: Unfinished = field(init=False)

    def __post_init__(self) -> None:
        """Take drafts up as this window may."""
        self.unfinished = Unfinished(self.drafts)

    def entries(self, *, archived: bool = False) -> tuple[GrowthEntry, ...]:
        """All that is on the list, the newest first; or all that was taken off it.

        Raises:
            StorageError: the file cannot be read.
        """
        found = (one for one in self.store.every(GrowthEntry) if bool(one.archived_on) == archived)
        return tuple(sorted(found, key=lambda one: (one.on, one.id), reverse=True))

    # -- the form ---------------------------------------------------------------------------

    def open(self, kind: str, entry_id: str = "") -> OpenedEntry:
        """The form of a new entry of a kind, or of one that is there; its draft taken up.

        Raises:
            NotFound: there is no such entry.
            Refused: there is no such kind, or it is being typed in another window.
        """
        entry = self.store.get(GrowthEntry, entry_id) if entry_id else None
        kind = entry.kind if entry else kind
        if kind not in get_args(EntryKind):
            raise Refused("There is no such kind of entry.")
        known = cast(EntryKind, kind)
        stored = self._form_of(entry) if entry else self._blank(known)
        opened = OpenedEntry(known, entry, stored, stored, stored)
        draft = self.unfinished.read(opened.key)
        form = stored.with_typed(draft.fields) if draft else stored
        return replace(opened, form=form, begun=stored.begun_on(draft))

    def _blank(self, kind: EntryKind) -> EntryForm:
        day = plain_date(self.clock.today(), self.clock.today())
        return EntryForm(on=day, standards=", ".join(BELONGS.get(kind, ())))

    def _form_of(self, entry: GrowthEntry) -> EntryForm:
        today = self.clock.today()
        return EntryForm(
            text=entry.text,
            on=plain_date(entry.on, today),
            minutes="" if entry.minutes is None else str(entry.minutes),
            standards=", ".join(entry.standards),
            due=plain_date(entry.due, today) if entry.due else "",
            steps="\n".join(step.text for step in entry.steps),
            work=entry.work,
            about=self.name_of(entry.about) if entry.about else "",
            shared="yes" if entry.for_sharing else "no",
        )

    def name_of(self, coachee_id: str) -> str:
        """A person's name as listed; that there is none where they are not in the file."""
        with suppress(NotFound):
            return self.store.get(Coachee, coachee_id).name
        return GONE

    def keep_draft(self, opened: OpenedEntry, form: EntryForm, place: str, *, closed: bool) -> None:
        """Put what was changed in the form on the disk as a draft.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        typed = form.changed(opened.stored, opened.begun)
        entry = opened.entry.id if opened.entry else ""
        kept: dict[str, Any] = {**typed, "kind": opened.kind, "entry_id": entry}
        now = self.clock.now()
        self.unfinished.keep(Draft(opened.key, "growth", "", now, kept, place, closed))

    def discard_draft(self, opened: OpenedEntry) -> None:
        """Remove the form's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self.unfinished.discard(opened.key)

    def save(self, opened: OpenedEntry, form: EntryForm) -> GrowthEntry:
        """Save an entry as typed; its draft goes once it is on the disk.

        Raises:
            NotFound: nobody is called as the story says.
            Refused: a field cannot be read, or a story names somebody without consent; nothing
                was saved.
            Conflict: the entry was changed elsewhere since it was opened; nothing was saved.
            StorageError: it could not be written; the draft is kept.
        """
        entry = self._made(opened, form)
        if entry.for_sharing and (whom := self._without_consent(entry)):
            raise Refused(f"No consent of {whom}; '{KEPT}' saves it.")
        if opened.entry and form.is_over(opened.stored, opened.begun):
            raise Conflict(_CHANGED, entry, opened.entry)
        if entry != opened.entry:
            entry = self._stored(entry)
        with suppress(StorageError):  # the entry is on the disk; "not saved" invites a twin
            self.discard_draft(opened)
        return entry

    def _stored(self, entry: GrowthEntry) -> GrowthEntry:
        try:
            return saved_one(self.store, entry)
        except Conflict as conflict:
            raise Conflict(_CHANGED, conflict.mine, conflict.theirs) from conflict

    def _made(self, opened: OpenedEntry, form: EntryForm) -> GrowthEntry:
        """The entry that a form means."""
        text, before, now = clean_block(form.text), opened.entry, self.clock.now()
        if not text.strip():
            raise Refused(f"Nothing is typed; an entry needs a line ({KINDS[opened.kind]}).")
        if len(text) > BLOCK_LIMIT:
            raise Refused(f"The text has {len(text):,} characters; the most is {BLOCK_LIMIT:,}.")
        standards, kept = self.shelf.standards(), before.standards if before else ()
        with refusing("This entry"):
            read: dict[str, Any] = {
                "text": text,
                "on": read_past_date(form.on, self.clock.today()) or self.clock.today(),
                "minutes": typed_minutes(form.minutes),
                "standards": read_tags(form.standards, standards, kept),
                "due": read_date(form.due, self.clock.today()),
                "steps": steps_from(clean_block(form.steps), before.steps if before else ()),
                "work": _work(form.work) if opened.kind == "work" else "",
                "about": self._about(form.about, before),
                "for_sharing": form.shared == "yes",
            }
            if before:
                return before.but(**read)
            base = {"id": self.new_id(now), "created_at": now, "updated_at": now}
            return GrowthEntry(**base, kind=opened.kind, framework=standards.pin, **read)

    def _about(self, name: str, before: GrowthEntry | None) -> str:
        """The id of whom a story is about."""
        if not name.strip():
            return ""
        if before and before.about and name.strip() == self.name_of(before.about):
            return before.about
        return self.find(name)

    # -- changes by a key -------------------------------------------------------------------

    def turn_step(self, entry: GrowthEntry, number: int) -> GrowthEntry:
        """Mark a goal's step done today, or open again.

        Args:
            entry: the goal as it was read.
            number: which step, from 0.

        Raises:
            Conflict: the goal was changed elsewhere meanwhile; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        steps = list(entry.steps)
        done = None if steps[number].done_on else self.clock.today()
        steps[number] = steps[number].but(done_on=done)
        return self._stored(entry.but(steps=tuple(steps)))

    def archive(self, entry: GrowthEntry) -> GrowthEntry:
        """Take an entry off the list; it stays in the file.

        Raises:
            Conflict: it was changed elsewhere meanwhile; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        return self._stored(entry.but(archived_on=self.clock.today()))

    def list_again(self, entry: GrowthEntry) -> GrowthEntry:
        """Put an entry that was taken off the list back on it.

        Raises:
            Conflict: it was changed elsewhere meanwhile; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        return self._stored(entry.but(archived_on=None))

    # -- telling it to others ---------------------------------------------------------------

    def why_not_shared(self, entry: GrowthEntry) -> str:
        """Why a story cannot be told to others; empty where it can.

        Whoever it is about, and everyone whose name stands in it, must have consented; taking a
        consent back blocks it again (DLP-3F).

        Raises:
            StorageError: the file cannot be read.
        """
        whom = self._without_consent(entry)
        return f"no consent of {whom} is recorded." if whom else ""

    def _without_consent(self, entry: GrowthEntry) -> str:
        """The first whose consent is missing, and how many more there are; empty for nobody."""
        given, people = self.consents.given(), self.store.people()
        named = named_in(open_rows(entry.text), people)
        missing = [person.name for person in named if person.id not in given]
        if entry.about and entry.about not in given:
            missing = [self.name_of(entry.about), *missing]
        if not missing:
            return ""
        names = list(dict.fromkeys(missing))
        more = f" (and {len(names) - 1} more)" if len(names) > 1 else ""
        return f"{fit(names[0], _BRIEF if more else _NAME)}{more}"

    def shared_text(self, entry: GrowthEntry) -> str:
        """What of an entry may be copied out.

        Raises:
            Refused: it is a story that names somebody without their consent, or holds no line
                that may leave.
        """
        if why := self.why_not_shared(entry):
            raise Refused(f"Not copied: {why}")
        text = open_rows(entry.text).strip()
        if not text:
            raise Refused("Not copied: all its lines are private.")
        return "\n".join(_lines(entry, text)) + "\n"


def _lines(entry: GrowthEntry, text: str) -> Iterator[str]:
    """A title, the text, and a goal's steps."""
    yield f"{KINDS[entry.kind].capitalize()}, {full_date(entry.on)}"
    yield ""
    yield from text.split("\n")
    if entry.due:
        yield f"By {full_date(entry.due)}"
    for step in entry.steps:
        yield f"{'[x]' if step.done_on else '[ ]'} {step.text}"


def _work(text: str) -> WorkKind:
    if text not in get_args(WorkKind):
        raise Refused("Pick what the time went into.")
    return cast(WorkKind, text or "other")


def in_days(entries: tuple[GrowthEntry, ...], days: tuple[date, date]) -> tuple[GrowthEntry, ...]:
    """The entries of some days, both ends included."""
    return tuple(one for one in entries if days[0] <= one.on <= days[1])
