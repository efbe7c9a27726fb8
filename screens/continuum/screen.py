"""My continuum: the coach's own rating, placed by the coach alone and never of anybody else."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget

from coach_tui.domain.term import term_after, term_before, term_words
from coach_tui.services.continuum_note import NoteKind
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.spans import Line
from screens.bindings import bindings_for
from screens.continuum.changing import ChangesContinuum
from screens.continuum.listing import ContinuumPane
from screens.continuum.rows import ElementRow, GroupRow
from screens.frame import FRAME_CSS
from screens.places import places_line

DETAIL_AFTER = 0.06
"""Seconds after the last move until the pane follows, so that a held key is not slowed."""

TERMS_BACK = 20
"""Terms before this one that can be gone back to: ten years."""


class ContinuumScreen(ChangesContinuum):
    """The list of elements, and the one under the cursor beside it."""

    SCOPE = "continuum"
    CSS_PATH = [FRAME_CSS, "continuum.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self) -> None:
        super().__init__()
        self._detail_timer: Timer | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The list, the pane beside it."""
        with Horizontal(id="continuum-body"):
            yield RowList(id="rows")
            yield ContinuumPane(id="detail")

    def on_mount(self) -> None:
        """Read the term of today and stand on its first element."""
        self.reload()
        self.query_one(RowList).focus()

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """The places; this one in brackets."""
        return places_line(self, self.SCOPE)

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        """Row 23 follows at once, the pane a moment later."""
        self._told = ""
        self.draw_frame()
        if self._detail_timer:
            self._detail_timer.stop()
        self._detail_timer = self.set_timer(DETAIL_AFTER, self.show_detail)

    @on(RowList.Opened)
    def _open_row(self) -> None:
        self.action_command("continuum.open")

    # -- commands ---------------------------------------------------------------------------

    def do_continuum_open(self) -> None:
        """Open or close a group; of an element, show all there is."""
        item, now = self.item, self.now
        if isinstance(item, GroupRow):
            self._opened ^= {item.group.id}
            self.show_items(item.group.id)
        elif item is not None and now is not None:
            from screens.continuum.pages import ItemPage

            self.app.push_screen(ItemPage(item, now))

    def do_continuum_term_before(self) -> None:
        """The term before."""
        now = self.now
        if now is None:
            return
        oldest = now.today
        for _ in range(TERMS_BACK):
            oldest = term_before(oldest)
        if now.term <= oldest:
            self.say(f"{now.name} is as far back as this goes.")
        else:
            self._go_to_term(term_before(now.term))

    def do_continuum_term_after(self) -> None:
        """The term after, up to that of today."""
        now = self.now
        if now is None:
            return
        if now.term >= now.today:
            self.say(f"{now.name} is the term of today; the next has not begun.")
        else:
            self._go_to_term(term_after(now.term))

    def _go_to_term(self, term: str) -> None:
        before, self.term = self.term, term
        self.reload()
        if self.now is None or self.now.term != term:
            self.term = before
            return
        over = "which is over; it can still be read and placed" if self.now.is_past else "today's"
        words = f"{term_words(term)}, {over}."
        self.say(self.with_tally(words) if not self.now.is_past else words)

    def do_continuum_note(self) -> None:
        """Write an evidence note."""
        self._write("evidence")

    def do_continuum_mentor(self) -> None:
        """Write down what a mentor said."""
        if self.host.hidden:
            self.say(f"Notes are hidden; {self.key_of('app.hide')} shows them.")
        else:
            self._write("mentor")

    def _write(self, kind: NoteKind) -> None:
        row, now = self._picked(), self.now
        if row is None or now is None:
            return
        from screens.continuum.note import open_own_note

        open_own_note(self, kind, now.term, row.element.id)

    def do_continuum_tick(self) -> None:
        """Open the box of the element's points."""
        row, now = self._picked(), self.now
        if row is None or now is None:
            return
        if row.element.single:
            self.say("This line is one choice of three, with no points to tick.")
        elif self.host.hidden:
            self.say(f"Ticks are hidden; {self.key_of('app.hide')} shows them.")
        else:
            from screens.continuum.tick_box import TickBox

            self.app.push_screen(TickBox(row, now), lambda _none: self.reload())

    def do_continuum_records(self) -> None:
        """Open the box of the records behind the counts."""
        row = self._picked()
        if row is None:
            return
        if not row.suggestions:
            self.say("Your records say nothing of this one.")
            return
        from screens.continuum.behind_box import BehindBox

        self.app.push_screen(BehindBox(row), self._open_person)

    def _open_person(self, coachee_id: str | None) -> None:
        """Open the profile of somebody whose record was picked."""
        if not coachee_id:
            return
        from screens.profile.at import At
        from screens.profile.screen import ProfileScreen

        profile = self.attempt(lambda: self.host.desk.profile.of(coachee_id))
        if profile is not None:
            opened = ProfileScreen(profile, At(), people=(coachee_id,))
            self.app.push_screen(opened, self.closed_with_words)

    def do_continuum_years(self) -> None:
        """Every term side by side."""
        item, now = self.item, self.now
        if now is None:
            return
        if self.host.hidden:
            self.say(f"Levels are hidden; {self.key_of('app.hide')} shows them.")
            return
        from screens.continuum.pages import TermsPage

        at = item.row.element.id if isinstance(item, ElementRow) else ""
        at = item.rows[0].element.id if isinstance(item, GroupRow) else at
        self.app.push_screen(TermsPage(now, at))

    def do_app_hide(self) -> None:
        """Hide names and levels, or show them again."""
        super().do_app_hide()
        if self.host.hidden:
            self.say(f"Levels and notes are hidden; {self.key_of('app.hide')} shows them.")

    def leave_for_a_place(self) -> None:
        """Close it."""
        self.dismiss(None)

    def do_app_back(self) -> None:
        """Back to the caseload."""
        self.dismiss(None)
