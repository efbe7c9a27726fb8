"""Which people the caseload shows, how they are drawn, and what is said of them."""

from __future__ import annotations

from datetime import date

from coach_tui.domain.caseload import Caseload, CaseloadRow
from coach_tui.domain.caseload_filter import CaseloadFilter, Findable, findable, read_filter
from coach_tui.domain.caseload_order import ORDERS, Order, in_order
from coach_tui.widgets.row_list import Draw, RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_text
from screens.caseload.counts import counts, filtered_counts
from screens.caseload.found_draft import OffersDraft
from screens.caseload.rows import heading, row_line
from screens.filter_field import FilterField
from screens.filtering import FiltersList
from screens.hiding import name_of, person_numbers

_WHY_ROWS = 6
"""Rows that may say why nobody is shown."""


class ListsPeople(FiltersList[None], OffersDraft):
    """The rows of the caseload.

    Attributes:
        caseload: everyone, as last read.
        rows: those shown, in their order.
        asked: the filter they passed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.caseload: Caseload | None = None
        self.rows: tuple[CaseloadRow, ...] = ()
        self.asked = CaseloadFilter("")
        self._by: Order = ORDERS[0]
        self._sorted: dict[bool, tuple[CaseloadRow, ...]] = {}
        self._findable: dict[bool, tuple[Findable, ...]] = {}
        self._numbers: dict[str, int] = {}
        self._trouble = ""
        self._wanted = ""
        self._home = ""

    def show_detail(self) -> None:
        """Fill the pane for the person under the cursor."""
        raise NotImplementedError

    def show_detail_soon(self) -> None:
        """Fill it after a pause in moving or typing."""
        raise NotImplementedError

    @property
    def row(self) -> CaseloadRow | None:
        """The row under the cursor."""
        at = self.query_one("#rows", RowList).cursor if self.is_mounted else -1
        return self.rows[at] if 0 <= at < len(self.rows) else None

    @property
    def current(self) -> str:
        """The id of the person under the cursor."""
        return self.row.coachee_id if self.row else ""

    @property
    def read_on(self) -> date | None:
        """The day the list is of."""
        return self.caseload.today if self.caseload else None

    def stand_on(self, coachee_id: str) -> None:
        """Have the cursor on a person from the next reading on."""
        self._wanted = coachee_id

    # -- what is said -----------------------------------------------------------------------

    def nobody_words(self) -> str:
        """That the filter leaves nobody to act on."""
        told = "Nobody is picked: no one matches the filter. Esc clears it."
        return told if self.asked.typed else ""

    def why_words(self) -> str:
        """What row 23 says of the filter: what a half-typed part takes, or that nobody fits."""
        if self.is_filtering and self.asked.hint:
            return f"{self.asked.hint}."
        return "" if self.rows or not self.asked.typed else "No one matches; Esc clears the filter."

    # -- what is shown ----------------------------------------------------------------------

    def take(self, caseload: Caseload | None) -> None:
        """Show a caseload that was read, the cursor on the same person."""
        before = self._wanted or self.current  # of the rows as they were
        self.caseload = caseload
        self._findable, self._numbers = {}, {}
        groups = (caseload.rows, caseload.archived) if caseload else ((), ())
        usual = self._by is ORDERS[0]
        self._sorted = {
            archived: rows if usual else in_order(rows, self._by)
            for archived, rows in zip((False, True), groups, strict=True)
        }
        self._pick()
        self._let_in(self._wanted)
        self._wanted = ""
        self._show_rows(self._row_of(before))
        self.show_detail()

    def _row_of(self, coachee_id: str) -> int | None:
        """The row of a person, None where they are not shown."""
        keys = [row.coachee_id for row in self.rows]
        return keys.index(coachee_id) if coachee_id in keys else None

    def _let_in(self, wanted: str) -> None:
        """Take the filter off where it would hide a person who was just added or resumed."""
        if not wanted or any(row.coachee_id == wanted for row in self.rows):
            return
        if any(row.coachee_id == wanted for row in self._sorted[False]):
            self.query_one(FilterField).put("")
            self._pick()

    def filtered(self) -> None:
        """Show who passes the filter, the cursor on the first of them while it is typed.

        Where no letter changed, as on keeping or clearing it, the cursor stays on its person; where
        nobody passed, it goes back to the one it was on before.
        """
        before, typed = self.current, self.asked.typed
        if not typed:
            self._home = before
        self._pick()
        at = 0
        if self.asked.typed == typed or not self.asked.typed:
            at = self._row_of(before or self._home) or 0
        self.found = None
        self._show_rows(at)
        self.show_detail_soon()

    def _pick(self) -> None:
        """Read the filter, and find who passes it."""
        self.asked = asked = read_filter(self.filter_text)
        if asked.typed:
            self.rows = asked.pick(self._looked_through(asked.archived))
        else:
            self.rows = self._sorted.get(False, ())

    def _looked_through(self, archived: bool) -> tuple[Findable, ...]:
        """Everyone, or everyone who is archived, made ready for the filter once a reading."""
        if archived not in self._findable:
            self._findable[archived] = findable(self._sorted.get(archived, ()))
        return self._findable[archived]

    def _show_rows(self, cursor: int | None) -> None:
        """Draw the list, the cursor on a row; None keeps it where it is."""
        listed = self.query_one("#rows", RowList)
        if self.rows or self._trouble:
            listed.show(len(self.rows), self._drawn_rows(), cursor=cursor)
        else:
            listed.show(_WHY_ROWS, _drawn_words(self._why_nobody()), rests=lambda _index: False)
        self._show_head()
        self.draw_frame()

    def _drawn_rows(self) -> Draw:
        """Draws a person's row."""
        host, rows, today = self.host, self.rows, self.host.desk.clock.today()

        def draw(index: int, width: int) -> Line:
            hidden = self.hidden_name(rows[index]) if host.hidden else ""
            return row_line(rows[index], today, width, host.glyphs, hidden)

        return draw

    def hidden_name(self, row: CaseloadRow) -> str:
        """What stands in place of a name while those are hidden."""
        self._numbers = self._numbers or person_numbers(self.host)
        return name_of(self.host, "", self._numbers.get(row.coachee_id, 0))

    def _why_nobody(self) -> str:
        """Why the list is empty, and the key that fills it."""
        asked = self.asked
        if not asked.typed:
            return "Nobody here yet."
        hint = asked.trouble or asked.hint
        whom = "" if self.host.hidden else f" '{self.host.glyphs.shown(asked.typed)}'"
        told = f"No one matches{whom}"
        return f"{told}{f'; {hint}' if hint else ''}. Esc clears."

    def _show_head(self) -> None:
        """Counts and headings, or what the filter leaves of them."""
        caseload, asked, order = self.caseload, self.asked, self._by.words
        glyphs, shown = self.host.glyphs, len(self.rows)
        told = "hidden" if self.host.hidden else glyphs.shown(asked.typed)

        def head(width: int) -> list[Line]:
            if caseload is None:
                return [EMPTY]
            if asked.typed:
                everyone = caseload.archived if asked.archived else caseload.rows
                return [filtered_counts(shown, len(everyone), told, order, width, glyphs)]
            return [counts(caseload, order, width, glyphs)]

        self.query_one("#counts", SpanPane).show_drawing(head)
        self.query_one("#headings", SpanPane).show_drawing(
            lambda width: [heading(width) if shown else EMPTY]
        )


def _drawn_words(words: str) -> Draw:
    """Draws a sentence in rows of its own."""

    def draw(index: int, width: int) -> Line:
        told = wrap_text(words, width - 2, "muted")
        return line(" ", *told[index]) if index < len(told) else EMPTY

    return draw
