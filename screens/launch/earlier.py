"""The launches of earlier school years, to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from textual.widget import Widget

from coach_tui.domain.framework import Part
from coach_tui.domain.launch import Launch
from coach_tui.services.launch_form import TICKED, OpenedLaunch
from coach_tui.services.launches import launch_words
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line
from screens.bindings import bindings_for
from screens.page import PageScreen

_LABELS = {"aims": "Aims", "prerequisites": "Before it", "habits": "Habits"}

Lists = Mapping[str, Sequence[Part]]
"""What there is to tick, by the list's name."""


class EarlierScreen(PageScreen):
    """What was agreed in earlier years, the newest first."""

    BINDINGS = bindings_for("page")

    def __init__(self, opened: OpenedLaunch, lists: Lists) -> None:
        super().__init__()
        self._opened = opened
        self._lists = lists

    def compose_body(self) -> Iterable[Widget]:
        """One page."""
        yield ScrollingPane(id="page")

    def on_mount(self) -> None:
        """Draw the page."""
        glyphs, today = self.host.glyphs, self.host.desk.clock.today()
        self.pane().show_drawing(
            lambda width: [
                row
                for launch in self._opened.earlier
                for row in launch_lines(launch, self._lists, today, glyphs, width)
            ]
        )
        self.draw_frame()

    def place(self) -> Line:
        """Whose launches."""
        shown = self.host.glyphs.shown(self._opened.coachee.name)
        return line((shown, "title"), f" {self.host.glyphs.dot} earlier launches")


def launch_lines(
    launch: Launch, lists: Lists, today: date, glyphs: Glyphs, width: int
) -> list[Line]:
    """One launch; of what the framework file no longer has, the id is told."""
    told = launch_words(launch, launch.track, today)
    rows = [EMPTY, line((f" {launch.track}", "strong"), (f"  {told}", "muted"))]
    names = " and ".join(filter(None, (launch.coach, launch.coachee)))
    texts = [("Order", f"{' '.join(launch.order)}{f', {names}' if names else ''}")]
    for key in TICKED:
        known = {part.id: part.name for part in lists[key]}
        texts.append((_LABELS[key], ", ".join(known.get(one, one) for one in getattr(launch, key))))
    texts += [("Notes" if number == 0 else "", row) for number, row in _rows(launch.notes)]
    for label, text in texts:
        if text.strip():
            head = line((f"  {label:<10}", "muted"), glyphs.shown(text))
            rows += wrap_line(head, max(30, width - 1), hang=12)
    return rows


def _rows(text: str) -> list[tuple[int, str]]:
    return list(enumerate(text.split("\n")))
