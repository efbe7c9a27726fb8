"""The rows of the growth log, read and shown beside all of the entry under the cursor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from coach_tui.domain.growth_entry import KINDS, GrowthEntry, counted
from coach_tui.domain.term import term_days
from coach_tui.services.growth_log import GrowthLogService, in_days
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import fit_line, line, roomiest
from screens.hiding import name_of, person_numbers
from screens.standards.listed import ListsOwnWork
from screens.standards.log_rows import Item, StepRow, details, entry_of, items, row_line
from screens.standards.masking import Shown, shows, shows_nothing

_TOP = 3
"""How many standards are named as those most filed under."""


class ListsLog(ListsOwnWork):
    """Reads the log and shows it.

    Attributes:
        archived: whether what was taken off the list stands in its place.
        shown: makes a text drawable, as of the last reading.
    """

    def __init__(self) -> None:
        super().__init__()
        self.archived = False
        self.shown: Shown = shows_nothing
        self._items: list[Item] = []

    @property
    def growth(self) -> GrowthLogService:
        """What reads and saves it."""
        return self.host.desk.standards.log

    def reload(self) -> None:
        """Read it again, the cursor on the same row."""
        self.shown = shows(self.host)
        entries = self.attempt(lambda: self.growth.entries(archived=self.archived))
        if entries is None:
            return
        before, adds = self.item, self.key_of("growth_log.add")
        ask = "" if self.archived else f"No growth goal yet; {adds} adds one."
        self._items = items(entries, ask)
        self._show_rows(_same(self._items, before, self.query_one(RowList).cursor))
        self._show_counts(entries)

    def _show_rows(self, cursor: int) -> None:
        """Show the rows, the cursor on one of them."""
        made, shown, today = self._items, self.shown, self.host.desk.clock.today()
        self.query_one(RowList).show(
            len(made),
            lambda index, width: row_line(made[index], today, width, shown),
            cursor=cursor,
            rests=lambda index: entry_of(made[index]) is not None,
        )
        self.show_details()

    def _show_counts(self, entries: tuple[GrowthEntry, ...]) -> None:
        """What the term of today holds, and the standards most filed under (CC-9)."""
        standards = self.host.desk.standards
        term = standards.this_term()
        of_term = [one for one in in_days(entries, term_days(term)) if one.kind != "goal"]
        found = Counter(one.kind for one in of_term)
        told = ", ".join(f"{counted(kind)} {found[kind]}" for kind in KINDS if found[kind])
        brief = f"{len(of_term)} {'entry' if len(of_term) == 1 else 'entries'} this term"
        if self.archived:
            told = brief = f"{len(entries)} taken off the list"
        tags = self.attempt(lambda: standards.tag_counts(term)) or ()
        most = self.host.glyphs.shown(", ".join(f"{key} {count}" for key, count in tags[:_TOP]))
        filed = f"Most filed under this term: {most}" if most else "Nothing is filed this term"
        self.query_one("#counts", SpanPane).show_drawing(
            lambda width: [
                line(f" {roomiest((told or brief, brief), width - 1)}"),
                fit_line(line((f" {filed}", "muted")), width),
            ]
        )

    @property
    def item(self) -> Item | None:
        """What stands under the cursor."""
        return self.under_cursor(self._items)

    @property
    def entry(self) -> GrowthEntry | None:
        """The entry under the cursor; of a step, its goal."""
        return entry_of(self.item)

    def show_details(self) -> None:
        """Show all of the entry under the cursor."""
        pane, entry = self.query_one("#page", ScrollingPane), self.entry
        pane.go(0)
        if entry is None:
            pane.show(())
        else:
            name, blocked, shown = self._about(entry), self._blocked(entry), self.shown
            pane.show_drawing(
                lambda width: [
                    line(" ", *row) for row in details(entry, name, blocked, shown, width - 1)
                ]
            )
        self.draw_frame()

    def _about(self, entry: GrowthEntry) -> str:
        """Whom a story is about, as it may be drawn."""
        if not entry.about:
            return ""
        number = person_numbers(self.host).get(entry.about, 0)
        return name_of(self.host, self.growth.name_of(entry.about), number)

    def _blocked(self, entry: GrowthEntry) -> str:
        """Why a story may not be told to others; it names nobody while names are hidden."""
        why = (
            "" if entry.kind != "story" else self.attempt(lambda: self.growth.why_not_shared(entry))
        )
        if why and self.host.hidden:
            return "a consent is missing."
        return why or ""

    def pick(self, coachee_id: str, records: Collection[str]) -> None:
        """Put the cursor on the entry that was changed."""
        del coachee_id  # these records are of nobody
        if self.entry and self.entry.id in records:
            return
        for at, item in enumerate(self._items):
            if isinstance(item, GrowthEntry) and item.id in records:
                self._show_rows(at)
                return


def _same(made: list[Item], before: Item | None, row: int) -> int:
    """Where the row is by now that the cursor stood on; else the row there."""
    entry = entry_of(before)
    number = before.number if isinstance(before, StepRow) else -1
    for at, item in enumerate(made):
        found = entry_of(item)
        step = item.number if isinstance(item, StepRow) else -1
        if entry and found and found.id == entry.id and step == number:
            return at
    return max(0, row)
