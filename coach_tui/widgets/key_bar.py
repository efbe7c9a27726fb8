"""Row 24: the keys that work here. Drops what does not fit and never overflows."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.geometry import Size

from coach_tui.widgets.paint import tone_classes
from coach_tui.widgets.span_pane import Drawn
from coach_tui.widgets.spans import Line, fit_line, join, line, line_width

Hint = tuple[str, str]
"""A key as shown, and what it does in a word or two."""

State = Literal["", "TYPING", "KEYS"]


def key_line(hints: Sequence[Hint], width: int, state: State = "") -> Line:
    """The row as a line: as many of the first hints as fit, and always the last two.

    Args:
        hints: in order of use; the last two are the ones that stay (`?` and `q`).
        width: cells.
        state: a badge before the hints, where it matters whether letters type or act.
    """
    head = line(" ", (f" {state} ", "badge"), " ") if state else line(" ")
    shown = [line((key, "key"), " ", words) for key, words in hints]
    kept, last = shown[:-2], shown[-2:]
    while True:
        drawn = head + join([*kept, *last], "  ")
        if not kept or line_width(drawn) <= width:
            return fit_line(drawn, width)
        kept.pop()


def hint_line(hints: Sequence[Hint]) -> Line:
    """Every key of a box, one behind the other; as wide as they are."""
    return line(*(span for key, words in hints for span in ((key, "key"), f" {words}  ")))


def hint_rows(hints: Sequence[Hint], width: int) -> list[Line]:
    """Every key of a box in rows of at most so many cells, none of them parted."""
    rows: list[Line] = [()]
    for key, words in hints:
        hint = line((key, "key"), f" {words}")
        joined = (*rows[-1], ("  ", ""), *hint) if rows[-1] else hint
        rows[-1:] = [joined] if line_width(joined) <= width or not rows[-1] else [rows[-1], hint]
    return rows


class KeyBar(Drawn):
    """The last row of every screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = tone_classes("key", "badge")
    DEFAULT_CSS = """
    KeyBar { height: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hints: tuple[Hint, ...] = ()
        self._state: State = ""

    def show(self, hints: Sequence[Hint], *, typing: bool = False, keys: bool = False) -> None:
        """Show these keys.

        Args:
            hints: keys and words, the last two always kept.
            typing: whether letters type: a TYPING badge.
            keys: whether to say that letters act, where a screen has both states: a KEYS badge.
        """
        self._hints = tuple(hints)
        self._state = "TYPING" if typing else "KEYS" if keys else ""
        self.redraw()

    def draw(self, size: Size) -> Sequence[Line]:
        """Its one line."""
        return (key_line(self._hints, size.width, self._state),)
