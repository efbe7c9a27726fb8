"""A screen that is read: one page that scrolls."""

from __future__ import annotations

from coach_tui.widgets.scrolling_pane import ScrollingPane
from screens.coach_screen import CoachScreen


class PageScreen(CoachScreen[None]):
    """Moves one page, `#page`, by lines and windows."""

    def pane(self) -> ScrollingPane:
        """The page."""
        return self.query_one("#page", ScrollingPane)

    def position(self) -> str:
        """Where the page stands."""
        return self.pane().position

    def do_move_down(self) -> None:
        """A line down."""
        self.pane().turn(1)

    def do_move_up(self) -> None:
        """A line up."""
        self.pane().turn(-1)

    def do_move_top(self) -> None:
        """The top."""
        self.pane().go(0)

    def do_move_bottom(self) -> None:
        """The end."""
        self.pane().go(len(self.pane().lines))

    def do_move_page_down(self) -> None:
        """A window down."""
        self.pane().page(1)

    def do_move_page_up(self) -> None:
        """A window up."""
        self.pane().page(-1)

    def go_top(self) -> None:
        """The top."""
        self.do_move_top()
