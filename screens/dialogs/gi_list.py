"""The box in which GIs are ticked one by one; the total is how many are ticked (E2L-9)."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.domain.framework import Timeline
from coach_tui.services.framework_files import TIMELINE
from coach_tui.services.ticks import TickRow, in_order, tick_rows
from coach_tui.text import fit_words
from coach_tui.widgets.band_meter import band_and_distance
from coach_tui.widgets.key_bar import hint_line
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, fit_line, line, line_width, wrap_line, wrap_text
from screens.bindings import bindings_for
from screens.host import Host, host_of
from screens.rights import own_rights

_BOX = 6
"""Cells of the box before a GI."""

_LOOSE = 16
"""Cells that the end of a row may leave empty where a text is cut to two rows."""


class GiListBox(ModalScreen[tuple[str, ...] | None], inherit_bindings=False):
    """Gives the ids that are ticked, in the order of the list; None where it was only looked at."""

    SCOPE = "gi_list"
    AUTO_FOCUS = ""
    CSS_PATH = "gi_list.tcss"
    BINDINGS = bindings_for(SCOPE)

    def __init__(
        self, timeline: Timeline, session: int, ticked: tuple[str, ...], cluster: str | None
    ) -> None:
        """A list over a total.

        Args:
            timeline: what lists the GIs.
            session: whose bands the number is read against.
            ticked: ids ticked already, those of earlier sessions too.
            cluster: the session's cluster; the cursor starts there.
        """
        super().__init__()
        self._timeline = timeline
        self._session = session
        self._found = frozenset(ticked)
        self._ticked = set(ticked)
        self._rows = tick_rows(timeline, ticked)
        at = (n for n, row in enumerate(self._rows) if row.cluster == cluster and row.item)
        self._start = next(at, 0)

    @property
    def host(self) -> Host:
        """The app."""
        return host_of(self)

    def compose(self) -> ComposeResult:
        """The number ticked with its band, the list, a cut GI in full, whose it is, the keys."""
        with Vertical(classes="dialog"):
            yield SpanPane(id="ticks-head")
            yield RowList(id="ticks")
            yield SpanPane(id="ticks-full")
            yield SpanPane(id="ticks-rights")
            yield SpanPane(id="ticks-keys")

    def on_mount(self) -> None:
        """Show the list, the cursor on the session's cluster."""
        host, rights = self.host, self.query_one("#ticks-rights", SpanPane)
        hints = bar_hints(self.SCOPE, Situation(), host.keys.scopes)
        self.query_one("#ticks-keys", SpanPane).show([hint_line(hints)])
        told = host.glyphs.shown(own_rights(host, TIMELINE))
        rights.display = bool(told)
        rights.show_drawing(
            lambda width: wrap_text(fit_words(told, 2 * width - _LOOSE), width, "muted")[:2]
        )
        self.query_one("#ticks", RowList).show(
            len(self._rows),
            self._row,
            cursor=self._start,
            rests=lambda index: bool(self._rows[index].item),
        )
        self._show_number()
        self.query_one("#ticks-full", SpanPane).show_drawing(self._full)
        self.call_after_refresh(self._from_the_heading)

    def _from_the_heading(self) -> None:
        """Have the cluster's heading in the first row of the window, as far as there are rows."""
        above = max(0, self._start - 1)
        self.query_one("#ticks", RowList).scroll_to(y=above, animate=False, force=True)

    def _row(self, index: int, width: int) -> Line:
        """A heading, or a GI behind its box."""
        row = self._rows[index]
        if not row.item:
            return fit_line(line((f" {self.host.glyphs.shown(row.text)}", "strong")), width)
        box = "[x]" if row.item in self._ticked else "[ ]"
        return fit_line(line(f"  {box} ", *_words(row, self.host.glyphs.shown)), width)

    def _full(self, width: int) -> tuple[Line, ...]:
        """The GI under the cursor where its row is cut, in as many rows as the longest one takes.

        Their number stays the same from row to row, so that the list does not jump.
        """
        shown = self.host.glyphs.shown
        cut = {
            n: wrap_line(words, width)
            for n, row in enumerate(self._rows)
            if row.item and line_width(words := _words(row, shown)) > width - _BOX
        }
        rows = max(map(len, cut.values()), default=0)
        here = cut.get(self.query_one("#ticks", RowList).cursor, ())
        return (*here, *[EMPTY] * (rows - len(here)))

    def _show_number(self) -> None:
        """How many are ticked, and what that means at the session."""
        glyphs, number = self.host.glyphs, len(self._ticked)
        standing = self._timeline.band_table.standing(self._session, number)
        self.query_one("#ticks-head", SpanPane).show_drawing(
            lambda width: [
                line((f"Session {self._session}: {number} ticked", "title")),
                band_and_distance(standing, glyphs, width),
            ]
        )

    # -- commands ---------------------------------------------------------------------------

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.query_one("#ticks-full", SpanPane).redraw()

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_command("gi_list.tick")

    def action_command(self, command_id: str) -> None:
        """Answer a command of the box."""
        getattr(self, "do_" + command_id.replace(".", "_"))()

    def do_gi_list_tick(self) -> None:
        """Tick the GI under the cursor, or take its tick off."""
        rows = self.query_one("#ticks", RowList)
        if 0 <= rows.cursor < len(self._rows):
            self._ticked ^= {self._rows[rows.cursor].item}
            rows.redraw(rows.cursor)
            self._show_number()

    def do_gi_list_take(self) -> None:
        """Give what is ticked."""
        self.dismiss(in_order(self._rows, self._ticked))

    def do_gi_list_close(self) -> None:
        """Give what is ticked, as no tick may be lost; leave the total where none was changed."""
        if self._ticked == self._found:
            self.dismiss(None)
        else:
            self.do_gi_list_take()

    def do_move_down(self) -> None:
        """The next GI."""
        self.query_one("#ticks", RowList).move(1)

    def do_move_up(self) -> None:
        """The GI before."""
        self.query_one("#ticks", RowList).move(-1)

    def do_move_top(self) -> None:
        """The first GI."""
        self.query_one("#ticks", RowList).go(0)

    def do_move_bottom(self) -> None:
        """The last GI."""
        self.query_one("#ticks", RowList).go(len(self._rows) - 1)

    def do_move_page_down(self) -> None:
        """A window down."""
        self.query_one("#ticks", RowList).page(1)

    def do_move_page_up(self) -> None:
        """A window up."""
        self.query_one("#ticks", RowList).page(-1)


def _words(row: TickRow, shown: Callable[[str], str]) -> Line:
    """A GI's id and words, whole."""
    name = "" if row.text == row.item else f"{shown(row.item)}  "
    return line((name, "key"), shown(row.text))
