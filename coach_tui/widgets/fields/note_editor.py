"""Timed lines: Enter starts one with the time, once the one before is on the disk."""

from __future__ import annotations

import re
from collections.abc import Callable

from textual import events
from textual.widgets.text_area import Edit, EditResult

from coach_tui.domain.note import split_stamp
from coach_tui.domain.note_form import NOTE_LIMIT
from coach_tui.domain.note_tally import NoteTally
from coach_tui.widgets.fields.text_box import TextBox

_STAMP = re.compile(r" *\d{1,2}:\d\d(?: |$)")

STAMP = 6
"""Cells of a stamp, "10:31 "."""


class NoteEditor(TextBox):
    """A text box whose lines start with the time; the first one too, once something is typed.

    Attributes:
        tally: the counts of the lines, up to date with each key.
    """

    key_hint = ("Enter", "timed line")
    """What the key bar says of this box."""

    def __init__(self, now: Callable[[], str], *, id: str | None = None) -> None:
        """Make a box.

        Args:
            now: the coach's clock, "9:05" or "10:31".
            id: its id on the screen.
        """
        self.tally = NoteTally()
        self._now = now
        super().__init__(limit=NOTE_LIMIT, id=id)

    # -- keys -------------------------------------------------------------------------------

    async def on_key(self, event: events.Key) -> None:
        """Stamp the first line, the next line, or, with Ctrl+G, here."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self._next_line()
        elif event.key == "ctrl+g":
            event.stop()
            self._stamp_here()
        elif event.key == "backspace" and self._takes_back_stamp():
            event.stop()
            event.prevent_default()
        elif event.is_printable and not self.text:
            self._put(self._stamp())

    def on_paste(self, event: events.Paste) -> None:
        """A paste of many lines is stamped once, where it begins; its lines stay as they are."""
        timed = split_stamp(event.text.lstrip()[:6] + " ")[0] is not None
        if timed and self._is_bare(self._line):  # a line from elsewhere brings its own time
            row = self.cursor_location[0]
            self.delete((row, 0), (row, len(self._line)), maintain_selection_offset=False)
        elif not self.text and not timed:
            self._put(self._stamp())

    async def _next_line(self) -> None:
        """Keep what is typed, then start a line; one that is still a bare time gets it anew."""
        if self.line_ends is not None:
            await self.line_ends()
        if self._is_bare(self._line):
            self._restamp()
        else:
            self._put(f"\n{self._stamp()}")

    def _stamp_here(self) -> None:
        """The time where the cursor is; in front of a line it takes the place of the line's own."""
        if self.cursor_location[1] <= self._stamped:
            self._restamp()
        else:
            self._put(self._stamp())

    def _restamp(self) -> None:
        row = self.cursor_location[0]
        self.replace(self._stamp(), (row, 0), (row, self._stamped))
        self.move_cursor((row, STAMP))

    @property
    def _stamped(self) -> int:
        """How many letters of the line are its time."""
        found = _STAMP.match(self._line)
        return found.end() if found else 0

    def _takes_back_stamp(self) -> bool:
        """Backspace behind a bare time takes all of it, and the line it stands in."""
        row, column = self.cursor_location
        alone = self.selection.is_empty and column == len(self._line)
        if not (alone and column and self._is_bare(self._line)):
            return False
        start = (row - 1, len(self.document.get_line(row - 1))) if row else (0, 0)
        self.delete(start, (row, column), maintain_selection_offset=False)
        return True

    @property
    def _line(self) -> str:
        """The line the cursor is in."""
        return self.document.get_line(self.cursor_location[0])

    @property
    def typed(self) -> str:
        """The line the cursor is in, up to the cursor."""
        return self._line[: self.cursor_location[1]]

    def _is_bare(self, line: str) -> bool:
        """Whether a line is only a time."""
        at, rest = split_stamp(" ".join(line.split()) + " ")
        return at is not None and not rest

    def _put(self, text: str) -> None:
        self.replace(text, *self.selection, maintain_selection_offset=False)

    def _stamp(self) -> str:
        return f"{self._now():>5} "

    # -- the text ---------------------------------------------------------------------------

    def load_text(self, text: str) -> None:
        """Put another text in, the cursor behind it."""
        super().load_text(text)
        self.tally = NoteTally.of(self.document.lines)

    def edit(self, edit: Edit) -> EditResult:
        """Make a change, and count what came and went."""
        top, bottom = sorted((edit.from_location[0], edit.to_location[0]))
        self.tally.drop(self.document.lines[top : bottom + 1])
        result = super().edit(edit)
        self.tally.add(self.document.lines[top : result.end_location[0] + 1])
        return result

    def undo(self) -> None:
        """Take the last change back."""
        super().undo()
        self.tally = NoteTally.of(self.document.lines)

    def redo(self) -> None:
        """Make it again."""
        super().redo()
        self.tally = NoteTally.of(self.document.lines)
