"""Keys that move in a profile: sessions and records, tabs, school years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach_tui.widgets.scrolling_pane import ScrollingPane
from screens.profile.at import TABS, Tab
from screens.profile.growth import GrowthTab
from screens.profile.records import RecordTabs

if TYPE_CHECKING:
    from coach_tui.services.profile import Profile


class MovesInProfile(GrowthTab, RecordTabs):
    """Answers the commands that move."""

    profile: Profile

    def open_tab(self, tab: Tab, record_id: str = "") -> None:
        """Show a tab."""
        raise NotImplementedError

    def draw_all(self, record_id: str = "") -> None:
        """Draw the tab on the screen."""
        raise NotImplementedError

    # -- sessions and records ---------------------------------------------------------------

    def _step(self, by: int) -> None:
        """A session, or a row of the list; a line of what is being read."""
        if self.tab == "growth":
            self.select(self.session + by)
        elif self.reading and self.has_class("-narrow"):
            self.query_one("#page", ScrollingPane).turn(by)
        else:
            self.list.move(by)

    def do_profile_later(self) -> None:
        """The next session or row."""
        self._step(1)

    def do_profile_earlier(self) -> None:
        """The session or row before."""
        self._step(-1)

    def do_profile_first(self) -> None:
        """The first session or row."""
        if self.tab == "growth":
            self.select(1)
        else:
            self.list.go(0)

    def do_profile_last(self) -> None:
        """The last session held, or the last row."""
        last = self.profile.track.last
        if self.tab == "growth":
            self.select(last.session if last else 1)
        else:
            self.list.go(self.list.count - 1)

    go_top = do_profile_first

    def do_profile_page_down(self) -> None:
        """A page of the details down."""
        self.query_one("#page", ScrollingPane).page(1)

    def do_profile_page_up(self) -> None:
        """A page up."""
        self.query_one("#page", ScrollingPane).page(-1)

    def do_profile_view(self) -> None:
        """Chart or table; from another tab, to Growth."""
        if self.tab != "growth":
            self.open_tab("growth")
            return
        self.as_table = not self.as_table
        self.draw_growth()

    # -- tabs, years ------------------------------------------------------------------------

    def do_profile_next_tab(self) -> None:
        """The next tab, round and round."""
        self._go_tab(1)

    def do_profile_previous_tab(self) -> None:
        """The tab before."""
        self._go_tab(-1)

    def _go_tab(self, by: int) -> None:
        self.open_tab(TABS[(TABS.index(self.tab) + by) % len(TABS)])

    def read_person(self, coachee_id: str, year: str | None = None) -> bool:
        """Read a person, in an older year where one is named; False where it cannot be done."""
        profiles = self.host.desk.profile
        fresh = self.attempt(lambda: profiles.of(coachee_id, year))
        if fresh is not None:
            self.profile = fresh
        return fresh is not None

    def do_profile_year_before(self) -> None:
        """The track of the school year before."""
        self._go_year(1)

    def do_profile_year_after(self) -> None:
        """The track of the school year after."""
        self._go_year(-1)

    def _go_year(self, by: int) -> None:
        profile = self.profile
        at = profile.years.index(profile.track.year) + by
        if not 0 <= at < len(profile.years):
            self.say(f"There is no {'earlier' if by > 0 else 'later'} year with records.")
            return
        if self.read_person(self.current, profile.years[at] if at else None):
            self.stand_on_last()
            self.draw_all()
            self.say(f"School year {self.profile.track.year}.")
