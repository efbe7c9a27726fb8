"""The coach's own standards: a reading and words for each, term by term (DLP-0 to DLP-4B)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget

from coach_tui.domain.standard_review import Reading, reading_words
from coach_tui.domain.term import is_term, term_after, term_before, term_words
from coach_tui.services.standards import Point, TermReview
from coach_tui.text import fit
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line, roomiest
from screens.bindings import bindings_for
from screens.frame import FRAME_CSS, room_of
from screens.standards.details import details, tenets_lines
from screens.standards.items import TENETS, Item, items, row_line
from screens.standards.listed import ListsOwnWork


class StandardsScreen(ListsOwnWork):
    """The standards of one term.

    Attributes:
        review: the term as last read; None where it cannot be.
    """

    SCOPE = "standards"
    CSS_PATH = [FRAME_CSS, "standards.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self) -> None:
        super().__init__()
        self.review: TermReview | None = None
        self._items: list[Item] = []
        self._unseen = False

    def compose_body(self) -> Iterable[Widget]:
        """How much is looked at; the list; all of the one under the cursor."""
        yield SpanPane(id="counts")
        yield Horizontal(RowList(id="list"), ScrollingPane(id="page"), id="halves")

    def on_mount(self) -> None:
        """Read the term of today, and stand on the first standard."""
        self.reload()
        self.show_items("1A")
        self.query_one(RowList).focus()

    def reload(self) -> None:
        """Read the term again, the cursor on the same standard."""
        self._read(self.review.term if self.review else "")

    def _read(self, term: str) -> None:
        here = self.point.part.id if self.point else ""
        fresh = self.attempt(lambda: self.host.desk.standards.review(term))
        if fresh is not None:
            self.review = fresh
            self.show_items(here, row=self.query_one(RowList).cursor)

    # -- the list ---------------------------------------------------------------------------

    @property
    def item(self) -> Item | None:
        """What stands under the cursor."""
        rows = self.query_one_optional(RowList)
        at = rows.cursor if rows else -1
        return self._items[at] if 0 <= at < len(self._items) else None

    @property
    def point(self) -> Point | None:
        """What is looked back on under the cursor; None on the tenets."""
        return self.item if isinstance(self.item, Point) else None

    def show_items(self, part_id: str = "", row: int = 0) -> None:
        """Show the rows, the cursor on a standard or part where it is there."""
        if self.review is None:
            return
        glyphs = self.host.glyphs
        made = self._items = items(self.review, unseen=self._unseen, glyphs=glyphs)
        ids = [item.part.id if isinstance(item, Point) else None for item in made]
        self.query_one(RowList).show(
            len(made),
            lambda index, width: row_line(made[index], width, glyphs),
            cursor=ids.index(part_id) if part_id in ids else row,
            rests=lambda index: isinstance(made[index], (Point, str)),
            nothing=line((" All are looked at this term.", "muted")),
        )
        self._show_counts()
        self.show_details()

    def _show_counts(self) -> None:
        """How many are looked at, and what the last column is."""
        assert self.review is not None
        counted = f" {self.review.looked_at} of {len(self.review.standards.points)} looked at"
        only = f"  {len(self.review.not_yet)} not yet, only these" if self._unseen else ""
        before = f"  last column: since {term_words(term_before(self.review.term))}"
        self.query_one("#counts", SpanPane).show([line(counted, (only or before, "muted"))])

    def show_details(self) -> None:
        """Show all of what is under the cursor."""
        pane, item, review = self.query_one("#page", ScrollingPane), self.item, self.review
        pane.go(0)
        host = self.host
        if review is None or item is None:
            pane.show(())
        elif isinstance(item, Point):
            pane.show_drawing(lambda width: _set_in(details(item, review, host, width - 1)))
        elif item == TENETS:
            pane.show_drawing(lambda width: _set_in(tenets_lines(review, host, width - 1)))
        self.draw_frame()

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        self._told = ""
        self.show_details()

    @on(RowList.Opened)
    def _open_row(self) -> None:
        self.action_command("standards.open")

    def pick(self, coachee_id: str, records: Collection[str]) -> None:
        """Put the cursor on the standard whose review was changed."""
        del coachee_id  # these records are of nobody
        points = self.review.points if self.review else ()
        for point in points:
            if point.review and point.review.id in records:
                self.show_items(point.part.id, self.query_one(RowList).cursor)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Whose standards, and of which term."""
        term = f" {self.host.glyphs.dot} {term_words(self.review.term)}" if self.review else ""
        return line(("Coach standards", "title"), term)

    def status(self) -> str:
        """The standard under the cursor in words."""
        point = self.point
        if point is None or self.review is None:
            return self._read_words() if self.review else ""
        name = f"{self.host.glyphs.shown(point.part.id)} {self.host.glyphs.shown(point.part.name)}"
        now, was = reading_words(point.reading), reading_words(point.before)
        before = term_words(term_before(self.review.term))
        forms = (f"{name}: {now}; {before}: {was}.", f"{name}: {now}.", f"{point.part.id}: {now}.")
        return roomiest(forms, room_of(self))

    def _read_words(self) -> str:
        """What is looked at of the term."""
        assert self.review is not None
        left = len(self.review.not_yet)
        return (
            f"{self.review.looked_at} looked at in {term_words(self.review.term)}, {left} not yet."
        )

    def position(self) -> str:
        """Which of how many, and whether the pane goes on."""
        resting = [item for item in self._items if isinstance(item, (Point, str))]
        if self.item not in resting:
            return ""
        return f"{resting.index(self.item) + 1}/{len(resting)}"

    # -- commands ---------------------------------------------------------------------------

    def do_standards_open(self) -> None:
        """All of the standard on a screen of its own, and what is filed under it."""
        from screens.standards.filed import FiledScreen

        if self.review is not None and self.item is not None:
            part_id = self.point.part.id if self.point else ""
            self.app.push_screen(FiledScreen(part_id, self.review), self.closed_with_words)

    def do_standards_not_yet(self) -> None:
        """Not yet part of the coach's work."""
        self._place("not_yet")

    def do_standards_at_times(self) -> None:
        """Now and then."""
        self._place("at_times")

    def do_standards_regular(self) -> None:
        """Part of the coach's work."""
        self._place("regular")

    def do_standards_clear(self) -> None:
        """Take the reading back."""
        self._place("")

    def _place(self, reading: Reading) -> None:
        point, review = self.point, self.review
        if point is None or review is None:
            self.say("These are read, not placed; go on to a standard.")
            return
        name = f"{point.part.id} {fit(self.host.glyphs.shown(point.part.name), 28)}"
        told = f"{name}: {reading_words(reading)}. {self.key_of('app.undo')} undoes it."
        standards = self.host.desk.standards
        self.change(lambda: standards.place(point, review.term, reading), told)

    def do_standards_words(self) -> None:
        """The coach's own words on it."""
        from screens.standards.words import open_words

        if self.point is None or self.review is None:
            self.say("Words stand with a standard; go on to one.")
        else:
            open_words(self, self.point.part.id, self.review.term)

    def do_standards_term_before(self) -> None:
        """The term before."""
        if self.review and not is_term(term_before(self.review.term)):
            self.say("There is no earlier term.")
        else:
            self._go_term(term_before)

    def do_standards_term_after(self) -> None:
        """The term after, up to that of today."""
        if self.review and self.review.term >= self.host.desk.standards.this_term():
            self.say("This is the term of today.")
        else:
            self._go_term(term_after)

    def _go_term(self, step: Callable[[str], str]) -> None:
        if self.review is not None:
            self._read(step(self.review.term))
            self.say(self._read_words())

    def do_standards_unseen(self) -> None:
        """Only those not looked at yet, or all again."""
        self._unseen = not self._unseen
        self.show_items(self.point.part.id if self.point else "")
        on = self.key_of("standards.unseen")
        self.say(f"Not looked at yet; {on} goes on to all." if self._unseen else "All of them.")

    def do_standards_log(self) -> None:
        """The growth log."""
        from screens.standards.log import LogScreen

        self.app.push_screen(LogScreen(), self.closed_with_words)

    def do_standards_copy(self) -> None:
        """Copy the term's review out; it names nobody."""
        from screens.copying import copy_text

        review = self.review
        if review is None:
            return
        from coach_tui.services.own_review import review_text

        desk = self.host.desk
        text = self.attempt(lambda: review_text(review, desk.standards.log, desk.store.people()))
        if text is not None:
            copy_text(self, f"Coach standards {term_words(review.term)}", text)


def _set_in(rows: Iterable[Line]) -> list[Line]:
    return [line(" ", *row) for row in rows]
