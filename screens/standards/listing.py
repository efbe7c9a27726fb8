"""The list of the standards of one term, read and shown beside all of the one under the cursor."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from coach_tui.domain.term import term_before, term_words
from coach_tui.services.standards import Point, TermReview
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line
from screens.standards.details import Drawing, details, drawing_of, tenets_lines
from screens.standards.items import TENETS, Item, items, row_line
from screens.standards.listed import ListsOwnWork


class ListsStandards(ListsOwnWork):
    """Reads a term and shows it.

    Attributes:
        review: the term as last read; None where it cannot be.
        unseen: whether only what was not looked at is listed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.review: TermReview | None = None
        self.unseen = False
        self._drawing: Drawing | None = None
        self._items: list[Item] = []

    def reload(self) -> None:
        """Read the term again, the cursor on the same standard."""
        self.read_term(self.review.term if self.review else "")

    def read_term(self, term: str) -> None:
        """Read a term, the cursor on the same standard; today's where none is named."""
        here = self.point.part.id if self.point else ""
        fresh = self.attempt(lambda: self.host.desk.standards.review(term))
        self.review = fresh or self.review
        if self.review is not None:
            self._drawing = drawing_of(self.review, self.host)
            self.show_items(here, row=self.query_one(RowList).cursor)

    @property
    def item(self) -> Item | None:
        """What stands under the cursor."""
        return self.under_cursor(self._items)

    @property
    def point(self) -> Point | None:
        """What is looked back on under the cursor; None on the tenets."""
        return self.item if isinstance(self.item, Point) else None

    def show_items(self, part_id: str = "", row: int = 0) -> None:
        """Show the rows.

        Args:
            part_id: the standard or part that the cursor goes to, where it is there.
            row: else where it goes; below 0 for the first standard.
        """
        if self.review is None:
            return
        glyphs = self.host.glyphs
        made = self._items = items(self.review, unseen=self.unseen, glyphs=glyphs)
        ids = [item.part.id if isinstance(item, Point) else None for item in made]
        first = next((at for at, key in enumerate(ids) if key is not None), 0)
        self.query_one(RowList).show(
            len(made),
            lambda index, width: row_line(made[index], width, glyphs),
            cursor=ids.index(part_id) if part_id in ids else row if row >= 0 else first,
            rests=lambda index: isinstance(made[index], (Point, str)),
            nothing=line((" All are looked at this term.", "muted")),
        )
        self._show_counts()
        self.show_details()

    def _show_counts(self) -> None:
        """How many are looked at, and what the last column is."""
        assert self.review is not None
        counted = f" {self.review.looked_at} of {len(self.review.standards.points)} looked at"
        only = f"  {len(self.review.not_yet)} not yet, only these" if self.unseen else ""
        before = f"  last column: since {term_words(term_before(self.review.term))}"
        self.query_one("#counts", SpanPane).show([line(counted, (only or before, "muted"))])

    def show_details(self) -> None:
        """Show all of what is under the cursor."""
        pane, item, review = self.query_one("#page", ScrollingPane), self.item, self.review
        pane.go(0)
        host, drawing = self.host, self._drawing
        if review is None or drawing is None or item is None:
            pane.show(())
        elif isinstance(item, Point):
            pane.show_drawing(lambda width: _set_in(details(item, review, drawing, width - 1)))
        elif item == TENETS:
            pane.show_drawing(lambda width: _set_in(tenets_lines(review, host, width - 1)))
        self.draw_frame()

    def pick(self, coachee_id: str, records: Collection[str]) -> None:
        """Put the cursor on the standard whose review was changed."""
        del coachee_id  # these records are of nobody
        points = self.review.points if self.review else ()
        for point in points:
            if point.review and point.review.id in records:
                self.show_items(point.part.id, self.query_one(RowList).cursor)

    def read_words(self) -> str:
        """What is looked at of the term."""
        assert self.review is not None
        left = len(self.review.not_yet)
        return (
            f"{self.review.looked_at} looked at in {term_words(self.review.term)}, {left} not yet."
        )


def _set_in(rows: Iterable[Line]) -> list[Line]:
    return [line(" ", *row) for row in rows]
