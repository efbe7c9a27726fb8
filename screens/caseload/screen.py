"""The caseload, home: who is next, how each person stands, the picked person beside the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual import on
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widget import Widget

from coach_tui.commands.command import Situation
from coach_tui.domain.caseload import Caseload, CaseloadRow
from coach_tui.domain.dates import local_clock
from coach_tui.domain.draft import Draft
from coach_tui.errors import CoachError
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line
from coach_tui.widgets.tabs import tabs
from screens.bindings import bindings_for
from screens.caseload.rows import heading, row_line
from screens.person_actions import PersonScreen

DETAIL_AFTER = 0.06
"""Seconds after the last move until the pane follows, so that a held key is not slowed."""


class CaseloadScreen(PersonScreen[None]):
    """The list of people.

    Attributes:
        caseload: the rows as last read.
        found: a draft that was cut off, offered until the first other key.
    """

    SCOPE = "caseload"
    CSS_PATH = ["../frame.tcss", "caseload.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self) -> None:
        super().__init__()
        self.caseload: Caseload | None = None
        self.found: Draft | None = None
        self._detail_timer: Timer | None = None
        self._trouble = ""

    def compose_body(self) -> Iterable[Widget]:
        """Counts and headings, the list, the pane beside it."""
        with Horizontal(id="caseload-body"):
            with Vertical(id="people"):
                yield SpanPane(id="counts")
                yield SpanPane(id="headings")
                yield RowList(id="rows")
            yield SpanPane(id="detail")

    def on_mount(self) -> None:
        """Read the file and show it; what needs checked records follows the first paint."""
        self.reload()
        self.query_one(RowList).focus()
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.find_draft()
        self._show_detail()

    # -- what is shown ----------------------------------------------------------------------

    def reload(self) -> None:
        """Read the caseload again and keep the cursor on the same person."""
        self._trouble = ""
        before = self.current
        try:
            self.caseload = self.host.desk.caseload.today()
        except CoachError as fault:
            self._trouble = str(fault)
        rows = self.rows
        keys = [row.coachee_id for row in rows]
        at = keys.index(before) if before in keys else None
        self.query_one("#rows", RowList).show(
            len(rows), self._draw_row, cursor=at, nothing=line((" Nobody here yet.", "muted"))
        )
        self._show_heads()
        self._show_detail()
        self.draw_frame()

    @property
    def rows(self) -> tuple[CaseloadRow, ...]:
        """Everyone, in order."""
        return self.caseload.rows if self.caseload else ()

    @property
    def row(self) -> CaseloadRow | None:
        """The row under the cursor."""
        at = self.query_one("#rows", RowList).cursor if self.is_mounted else -1
        return self.rows[at] if 0 <= at < len(self.rows) else None

    @property
    def current(self) -> str:
        """The id of the person under the cursor."""
        return self.row.coachee_id if self.row else ""

    def _draw_row(self, index: int, width: int) -> Line:
        assert self.caseload is not None
        return row_line(self.rows[index], self.caseload.today, width, self.host.glyphs)

    def _show_heads(self) -> None:
        """Counts, and the names of the columns."""
        late, today = (self.caseload.late, self.caseload.today_count) if self.caseload else (0, 0)
        people = len(self.rows)
        counts = f"{people} {'person' if people == 1 else 'people'}"
        facts = f"{late} late, {today} today {self.host.glyphs.dot} by next visit"
        self.query_one("#counts", SpanPane).show(
            [line((f" {counts}", "strong"), (f"  {facts}" if people else "", "muted"))]
        )
        self.query_one("#headings", SpanPane).show_drawing(
            lambda width: [heading(width)] if self.rows else [EMPTY]
        )

    def _show_detail(self) -> None:
        """Fill the pane for the person under the cursor."""
        pane = self.query_one("#detail", SpanPane)
        row = self.row
        if row is None:
            pane.show_drawing(self._start_lines)
            return
        from screens.caseload.detail import detail_lines  # pydantic comes with it

        clock = self.host.desk.clock
        try:
            profile = self.host.desk.profile.of(row.coachee_id)
        except CoachError as fault:
            self.say(str(fault))
            return
        draft_at = clock.local(profile.draft.saved_at) if profile.draft else None
        pane.show_drawing(
            lambda width: detail_lines(profile, clock.today(), self.host.glyphs, width, draft_at)
        )

    def _start_lines(self, _width: int) -> list[Line]:
        """What an empty caseload says: the first keys."""
        return [
            line(("Start here", "title")),
            line(("a", "key"), "  add a teacher"),
            line(("i", "key"), "  record a GI total"),
            line(("c", "key"), "  hold a coaching cycle"),
            line(("?", "key"), "  all keys and words"),
        ]

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """The places; this is the first."""
        return tabs(["Caseload"], 0)

    def status(self) -> str:
        """The person in words; or what is wrong with the file."""
        if self._trouble:
            return self._trouble
        row = self.row
        if row is None:
            return "" if self.rows else "Nobody in the caseload yet; a adds the first teacher."
        if row.standing is None:
            state = "no GI total yet" if row.session else "no session yet"
        else:
            total = row.standing.total
            state = f"session {row.session}, {total} GIs, {row.standing.word}"
        return f"{row.name}: {state}."

    def position(self) -> str:
        """Where in the list."""
        at = self.query_one("#rows", RowList).cursor
        return f"{at + 1}/{len(self.rows)}" if self.rows else ""

    def situation(self) -> Situation:
        """Whether anyone is under the cursor."""
        return replace(super().situation(), person=bool(self.row), people=len(self.rows))

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        """Row 23 follows at once, the pane a moment later."""
        self._told = ""
        self.found = None
        self.draw_frame()
        if self._detail_timer:
            self._detail_timer.stop()
        self._detail_timer = self.set_timer(DETAIL_AFTER, self._show_detail)

    @on(RowList.Opened)
    def _open_row(self) -> None:
        self.action_command("person.open")

    # -- drafts that were cut off -----------------------------------------------------------

    def find_draft(self) -> None:
        """Offer the newest draft whose form was cut off by a crash or a dropped line."""
        drafts = self.host.desk.drafts
        cut_off = [draft for draft in drafts.all() if drafts.is_orphan(draft)]
        self.found = cut_off[0] if cut_off else None
        if self.found is None:
            return
        at = local_clock(self.host.desk.clock.local(self.found.saved_at))
        self.say(
            f"Draft for {self._draft_name(self.found)} from {at} found. Enter resume, D discard"
        )

    def _draft_name(self, draft: Draft) -> str:
        names = {row.coachee_id: row.name for row in self.rows}
        return names.get(draft.coachee_id, str(draft.fields.get("name") or "a new person"))

    def _resume(self, draft: Draft) -> None:
        """Open the form the draft is of."""
        self.found = None
        keys = [row.coachee_id for row in self.rows]
        if draft.coachee_id in keys:
            self.query_one("#rows", RowList).go(keys.index(draft.coachee_id))
        if draft.form == "cycle" and draft.coachee_id in keys:
            self.do_person_cycle()
        elif draft.form == "coachee":
            self._open_form(draft.coachee_id)

    def _open_form(self, coachee_id: str) -> None:
        from screens.person import PersonFormScreen

        self.app.push_screen(PersonFormScreen(coachee_id), self._form_closed)

    def _form_closed(self, words: str | None) -> None:
        self._closed_with_words(words)

    # -- commands ---------------------------------------------------------------------------

    def do_person_open(self) -> None:
        """Open the person's profile, or the draft that was found."""
        if self.found is not None:
            self._resume(self.found)
            return
        from screens.profile.screen import ProfileScreen

        self.app.push_screen(ProfileScreen(self.current), self._closed_with_words)

    def do_caseload_add(self) -> None:
        """Open the form for a new person."""
        self._open_form("")

    def do_caseload_discard(self) -> None:
        """Discard the draft that was found at the start, after asking."""
        if self.found is None:
            self.say("There is no found draft to discard; D in a cycle discards its own.")
            return
        from screens.dialogs.confirm import Confirm

        draft = self.found
        words = f"Discard the draft for {self._draft_name(draft)}? This cannot be undone."
        self.app.push_screen(Confirm(words), lambda yes: self._discard(draft, bool(yes)))

    def _discard(self, draft: Draft, yes: bool) -> None:
        if not yes:
            self.find_draft()
            return
        self.host.desk.drafts.discard(draft.key)
        self.reload()
        self.say("Draft discarded.")
        self.found = None

    def _rows_do(self) -> RowList:
        return self.query_one("#rows", RowList)

    def do_move_down(self) -> None:
        """The next person."""
        self._rows_do().move(1)

    def do_move_up(self) -> None:
        """The person before."""
        self._rows_do().move(-1)

    def do_move_top(self) -> None:
        """The first person."""
        self._rows_do().go(0)

    def do_move_bottom(self) -> None:
        """The last person."""
        self._rows_do().go(len(self.rows) - 1)

    def do_move_page_down(self) -> None:
        """A page down."""
        self._rows_do().page(1)

    def do_move_page_up(self) -> None:
        """A page up."""
        self._rows_do().page(-1)

    def go_top(self) -> None:
        """The first person."""
        self.do_move_top()

    def go_home(self) -> None:
        """This is home."""
        self.say("This is the caseload.")
