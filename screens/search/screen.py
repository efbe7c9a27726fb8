"""Search everything written: a line to type in, and under it what was found, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets.input import Selection

from coach_tui.domain.search_entry import KINDS
from coach_tui.errors import CoachError
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.messages import Edited
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line
from screens.bindings import bindings_for
from screens.coach_screen import CoachScreen
from screens.frame import FRAME_CSS
from screens.reading import ReadingScreen
from screens.search.finding import Finding
from screens.search.rows import Results, kinds_words, tips_line

LONGEST = 200
"""Characters that the line takes."""


def open_search(screen: CoachScreen[Any]) -> None:
    """Open the search over a screen, which reads anew when it is closed."""
    search = SearchScreen()
    if isinstance(screen, ReadingScreen):
        screen.app.push_screen(search, screen.closed_with_words)
    else:
        screen.app.push_screen(search)


class SearchScreen(Finding):
    """Finds while it is typed; a hit opens in its place on the profile, over the search."""

    SCOPE = "search"
    CSS_PATH = [FRAME_CSS, "search.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def compose_body(self) -> Iterable[Widget]:
        """The line, what can be typed, what was found."""
        with Horizontal(id="asked-row"):
            yield SpanPane([line((" Find ", "strong"))], id="find")
            yield LineField(id="asked", limit=LONGEST)
            yield SpanPane(id="asked-end")
        yield SpanPane(id="tips")
        yield SpanPane([EMPTY], id="gap")
        yield RowList(id="hits")

    def on_mount(self) -> None:
        """Stand on the line, what was looked for last in it, so that typing replaces it."""
        self.query_one("#tips", SpanPane).show_drawing(lambda width: [tips_line(width)])
        self.hits.can_focus = False
        field = self.field
        field.focus()
        with self.prevent(Edited):
            field.value = self.host.desk.search.asked
        field.selection = Selection(0, len(field.value))
        self.search_now()

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """What this is."""
        return line(("Search everything", "title"))

    def state_words(self) -> str:
        """How many hits there are."""
        if self.results.found.query.is_blank:
            return super().state_words()
        count = self.results.count
        return "1 hit" if count == 1 else f"{count:,} hits"

    def status(self) -> str:
        """A filter that cannot be read, or where nothing fits may be meant; else the kinds."""
        query = self.results.found.query
        if query.troubles:
            return query.troubles[0]
        return (not self.results.count and query.hint) or kinds_words(self.kind)

    def position(self) -> str:
        """Which hit of how many."""
        at = self.hits.cursor if self.is_mounted else -1
        return f"{self.results.place(at)}/{self.results.count}" if at >= 0 else ""

    @on(RowList.Moved)
    def _on_moved(self) -> None:
        self._told = ""
        self.draw_frame()

    # -- commands ---------------------------------------------------------------------------

    async def action_next_field(self) -> None:
        """Enter in the line opens."""
        self.action_command("search.open")

    @on(RowList.Opened)
    def do_search_open(self) -> None:
        """Open the picked hit of what is typed, on the profile of whom it is about."""
        hit = self.picked if self.find_now() else None
        if hit is None:
            return
        from screens.profile.at import At
        from screens.profile.screen import ProfileScreen

        try:
            profile = self.host.desk.profile.of(hit.coachee_id)
        except CoachError as fault:
            self.say(str(fault))
            return
        if hit.tab == "progressions":
            self._open_progression(hit.coachee_id, hit.line)
            return
        at = At(hit.tab, hit.record_id if hit.kind != "people" else "", hit.line)
        people = self.results.people
        self.app.push_screen(ProfileScreen(profile, at, people), self._came_back)

    def _open_progression(self, coachee_id: str, place: str) -> None:
        """Open the progressions at the step that evidence is of."""
        from screens.progressions.screen import ProgressionsScreen

        model, _, step = place.partition(" ")
        opened = ProgressionsScreen(coachee_id, model, step)
        self.app.push_screen(opened, self._came_back)

    def _came_back(self, words: str | None) -> None:
        """Back from a profile: look again, as it may have changed what was found."""
        self.search_now()
        if words:
            self.say(words)

    def do_search_down(self) -> None:
        """The next hit."""
        self.hits.move(1)

    def do_search_up(self) -> None:
        """The hit before."""
        self.hits.move(-1)

    def do_search_page_down(self) -> None:
        """A page down."""
        self.hits.page(1)

    def do_search_page_up(self) -> None:
        """A page up."""
        self.hits.page(-1)

    def do_search_kind(self) -> None:
        """The next kind."""
        self._turn(1)

    def do_search_kind_before(self) -> None:
        """The kind before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        """Show another kind, or all of them again."""
        kinds = (None, *KINDS)
        self.kind = kinds[(kinds.index(self.kind) + by) % len(kinds)]
        self.show_results(Results.of(self.results.found, self.kind), self.picked)

    def do_search_close(self) -> None:
        """Close; what was typed is there again the next time."""
        self.host.desk.search.asked = self.field.value
        self.do_app_back()
