"""A text area that draws only the rows that changed, so that a long text types like a short one.

The stock one draws every visible row anew at each key, and joins and measures the whole text for
each of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.document._wrapped_document import WrappedDocument  # there is no public name
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

_MOST = 2_000
"""Rows kept; a long scroll through a long text starts again from none."""


class _Measured(WrappedDocument):
    """Knows its height; the stock one adds up every line, several times a key."""

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self._offset_to_line_info)


class KeepsRows(TextArea):
    """Keeps drawn rows by what stands in them, and the joined text until it changes.

    Attributes:
        changes: how often the text was changed, which is quicker to compare than the text.
    """

    def __init__(self, text: str, **options: object) -> None:
        self.changes = 0
        self._joined: str | None = None
        self._rows: dict[tuple[str, int], Strip] = {}
        self._look: object = None
        super().__init__(text, **options)  # type: ignore[arg-type]  # the stock ones, passed on

    @property
    def text(self) -> str:
        """The whole text, joined once for each change."""
        if self._joined is None:
            self._joined = self.document.text
        return self._joined

    @text.setter
    def text(self, value: str) -> None:
        self.load_text(value)

    def _set_document(self, text: str, language: str | None) -> None:
        self._changed()
        super()._set_document(text, language)
        self.wrapped_document.__class__ = _Measured

    def edit(self, edit: Edit) -> EditResult:
        """Make a change."""
        self._changed()
        return super().edit(edit)

    def _undo_batch(self, edits: Sequence[Edit]) -> None:
        self._changed()
        super()._undo_batch(edits)

    def _redo_batch(self, edits: Sequence[Edit]) -> None:
        self._changed()
        super()._redo_batch(edits)

    def _changed(self) -> None:
        self._joined = None
        self.changes += 1

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part; all of them anew where the box looks otherwise than before."""
        look = (
            self.size,
            self.rich_style,
            self.has_focus,
            self.app.theme,
            self.app.has_class("-ascii"),
        )
        if look != self._look or len(self._rows) > _MOST:
            self._rows.clear()
            self._look = look
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row, as it was drawn before where the same stands in it."""
        key = self._row_key(y)
        if key is None:
            return self.draw_row(y)
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = self.draw_row(y)
        return row

    def draw_row(self, y: int) -> Strip:
        """One row, drawn."""
        return super().render_line(y)

    def _row_key(self, y: int) -> tuple[str, int] | None:
        """What stands in a row: its line, and which part of it; None where the cursor does."""
        at = self.scroll_offset.y + y
        rows = self.wrapped_document._offset_to_line_info  # the public way divides each line anew
        if at >= len(rows):
            return "", -1
        line, part = rows[at]
        top, bottom = sorted((self.selection.start[0], self.selection.end[0]))
        return None if top <= line <= bottom else (self.document.get_line(line), part)
