"""Finding while it is typed: a pause begins a search, off the screen's own thread."""

from __future__ import annotations

from textual import on, work
from textual.timer import Timer
from textual.worker import get_current_worker

from coach_tui.domain.search_entry import Entry, Kind
from coach_tui.domain.search_index import Found
from coach_tui.domain.search_query import Query
from coach_tui.errors import CoachError
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.messages import Edited, NotTaken
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.spans import EMPTY, line
from screens.coach_screen import CoachScreen
from screens.hiding import person_numbers
from screens.search.rows import Results

PAUSE = 0.12
"""Seconds after the last key until the search begins."""

SLOW = 0.15
"""Seconds of searching after which row 23 says so."""

SEARCHING = "Searching..."


class Finding(CoachScreen[str | None]):
    """A screen with a line `#asked` and, in a list `#hits`, what was found.

    Attributes:
        results: the rows of what was found last.
        kind: the one kind that is shown; None for all.
    """

    def __init__(self) -> None:
        super().__init__()
        self.results = Results.of(Found("", Query()), None)
        self.kind: Kind | None = None
        self._pause: Timer | None = None
        self._slow: Timer | None = None

    @property
    def field(self) -> LineField:
        """The line that is typed in."""
        return self.query_one("#asked", LineField)

    @property
    def hits(self) -> RowList:
        """The list of what was found."""
        return self.query_one("#hits", RowList)

    @property
    def picked(self) -> Entry | None:
        """The hit under the cursor."""
        return self.results.hit(self.hits.cursor)

    # -- searching --------------------------------------------------------------------------

    @on(Edited)
    def _wait(self) -> None:
        """Search once the typing pauses."""
        self._told = ""
        self._stop_waiting()
        self._pause = self.set_timer(PAUSE, self.search_now)
        self.draw_frame()

    @on(NotTaken)
    def _on_not_taken(self, event: NotTaken) -> None:
        self.say(event.why)

    def _stop_waiting(self) -> None:
        for timer in (self._pause, self._slow):
            if timer is not None:
                timer.stop()

    def search_now(self) -> None:
        """Begin a search, off the screen's own thread."""
        self._stop_waiting()
        self.host.desk.search.asked = self.field.value
        self._slow = self.set_timer(SLOW, lambda: self.say(SEARCHING))
        self._find(self.field.value, private=not self.host.hidden)

    @work(thread=True, exclusive=True, group="search")
    def _find(self, text: str, *, private: bool) -> None:
        """Find, and show it unless something else is looked for by then."""
        found: Found | str
        try:
            found = self.host.desk.search.find(text, private=private)
        except CoachError as fault:
            found = str(fault)
        if not get_current_worker().is_cancelled:
            self.app.call_later(self._show_found, found)

    def find_now(self) -> bool:
        """Find what is typed here and now, where that is not shown yet; whether it could be."""
        typed = self.field.value
        self._stop_waiting()
        if self.results.found.text == typed:
            return True
        self.workers.cancel_group(self, "search")
        search, private = self.host.desk.search, not self.host.hidden
        search.asked = typed
        try:
            self._show_found(search.find(typed, private=private))
        except CoachError as fault:
            self._show_found(str(fault))
        return self.results.found.text == typed

    def _show_found(self, found: Found | str) -> None:
        """Show what was found, the cursor on the first hit; or say why nothing could be."""
        field = self.query_one_optional("#asked", LineField)
        if field is None:  # left meanwhile
            return
        if isinstance(found, Found) and found.text != field.value:
            return
        self._stop_waiting()
        if self._told == SEARCHING:
            self._told = ""
        if isinstance(found, str):
            self.say(found)
            return
        before = self.picked if found.text == self.results.found.text else None
        self.show_results(Results.of(found, self.kind), before)

    def show_results(self, results: Results, stand_on: Entry | None) -> None:
        """Show rows, the cursor on a hit, or on the first where it is not among them."""
        self.results = results
        asked, numbers = not results.found.query.is_blank, person_numbers(self.host)
        self.hits.show(
            len(results.rows),
            lambda index, width: results.draw(index, width, self.host, numbers),
            cursor=results.row_of(stand_on),
            rests=lambda index: results.hit(index) is not None,
            nothing=line((" Nothing that was written fits.", "muted")) if asked else EMPTY,
        )
        self.draw_frame()
