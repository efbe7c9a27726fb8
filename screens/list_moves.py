"""The moving keys of a list: down, up, top, bottom, pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from coach_tui.widgets.row_list import RowList
from screens.frame import Frame, ResultT

ItemT = TypeVar("ItemT")


class ListMoves(Frame[ResultT]):
    """Answers the move commands for one list."""

    def moved_list(self) -> RowList:
        """The list that moves."""
        return self.query_one(RowList)

    def under_cursor(self, items: Sequence[ItemT]) -> ItemT | None:
        """Which of what is listed the cursor stands on; None before anything is."""
        rows = self.query_one_optional(RowList)
        at = rows.cursor if rows is not None else -1
        return items[at] if 0 <= at < len(items) else None

    def position(self) -> str:
        """Which row of how many."""
        rows = self.query_one_optional(RowList)
        return rows.position if rows is not None else ""

    def do_move_down(self) -> None:
        """The next row."""
        self.moved_list().move(1)

    def do_move_up(self) -> None:
        """The row before."""
        self.moved_list().move(-1)

    def do_move_top(self) -> None:
        """The first row."""
        self.moved_list().go(0)

    def do_move_bottom(self) -> None:
        """The last row."""
        self.moved_list().go(self.moved_list().count - 1)

    def do_move_page_down(self) -> None:
        """A page down."""
        self.moved_list().page(1)

    def do_move_page_up(self) -> None:
        """A page up."""
        self.moved_list().page(-1)

    def go_top(self) -> None:
        """The first row."""
        self.do_move_top()
