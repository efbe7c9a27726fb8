"""The continuum's list: a term read, each section with its elements, the picked one beside it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.geometry import Size

from coach_tui.services.continuum import ContinuumNow, ElementNow
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line, roomiest
from screens.continuum.detail import Pane, element_lines, group_lines, lost_lines
from screens.continuum.rows import (
    ElementRow,
    GroupRow,
    Heading,
    Item,
    LostRow,
    item_line,
    items,
    key_of,
)
from screens.frame import room_of
from screens.list_moves import ListMoves
from screens.reading import ReadingScreen


class ContinuumPane(SpanPane):
    """The pane beside the list; where it is too low, blank lines go first, then a mark ends it."""

    more = ""
    """What the last line says where the pane is too low."""

    def draw(self, size: Size) -> Sequence[Line]:
        """The lines that fit."""
        lines = list(super().draw(size))
        while len(lines) > size.height > 0 and EMPTY in lines:
            lines.reverse()
            lines.remove(EMPTY)
            lines.reverse()
        if len(lines) > size.height > 0:
            lines[size.height - 1 :] = [line((self.more, "muted"))]
        return lines


class ListsContinuum(ReadingScreen[str | None], ListMoves[str | None]):
    """Reads a term and shows it.

    Attributes:
        now: the term as last read, None where it could not be.
        term: which, empty for that of today.
    """

    def __init__(self) -> None:
        super().__init__()
        self.now: ContinuumNow | None = None
        self.term = ""
        self._items: list[Item] = []
        self._opened: set[str] = set()
        self._turned = False

    def reload(self) -> None:
        """Read the term again, the cursor on the same row."""
        fresh = self.attempt(lambda: self.host.desk.continuum.of_term(self.term))
        if fresh is not None:
            self.now = fresh
            self.show_items(key_of(self.item) if self.item else "")

    def show_items(self, wanted: str = "") -> None:
        """Show the list, the cursor on a row by its key."""
        now = self.now
        if now is None:
            return
        made = self._items = items(now, self._opened)
        keys = [key_of(item) for item in made]
        at = keys.index(wanted) if wanted in keys else max(0, self.query_one(RowList).cursor)
        glyphs, hidden = self.host.glyphs, self.host.hidden
        self.query_one(RowList).show(
            len(made),
            lambda index, width: item_line(made[index], now, width, glyphs, hidden=hidden),
            cursor=at,
            rests=lambda index: not isinstance(made[index], Heading),
        )
        self.show_detail()
        self.draw_frame()

    def show_detail(self) -> None:
        """Fill the pane for the row under the cursor."""
        pane, item, now = self.query_one(ContinuumPane), self.item, self.now
        pane.more = f"{self.key_of('continuum.open')} shows all of it"
        if item is None or now is None:
            pane.show([])
        else:
            host = self.host
            pane.show_drawing(lambda width: item_lines(item, Pane(now, host, width)))

    def pick(self, coachee_id: str, records: Collection[str]) -> None:
        """Put the cursor on the element that was changed, in the term it was changed in."""
        del coachee_id  # it is of nobody
        self._turned = True
        now = self.now
        if now is None:
            return
        for row in now.rows:
            if row.placement and row.placement.id in records:
                self.stand_on(row)
                return

    def stand_on(self, row: ElementNow) -> None:
        """Put the cursor on an element, its group opened."""
        if row.element.group:
            self._opened.add(row.element.group)
        self.show_items(row.element.id)

    @property
    def item(self) -> Item | None:
        """The row under the cursor."""
        return self.under_cursor(self._items)

    @property
    def element(self) -> ElementNow | None:
        """The element under the cursor, None on a group."""
        item = self.item
        return item.row if isinstance(item, ElementRow) else None

    # -- row 23 -----------------------------------------------------------------------------

    def tally_forms(self) -> tuple[str, ...]:
        """The tally of the term, the fullest form first; none while levels are hidden."""
        now = self.now
        if now is None or self.host.hidden:
            return ()
        names = now.framework.placements
        out = f"; {now.left_out} left out" if now.left_out else ""
        full, short = now.tally.words(names), now.tally.short(names)
        return f"{full}{out}", full, f"{short}{out}", short

    def status(self) -> str:
        """The term and how many elements stand where."""
        if self.now is None:
            return "The continuum could not be read; nothing was changed."
        past = ", which is over" if self.now.is_past else ""
        if self.host.hidden:
            return f"{self.now.name}{past}. {self.key_of('app.hide')} shows the levels."
        forms = [f"{self.now.name}{past}: {tally}" for tally in self.tally_forms()]
        forms += [f"{self.now.name}: {tally}" for tally in self.tally_forms()]
        return roomiest(forms, room_of(self))

    def with_tally(self, words: str) -> str:
        """What was done, and the tally behind it where there is room."""
        bare = words.partition(" Saved ")[0]
        told = [f"{words} {tally}" for tally in self.tally_forms()]
        told += [f"{bare} {tally}" for tally in self.tally_forms()]
        return roomiest((*told, words), room_of(self))

    def say(self, words: str) -> None:
        """Say something; behind what an undo did, the tally as it is now."""
        turned, self._turned = self._turned, False
        super().say(self.with_tally(words) if turned and words else words)


def item_lines(item: Item, pane: Pane, *, whole: bool = False) -> list[Line]:
    """What is told of a row."""
    if isinstance(item, ElementRow):
        return element_lines(item.row, pane, whole=whole)
    if isinstance(item, GroupRow):
        return group_lines(item, pane)
    return lost_lines(item, pane) if isinstance(item, LostRow) else []
