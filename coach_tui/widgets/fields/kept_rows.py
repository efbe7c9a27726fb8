"""A text area that draws only the rows that changed, so that a long text types like a short one.

The stock one draws every visible row anew at each key, and joins and measures the whole text for
each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from textual.document._wrapped_document import WrappedDocument  # there is no public name
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from coach_tui.widgets.glyphs import glyphs_of

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
        self._before: list[tuple[str, int] | None] | None = None
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
        """Make a change; of the rows in sight, those that it changes are drawn again."""
        self._changed()
        self._before = self._keys() if self.is_mounted else None
        try:
            return super().edit(edit)
        finally:
            self._before = None

    def _undo_batch(self, edits: Sequence[Edit]) -> None:
        self._changed()
        super()._undo_batch(edits)

    def _redo_batch(self, edits: Sequence[Edit]) -> None:
        self._changed()
        super()._redo_batch(edits)

    def _changed(self) -> None:
        self._joined = None
        self.changes += 1

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Have it drawn again; while a change is being made, only the rows that it changes."""
        before = self._before
        if before and repaint and not (regions or layout or recompose):
            now = self._keys()
            rows = [y for y, key in enumerate(now) if key is None or before[y : y + 1] != [key]]
            regions = tuple(Region(0, y, self.size.width, 1) for y in rows)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _keys(self) -> list[tuple[str, int] | None]:
        """What stands in each row in sight."""
        return [self._row_key(y) for y in range(self.size.height)]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part; all of them anew where the box looks otherwise than before."""
        look = self._looks()
        if look != self._look or len(self._rows) > _MOST:
            self._rows.clear()
            self._look = look
        return super().render_lines(crop)

    def _looks(self) -> object:
        """What all rows depend on: size, colours, letters, and whether the hint stands there."""
        empty, ascii_only = not self.text, glyphs_of(self).ascii_only
        return self.size, self.rich_style, self.has_focus, self.app.theme, ascii_only, empty

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
