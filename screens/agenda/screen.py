"""The agenda: one list of what is late, due and coming; a key ticks, moves or plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from textual import on
from textual.widget import Widget

from coach_tui.commands.command import Situation
from coach_tui.errors import CoachError
from coach_tui.text import fit
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, roomiest
from screens.agenda.listing import ListsAgenda
from screens.agenda.rows import KINDS
from screens.bindings import bindings_for
from screens.frame import FRAME_CSS
from screens.places import places_line
from screens.reading import T

_BESIDE = 9
"""Cells of row 23 that are kept for where in the list the cursor stands."""

_NAME = 16
"""Cells of row 23 that a name takes at most where the reason needs the room."""


class AgendaScreen(ListsAgenda):
    """What is due with whom."""

    SCOPE = "agenda"
    CSS_PATH = [FRAME_CSS, "agenda.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def compose_body(self) -> Iterable[Widget]:
        """How much there is, or the filter; the list."""
        yield SpanPane(id="counts")
        yield self.filter_row()
        yield RowList(id="rows")

    def on_mount(self) -> None:
        """Read it and stand on the first entry, the oldest late one."""
        self.reload()
        self.query_one(RowList).focus()

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """The places; this is the second."""
        return places_line(self, self.SCOPE)

    def status(self) -> str:
        """Why the entry stands where it stands."""
        entry = self.entry
        if entry is None:
            return ""
        whose, shown = self._whose(entry).split(",")[0], self.host.glyphs.shown
        short, reasons = fit(whose, _NAME), [entry.reason, *filter(None, [entry.brief])]
        told = [f"{name}: {shown(why)}" for name in (whose, short) for why in reasons]
        return roomiest(told, self.size.width - _BESIDE)

    def situation(self) -> Situation:
        """Whether anyone is under the cursor."""
        return replace(super().situation(), person=self.entry is not None)

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        self._told = ""
        self.stood_here()
        self.draw_frame()

    @on(RowList.Opened)
    def _open_entry(self) -> None:
        self.action_command("person.open")

    # -- commands ---------------------------------------------------------------------------

    def do_person_open(self) -> None:
        """Open the person's profile, for a to-do on that."""
        from screens.profile.at import At
        from screens.profile.screen import ProfileScreen

        profile = self.attempt(lambda: self.host.desk.profile.of(self.current))
        if profile is not None:
            entry = self.entry
            todo = entry.record_id if entry and entry.kind == "todo" else ""
            at = At("todos", todo) if todo else At()
            opened = ProfileScreen(profile, at, people=self.walked())
            self.app.push_screen(opened, lambda words: self.came_back(opened.current, words))

    def do_agenda_filter(self) -> None:
        """Filter as one types."""
        self.open_filter()

    def do_agenda_kinds(self) -> None:
        """The next kind alone that there is, then all again, on the entry it began on."""
        self._kind = self.next_kind()
        self.show_entries(self._home)
        on = self.key_of("agenda.kinds")
        self.say(f"Only {KINDS[self._kind]}s; {on} goes on." if self._kind else "All kinds.")

    def do_app_back(self) -> None:
        """A filter or kind goes first; then the agenda."""
        if self._kind or self.filter_text:
            self._kind = None
            self.clear_filter()
            self.filtered()
        else:
            self.dismiss(None)

    def leave_for_a_place(self) -> None:
        """Close it, filtered or not."""
        self.dismiss(None)

    async def changed(self, work: Callable[[], T], told: Callable[[T], str]) -> None:
        """As everywhere, but told before it is read again: what is ticked keeps its place."""
        try:
            saved = await self.host.save(work)
        except CoachError as fault:
            self.reload()  # it may have been changed elsewhere
            self.say(f"Not saved. {fault}")
            return
        words = told(saved)
        self.reload()
        self.say(words)
