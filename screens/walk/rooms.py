"""The rooms of a walk: one line enters one, and what it means stands below while it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work
from textual.widget import Widget

from coach_tui.domain.draft import read_place
from coach_tui.errors import CoachError, Conflict
from coach_tui.services.walk_form import RoomForm
from coach_tui.services.walks import NamePerhaps
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import roomiest
from screens.bindings import bindings_for
from screens.cursor import put_cursor
from screens.form_rows import beside_label
from screens.frame import FRAME_CSS, room_of
from screens.walk.asking import why
from screens.walk.entry import EntryField
from screens.walk.listing import ShowsRooms
from screens.walk.opening import open_page

if TYPE_CHECKING:
    from coach_tui.domain.progression_framework import Progressions
    from coach_tui.domain.walk import Walk


_CLAUSE = re.compile(r"(?<=\?) |(?=; |: )")


class RoomsScreen(ShowsRooms):
    """Takes rooms, a line each; every Enter is a save, and a half-typed line a draft."""

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
        super().__init__(walk, framework)
        if walk.room(left.editing):
            self.corrects(left.editing, left.was)
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
        self.show_rooms()
        if self.walk.closed_on is None:
            field.focus()
            put_cursor(field, read_place(self._place)[1] or (0, len(field.value)))
        self.say(self._first_words)

    # -- the line -----------------------------------------------------------------------------

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
        form = self.form()
        self._enter(form, sure=form.line == self._asked)

    @work(group="saves")
    async def _enter(self, form: RoomForm, *, sure: bool) -> None:
        """Save on the writer thread; where it cannot be, the line stays."""
        desk, key = self.host.desk, self.walk.id
        self._asked = ""

        def work() -> Walk:
            entered = desk.walks.enter(key, form.line, form.editing, form.was, sure=sure)
            with suppress(CoachError):  # the room is on the disk; "not entered" invites a twin
                desk.walk_forms.discard_line(key)
            return entered

        try:
            saved = await self.host.save(work)
        except NamePerhaps as fault:
            self._asked = form.line
            again = "Enter again takes it as a word."
            self.say(roomiest((f"{why(self, fault)} {again}", f"A name? {again}"), room_of(self)))
        except Conflict:
            self.reload()
            self._changed_elsewhere(form)
        except CoachError as fault:
            self.reload()
            told = f"Not entered. {why(self, fault)}"
            short = _CLAUSE.split(told, maxsplit=1)[0]  # the whole of it stands below the line
            self.say(roomiest((told, why(self, fault), short), room_of(self)))
        else:
            self._entered(saved, form)

    def _changed_elsewhere(self, form: RoomForm) -> None:
        """Show the room that the line corrects as it is now; the line stays."""
        room, called = self.walk.room(form.editing), self.called(form.editing)
        if room is None:
            self.corrects()
            self.say("Changed elsewhere meanwhile. Entered again, it is a new room.")
            return
        self.show_rooms(cursor=self.newest_first.index(room))
        told = f"Not entered: {called} was changed elsewhere, as below."
        discards = f"{self.key_of('rooms.discard')} discards your line."
        self.say(roomiest((f"{told} {discards}", told), room_of(self)))

    def _entered(self, saved: Walk, form: RoomForm) -> None:
        """The line is empty again, and the room on top."""
        self.walk = saved
        self.corrects()
        self._values["line"] = ""  # it was emptied, not typed: what row 23 says stays
        self.query_one(EntryField).value = ""
        self._draft_words = ""
        self.show_rooms(cursor=0)
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
        self.corrects(room.code, text)
        field = self.query_one(EntryField)
        field.value = text
        field.focus()
        field.cursor_position = len(text)
        self.show_meaning()

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
            if self.editing == code:
                self.corrects()
            self.reload()
            self.say(f"Took {self.called(code)} out; {self.key_of('app.undo')} brings it back.")

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
            self.corrects()
            self.query_one(EntryField).value = ""
            self.show_meaning()
            self.say("Discarded the line.")
