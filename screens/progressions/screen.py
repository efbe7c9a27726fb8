"""Progressions: the steps of one class, where it pauses, and a next move (PL-1 to PL-5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget

from coach_tui.commands.command import Situation
from coach_tui.domain.progression import STATE_WORDS
from coach_tui.domain.progression_standing import StepStanding
from coach_tui.widgets.key_bar import Hint
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, roomiest
from screens.bindings import bindings_for
from screens.frame import FRAME_CSS, room_of
from screens.places import places_line
from screens.progressions.moving import MovesInProgressions


class ProgressionsScreen(MovesInProgressions):
    """One person's class in the model in use."""

    SCOPE = "progressions"
    CSS_PATH = [FRAME_CSS, "progressions.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def compose_body(self) -> Iterable[Widget]:
        """The person and the meters; the steps; the step picked."""
        yield SpanPane(id="head")
        yield Horizontal(RowList(id="rows"), ScrollingPane(id="page"), id="body")

    def on_mount(self) -> None:
        """Read it and stand on the pause."""
        self.reload()
        self.open_at_step()
        self.query_one(RowList).focus()

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """The places; this is the third."""
        return places_line(self, self.SCOPE)

    def status(self) -> str:
        """The step in words; of the pause, that it is the pause."""
        step, pause = self.step, self.pause
        if step is None:
            return ""
        text = self.host.glyphs.shown(step.step.text)
        if pause is not None and step.step.id == pause.step.id:
            return f"Pause at {step.step.id}: {text}"
        where = f"; pause at {pause.step.id}" if pause else self._without_pause(step)
        key, state = step.step.id, STATE_WORDS[step.state]
        forms = (f"{key} {text}: {state}{where}.", f"{key} is {state}{where}.")
        return roomiest(forms, room_of(self))

    def _without_pause(self, step: StepStanding) -> str:
        """That all is in place, or that nothing was seen yet and where one begins."""
        strand = self.strand
        if strand is None or strand.walked_on is None:
            return f"; begin with {strand.steps[0].step.id}" if strand else ""
        return "; all steps are in place" if step.is_consistent else ""

    def position(self) -> str:
        """Which step of how many, and whether the pane goes on."""
        at = super().position()
        return f"Space more  {at}" if at and self.overflows else at

    def situation(self) -> Situation:
        """Whether there is anybody."""
        return replace(super().situation(), person=self.found is not None)

    def hints(self) -> tuple[Hint, ...]:
        """Strands only where there are some, and marks only where there are steps."""
        standing = self.found.standing if self.found else None
        off = set() if standing and len(standing.strands) > 1 else {"strand"}
        off |= set() if standing else {"in place", "pause here", "evidence", "confirm"}
        off |= set() if self.found else {"person"}
        return tuple((key, words) for key, words in super().hints() if words not in off)

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        self._told = ""
        self.show_step()
        self.draw_frame()

    @on(RowList.Opened)
    def _open_step(self) -> None:
        self.action_command("person.open")

    @property
    def _one_column(self) -> bool:
        """Whether there is room for one only, the list or the step."""
        return self.has_class("-narrow") or self.app.has_class("-plain")

    # -- commands ---------------------------------------------------------------------------

    def do_person_open(self) -> None:
        """Where there is room for one only, the step in place of the list; else the profile."""
        from screens.profile.screen import ProfileScreen

        if self._one_column and not self.has_class("-reading") and self.step:
            self.add_class("-reading")
            self.call_after_refresh(self.draw_frame)
            return
        profile = self.attempt(lambda: self.host.desk.profile.of(self.current))
        if profile is not None:
            opened = ProfileScreen(profile)
            self.app.push_screen(opened, lambda words: self.came_back(opened.current, words))

    def do_app_back(self) -> None:
        """From the step to the list where there is room for one only; else leave."""
        if self._one_column and self.has_class("-reading"):
            self.remove_class("-reading")
        else:
            self.dismiss(None)

    def leave_for_a_place(self) -> None:
        """Close it, whatever is being read."""
        self.dismiss(None)
