"""Progression walks: purpose and norms, then rooms, then the debrief and its sheet (PL-7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from coach_tui.clock import Clock
from coach_tui.domain.named import names_room, names_somebody
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.suppression import Told
from coach_tui.domain.walk import RoomSeen, Walk, next_code, walk_told
from coach_tui.domain.walk_line import RoomLine, Usual, read_room, write_room
from coach_tui.domain.walk_words import Names, told_lines
from coach_tui.errors import Conflict, Refused
from coach_tui.services.faults import refusing
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.saving import saved_one
from coach_tui.services.unfinished import Unfinished


class NameFound(Refused):
    """A text holds a name, or a room, where none may stand.

    Attributes:
        unnamed: the sentence as it is said while names are hidden.
    """

    def __init__(self, message: str, unnamed: str) -> None:
        super().__init__(message)
        self.unnamed = unnamed


def refuse_rooms(walk: Walk, texts: Iterable[str], told: str) -> None:
    """See that no text that leaves names a room of a walk.

    Args:
        walk: of which walk.
        texts: the texts.
        told: the end of the sentence that begins with the room.

    Raises:
        NameFound: one does.
    """
    codes = [room.code for room in walk.rooms]
    for text in texts:
        if code := names_room(text, codes):
            raise NameFound(f"Room {code} {told}", f"A room {told}")


class NamePerhaps(NameFound):
    """A word may be a name; the coach can say that it is none."""


class WalkService:
    """The walks of one store.

    Each method that saves raises NotFound where there is no such walk, Conflict where someone else
    saved it meanwhile, StorageError where it could not be written; then nothing was saved.
    """

    def __init__(
        self,
        store: Store,
        drafts: Drafts,
        shelf: FrameworkShelf,
        clock: Clock,
        new_id: Callable[[datetime], str],
        smallest: int,
    ) -> None:
        """Walks of one store.

        Args:
            store: where they are.
            drafts: forms that are being typed.
            shelf: the frameworks.
            clock: gives today.
            new_id: makes an id for a moment.
            smallest: the fewest rooms that are told as a number.
        """
        self.store = store
        self.unfinished = Unfinished(drafts)
        self.shelf = shelf
        self.clock = clock
        self.new_id = new_id
        self.smallest = smallest

    def all(self) -> tuple[Walk, ...]:
        """Every walk, the newest day first.

        Raises:
            StorageError: the file cannot be read.
        """
        found = self.store.every(Walk)
        return tuple(sorted(found, key=lambda walk: (walk.on, walk.id), reverse=True))

    def get(self, walk_id: str) -> Walk:
        """A walk as it is stored.

        Raises:
            NotFound: there is none.
        """
        return self.store.get(Walk, walk_id)

    # -- what may stand in a text ------------------------------------------------------------

    def check_names(self, *texts: str, sure: bool = False) -> None:
        """See that a text names nobody of the caseload.

        Args:
            texts: what was typed.
            sure: whether the coach says that a word that may be a name is none.

        Raises:
            NamePerhaps: a word in it may be a name, and the coach has not said that it is none.
            NameFound: there is a name in it.
        """
        people = [(person.family, person.given) for person in self.store.people()]
        for text in texts:
            found = names_somebody(text, people)
            if found is None:
                continue
            name, how = found
            if how == "surely":
                told = "a walk keeps no names."
                raise NameFound(
                    f"{name} is in your caseload; {told}",
                    f"Somebody of your caseload is named; {told}",
                )
            if not sure:
                raise NamePerhaps(
                    f"'{name}' is a name in your caseload.", "Perhaps somebody of your caseload."
                )

    def _check_code(self, code: str) -> None:
        """See that a room is not called by somebody's name.

        Raises:
            Refused: it is.
        """
        try:
            self.check_names("".join(sign for sign in code.title() if not sign.isdecimal()))
        except NamePerhaps:
            told = "call the room R07."
            raise NameFound(
                f"{code} holds a name of your caseload; {told}",
                f"It may be somebody of your caseload; {told}",
            ) from None

    # -- rooms -------------------------------------------------------------------------------

    def usual(self, walk: Walk, editing: str = "") -> Usual:
        """What a line means where it leaves something out.

        Args:
            walk: the rooms so far.
            editing: the code of the room that is corrected; empty for a further one.
        """
        room = walk.room(editing) if editing else None
        last = room or (walk.rooms[-1] if walk.rooms else None)
        code = editing or next_code(walk.rooms)
        return Usual(code, last.model, last.strand) if last else Usual(code)

    def read(self, walk: Walk, text: str, editing: str = "") -> RoomLine:
        """The room that a line enters, or corrects.

        Raises:
            Refused: it cannot be read, or another room has that code.
            BadFramework: the progressions cannot be read.
        """
        found = read_room(text, self.shelf.progressions(), self.usual(walk, editing))
        if found.code != editing and walk.room(found.code):
            free = next_code(walk.rooms)
            hint = f"; the next free one is {free}" if free else ""
            raise Refused(f"{found.code} is entered already{hint}. To correct it, pick it below.")
        return found

    def enter(
        self, walk_id: str, text: str, editing: str = "", was: str = "", *, sure: bool = False
    ) -> Walk:
        """Save a room; the walk as it is now.

        Args:
            walk_id: which walk.
            text: the line.
            editing: the code of the room that it corrects; empty for a further one.
            was: that room as it was put into the line; empty does not compare it.
            sure: whether the coach says that a word that may be a name is none.

        Raises:
            Conflict: the room that it corrects is another one by now, or gone.
            Refused: the walk is closed, or the line cannot be read or names somebody.
        """
        walk = self._open(walk_id)
        found = self.read(walk, text, editing)
        self.check_names(found.evidence, sure=sure)
        self._check_code(found.code)
        room, stands = seen_of(found), walk.room(editing)
        if was and stands != room and (stands is None or self.line_of(stands) != was):
            raise Conflict(f"{editing} was changed elsewhere since.", was, stands)
        rooms = [room if seen.code == editing else seen for seen in walk.rooms]
        return self._saved(walk, rooms=tuple(rooms if stands else [*rooms, room]))

    def remove(self, walk_id: str, code: str) -> Walk:
        """Take a room out; the walk as it is now.

        Raises:
            Refused: the walk is closed.
        """
        walk = self._open(walk_id)
        return self._saved(walk, rooms=tuple(room for room in walk.rooms if room.code != code))

    def line_of(self, room: RoomSeen) -> str:
        """A room as the line that enters it.

        Raises:
            Refused: the framework no longer has its model or step.
        """
        model = self.shelf.progressions().model(room.model)
        steps = [model.step(key) if model and key else None for key in (room.step, room.next)]
        if model is None or (room.step and steps[0] is None):
            raise Refused("The progressions no longer have its step; type the room anew.")
        return write_room(
            RoomLine(room.code, model, room.strand, steps[0], steps[1], room.evidence)
        )

    # -- closing -----------------------------------------------------------------------------

    def close(self, walk_id: str) -> Walk:
        """Close a walk: its rooms stay as they are, and its sheet may leave.

        Raises:
            Refused: it has no room, or is closed.
        """
        walk = self._open(walk_id)
        if not walk.rooms:
            raise Refused("There is no room in this walk yet.")
        return self._saved(walk, closed_on=self.clock.today())

    def reopen(self, walk_id: str) -> Walk:
        """Open a closed walk again.

        Raises:
            Refused: it is open.
        """
        walk = self.get(walk_id)
        if walk.closed_on is None:
            raise Refused("This walk is open.")
        return self._saved(walk, closed_on=None)

    # -- what is told ------------------------------------------------------------------------

    def told(self, walk: Walk) -> Told:
        """What may be told of a walk by its rooms as they are now.

        Raises:
            BadFramework: the progressions cannot be read.
        """
        return walk_told(walk, self.shelf.progressions(), self.smallest)

    def told_lines(self, walk: Walk) -> tuple[str, ...]:
        """The counts of a walk's sheet: as they left, where one has; else as they would leave."""
        return walk.sheet or told_lines(self.told(walk), self.names)

    @property
    def names(self) -> Names:
        """What the framework calls models and phases."""
        found = self.shelf.progressions()
        codes = {model.id: model.code for model in found.models}
        return Names(codes, [phase.name for phase in found.phases])

    # -- saving ------------------------------------------------------------------------------

    def _open(self, walk_id: str) -> Walk:
        """A walk that takes rooms.

        Raises:
            Refused: it was closed.
        """
        walk = self.get(walk_id)
        if walk.closed_on is not None:
            raise Refused("This walk is closed; its rooms stay as they are.")
        return walk

    def _saved(self, walk: Walk, **changes: object) -> Walk:
        with refusing("This walk"):
            changed = walk.but(**changes)
        return saved_one(self.store, changed)


def seen_of(found: RoomLine) -> RoomSeen:
    """The room that a line enters, as it is stored."""
    return RoomSeen(
        code=found.code,
        model=found.model.id,
        strand=found.strand,
        step=found.step.id if found.step else "",
        next=found.next.id if found.next else "",
        phase=found.step.phase if found.step else "foundation",
        evidence=found.evidence,
    )
