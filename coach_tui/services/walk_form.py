"""The forms of a walk: its purpose and norms, the line of a room, the words of the debrief."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Self, TypeVar

from coach_tui.domain.dates import plain_date, read_date
from coach_tui.domain.draft import Draft
from coach_tui.domain.walk import DEBRIEF, NORMS, Walk
from coach_tui.errors import Conflict, Refused, StorageError
from coach_tui.services.faults import refusing
from coach_tui.services.saving import saved_one
from coach_tui.services.typed_form import TypedForm
from coach_tui.services.walks import WalkService, refuse_rooms
from coach_tui.text import clean_block


@dataclass(frozen=True, slots=True)
class WalkForm(TypedForm):
    """How a walk begins, as typed.

    Attributes:
        purpose: what it is for.
        norms: keys of the norms that are ticked.
        own_norms: further ones, a line each.
        on: its day.
    """

    purpose: str = ""
    norms: tuple[str, ...] = ()
    own_norms: str = ""
    on: str = ""

    def with_typed(self, typed: Mapping[str, Any]) -> Self:
        """The form with a draft's fields laid over it; a norm that there is none of is left out."""
        laid = TypedForm.with_typed(self, typed)  # slots make a class anew, past `super`
        known = {key for key, _ in NORMS} | set(self.norms)
        return replace(laid, norms=tuple(key for key in laid.norms if key in known))


@dataclass(frozen=True, slots=True)
class DebriefForm(TypedForm):
    """The words of the debrief, by the parts of its agenda (PL-7)."""

    celebrate: str = ""
    seen: str = ""
    trends: str = ""
    support: str = ""


@dataclass(frozen=True, slots=True)
class RoomForm(TypedForm):
    """The line of a room, as typed.

    Attributes:
        line: the line.
        editing: the code of the room that it corrects; empty for a further one.
        was: that room as it was put into the line.
    """

    line: str = ""
    editing: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True)
class OpenedWalk:
    """The form of a walk's beginning as it opens.

    Attributes:
        walk: the walk that is edited; None for a new one.
        stored: the form as it was stored when typing began, which a draft remembers.
        form: the form as it opens, a draft laid over that.
    """

    walk: Walk | None
    stored: WalkForm
    form: WalkForm

    @property
    def walk_id(self) -> str:
        """The id of the walk; empty for a new one."""
        return self.walk.id if self.walk else ""


_ON_THE_SHEET = "is named; these words go on the sheet, and rooms do not."

F = TypeVar("F", WalkForm, DebriefForm)


