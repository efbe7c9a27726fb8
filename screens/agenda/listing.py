"""What the agenda lists: read, narrowed by the filter and the kind, each entry a row."""

from __future__ import annotations

from coach_tui.domain.agenda import Agenda, Entry, Kind, kept_in
from coach_tui.domain.list_filter import matches_words
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line
from screens.agenda.changing import Changes
from screens.agenda.rows import (
    KINDS,
    Item,
    clusters_words,
    entry_line,
    items,
    standing_words,
)
from screens.filtering import FiltersList
from screens.hiding import band_hidden, name_of


class ListsAgenda(FiltersList[str | None], Changes):
    """Reads the agenda and shows it.

    Attributes:
        agenda: the entries as last read, what was done since among them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.agenda: Agenda | None = None
        self._items: list[Item] = []
        self._kind: Kind | None = None
        self._numbers: dict[str, int] = {}

    def reload(self) -> None:
        """Read the agenda again, the cursor on the same entry."""
        fresh = self.attempt(self.host.desk.agenda.today)
        if fresh is None:
            return
        self.agenda = kept_in(fresh, self.done)
        people = dict.fromkeys(entry.row.coachee_id for entry in self.agenda.entries)
        self._numbers = {key: number for number, key in enumerate(people, start=1)}
        self.filtered()

    def filtered(self) -> None:
        """Show what the filter and the kind let through; the cursor stays on its entry."""
        if self.agenda is None:
            return
        before = self.entry.key if self.entry else None
        today, glyphs, text = self.agenda.today, self.host.glyphs, self.filter_text
        hidden = self.host.hidden
        shown = [entry for entry in self.agenda.entries if self._is_shown(entry, text)]
        made = self._items = items(self.agenda, shown)
        keys = [item.key if isinstance(item, Entry) else None for item in made]
        at = keys.index(before) if before in keys and before is not None else 0

        def draw(index: int, width: int) -> Line:
            item = made[index]
            if not isinstance(item, Entry):
                return item
            school = "" if hidden else item.row.facts.school
            return entry_line(
                item, self._whose(item), school, today, width, glyphs, self._more(item)
            )

        nothing = "Nothing is due, coming or quiet." if not text else "Nothing fits the filter."
        self.query_one(RowList).show(
            len(made),
            draw,
            cursor=at,
            rests=lambda index: isinstance(made[index], Entry),
            nothing=line((f" {nothing}", "muted")),
        )
        self._show_counts(len(shown))
        self.draw_frame()

    def _more(self, entry: Entry) -> Line:
        """What is worth knowing of a visit or a gap where there is room for it."""
        if entry.kind == "visit":
            timeline = self.attempt(self.host.desk.shelf.timeline)
            return line(clusters_words(entry.row.facts.track, timeline))
        if entry.group == "quiet" and not band_hidden(self.host):
            return standing_words(entry, self.host.glyphs)
        return EMPTY

    def _is_shown(self, entry: Entry, text: str) -> bool:
        facts = entry.row.facts
        if self._kind not in (None, entry.kind):
            return False
        return matches_words(text, facts.name, facts.school, facts.role, entry.text)

    def _show_counts(self, shown: int) -> None:
        """How much is shown of how much, and what narrows it."""
        total = len(self.agenda.entries) if self.agenda else 0
        kind = f"  only {KINDS[self._kind]}s" if self._kind else ""
        text = self.host.glyphs.shown(self.filter_text.strip())
        text = "hidden" if text and self.host.hidden else text
        told = f"  / {text}, Esc clears" if text else ""
        head = f" {shown} of {total}" if kind or told else f" {total}"
        pane = self.query_one("#counts", SpanPane)
        pane.show(
            [line((f"{head} {'entry' if total == 1 else 'entries'}", ""), (kind + told, "muted"))]
        )

    def _whose(self, entry: Entry) -> str:
        return name_of(self.host, entry.row.name, self._numbers[entry.row.coachee_id])

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        at = self.query_one(RowList).cursor if self.is_mounted else -1
        item = self._items[at] if 0 <= at < len(self._items) else None
        return item if isinstance(item, Entry) else None

    @property
    def current(self) -> str:
        """The id of the person the entry is about."""
        return self.entry.row.coachee_id if self.entry else ""
