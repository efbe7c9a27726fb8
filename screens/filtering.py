"""A list that is filtered as one types."""

from __future__ import annotations

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.widgets.key_bar import Hint
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import line
from screens.filter_field import FilterField
from screens.frame import ResultT
from screens.list_moves import ListMoves


class FiltersList(ListMoves[ResultT]):
    """A list with a filter field in the row above it, there only while it is typed in."""

    def filtered(self) -> None:
        """Show the rows that the filter lets through."""
        raise NotImplementedError

    def filter_row(self) -> Widget:
        """The field and what stands before it; hidden until it is asked for."""
        row = Horizontal(
            SpanPane([line((" /", "key"))], id="filter-mark"),
            FilterField(self._on_filter_typed, id="filter"),
            id="filter-row",
        )
        row.display = False
        return row

    @property
    def filter_text(self) -> str:
        """What is typed in the field."""
        found = self.query_one_optional(FilterField)
        return found.value if found is not None else ""

    @property
    def is_filtering(self) -> bool:
        """Whether the field is being typed in."""
        return isinstance(self.focused, FilterField)

    def open_filter(self) -> None:
        """Show the field and type in it, behind the words that are there."""
        self._show_field(shown=True)
        field = self.query_one(FilterField)
        field.put(f"{field.value.strip()} ".lstrip())
        field.cursor_position = len(field.value)
        field.focus()

    def clear_filter(self) -> bool:
        """Take the filter off; False where there was none."""
        had = bool(self.filter_text) or self.is_filtering
        self.query_one(FilterField).put("")
        self._show_field(shown=False)
        self.set_focus(self.moved_list())
        if had:
            self.filtered()
        return had

    def _show_field(self, *, shown: bool) -> None:
        """The field takes the place of the row that tells how much there is."""
        self.query_one("#filter-row").display = shown
        self.query_one("#counts").display = not shown

    def hints(self) -> tuple[Hint, ...]:
        """While the field is typed in, only its own keys."""
        if not self.is_filtering:
            return super().hints()
        return bar_hints("filter", Situation(typing=True), self.host.keys.scopes)

    def _on_filter_typed(self) -> None:
        """Each letter narrows the list, in the frame of its key."""
        self._told = ""
        self.filtered()

    @on(FilterField.Moved)
    def _on_filter_moved(self, event: FilterField.Moved) -> None:
        self.moved_list().move(event.rows)

    @on(FilterField.Done)
    def _on_filter_done(self, event: FilterField.Done) -> None:
        """Keys act again; the filter stays where it was kept and says something."""
        if not event.kept or not self.filter_text.strip():
            self.clear_filter()
            return
        self._show_field(shown=False)
        self.set_focus(self.moved_list())
        self.filtered()
