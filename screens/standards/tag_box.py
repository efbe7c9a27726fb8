"""The box that files a recorded cycle or contact under the coach's standards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.services.filing import Tags
from coach_tui.text import pad
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.key_bar import hint_line
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, fit_line, line
from screens.bindings import bindings_for
from screens.host import host_of
from screens.reading import ReadingScreen

if TYPE_CHECKING:
    from coach_tui.domain.standards_framework import Standard


def open_tags(screen: ReadingScreen[Any], kind: str, record_id: str) -> None:
    """Open the box for a record, and save what it gives, or say why not."""
    filing = screen.host.desk.standards.filing
    tags = screen.attempt(lambda: filing.open(kind, record_id))
    if tags is None:
        return

    def chosen(keys: tuple[str, ...] | None) -> None:
        if keys is not None:
            screen.change(
                lambda: filing.save(tags, keys), lambda now: _filed_words(screen, tags, now)
            )

    screen.app.push_screen(TagBox(tags), chosen)


def _filed_words(screen: ReadingScreen[Any], tags: Tags, now: tuple[str, ...]) -> str:
    """Under what a record is filed now, and the key that takes it back."""
    if now == tags.record.standards:
        return "Filed as before; nothing was changed."
    under = f"filed under {', '.join(now)}" if now else "filed under no standard"
    what, undo = f"{tags.what[:1].upper()}{tags.what[1:]}", screen.key_of("app.undo")
    return f"{what} is {screen.host.glyphs.shown(under)}. {undo} undoes it."


class TagBox(ModalScreen[tuple[str, ...] | None], inherit_bindings=False):
    """All standards to tick; gives those ticked, or None where it was closed."""

    SCOPE = "tags"
    AUTO_FOCUS = ""
    CSS_PATH = "standards.tcss"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, tags: Tags) -> None:
        super().__init__()
        self._tags = tags
        self._ticked = set(tags.record.standards)

    def compose(self) -> ComposeResult:
        """What is filed, the standards, the keys."""
        with Vertical(classes="dialog"):
            yield SpanPane(id="tags-head")
            yield RowList(id="tags")
            yield SpanPane(id="tags-keys")

    def on_mount(self) -> None:
        """Show the standards with their ticks."""
        host = host_of(self)
        now = Situation(readonly=host.desk.readonly)
        hints = bar_hints(self.SCOPE, now, host.keys.scopes)
        self.query_one("#tags-keys", SpanPane).show([hint_line(hints)])
        head = line(("File under standards", "title"), f"  {self._tags.what}")
        self.query_one("#tags-head", SpanPane).show([head])
        self.query_one(RowList).show(len(self._standards), self._row, cursor=0)

    @property
    def _standards(self) -> tuple[Standard, ...]:
        return self._tags.standards.standards

    def _row(self, index: int, width: int) -> Line:
        standard, shown = self._standards[index], glyphs_of(self).shown
        box = "[x]" if standard.id in self._ticked else "[ ]"
        return fit_line(line(f" {box} ", pad(standard.id, 4), shown(standard.name)), width)

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_command("tags.tick")

    def action_command(self, command_id: str) -> None:
        """Answer a command of the box."""
        rows = self.query_one(RowList)
        if command_id == "tags.tick":
            self._ticked ^= {self._standards[rows.cursor].id}
            rows.redraw(rows.cursor)
        elif command_id in ("tags.down", "tags.up"):
            rows.move(1 if command_id == "tags.down" else -1)
        elif command_id in ("tags.page_down", "tags.page_up"):
            rows.page(1 if command_id == "tags.page_down" else -1)
        else:
            self.dismiss(tuple(self._ticked) if command_id == "tags.save" else None)
