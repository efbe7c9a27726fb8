"""The growth log: a goal and its steps, development, network, stories and other work."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget

from coach_tui.domain.growth_entry import KINDS, EntryKind
from coach_tui.domain.term import term_words
from coach_tui.text import fit
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line
from screens.bindings import bindings_for
from screens.frame import FRAME_CSS, room_of
from screens.standards.log_reading import ReadsEntry
from screens.standards.log_rows import StepRow, title_of
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


class LogScreen(AsksLetter[str | None], ReadsEntry):
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

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        self._told = ""
        self.show_details()

    @on(RowList.Opened)
    def _open_row(self) -> None:
        self.action_command("growth_log.open")

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """That it is the log, and the term that is counted; or what was taken off the list."""
        if self.archived:
            return line(("Growth log", "title"), f" {self.host.glyphs.dot} off the list")
        term = term_words(self.host.desk.standards.this_term())
        return line(("Growth log", "title"), f" {self.host.glyphs.dot} {term}")

    def status(self) -> str:
        """The row under the cursor in words."""
        item, entry = self.item, self.entry
        if entry is None and self.archived:
            return f"Nothing is off the list; {self.key_of('growth_log.archived')} goes back to it."
        if entry is None:
            return f"Nothing here yet; {self.key_of('growth_log.add')} adds an entry."
        if isinstance(item, StepRow):
            done = sum(step.done_on is not None for step in entry.steps)
            return f"Step {item.number + 1} of {len(entry.steps)}, {done} done."
        text = fit(self.shown(title_of(entry)), max(8, room_of(self) - 24))
        return f'{KINDS[entry.kind].capitalize()}: "{text}".'

    def position(self) -> str:
        """Which of how many; of a long entry that is read, its lines."""
        if self.reading and not self.is_asking:
            return self.pane.position
        return "" if self.is_asking else super().position()

    # -- commands ---------------------------------------------------------------------------

    def do_growth_log_add(self) -> None:
        """Ask for the kind, then open the form."""
        from screens.standards.entry import open_entry

        if self.archived:
            self.do_growth_log_archived()

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
        self.change(lambda: self.growth.turn_step(item.goal, item.number), lambda _saved: told)

    def do_growth_log_archive(self) -> None:
        """Take the entry off the list, or put it back on it."""
        entry, undo = self.entry, self.key_of("app.undo")
        if entry is None:
            return
        turn = self.growth.list_again if self.archived else self.growth.archive
        done = "Back on the list" if self.archived else "Off the list"
        told = f"{done}: {KINDS[entry.kind]}. {undo} undoes it."
        self.change(lambda: turn(entry), lambda _saved: told)

    def do_growth_log_archived(self) -> None:
        """What was taken off the list, or the list again."""
        self.archived = not self.archived
        self.reload()
        back, here = self.key_of("growth_log.archive"), self.key_of("growth_log.archived")
        off = f"Taken off the list: {back} puts one back, {here} goes back to the list."
        self.say(off if self.archived and self.entry else "")

    def do_growth_log_copy(self) -> None:
        """Copy the entry out; a story that names somebody only with their consent."""
        from screens.copying import copy_text

        entry = self.entry
        if entry is None:
            return
        text = self.attempt(lambda: self.growth.shared_text(entry))
        if text is not None:
            copy_text(self, KINDS[entry.kind].capitalize(), text)
