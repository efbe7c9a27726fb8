"""What the rooms of a walk look like: the line's meaning, and the rooms so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from coach_tui.domain.dates import short_date
from coach_tui.errors import CoachError, NotFound, Refused
from coach_tui.services.framework_files import PROGRESSIONS
from coach_tui.services.walk_form import RoomForm
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line, roomiest, wrap_text
from screens.form import FormScreen
from screens.frame import room_of
from screens.list_moves import ListMoves
from screens.reading import ReadingScreen
from screens.rights import own_rights
from screens.walk.entry import EntryField
from screens.walk.rows import echo_lines, room_line, rooms_words

if TYPE_CHECKING:
    from coach_tui.domain.progression_framework import Progressions
    from coach_tui.domain.walk import RoomSeen, Walk


class ShowsRooms(ListMoves[str | None], FormScreen, ReadingScreen[str | None]):
    """Shows a walk's rooms, and what its line means as it stands.

    Attributes:
        walk: as last read.
        editing: the code of the room that the line corrects; empty for a further one.
        was: that room as it was put into the line.
    """

    def __init__(self, walk: Walk, framework: Progressions) -> None:
        super().__init__()
        self.walk = walk
        self._framework = framework
        self.corrects()

    def corrects(self, code: str = "", was: str = "") -> None:
        """Which room the line corrects, and as what it was put there; nothing for a further one."""
        self.editing, self.was = code, was

    def form(self) -> RoomForm:
        """The line as it stands."""
        return RoomForm(self.query_one(EntryField).value, self.editing, self.was)

    def reload(self) -> None:
        """Read the walk again; one that was taken back is left."""
        try:
            self.walk = self.host.desk.walks.get(self.walk.id)
        except NotFound:
            self.no_more_drafts()
            self.dismiss("The walk was taken back.")
        except CoachError as fault:
            self.say(str(fault))
        else:
            self.show_rooms()

    def show_rooms(self, cursor: int | None = None) -> None:
        """Show the rooms, the newest first, and what the line means."""
        rooms, framework, glyphs = self.newest_first, self._framework, self.host.glyphs
        hidden, count = self.host.hidden, len(self.walk.rooms)
        self.query_one("#entry").display = self.walk.closed_on is None
        self.query_one("#echo").styles.height = self._echo_height
        self.query_one(RowList).show(
            count,
            lambda index, width: room_line(
                rooms[index], count - index, framework, width, glyphs, hidden=hidden
            ),
            cursor=cursor,
            nothing=line((" No room yet. A whole line: R01 station 6; what was seen", "muted")),
        )
        purpose = "hidden" if hidden else glyphs.shown(self.walk.purpose)
        counted = line((f" {rooms_words(count)}", "strong"), (f"  {purpose}", "muted"))
        self.query_one("#counts", SpanPane).show([counted])
        self.show_meaning()
        self.draw_frame()

    @property
    def newest_first(self) -> tuple[RoomSeen, ...]:
        """The rooms, the last one entered on top."""
        return tuple(reversed(self.walk.rooms))

    @property
    def room(self) -> RoomSeen | None:
        """The room under the cursor."""
        return self.under_cursor(self.newest_first)

    def show_meaning(self) -> None:
        """What the line means as it stands, or what is wrong with it."""
        walks, text, glyphs = self.host.desk.walks, self.form().line, self.host.glyphs
        pane, framework = self.query_one("#echo", SpanPane), self._framework
        if self.walk.closed_on is not None:
            page, opens = self.key_of("rooms.told"), self.key_of("walk.close")
            waits = f" A begun line waits; {page}, then {opens} opens the walk for it."
            told = f" Closed on {short_date(self.walk.closed_on)}.{waits if text.strip() else ''}"
            pane.show([line((told, "muted"))])
            return
        try:
            found = walks.read(self.walk, text, self.editing)
        except Refused as fault:
            words = glyphs.shown(str(fault)) if text.strip() else self._usual_words()
            pane.show_drawing(
                lambda width: [line(" ", *row) for row in wrap_text(words, width - 2, "muted")]
            )
        else:
            rights = self._rights
            pane.show_drawing(lambda width: echo_lines(found, framework, rights, width, glyphs))

    @property
    def _echo_height(self) -> int:
        """Rows of what the line means; more where a coach's own file is quoted."""
        if self.walk.closed_on is not None:
            return 1
        return 7 if self._rights else 4

    @property
    def _rights(self) -> str:
        """Whose words the steps are, where they are not ours."""
        return own_rights(self.host, PROGRESSIONS)

    def _usual_words(self) -> str:
        """What an empty line goes on from."""
        usual = self.host.desk.walks.usual(self.walk, self.editing)
        model = self._framework.model(usual.model)
        if model is None:
            return f"Room, model, step: {usual.code} station 6 next:7; what was seen"
        strand = f" {usual.strand}" if usual.strand else ""
        return f"{usual.code} {model.code}{strand} is next: the step alone is enough, as 6 or F6."

    def field_changed(self, name: str) -> None:
        """Another line: what it means."""
        del name  # there is one field
        self.show_meaning()
        self.draw_frame()

    # -- the frame ----------------------------------------------------------------------------

    def place(self) -> Line:
        """Which walk."""
        dot = f" {self.host.glyphs.dot} "
        return line(("Progression walk", "title"), f"{dot}{short_date(self.walk.on)}{dot}rooms")

    def status(self) -> str:
        """What the line does, or the room under the cursor."""
        if self.editing:
            return f"This line corrects {self.called(self.editing)}."
        if self.is_typing:
            told = "A room a line; what was seen goes behind a ';', without names."
            return roomiest((told, "Behind a ';' goes what was seen, no names."), room_of(self))
        return self._room_words(self.room) if self.room else ""

    def _room_words(self, room: RoomSeen) -> str:
        """A room in words: its step, as long as there is room for it."""
        model = self._framework.model(room.model)
        step = model.step(room.step) if model else None
        short = f"{self.called(room.code)}: {room.step or 'before the first step'}"
        told = f"{short} {self.host.glyphs.shown(step.text)}" if step else short
        return roomiest((f"{told}.", f"{short}."), room_of(self))

    def called(self, code: str) -> str:
        """A room's code as a sentence has it."""
        return "this room" if self.host.hidden else self.host.glyphs.shown(code)

    def position(self) -> str:
        """Which room of how many, counted as they were entered."""
        count, at = len(self.walk.rooms), self.query_one(RowList).cursor
        return f"{count - at}/{count}" if 0 <= at < count else ""

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        self._told = ""
        self.draw_frame()
