"""Keys that move in the progressions: people, strands, pages of what does not fit."""

from __future__ import annotations

from coach_tui.widgets.scrolling_pane import ScrollingPane
from screens.progressions.marking import MarksSteps


class MovesInProgressions(MarksSteps):
    """Answers the commands that move."""

    @property
    def overflows(self) -> bool:
        """Whether the pane is shown and holds more than fits."""
        pane = self.query_one_optional("#page", ScrollingPane)
        return bool(pane is not None and pane.content_size.height and pane.last_top)

    def do_progressions_next_person(self) -> None:
        """The next person of the caseload."""
        self.go_person(1)

    def do_progressions_previous_person(self) -> None:
        """The person before."""
        self.go_person(-1)

    def do_progressions_next_strand(self) -> None:
        """The next strand."""
        self.go_strand(1)

    def do_progressions_previous_strand(self) -> None:
        """The strand before."""
        self.go_strand(-1)

    def do_move_page_down(self) -> None:
        """A page of what does not fit: of the step picked, else of the list."""
        if self.overflows:
            self.query_one("#page", ScrollingPane).page(1)
        else:
            super().do_move_page_down()

    def do_move_page_up(self) -> None:
        """A page back."""
        if self.overflows:
            self.query_one("#page", ScrollingPane).page(-1)
        else:
            super().do_move_page_up()
