"""The box of an element's points: what is true of the coach is ticked; no level follows (E 15)."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Situation, writes
from coach_tui.commands.registry import bar_hints
from coach_tui.domain.continuum import ticks_of
from coach_tui.domain.placement import Placement
from coach_tui.errors import CoachError
from coach_tui.services.continuum import ContinuumNow, ElementNow
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.key_bar import hint_line
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, fit_line, line, wrap_text
from screens.bindings import bindings_for
from screens.continuum.detail import ticks_words
from screens.host import host_of


class TickBox(ModalScreen[None], inherit_bindings=False):
    """Points to tick; each tick is saved at once, and what was refused is told in the box."""

    SCOPE = "ticks"
    AUTO_FOCUS = ""
    CSS_PATH = "boxes.tcss"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, row: ElementNow, now: ContinuumNow) -> None:
        super().__init__()
        self._row = row
        self._now = now
        self._seen: Placement | None = row.placement
        self._told = ""
        self._items = [part for level in (1, 2, 3) for part in self._of_level(level)]

    def _of_level(self, level: int) -> list[str]:
        """A heading, as the level's number, and the keys of its points."""
        return [str(level), *self._row.element.points_of(level)]

    def compose(self) -> ComposeResult:
        """Whose points, the points, what they come to, the keys."""
        with Vertical(classes="dialog"):
            yield SpanPane(id="box-head")
            yield RowList(id="box-rows")
            yield SpanPane(id="box-told")
            yield SpanPane(id="box-keys")

    def on_mount(self) -> None:
        """Show the points."""
        hints = bar_hints(self.SCOPE, self._situation(), host_of(self).keys.scopes)
        self.query_one("#box-keys", SpanPane).show([hint_line(hints)])
        self._show()

    def _situation(self) -> Situation:
        return Situation(readonly=host_of(self).desk.readonly)

    def _show(self) -> None:
        shown, found = glyphs_of(self).shown, self._items
        head = line((shown(self._row.element.name), "title"), f"  {self._now.name}")
        self.query_one("#box-head", SpanPane).show([head])
        self.query_one("#box-rows", RowList).show(
            len(found),
            lambda index, width: fit_line(self._line(found[index]), width),
            rests=lambda index: len(found[index]) > 1,
        )
        ticks = ticks_of(self._row.element.points, self._ticked)
        words = self._told or f"{ticks_words(ticks, self._now)}. You place; ticks do not."
        self.query_one("#box-told", SpanPane).show_drawing(
            lambda width: wrap_text(shown(words), width, "muted")
        )

    @property
    def _ticked(self) -> tuple[str, ...]:
        return self._seen.ticked if self._seen else ()

    def _line(self, key: str) -> Line:
        shown = glyphs_of(self).shown
        if len(key) == 1:
            return line((f" {key} {shown(self._now.framework.placements[int(key) - 1])}", "strong"))
        box = "[x]" if key in self._ticked else "[ ]"
        return line(f"   {box} ", shown(self._row.element.points[key]))

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_command("ticks.turn")

    def action_command(self, command_id: str) -> None:
        """Answer a command of the box."""
        rows = self.query_one("#box-rows", RowList)
        self._told = ""
        if command_id == "ticks.down":
            rows.move(1)
        elif command_id == "ticks.up":
            rows.move(-1)
        elif command_id == "ticks.close":
            self.dismiss()
        elif why := writes(self._situation()):
            self._told = why
            self._show()
        else:
            self._turn(self._items[rows.cursor])

    @work(group="saves")
    async def _turn(self, key: str) -> None:
        """Save the tick, or that it is taken back."""
        host, term, element = host_of(self), self._now.term, self._row.element.id
        seen = self._seen
        try:
            self._seen = await host.save(lambda: host.desk.continuum.tick(term, element, key, seen))
        except CoachError as fault:
            self._told = f"Not saved. {str(fault).removesuffix(' Nothing was saved.')}"
            self._read_again()
        self._show()

    def _read_again(self) -> None:
        """What is recorded now: another window may have saved it."""
        try:
            now = host_of(self).desk.continuum.of_term(self._now.term)
        except CoachError:
            return
        self._seen = now.row(self._row.element.id).placement
