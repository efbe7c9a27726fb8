"""The box of the records behind a count, each of which opens the person's profile."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.domain.dates import short_date
from coach_tui.domain.evidence import Behind, Evidence
from coach_tui.errors import CoachError
from coach_tui.services.continuum import ElementNow
from coach_tui.text import fit, pad
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.key_bar import hint_line
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, fit_line, line
from screens.bindings import bindings_for
from screens.hiding import name_of, person_numbers
from screens.host import host_of

_NAME = 18
"""Cells of a name where there is room."""

_ROOMY = 70
"""Cells of a row from which there is."""


class BehindBox(ModalScreen[str | None], inherit_bindings=False):
    """Records to look at; gives the id of the person whose record was picked, or None."""

    SCOPE = "behind"
    AUTO_FOCUS = ""
    CSS_PATH = "boxes.tcss"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, row: ElementNow) -> None:
        super().__init__()
        self._row = row
        self._items: list[Evidence | Behind] = []
        for found in row.suggestions:
            self._items += [found, *found.behind]
        self._names: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Of which element, the counts and their records, the keys."""
        with Vertical(classes="dialog behind"):
            yield SpanPane(id="box-head")
            yield RowList(id="box-rows")
            yield SpanPane(id="box-keys")

    def on_mount(self) -> None:
        """Show the records."""
        host, glyphs = host_of(self), glyphs_of(self)
        hints = bar_hints(self.SCOPE, Situation(), host.keys.scopes)
        self.query_one("#box-keys", SpanPane).show([hint_line(hints)])
        head = line((glyphs.shown(self._row.element.name), "title"), "  from your records")
        self.query_one("#box-head", SpanPane).show([head])
        self._names = self._read_names()
        self.query_one("#box-rows", RowList).show(
            len(self._items),
            lambda index, width: fit_line(self._line(self._items[index], width), width),
            rests=lambda index: isinstance(self._items[index], Behind),
            nothing=line((" No single record stands behind it.", "muted")),
        )

    def _read_names(self) -> dict[str, str]:
        """Everyone's name as it may be drawn, by id."""
        host = host_of(self)
        try:
            found = host.desk.caseload.latest()
        except CoachError:
            return {}
        numbers = person_numbers(host)
        rows = (*found.rows, *found.archived)
        return {r.coachee_id: name_of(host, r.name, numbers.get(r.coachee_id, 0)) for r in rows}

    def _line(self, item: Evidence | Behind, width: int) -> Line:
        shown = glyphs_of(self).shown
        if isinstance(item, Evidence):
            told = shown(item.told) if not host_of(self).hidden else "a count"
            return line((f" {fit(told, width - 2)}", "strong"))
        narrow = width < _ROOMY
        day = short_date(item.on) if item.on else "no day"
        day = pad(day.partition(" ")[2] or day, 7) if narrow else pad(day, 11)
        mark = "yes" if item.counts else " no"
        name = pad(self._names.get(item.coachee_id, ""), _NAME - (6 if narrow else 0))
        return line((f"  {mark} ", "muted"), day, (f"{name} ", "strong"), shown(item.words))

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_command("behind.open")

    def action_command(self, command_id: str) -> None:
        """Answer a command of the box."""
        rows = self.query_one("#box-rows", RowList)
        moves = {"behind.down": 1, "behind.up": -1}
        pages = {"behind.page_down": 1, "behind.page_up": -1}
        if command_id in moves:
            rows.move(moves[command_id])
        elif command_id in pages:
            rows.page(pages[command_id])
        elif command_id == "behind.open" and rows.cursor >= 0:
            item = self._items[rows.cursor]
            self.dismiss(item.coachee_id if isinstance(item, Behind) else None)
        else:
            self.dismiss(None)
