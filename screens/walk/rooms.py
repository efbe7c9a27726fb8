"""The rooms of a walk: one line enters one, and what it means stands below while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual import on, work
from textual.widget import Widget

from coach_tui.domain.dates import short_date
from coach_tui.domain.draft import read_place
from coach_tui.errors import CoachError, NotFound, Refused
from coach_tui.services.walk_form import RoomForm
from coach_tui.services.walks import NamePerhaps
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line, wrap_text
from screens.bindings import bindings_for
from screens.cursor import put_cursor
from screens.form import FormScreen
from screens.form_rows import beside_label
from screens.frame import FRAME_CSS
from screens.list_moves import ListMoves
from screens.reading import ReadingScreen
from screens.walk.entry import EntryField
from screens.walk.opening import open_page
from screens.walk.rows import echo_lines, room_line, rooms_words

if TYPE_CHECKING:
    from coach_tui.domain.progression_framework import Progressions
    from coach_tui.domain.walk import RoomSeen, Walk


class RoomsScreen(ListMoves[str | None], FormScreen, ReadingScreen[str | None]):
    """Takes rooms, a line each; every Enter is a save, and a half-typed line a draft.

    Attributes:
        walk: as last read.
        editing: the code of the room that the line corrects; empty for a further one.
    """

    SCOPE = "rooms"
    DISCARD = "rooms.discard"
    CSS_PATH = [FRAME_CSS, "../form.tcss", "walk.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(
        self, walk: Walk, framework: Progressions, left: RoomForm, place: str, told: str = ""
    ) -> None:
        """Rooms to enter.

        Args:
            walk: the walk.
            framework: the progressions.
            left: the line that was left.
            place: where the cursor was in it.
            told: what row 23 says first.
        """
        super().__init__()
        self.walk = walk
        self.editing = left.editing if walk.room(left.editing) else ""
        self._framework = framework
        self._left, self._place, self._first_words = left, place, told
        self._asked = ""

    def compose_body(self) -> Iterable[Widget]:
        """The line, what it means, the rooms so far."""
        yield beside_label("Room", EntryField(id="f-line"), id="entry")
        yield SpanPane(id="echo")
        yield SpanPane(id="counts")
        yield RowList(id="rows")

    def on_mount(self) -> None:
        """Stand in the line, as it was left."""
        field = self.query_one(EntryField)
        field.value = self._left.line
        self.filled()
        self._show()
        if self.walk.closed_on is None:
            field.focus()
            put_cursor(field, read_place(self._place)[1] or (0, len(field.value)))
        self.say(self._first_words)

    # -- what is shown ------------------------------------------------------------------------

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
            self._show()

    def _show(self, cursor: int | None = None) -> None:
        """Show the rooms, the newest first, and what the line means."""
        rooms, framework, glyphs = self.newest_first, self._framework, self.host.glyphs
        hidden, count = self.host.hidden, len(self.walk.rooms)
        self.query_one("#entry").display = self.walk.closed_on is None
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
        self._echo()
        self.draw_frame()

    @property
    def newest_first(self) -> tuple[RoomSeen, ...]:
        """The rooms, the last one entered on top."""
        return tuple(reversed(self.walk.rooms))

    @property
    def room(self) -> RoomSeen | None:
        """The room under the cursor."""
        at = self.query_one(RowList).cursor
        return self.newest_first[at] if 0 <= at < len(self.walk.rooms) else None

    def _echo(self) -> None:
        """What the line means as it stands, or what is wrong with it."""
        walks, text, glyphs = self.host.desk.walks, self.form().line, self.host.glyphs
        pane, framework = self.query_one("#echo", SpanPane), self._framework
        if self.walk.closed_on is not None:
            pane.show([line((f" Closed on {short_date(self.walk.closed_on)}.", "muted"))])
            return
        try:
            found = walks.read(self.walk, text, self.editing)
        except Refused as fault:
            words = glyphs.shown(str(fault)) if text.strip() else self._usual_words()
            pane.show_drawing(
                lambda width: [line(" ", *row) for row in wrap_text(words, width - 2, "muted")]
            )
        else:
            pane.show_drawing(lambda width: echo_lines(found, framework, width, glyphs))

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
        self._echo()

    # -- the frame ----------------------------------------------------------------------------

    def place(self) -> Line:
        """Which walk."""
        dot = f" {self.host.glyphs.dot} "
        return line(("Progression walk", "title"), f"{dot}{short_date(self.walk.on)}{dot}rooms")

    def status(self) -> str:
        """What the line does, or the room under the cursor."""
        if self.editing:
            return f"This line corrects {self._called(self.editing)}."
        if self.is_typing:
            return "A room a line; what was seen goes behind a ';', without names."
        room = self.room
        return f"{self._called(room.code)}: {room.step or 'before the first step'}." if room else ""

    def _called(self, code: str) -> str:
        return "this room" if self.host.hidden else self.host.glyphs.shown(code)

    def position(self) -> str:
        """Which room of how many, counted as they were entered."""
        count, at = len(self.walk.rooms), self.query_one(RowList).cursor
        return f"{count - at}/{count}" if 0 <= at < count else ""

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        self._told = ""
        self.draw_frame()

    # -- the line -----------------------------------------------------------------------------

    def form(self) -> RoomForm:
        """The line as it stands."""
        return RoomForm(self.query_one(EntryField).value, self.editing)

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep the line; nothing where it is empty."""
        forms, key, form, place = (
            self.host.desk.walk_forms,
            self.walk.id,
            self.form(),
            self.place_now(),
        )
        return lambda: forms.keep_line(key, form, place, closed=closed)

    def leaving_words(self) -> str | None:
        """The line waits."""
        return (
            "The line that was begun is kept with the walk." if self.form().line.strip() else None
        )

    def do_rooms_enter(self) -> None:
        """Enter the room; a word that may be a name is taken the second time."""
        if not self.is_typing:
            self.do_rooms_type()
        elif self.host.desk.readonly:
            self.say("This window is read-only; nothing is saved from it.")
        else:
            form = self.form()
            self._enter(form, sure=form.line == self._asked)

    @work(group="saves")
    async def _enter(self, form: RoomForm, *, sure: bool) -> None:
        """Save on the writer thread; where it cannot be, the line stays."""
        walks, key = self.host.desk.walks, self.walk.id
        self._asked = ""
        try:
            saved = await self.host.save(
                lambda: walks.enter(key, form.line, form.editing, sure=sure)
            )
        except NamePerhaps as fault:
            self._asked = form.line
            again = self.key_of("rooms.enter")
            self.say(f"{fault} {again} again takes it as a word.")
        except CoachError as fault:
            self.reload()
            self.say(f"Not entered. {fault}")
        else:
            self._entered(saved, form)

    def _entered(self, saved: Walk, form: RoomForm) -> None:
        """The line is empty again, and the room on top."""
        self.walk, self.editing = saved, ""
        self.query_one(EntryField).value = ""
        self._draft_words = ""
        self._show(cursor=0)
        done = f"Corrected {form.editing}" if form.editing else f"Entered {saved.rooms[-1].code}"
        shown = ("Corrected" if form.editing else "Entered") if self.host.hidden else done
        self.say(f"{shown}. {self.host.saved_words.capitalize()}.")

    # -- commands -----------------------------------------------------------------------------

    def do_rooms_type(self) -> None:
        """Back to the line."""
        if self.walk.closed_on is None:
            self.type_here()
        else:
            self.say("This walk is closed; its page opens it again.")

    def do_rooms_correct(self) -> None:
        """Put the room under the cursor into the line."""
        room = self.room
        if room is None or self.walk.closed_on is not None:
            self.say("No room is picked." if room is None else "This walk is closed.")
            return
        if self.form().line.strip() and not self.editing:
            self.say("The line is not empty; enter or discard it first.")
            return
        try:
            text = self.host.desk.walks.line_of(room)
        except CoachError as fault:
            self.say(str(fault))
            return
        self.editing = room.code
        field = self.query_one(EntryField)
        field.value = text
        field.focus()
        field.cursor_position = len(text)
        self._echo()

    def do_rooms_remove(self) -> None:
        """Take the room under the cursor out."""
        if self.room is None:
            self.say("No room is picked.")
        else:
            self._remove(self.room.code)

    @work(group="saves")
    async def _remove(self, code: str) -> None:
        walks, key = self.host.desk.walks, self.walk.id
        try:
            await self.host.save(lambda: walks.remove(key, code))
        except CoachError as fault:
            self.reload()
            self.say(f"Not saved. {fault}")
        else:
            self.editing = "" if self.editing == code else self.editing
            self.reload()
            self.say(f"Took {self._called(code)} out; {self.key_of('app.undo')} brings it back.")

    def do_rooms_told(self) -> None:
        """What is told of the walk."""
        open_page(self, self.walk.id)

    def do_rooms_discard(self) -> None:
        """Ask, then empty the line."""
        from screens.dialogs.confirm import Confirm

        if not self.form().line.strip():
            self.say("The line is empty.")
            return
        self.app.push_screen(Confirm("Discard the line?"), self._discard_line)

    def _discard_line(self, yes: bool | None) -> None:
        if yes:
            self.editing = ""
            self.query_one(EntryField).value = ""
            self._echo()
            self.say("Discarded the line.")