class WalkForms:
    """Forms of the walks of one store, with their drafts."""

    def __init__(self, walks: WalkService) -> None:
        self._walks = walks
        self._unfinished = walks.unfinished

    # -- purpose and norms -------------------------------------------------------------------

    def open_start(self, walk_id: str = "") -> OpenedWalk:
        """The form of a new walk, or of one that is there; its draft taken up.

        Raises:
            NotFound: no such walk.
            Refused: it is being typed in another window.
        """
        walk = self._walks.get(walk_id) if walk_id else None
        draft = self._unfinished.read(_start_key(walk_id))
        return OpenedWalk(walk, *_with_draft(self._start_of(walk), draft))

    def _start_of(self, walk: Walk | None) -> WalkForm:
        """The form of a walk as it is stored; of a new one, today alone."""
        today = self._walks.clock.today()
        if walk is None:
            return WalkForm(on=plain_date(today, today))
        return WalkForm(walk.purpose, walk.norms, walk.own_norms, plain_date(walk.on, today))

    def keep_start(self, opened: OpenedWalk, form: WalkForm, place: str, *, closed: bool) -> None:
        """Put what was changed in the form on the disk as a draft.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written.
        """
        kept = form.changed(opened.stored, opened.stored)
        self._keep(_start_key(opened.walk_id), "walk", kept, place, closed=closed)

    def discard_start(self, walk_id: str = "") -> None:
        """Remove the form's draft."""
        self._unfinished.discard(_start_key(walk_id))

    def save_start(self, opened: OpenedWalk, form: WalkForm, *, sure: bool = False) -> Walk:
        """Save a walk's purpose, norms and day.

        Raises:
            Refused: one of them is missing or names somebody, or the day cannot be read.
            Conflict: what was typed over was changed elsewhere since typing began.
            StorageError: it could not be written; the draft is kept.
        """
        walks = self._walks
        now = walks.get(opened.walk.id) if opened.walk else None
        form = _merged(opened.stored, form, self._start_of(now)) if now else form
        texts = (clean_block(form.purpose), clean_block(form.own_norms))
        on = read_date(form.on, walks.clock.today())
        if not texts[0].strip():
            raise Refused("A walk begins with its purpose; write what it is for.")
        if not (form.norms or texts[1].strip()):
            raise Refused("A walk begins with its norms; tick one, or write your own.")
        if on is None:
            raise Refused("Which day is it on?")
        if now:
            refuse_rooms(now, texts, _ON_THE_SHEET)
        walks.check_names(*texts, sure=sure)
        parts = {"on": on, "purpose": texts[0], "norms": form.norms, "own_norms": texts[1]}
        with refusing("This walk"):
            walk = now.but(**parts) if now else self._new(parts)
        saved = walk if walk == now else saved_one(walks.store, walk)
        with suppress(StorageError):  # the walk is on the disk; "not saved" invites a twin
            self.discard_start(opened.walk_id)
        return saved

    def _new(self, parts: Mapping[str, Any]) -> Walk:
        walks, now = self._walks, self._walks.clock.now()
        base = {"id": walks.new_id(now), "created_at": now, "updated_at": now}
        return Walk.model_validate({**base, **parts, "framework": walks.shelf.progressions().pin})

    # -- the line of a room ------------------------------------------------------------------

    def open_line(self, walk_id: str) -> tuple[RoomForm, str]:
        """The line that was left in a walk, and where the cursor was in it.

        Raises:
            Refused: it is being typed in another window.
        """
        draft = self._unfinished.read(_line_key(walk_id))
        return (RoomForm().with_typed(draft.fields), draft.place) if draft else (RoomForm(), "")

    def keep_line(self, walk_id: str, form: RoomForm, place: str, *, closed: bool) -> None:
        """Put a line on the disk as a draft; an empty one is none.

        Raises:
            Refused: another window keeps one; that one stays.
            StorageError: it could not be written.
        """
        if form.line.strip():
            self._keep(_line_key(walk_id), "room", form.typed(), place, closed=closed)
        else:
            self.discard_line(walk_id)

    def discard_line(self, walk_id: str) -> None:
        """Remove the draft of a line."""
        self._unfinished.discard(_line_key(walk_id))

    def line_waits(self, walk_id: str) -> bool:
        """Whether a line was begun in a walk, and neither entered nor discarded."""
        return self._unfinished.waits(_line_key(walk_id))

    # -- the debrief -------------------------------------------------------------------------

    def open_debrief(self, walk: Walk) -> tuple[DebriefForm, DebriefForm]:
        """The words as they were stored when typing began, and as the form opens.

        Raises:
            Refused: they are being typed in another window.
        """
        draft = self._unfinished.read(_debrief_key(walk.id))
        return _with_draft(DebriefForm().with_typed(walk.debrief), draft)

    def keep_debrief(
        self, walk_id: str, stored: DebriefForm, form: DebriefForm, place: str, *, closed: bool
    ) -> None:
        """Put what was changed on the disk as a draft.

        Raises:
            Refused: another window keeps one; that one stays.
            StorageError: it could not be written.
        """
        kept = form.changed(stored, stored)
        self._keep(_debrief_key(walk_id), "debrief", kept, place, closed=closed)

    def discard_debrief(self, walk_id: str) -> None:
        """Remove the draft of a debrief."""
        self._unfinished.discard(_debrief_key(walk_id))

    def save_debrief(
        self,
        walk: Walk,
        form: DebriefForm,
        stored: DebriefForm | None = None,
        *,
        sure: bool = False,
    ) -> Walk:
        """Save the words of a debrief; parts that only another version has are kept.

        Args:
            walk: of which walk.
            form: the words.
            stored: as they were stored when typing began; those of `walk` where that is not given.
            sure: whether the coach says that a word that may be a name is none.

        Raises:
            Refused: they name somebody, or a room of the walk.
            Conflict: what was typed over was changed elsewhere since typing began.
            StorageError: it could not be written; the draft is kept.
        """
        began = stored or DebriefForm().with_typed(walk.debrief)
        walk = self._walks.get(walk.id)
        form = _merged(began, form, DebriefForm().with_typed(walk.debrief))
        texts = {key: clean_block(text) for key, text in form.typed().items()}
        refuse_rooms(walk, texts.values(), _ON_THE_SHEET)
        self._walks.check_names(*texts.values(), sure=sure)
        others = {k: v for k, v in walk.debrief.items() if k not in {key for key, _, _ in DEBRIEF}}
        with refusing("This debrief"):
            changed = walk.but(debrief={**others, **{k: v for k, v in texts.items() if v}})
        saved = walk if changed == walk else saved_one(self._walks.store, changed)
        with suppress(StorageError):
            self.discard_debrief(walk.id)
        return saved

    def _keep(
        self, key: str, form: str, kept: Mapping[str, Any], place: str, *, closed: bool
    ) -> None:
        now = self._walks.clock.now()
        self._unfinished.keep(Draft(key, form, "", now, dict(kept), place, closed))


def _with_draft(stored: F, draft: Draft | None) -> tuple[F, F]:
    """A form as it was stored when its draft was begun, and as typed."""
    began = stored.begun_on(draft)
    return began, began.with_typed(draft.fields) if draft else began


def _merged(began: F, form: F, now: F) -> F:
    """What was typed, over what is stored by now.

    Raises:
        Conflict: a field that was typed in is stored as something else by now.
    """
    merged = form.onto(now, began)
    if merged.is_over(now, began):
        raise Conflict("Changed elsewhere since. Your words are kept.", form, now)
    return merged


def _start_key(walk_id: str) -> str:
    return f"walk-{walk_id}" if walk_id else "walk-new"


def _line_key(walk_id: str) -> str:
    return f"room-{walk_id}"


def _debrief_key(walk_id: str) -> str:
    return f"debrief-{walk_id}"
