"""The coach's own standards: a reading and words for each, term by term (DLP-0 to DLP-4B)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget

from coach_tui.domain.standard_review import Reading, reading_words
from coach_tui.domain.term import is_term, term_after, term_before, term_words
from coach_tui.text import fit
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line, roomiest
from screens.bindings import bindings_for
from screens.frame import FRAME_CSS, room_of
from screens.standards.listing import ListsStandards


class StandardsScreen(ListsStandards):
    """The standards of one term."""

    SCOPE = "standards"
    CSS_PATH = [FRAME_CSS, "standards.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def compose_body(self) -> Iterable[Widget]:
        """How much is looked at; the list; all of the one under the cursor."""
        yield SpanPane(id="counts")
        yield Horizontal(RowList(id="list"), ScrollingPane(id="page"), id="halves")

    def on_mount(self) -> None:
        """Read the term of today, and stand on the first standard."""
        self.reload()
        self.query_one(RowList).focus()

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        self._told = ""
        self.show_details()

    @on(RowList.Opened)
    def _open_row(self) -> None:
        self.action_command("standards.open")

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Whose standards, and of which term."""
        term = f" {self.host.glyphs.dot} {term_words(self.review.term)}" if self.review else ""
        return line(("Coach standards", "title"), term)

    def status(self) -> str:
        """The standard under the cursor in words."""
        point = self.point
        if point is None or self.review is None:
            return self.read_words() if self.review else ""
        name = f"{self.host.glyphs.shown(point.part.id)} {self.host.glyphs.shown(point.part.name)}"
        now, was = reading_words(point.reading), reading_words(point.before)
        before = term_words(term_before(self.review.term))
        forms = (f"{name}: {now}; {before}: {was}.", f"{name}: {now}.", f"{point.part.id}: {now}.")
        return roomiest(forms, room_of(self))

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
        self.change(lambda: standards.place(point, review.term, reading), lambda _saved: told)

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
            self.read_term(step(self.review.term))
            self.say(self.read_words())

    def do_standards_unseen(self) -> None:
        """Only those not looked at yet, or all again."""
        self.unseen = not self.unseen
        self.show_items(self.point.part.id if self.point else "")
        on = self.key_of("standards.unseen")
        self.say(f"Not looked at yet; {on} goes on to all." if self.unseen else "All of them.")

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
