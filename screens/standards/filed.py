"""One standard with all that is filed under it; Enter opens a record on its person."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from coach_tui.domain.dates import short_date
from coach_tui.domain.standard_review import reading_words
from coach_tui.services.filing import Tagged
from coach_tui.services.framework_files import STANDARDS
from coach_tui.services.standards import Point, TermReview
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.spans import EMPTY, Line, line
from screens.bindings import bindings_for
from screens.frame import FRAME_CSS
from screens.rights import rights_lines
from screens.standards.details import (
    RESTS,
    Drawing,
    drawing_of,
    filed_line,
    head_lines,
    is_of_time,
    tenets_lines,
    time_lines,
)
from screens.standards.listed import ListsOwnWork

Row = Line | Tagged
"""A line that is read, or a record that can be opened."""


class FiledScreen(ListsOwnWork):
    """All of one standard, on one page with a cursor."""

    SCOPE = "filed"
    CSS_PATH = [FRAME_CSS, "standards.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, part_id: str, review: TermReview) -> None:
        """A standard or part.

        Args:
            part_id: its id; empty for what coaching rests on.
            review: the term it is read in.
        """
        super().__init__()
        self._part_id = part_id
        self._review = review
        self._rows: list[Row] = []

    @property
    def point(self) -> Point | None:
        """The standard or part; None for what coaching rests on."""
        return next((p for p in self._review.points if p.part.id == self._part_id), None)

    def compose_body(self) -> Iterable[Widget]:
        """One list."""
        yield RowList(id="list")

    def on_mount(self) -> None:
        """Show it, the cursor on the first record where that is in view."""
        rows = self.query_one(RowList)
        rows.focus()
        self._show()
        first = next((at for at, row in enumerate(self._rows) if isinstance(row, Tagged)), 0)
        if first < self.size.height - 4:
            rows.go(first)

    def on_resize(self) -> None:
        """Wrap the lines anew."""
        super().on_resize()
        self.call_after_refresh(self._show)

    def reload(self) -> None:
        """Read the term again."""
        term = self._review.term
        fresh = self.attempt(lambda: self.host.desk.standards.review(term))
        self._review = fresh or self._review
        self._show()

    def _show(self) -> None:
        width, point, drawing = self.size.width - 2, self.point, drawing_of(self._review, self.host)
        found = self._review.filed_under(point) if point else ()
        made: list[Row] = (
            [*self._head(point, drawing, width)]
            if point
            else [*tenets_lines(self._review, self.host, width)]
        )
        if point:
            made += [EMPTY, line(("Filed here ", "strong"), (str(len(found)), "strong")), *found]
        self._rows = made

        def draw(index: int, width: int) -> Line:
            row = made[index]
            if isinstance(row, Tagged):
                row = filed_line(row, drawing, width - 2)
            return line(" ", *row)

        self.query_one(RowList).show(len(made), draw)
        self.draw_frame()

    def _head(self, point: Point, drawing: Drawing, width: int) -> Iterable[Line]:
        yield from head_lines(point, self._review, drawing, width)
        if is_of_time(point):
            yield EMPTY
            yield from time_lines(self._review.time, self._review.term, width)
        yield from rights_lines(self.host, width, STANDARDS)

    @property
    def row(self) -> Tagged | None:
        """The record under the cursor."""
        row = self.under_cursor(self._rows)
        return row if isinstance(row, Tagged) else None

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Which standard."""
        glyphs, point = self.host.glyphs, self.point
        told = f" {glyphs.dot} {glyphs.shown(self._part_id)}" if point else ""
        return line(("Coach standards", "title"), told)

    def status(self) -> str:
        """The record under the cursor, or what there is to read."""
        row = self.row
        if row is None:
            point = self.point
            words = f"{self._part_id}: {reading_words(point.reading)}" if point else RESTS
            return f"{self.host.glyphs.shown(words)}."
        key = self.key_of("filed.open")
        where = "its person" if row.coachee_id else "your growth log"
        return f"{short_date(row.on)}: {key} opens it on {where}."

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        self._told = ""
        self.draw_frame()

    @on(RowList.Opened)
    def _open_row(self) -> None:
        self.action_command("filed.open")

    # -- commands ---------------------------------------------------------------------------

    def do_filed_open(self) -> None:
        """Open the record under the cursor where it stands."""
        row = self.row
        if row is None:
            self.say("Go down to a record that is filed here.")
        elif row.kind == "entry":
            from screens.standards.log import LogScreen

            self.app.push_screen(LogScreen(row.record_id), self.closed_with_words)
        else:
            self._open_person(row)

    def _open_person(self, row: Tagged) -> None:
        """The profile, on the record."""
        from screens.profile.at import At
        from screens.profile.screen import ProfileScreen

        profile = self.attempt(lambda: self.host.desk.profile.of(row.coachee_id))
        if profile is not None:
            at = At("cycles" if row.kind == "cycle" else "notes", row.record_id)
            self.app.push_screen(ProfileScreen(profile, at), self.closed_with_words)
