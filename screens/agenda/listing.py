"""What the agenda lists: read, narrowed by the filter and the kind, each entry a row."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

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
from screens.hiding import band_hidden, name_of, person_numbers

Key = tuple[str, str]
"""What tells an entry from all others."""


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
        self._home: Key | None = None

    @property
    def read_on(self) -> date | None:
        """The day the agenda is of."""
        return self.agenda.today if self.agenda else None

    def reload(self) -> None:
        """Read the agenda again, the cursor on the same entry."""
        fresh = self.attempt(self.host.desk.agenda.today)
        if fresh is None:
            return
        if self.agenda and self.agenda.today != fresh.today:
            self.done.clear()  # what was ticked yesterday is no entry of today
        self.agenda = kept_in(fresh, self.done)
        self._numbers = person_numbers(self.host)
        self.show_entries(self._here, self._home, row=self.query_one(RowList).cursor)

    @property
    def _here(self) -> Key | None:
        return self.entry.key if self.entry else None

    def filtered(self) -> None:
        """Show what the filter and the kind let through; the cursor stays on its entry.

        Where nothing was shown, it goes back to the entry the coach stood on last.
        """
        self.show_entries(self._here, self._home)

    def show_entries(self, *wanted: Key | None, row: int = 0) -> None:
        """Show what is let through, the cursor on the first entry that is wanted and there.

        Args:
            wanted: entries to stand on.
            row: where the cursor goes if none of them is there any more.
        """
        if self.agenda is None:
            return
        today, glyphs, text = self.agenda.today, self.host.glyphs, self.filter_text
        hidden = self.host.hidden
        shown = [entry for entry in self.agenda.entries if self._is_shown(entry, text)]
        made = self._items = items(self.agenda, shown)
        keys = [item.key if isinstance(item, Entry) else None for item in made]
        gone = max(0, min(row, len(made) - 1))
        at = next((keys.index(key) for key in wanted if key and key in keys), gone)

        def draw(index: int, width: int) -> Line:
            item = made[index]
            if not isinstance(item, Entry):
                return item
            school = "" if hidden else item.row.facts.school
            return entry_line(
                item, self._whose(item), school, today, width, glyphs, self._more(item)
            )

        self.query_one(RowList).show(
            len(made),
            draw,
            cursor=at,
            rests=lambda index: isinstance(made[index], Entry),
            nothing=line((f" {self._why_nothing()}", "muted")),
        )
        if not text and self._kind is None:
            self.stood_here()
        self._show_counts(len(shown))
        self.draw_frame()

    def _why_nothing(self) -> str:
        """Why no entry is shown."""
        if self.filter_text:
            only = f" of the {KINDS[self._kind]}s" if self._kind else ""
            return f"Nothing{only} fits the filter."
        if self._kind:
            on = self.key_of("agenda.kinds")
            return f"No {KINDS[self._kind]}s in the agenda; {on} goes on."
        return "Nothing is due, coming or quiet."

    def nobody_words(self) -> str:
        """That there is no entry to act on."""
        return f"No entry is picked. {self._why_nothing()}"

    def stood_here(self) -> None:
        """Keep the entry under the cursor as the one to come back to."""
        self._home = self.entry.key if self.entry else self._home

    def next_kind(self) -> Kind | None:
        """The next kind that something shown is of, None for all of them after the last."""
        kinds, entries = tuple(KINDS), self.agenda.entries if self.agenda else ()
        fits = {entry.kind for entry in entries if self._fits(entry, self.filter_text)}
        later = kinds[kinds.index(self._kind) + 1 :] if self._kind else kinds
        return next((kind for kind in later if kind in fits), None)

    def walked(self) -> tuple[str, ...]:
        """The people shown, each once, in the order of their first entries."""
        shown = (item.row.coachee_id for item in self._items if isinstance(item, Entry))
        return tuple(dict.fromkeys(shown))

    def pick(self, coachee_id: str, records: Collection[str]) -> None:
        """Put the cursor on what was changed; else on the person's first entry."""
        shown = [item for item in self._items if isinstance(item, Entry)]
        changed = next((entry for entry in shown if entry.record_id in records), None)
        theirs = next((entry for entry in shown if entry.row.coachee_id == coachee_id), None)
        if changed is not None:
            self.show_entries(changed.key)
        elif theirs is not None and coachee_id != self.current:
            self.show_entries(theirs.key)

    def _more(self, entry: Entry) -> Line:
        """What is worth knowing of a visit or a gap where there is room for it."""
        if entry.kind == "visit":
            timeline = self.attempt(self.host.desk.shelf.timeline)
            return line(clusters_words(entry.row.facts.track, timeline))
        if entry.group == "quiet" and not band_hidden(self.host):
            return standing_words(entry, self.host.glyphs)
        return EMPTY

    def _is_shown(self, entry: Entry, text: str) -> bool:
        return self._kind in (None, entry.kind) and self._fits(entry, text)

    def _fits(self, entry: Entry, text: str) -> bool:
        facts = entry.row.facts
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
        return name_of(self.host, entry.row.name, self._numbers.get(entry.row.coachee_id, 0))

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        item = self.under_cursor(self._items)
        return item if isinstance(item, Entry) else None

    @property
    def current(self) -> str:
        """The id of the person the entry is about."""
        return self.entry.row.coachee_id if self.entry else ""
