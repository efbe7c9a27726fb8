"""The caseload, home: who is next, how each person stands, the picked person beside the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from coach_tui.commands.command import Situation
from coach_tui.errors import CoachError
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line, wrap_text
from screens.bindings import bindings_for
from screens.caseload.choosing import ChoosesPeople
from screens.caseload.detail_pane import DetailPane
from screens.frame import FRAME_CSS
from screens.places import places_line

DETAIL_AFTER = 0.06
"""Seconds after the last move until the pane follows, so that a held key is not slowed."""


class CaseloadScreen(ChoosesPeople):
    """The list of people, and the one under the cursor beside it."""

    SCOPE = "caseload"
    CSS_PATH = [FRAME_CSS, "caseload.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self) -> None:
        super().__init__()
        self._detail_timer: Timer | None = None
        self._warm = False

    def compose_body(self) -> Iterable[Widget]:
        """Counts and headings, the list, the pane beside it."""
        with Horizontal(id="caseload-body"):
            with Vertical(id="people"):
                yield SpanPane(id="counts")
                yield self.filter_row()
                yield SpanPane(id="trouble")
                yield SpanPane(id="headings")
                yield RowList(id="rows")
            yield DetailPane(id="detail")

    def on_mount(self) -> None:
        """Read the file and show it; what needs checked records follows the first paint."""
        self.reload()
        self.query_one(RowList).focus()
        self.find_draft()
        self.call_after_refresh(self._warm_up)

    @work(thread=True)
    def _warm_up(self) -> None:
        """After the first paint: load what checks records, off the screen's own thread."""
        trouble = ""
        try:
            self.host.desk.warm()
        except CoachError as fault:
            trouble = str(fault)
        if not get_current_worker().is_cancelled:
            self.app.call_later(self._warmed_up, trouble)

    def _warmed_up(self, trouble: str) -> None:
        """The pane beside the list can be filled from now on, or what is wrong is told."""
        self._warm = not trouble
        self._trouble = self._trouble or trouble
        self._show_trouble()
        self.show_detail()
        told = self.host.desk.settings_trouble or self.host.keys.trouble
        if told and not trouble and not self._told:
            self.say(told)  # the app goes on as if there were no such file
        self.draw_frame()

    # -- what is shown ----------------------------------------------------------------------

    def reload(self) -> None:
        """Read the caseload again, the cursor on the same person."""
        self._trouble = ""
        try:
            self.take(self.host.desk.caseload.today())
        except CoachError as fault:
            self._trouble = str(fault)
            self.take(None)
        self._show_trouble()

    def _show_trouble(self) -> None:
        """What is wrong with the file, in full: row 23 may be too short for it."""
        words = self.host.glyphs.shown(self._trouble)
        pane = self.query_one("#trouble", SpanPane)
        pane.display = bool(words)
        pane.show_drawing(
            lambda width: [line(" ", *row) for row in wrap_text(words, width - 2, "error")]
        )

    def show_detail(self) -> None:
        """Fill the pane for the person under the cursor."""
        pane = self.query_one(DetailPane)
        if self.row is None:
            pane.show_start(
                quiet=bool(self._trouble or self.asked.typed or self.host.desk.readonly)
            )
        elif self.host.hidden:
            today = self.host.desk.clock.today()
            pane.show_hidden(self.hidden_name(self.row), self.row, today)
        elif self._warm and (trouble := pane.show_person(self.row.coachee_id)):
            self.say(trouble)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """The places; this is the first."""
        return places_line(self, self.SCOPE)

    def status(self) -> str:
        """The person in words; or what is wrong with the file."""
        if self._trouble:
            return "The caseload could not be read; nothing was changed."
        row = self.row
        if words := self.why_words():
            return words
        if row is None:
            return self._nobody_yet()
        if self.host.hidden:
            return f"Names and bands are hidden; {self.key_of('app.hide')} shows them."
        if row.standing is None:
            state = "no GI total yet" if row.session else "no session yet"
        else:
            total = row.standing.total
            state = f"session {row.session}, {total} GIs, {row.standing.word}"
        return f"{row.name}: {state}."

    def nobody_words(self) -> str:
        """That the filter leaves nobody to act on, or that nobody is there yet."""
        return super().nobody_words() or self._nobody_yet()

    def _nobody_yet(self) -> str:
        """That the caseload is empty, and the key that fills it where it may be filled."""
        if self.caseload is None or self.caseload.rows:
            return ""
        if self.host.desk.readonly:
            return "Nobody in the caseload yet, and this window is read-only."
        return f"Nobody in the caseload yet; {self.key_of('caseload.add')} adds the first teacher."

    def position(self) -> str:
        """Where in the list."""
        at = self.query_one("#rows", RowList).cursor
        return f"{at + 1}/{len(self.rows)}" if self.rows and not self.is_asking else ""

    def situation(self) -> Situation:
        """Whether anyone is under the cursor."""
        return replace(super().situation(), person=bool(self.row))

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        """Row 23 follows at once, the pane a moment later."""
        self._told = ""
        self.found = None
        self.draw_frame()
        self.show_detail_soon()

    def show_detail_soon(self) -> None:
        """Fill the pane once the keys pause."""
        if self._detail_timer:
            self._detail_timer.stop()
        self._detail_timer = self.set_timer(DETAIL_AFTER, self.show_detail)

    @on(RowList.Opened)
    def _open_row(self) -> None:
        self.action_command("person.open")

    # -- commands ---------------------------------------------------------------------------

    def do_person_open(self) -> None:
        """Open the person's profile, or the draft that was found."""
        if self.found is not None:
            self.resume(self.found)
            return
        from screens.profile.screen import ProfileScreen

        profile = self.attempt(lambda: self.host.desk.profile.of(self.current))
        if profile is not None:
            opened = ProfileScreen(profile, people=self.walked())
            self.app.push_screen(opened, lambda words: self.came_back(opened.current, words))

    def do_app_leave(self) -> None:
        """A filter goes first; then the app."""
        if not self.clear_filter():
            super().do_app_leave()

    def do_caseload_add(self) -> None:
        """Open the form for a new person."""
        self.open_form("")
