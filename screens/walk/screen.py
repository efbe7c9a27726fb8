"""All progression walks, the newest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from coach_tui.domain.dates import short_date
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line
from screens.bindings import bindings_for
from screens.frame import FRAME_CSS
from screens.list_moves import ListMoves
from screens.reading import ReadingScreen
from screens.walk.opening import open_page, open_rooms, open_start
from screens.walk.rows import rooms_words, state_words, walk_line

if TYPE_CHECKING:
    from coach_tui.domain.walk import Walk


class WalksScreen(ListMoves[str | None], ReadingScreen[str | None]):
    """Lists walks; each opens on its rooms, or once closed on what is told of it.

    Attributes:
        walks: as last read.
    """

    SCOPE = "walks"
    CSS_PATH = [FRAME_CSS, "walk.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self) -> None:
        super().__init__()
        self.walks: tuple[Walk, ...] = ()

    def compose_body(self) -> Iterable[Widget]:
        """How many there are; the list."""
        yield SpanPane(id="counts")
        yield RowList(id="rows")

    def on_mount(self) -> None:
        """Read them and stand on the newest."""
        self.reload()
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Read them again, the cursor on the same one."""
        found = self.attempt(self.host.desk.walks.all)
        if found is None:
            return
        here = self.walk.id if self.walk else ""
        self.walks = found
        self._show(here)

    def _show(self, wanted: str) -> None:
        keys = [walk.id for walk in self.walks]
        today, glyphs, walks = self.host.desk.clock.today(), self.host.glyphs, self.walks
        hidden = self.host.hidden
        new = self.key_of("walk.new")
        self.query_one(RowList).show(
            len(walks),
            lambda index, width: walk_line(walks[index], today, width, glyphs, hidden=hidden),
            cursor=keys.index(wanted) if wanted in keys else None,
            nothing=line(
                (f" No walk yet. {new} begins one: its purpose and norms come first.", "muted")
            ),
        )
        total = "1 walk" if len(walks) == 1 else f"{len(walks)} walks"
        words = "rooms by model and step, and no names"
        self.query_one("#counts", SpanPane).show([line(f" {total}", (f"  {words}", "muted"))])
        self.draw_frame()

    def pick(self, coachee_id: str, records: Collection[str]) -> None:
        """Put the cursor on the walk that was changed."""
        del coachee_id  # a walk is about nobody
        changed = next((walk.id for walk in self.walks if walk.id in records), "")
        if changed:
            self._show(changed)

    @property
    def walk(self) -> Walk | None:
        """The walk under the cursor."""
        return self.under_cursor(self.walks)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """What the list is of."""
        return line(("Progression walks", "title"))

    def status(self) -> str:
        """The walk under the cursor in words."""
        walk = self.walk
        if walk is None:
            return ""
        rooms = rooms_words(len(walk.rooms))
        return f"Walk on {short_date(walk.on)}: {rooms}, {state_words(walk)}."

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        self._told = ""
        self.draw_frame()

    @on(RowList.Opened)
    def _open_row(self) -> None:
        self.action_command("walk.open")

    # -- commands ---------------------------------------------------------------------------

    def do_walk_open(self) -> None:
        """The rooms of an open walk, what is told of a closed one."""
        walk = self._picked()
        if walk is not None and walk.closed_on is None:
            open_rooms(self, walk.id)
        elif walk is not None:
            open_page(self, walk.id)

    def do_walk_told(self) -> None:
        """What is told of the walk."""
        if walk := self._picked():
            open_page(self, walk.id)

    def do_walk_start(self) -> None:
        """Its purpose, norms and day."""
        if walk := self._picked():
            open_start(self, walk.id)

    def do_walk_new(self) -> None:
        """A new walk: purpose and norms, then its rooms."""
        open_start(self)

    def _picked(self) -> Walk | None:
        if self.walk is None:
            self.say(f"No walk is picked; {self.key_of('walk.new')} begins one.")
        return self.walk
