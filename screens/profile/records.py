"""The tabs that list records: a list, and beside it all that is known of the one picked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget

from coach_tui.domain.todo import Todo
from coach_tui.services.profile import Profile
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.spans import Line, line, retone
from screens.profile.at import At, Tab
from screens.profile.tabs.cycles import cycles
from screens.profile.tabs.listed import Around, Listed
from screens.profile.tabs.notes import notes
from screens.profile.tabs.sessions import sessions
from screens.profile.tabs.todos import todos
from screens.review import ReviewScreen

_LISTS: dict[Tab, Callable[[Around], tuple[Listed, ...]]] = {
    "sessions": sessions,
    "cycles": cycles,
    "todos": todos,
    "notes": notes,
}

_NOTHING: dict[Tab, tuple[str, ...]] = {
    "sessions": (
        "No sessions yet. {} starts the first cycle, {} records a total.",
        "person.cycle",
        "person.gi",
    ),
    "cycles": ("No cycle yet. {} starts the first one.", "person.cycle"),
    "todos": ("No to-dos yet. {} makes one.", "person.todo"),
    "notes": ("No notes yet. {} begins one.", "person.note"),
}
"""What an empty tab says, and the commands whose keys it names."""


class RecordTabs(ReviewScreen[str | None]):
    """Shows one tab's records.

    Attributes:
        profile: the person as last read.
        tab: the tab on the screen.
        reading: whether the details stand in place of the list, where there is room for one only.
    """

    profile: Profile
    tab: Tab

    def __init__(self) -> None:
        super().__init__()
        self.reading = False
        self._records: tuple[Listed, ...] = ()
        self._looked_for = At()

    def records_body(self) -> Widget:
        """The list and the details."""
        return Horizontal(RowList(id="list"), ScrollingPane(id="page"), id="records")

    @property
    def list(self) -> RowList:
        """The list."""
        return self.query_one("#list", RowList)

    @property
    def record(self) -> Listed | None:
        """The record under the cursor, None on Growth or where there is none."""
        at = self.list.cursor
        on_list = self.tab != "growth" and 0 <= at < len(self._records)
        return self._records[at] if on_list else None

    def draw_records(self, record_id: str = "") -> None:
        """Show the tab's records, the cursor on one of them, else on the same as before."""
        before = record_id or (self.record.key if self.record else "")
        around = Around(
            self.profile,
            self.host.glyphs,
            self._day_of,
            self._history,
            "" if self.profile.past else self.host.desk.profile.step_name(self.profile),
        )
        found = self._records = _LISTS[self.tab](around)
        keys = [item.key for item in found]
        self.list.show(
            len(found),
            lambda index, width: found[index].row(width),
            cursor=keys.index(before) if before in keys else 0,
            nothing=line((f" {_nothing(self)}", "muted")),
        )
        self.show_details()

    def _day_of(self, moment: Any) -> Any:
        return self.host.desk.clock.local(moment).date()

    def _history(self, record: Any) -> tuple[str, ...]:
        return self.host.desk.corrections.history(record)

    def show_details(self) -> None:
        """Show the record under the cursor; what was looked for in it is marked and in view."""
        pane, record = self.query_one("#page", ScrollingPane), self.record
        pane.go(0)
        if record is None:
            pane.show(())
            return
        sought = self._looked_for.line if record.key == self._looked_for.record_id else ""

        def draw(width: int) -> list[Line]:
            rows = record.details(width - 1)
            return [
                line(" ", *(retone(row, "selected") if sought and name == sought else row))
                for name, row in rows
            ]

        pane.show_drawing(draw)
        names = [name for name, _ in record.details(max(20, pane.size.width - 1))]
        if sought in names and sought:
            pane.keep_in_view(names.index(sought))

    def look_for(self, at: At) -> None:
        """What of a record is marked until another place is looked for."""
        self._looked_for = at

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        self._told = ""
        self.show_details()
        self.draw_frame()

    @on(RowList.Opened)
    def _open_record(self) -> None:
        """Where there is room for one only, the details take the list's place."""
        self.read(not self.reading)

    def read(self, reading: bool) -> None:
        """Show the details in place of the list, or the list again."""
        self.reading = reading
        self.set_class(reading, "-reading")

    # -- to-dos -----------------------------------------------------------------------------

    def do_profile_done(self) -> None:
        """Tick the to-do, or open it again; on a session, mark its follow-up as sent."""
        todo, todos = self._todo, self.host.desk.todos
        if self.record and self.record.kind == "cycle":
            from screens.output import mark_sent

            mark_sent(self, self.record.key)
            return
        if todo is None:
            key = self.key_of("profile.done")
            self.say(f"{key} ticks a to-do; they are on the To-dos tab.")
            return
        turn = todos.close if todo.is_open else todos.reopen
        self._save(lambda: turn(todo.id), "Done" if todo.is_open else "Open again")

    def do_profile_day_later(self) -> None:
        """Move the to-do a day."""
        self._move(1)

    def do_profile_day_earlier(self) -> None:
        """Move the to-do a day back."""
        self._move(-1)

    def do_profile_week_later(self) -> None:
        """Move the to-do a week."""
        self._move(7)

    def _move(self, days: int) -> None:
        todo, desk = self._todo, self.host.desk
        if todo is None:
            self.say("Days are moved on the To-dos tab.")
            return
        if not todo.is_open:
            self.say(f"Done is done; {self.key_of('profile.done')} opens it again.")
            return
        self._save(lambda: desk.todos.move(todo.id, days), "Moved")

    @property
    def _todo(self) -> Todo | None:
        """The to-do under the cursor, as last read; None on another tab."""
        key = self.record.key if self.record and self.record.kind == "todo" else None
        return next((todo for todo in self.profile.all_todos if todo.id == key), None)

    def _save(self, work: Callable[[], object], done: str) -> None:
        self.change(work, lambda _saved: self.record.told if self.record else f"{done}.")


def _nothing(screen: RecordTabs) -> str:
    """That a tab is empty, and the key that fills it."""
    told, *commands = _NOTHING[screen.tab]
    return told.format(*map(screen.key_of, commands))
