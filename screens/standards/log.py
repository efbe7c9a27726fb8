"""The growth log: a goal and its steps, development, network, stories and other work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget

from coach_tui.domain.growth_entry import KINDS, EntryKind, GrowthEntry
from coach_tui.domain.term import term_days, term_words
from coach_tui.services.growth_log import GrowthLogService, in_days
from coach_tui.text import fit
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, fit_line, line, roomiest
from screens.bindings import bindings_for
from screens.frame import FRAME_CSS, room_of
from screens.hiding import name_of, person_numbers
from screens.standards.listed import ListsOwnWork
from screens.standards.log_rows import Item, StepRow, details, entry_of, items, row_line, title_of
from screens.standards.masking import shows
from screens.strip import AsksLetter, Picked

_LETTERS: dict[str, EntryKind] = {
    "g": "goal",
    "d": "pd",
    "n": "network_used",
    "c": "network_given",
    "s": "story",
    "w": "work",
}
"""What picks the kind of a new entry."""

_TOP = 3
"""How many standards are named as those most filed under."""


class LogScreen(AsksLetter[str | None], ListsOwnWork):
    """The coach's own log."""

    SCOPE = "growth_log"
    CSS_PATH = [FRAME_CSS, "standards.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, entry_id: str = "") -> None:
        """The log.

        Args:
            entry_id: the entry it opens on; empty for the first.
        """
        super().__init__()
        self._opens_on = entry_id
        self._items: list[Item] = []
        self._reading = False

    @property
    def growth(self) -> GrowthLogService:
        """What reads and saves it."""
        return self.host.desk.standards.log

    def compose_body(self) -> Iterable[Widget]:
        """What this term holds; the rows; all of the one under the cursor."""
        yield SpanPane(id="counts")
        yield Horizontal(RowList(id="list"), ScrollingPane(id="page"), id="halves")

    def on_mount(self) -> None:
        """Read it."""
        self.query_one(RowList).focus()
        self.reload()
        if self._opens_on:
            self.pick("", (self._opens_on,))

    def reload(self) -> None:
        """Read it again, the cursor on the same row."""
        entries = self.attempt(self.growth.entries)
        if entries is None:
            return
        before, adds = self.item, self.key_of("growth_log.add")
        self._items = items(entries, f"No growth goal yet; {adds} adds one.")
        self._show_rows(_same(self._items, before, self.query_one(RowList).cursor))
        self._show_counts(entries)

    def _show_rows(self, cursor: int) -> None:
        """Show the rows, the cursor on one of them."""
        made, shown, today = self._items, shows(self.host), self.host.desk.clock.today()
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
        told = ", ".join(f"{found[kind]} {KINDS[kind]}" for kind in KINDS if found[kind])
        brief = f"{len(of_term)} {'entry' if len(of_term) == 1 else 'entries'} this term"
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
        rows = self.query_one_optional(RowList)
        at = rows.cursor if rows else -1
        return self._items[at] if 0 <= at < len(self._items) else None

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
            name, blocked, shown = self._about(entry), self._blocked(entry), shows(self.host)
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

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        self._told = ""
        self.show_details()

    @on(RowList.Opened)
    def _open_row(self) -> None:
        self.action_command("growth_log.open")

    def pick(self, coachee_id: str, records: Collection[str]) -> None:
        """Put the cursor on the entry that was changed."""
        del coachee_id  # these records are of nobody
        if self.entry and self.entry.id in records:
            return
        for at, item in enumerate(self._items):
            if isinstance(item, GrowthEntry) and item.id in records:
                self._show_rows(at)
                return

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """That it is the log, and the term that is counted."""
        term = term_words(self.host.desk.standards.this_term())
        return line(("Growth log", "title"), f" {self.host.glyphs.dot} {term}")

    def status(self) -> str:
        """The row under the cursor in words."""
        item, entry = self.item, self.entry
        if entry is None:
            return f"Nothing here yet; {self.key_of('growth_log.add')} adds an entry."
        if isinstance(item, StepRow):
            done = sum(step.done_on is not None for step in entry.steps)
            return f"Step {item.number + 1} of {len(entry.steps)}, {done} done."
        text = fit(shows(self.host)(title_of(entry)), max(8, room_of(self) - 24))
        return f'{KINDS[entry.kind].capitalize()}: "{text}".'

    def position(self) -> str:
        """How many entries there are; nothing where row 23 is all a strip's."""
        resting = [item for item in self._items if entry_of(item)]
        if self.is_asking or self.item not in resting:
            return ""
        return f"{resting.index(self.item) + 1}/{len(resting)}"

    # -- commands ---------------------------------------------------------------------------

    def do_growth_log_open(self) -> None:
        """Where there is room for one only, the details take the list's place."""
        self._reading = not self._reading
        self.set_class(self._reading, "-reading")

    def do_app_back(self) -> None:
        """From the details to the list where there is room for one only; else leave."""
        if self._reading and self.has_class("-narrow"):
            self.do_growth_log_open()
        else:
            self.dismiss(None)

    def leave_for_a_place(self) -> None:
        """Close it, whatever is being read."""
        self.dismiss(None)

    def do_growth_log_add(self) -> None:
        """Ask for the kind, then open the form."""
        from screens.standards.entry import open_entry

        def opens(kind: EntryKind) -> tuple[str, Picked]:
            return KINDS[kind], lambda: open_entry(self, kind)

        self.ask_letter("Add:", {letter: opens(kind) for letter, kind in _LETTERS.items()})

    def do_growth_log_edit(self) -> None:
        """Open the entry's form."""
        from screens.standards.entry import open_entry

        if self.entry is not None:
            open_entry(self, self.entry.kind, self.entry.id)

    def do_growth_log_step(self) -> None:
        """Mark the step under the cursor done, or open again."""
        item = self.item
        if not isinstance(item, StepRow):
            self.say("Steps of a goal are ticked; go to one.")
            return
        open_again = item.goal.steps[item.number].done_on is not None
        done = "Open again" if open_again else "Done"
        told = f"{done}: step {item.number + 1}. {self.key_of('app.undo')} undoes it."
        self.change(lambda: self.growth.turn_step(item.goal, item.number), told)

    def do_growth_log_archive(self) -> None:
        """Take the entry off the list."""
        entry = self.entry
        if entry is not None:
            told = f"Off the list: {KINDS[entry.kind]}. {self.key_of('app.undo')} undoes it."
            self.change(lambda: self.growth.archive(entry), told)

    def do_growth_log_copy(self) -> None:
        """Copy the entry out; a story that names somebody only with their consent."""
        from screens.copying import copy_text

        entry = self.entry
        if entry is None:
            return
        text = self.attempt(lambda: self.growth.shared_text(entry))
        if text is not None:
            copy_text(self, KINDS[entry.kind].capitalize(), text)


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
