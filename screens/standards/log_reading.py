"""One entry of the log on the whole screen, for a long one and for a narrow window."""

from __future__ import annotations

from coach_tui.widgets.scrolling_pane import ScrollingPane
from screens.standards.log_listing import ListsLog


class ReadsEntry(ListsLog):
    """While an entry is read, the keys that move turn its page.

    Attributes:
        reading: whether the entry stands in place of the list.
    """

    def __init__(self) -> None:
        super().__init__()
        self.reading = False

    @property
    def pane(self) -> ScrollingPane:
        """The entry."""
        return self.query_one("#page", ScrollingPane)

    def do_growth_log_open(self) -> None:
        """The entry in place of the list, or the list again."""
        self.reading = not self.reading
        self.set_class(self.reading, "-reading")
        self.pane.go(0)

    def do_app_back(self) -> None:
        """From the entry to the list; else leave."""
        if self.reading:
            self.do_growth_log_open()
        else:
            self.dismiss(None)

    def leave_for_a_place(self) -> None:
        """Close it, whatever is being read."""
        self.dismiss(None)

    # -- moving -----------------------------------------------------------------------------

    def do_move_down(self) -> None:
        """The next row; a line of what is read."""
        self._turn(1) if self.reading else super().do_move_down()

    def do_move_up(self) -> None:
        """The row, or the line, before."""
        self._turn(-1) if self.reading else super().do_move_up()

    def do_move_page_down(self) -> None:
        """A page down."""
        self.pane.page(1) if self.reading else super().do_move_page_down()

    def do_move_page_up(self) -> None:
        """A page up."""
        self.pane.page(-1) if self.reading else super().do_move_page_up()

    def do_move_top(self) -> None:
        """The first row, or the top of what is read."""
        self.pane.go(0) if self.reading else super().do_move_top()

    def do_move_bottom(self) -> None:
        """The last row, or the end of what is read."""
        self.pane.go(len(self.pane.lines)) if self.reading else super().do_move_bottom()

    def _turn(self, lines: int) -> None:
        self.pane.turn(lines)
