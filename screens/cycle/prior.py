"""Earlier notes and steps of one person, at hand during the meeting."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from coach_tui.clock import Clock
from coach_tui.domain.dates import short_date
from coach_tui.domain.note import write_line
from coach_tui.services.cycle_context import CycleContext
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line
from screens.bindings import bindings_for
from screens.page import PageScreen


class PriorScreen(PageScreen):
    """What was noted and agreed before, the newest first."""

    BINDINGS = bindings_for("page")

    def __init__(self, context: CycleContext) -> None:
        super().__init__()
        self._at_hand = context

    def compose_body(self) -> Iterable[Widget]:
        """One page."""
        yield ScrollingPane(id="page")

    def on_mount(self) -> None:
        """Draw the page."""
        glyphs, clock = self.host.glyphs, self.host.desk.clock
        self.pane().show_drawing(lambda width: prior_lines(self._at_hand, clock, glyphs, width))
        self.draw_frame()

    def place(self) -> Line:
        """Whose notes."""
        shown = self.host.glyphs.shown(self._at_hand.coachee.name)
        return line((shown, "title"), f" {self.host.glyphs.dot} earlier notes and steps")


def prior_lines(context: CycleContext, clock: Clock, glyphs: Glyphs, width: int) -> list[Line]:
    """Earlier cycles' goals and steps, and the notes, each on the coach's day."""
    lines: list[Line] = [EMPTY]
    for cycle in reversed(context.cycles):
        head = f"Session {cycle.session or '-'}, cluster {cycle.cluster or 'not set'}"
        lines.append(line((head, "strong"), (f"  {short_date(cycle.held_on)}", "muted")))
        texts = (
            ("Praise", cycle.feedback.praise),
            ("Probe", cycle.feedback.probes),
            ("Goal", cycle.goal.text),
            ("Change", cycle.goal.practice),
            ("Step", cycle.action.text),
        )
        for label, text in texts:
            if text:
                shown = glyphs.shown(" ".join(text.split()))
                lines += wrap_line(line((f"  {label:<7}", "muted"), shown), width, hang=9)
        lines.append(EMPTY)
    for note in context.notes:
        day = short_date(clock.local(note.taken_at).date())
        lines.append(line(("Note", "strong"), (f"  {day}", "muted")))
        for entry in note.open_lines:
            lines += wrap_line(line("  ", glyphs.shown(write_line(entry))), width, hang=2)
        lines.append(EMPTY)
    return lines if len(lines) > 1 else [EMPTY, line((" Nothing earlier is recorded.", "muted"))]
