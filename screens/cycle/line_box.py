"""The box that offers the note's lines to a field (CC-19); private lines are never in it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.domain.note import NoteLine, write_line
from coach_tui.services.citations import every_line, offered_lines
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.key_bar import hint_line
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import fit_line, line
from screens.bindings import bindings_for
from screens.host import host_of

Offer = NoteLine | str
"""A line of the note, or a text that the progression proposes."""


class LineBox(ModalScreen[Offer | None], inherit_bindings=False):
    """Lines to pick one from; gives it, or None."""

    SCOPE = "lines"
    AUTO_FOCUS = ""
    CSS_PATH = "line_box.tcss"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, field: str, name: str, note: str, proposed: Sequence[str] = ()) -> None:
        """A box for a field.

        Args:
            field: name of the form field the line goes into.
            name: what the field is called on screen.
            note: the note's text.
            proposed: texts of the progression, offered behind the lines that are marked for it.
        """
        super().__init__()
        self._field = field
        self._called = name
        self._note = note
        self._proposed = tuple(proposed)
        self._all = not offered_lines(field, note) and not proposed

    @property
    def offered(self) -> tuple[Offer, ...]:
        """The lines in the box, and what the progression proposes: before unmarked lines."""
        lines = every_line(self._note) if self._all else offered_lines(self._field, self._note)
        return (*self._proposed, *lines) if self._all else (*lines, *self._proposed)

    def compose(self) -> ComposeResult:
        """What the lines are for, the lines, the keys."""
        with Vertical(classes="dialog"):
            yield SpanPane(id="lines-head")
            yield RowList(id="lines")
            yield SpanPane(id="lines-keys")

    def on_mount(self) -> None:
        """Offer the lines."""
        hints = bar_hints(self.SCOPE, Situation(), host_of(self).keys.scopes)
        self.query_one("#lines-keys", SpanPane).show([hint_line(hints)])
        self._show()

    def _show(self) -> None:
        lines, glyphs = self.offered, glyphs_of(self)
        which = "all open lines of the note" if self._all else "from your notes"
        which = f"{which} and the progression" if self._proposed else which
        head = line((glyphs.shown(self._called), "title"), f"  {which}")
        self.query_one("#lines-head", SpanPane).show([head])
        self.query_one("#lines", RowList).show(
            len(lines),
            lambda index, width: fit_line(line(" ", glyphs.shown(_text(lines[index]))), width),
            cursor=0,
            nothing=line((" No line of the note may go here.", "muted")),
        )

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_command("lines.take")

    def action_command(self, command_id: str) -> None:
        """Answer a command of the box."""
        rows = self.query_one("#lines", RowList)
        if command_id == "lines.down":
            rows.move(1)
        elif command_id == "lines.up":
            rows.move(-1)
        elif command_id == "lines.all":
            self._all = not self._all
            self._show()
        else:
            taken = command_id == "lines.take" and 0 <= rows.cursor < len(self.offered)
            self.dismiss(self.offered[rows.cursor] if taken else None)


def _text(offer: Offer) -> str:
    """An offer as the box shows it."""
    return offer if isinstance(offer, str) else write_line(offer)
