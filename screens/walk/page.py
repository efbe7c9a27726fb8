"""One walk: what is told of it, its debrief, its sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import work
from textual.widget import Widget

from coach_tui.domain.dates import short_date
from coach_tui.errors import CoachError, NotFound
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.spans import Line, line, roomiest
from screens.bindings import bindings_for
from screens.frame import FRAME_CSS, room_of
from screens.page import PageScreen
from screens.reading import ReadingScreen
from screens.walk.asking import why
from screens.walk.opening import open_debrief, open_rooms, open_start
from screens.walk.rows import all_lines, page_lines, rooms_words, state_words

if TYPE_CHECKING:
    from coach_tui.domain.walk import Walk


class WalkPage(PageScreen, ReadingScreen[None]):
    """What is told of a walk; its own counts on request.

    Attributes:
        walk: as last read.
    """

    SCOPE = "walk"
    CSS_PATH = [FRAME_CSS, "walk.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self.walk = walk
        self._all = self._line_waits = False

    def compose_body(self) -> Iterable[Widget]:
        """One page."""
        yield ScrollingPane(id="page")

    def on_mount(self) -> None:
        """Show it."""
        self._show()

    def reload(self) -> None:
        """Read the walk again; one that was taken back is left."""
        try:
            self.walk = self.host.desk.walks.get(self.walk.id)
        except NotFound:
            self.dismiss()
        except CoachError as fault:
            self.say(str(fault))
        else:
            self._show()

    def _show(self) -> None:
        from coach_tui.services.walk_sheet import norm_lines

        walk, glyphs, walks = self.walk, self.host.glyphs, self.host.desk.walks
        self._all = self._all and not self.host.hidden
        self._line_waits = self.host.desk.walk_forms.line_waits(walk.id)
        if self._all:
            counted = all_lines(walk, self.host.desk.shelf.progressions(), glyphs)
            self.pane().show(counted)
        else:
            told, norms = walks.told_lines(walk), norm_lines(walk)
            self.pane().show_drawing(
                lambda width: list(page_lines(walk, told, norms, width, glyphs))
            )
        self.draw_frame()

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Which walk."""
        dot = f" {self.host.glyphs.dot} "
        what = "all counts" if self._all else state_words(self.walk)
        return line(("Progression walk", "title"), f"{dot}{short_date(self.walk.on)}{dot}{what}")

    def status(self) -> str:
        """What can be done with it now."""
        rooms = rooms_words(len(self.walk.rooms))
        close, sheet = self.key_of("walk.close"), self.key_of("walk.sheet")
        if self.walk.closed_on is None:
            told = f"{rooms} so far. {close} closes the walk; then its sheet may leave."
            return roomiest((told, f"{rooms} so far. {close} closes it."), room_of(self))
        if self._line_waits:
            told = f"{rooms}. A begun line waits; {close} opens the walk again for it."
            return roomiest((told, f"A begun line waits; {close} opens the walk."), room_of(self))
        told = f"{rooms}. {sheet} copies the sheet out: no room, no name, no small count."
        return roomiest((told, f"{rooms}. {sheet} copies the sheet out."), room_of(self))

    # -- commands ---------------------------------------------------------------------------

    def do_walk_rooms(self) -> None:
        """The rooms."""
        open_rooms(self, self.walk.id)

    def do_walk_debrief(self) -> None:
        """The words of the debrief."""
        open_debrief(self, self.walk.id)

    def do_walk_start(self) -> None:
        """Purpose and norms."""
        open_start(self, self.walk.id)

    def do_walk_view(self) -> None:
        """Every count, or what is told."""
        if self.host.hidden and not self._all:
            self.say(f"All counts stay hidden; {self.key_of('app.hide')} shows them again.")
            return
        self._all = not self._all
        self.pane().go(0)
        self._show()

    def do_walk_close(self) -> None:
        """Close the walk, or open it again; where its sheet is out, that is asked."""
        walks, key = self.host.desk.walks, self.walk.id
        undo = self.key_of("app.undo")
        if self.walk.closed_on is None:
            self.change(lambda: walks.close(key), lambda _walk: f"Closed. {undo} undoes it.")
        elif self.walk.sheet_on is None:
            self.change(lambda: walks.reopen(key), lambda _walk: f"Open again. {undo} undoes it.")
        else:
            from screens.dialogs.confirm import Confirm

            day = short_date(self.walk.sheet_on)
            question = f"Its sheet left on {day}; later ones keep those counts. Open it again?"
            self.app.push_screen(Confirm(question), self._reopen)

    def _reopen(self, yes: bool | None) -> None:
        walks, key = self.host.desk.walks, self.walk.id
        if yes:
            told = "Open again; sheets keep the counts of the one that left."
            self.change(lambda: walks.reopen(key), lambda _walk: told)

    def do_walk_sheet(self) -> None:
        """Mark that the sheet leaves, then copy it out."""
        if self.walk.closed_on is None:
            self.say(f"A sheet leaves a closed walk only; {self.key_of('walk.close')} closes it.")
        else:
            self._leave()

    @work(group="saves")
    async def _leave(self) -> None:
        from coach_tui.services.walk_sheet import SHEET
        from screens.copying import copy_text

        sheets, key = self.host.desk.walk_sheets, self.walk.id
        try:
            _, text = await self.host.save(lambda: sheets.leave(key))
        except CoachError as fault:
            self.reload()
            self.say(f"Nothing left. {why(self, fault)}")
        else:
            self.reload()
            copy_text(self, SHEET, text)
