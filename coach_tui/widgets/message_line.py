"""Row 23: the one place where the app says something, and where in a list you are."""

from collections.abc import Sequence
from typing import ClassVar

from textual.geometry import Size

from coach_tui.text import fit_words
from coach_tui.widgets.paint import tone_classes
from coach_tui.widgets.span_pane import Drawn
from coach_tui.widgets.spans import Line, line, line_width, two_sided


class MessageLine(Drawn):
    """A message at the left and a position ("3/15", "step 3 of 5") at the right.

    Attributes:
        text: the message, "" for none.
        position: what stands at the right.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = tone_classes("muted", "error")
    DEFAULT_CSS = """
    MessageLine { height: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = ""
        self.position = ""
        self._tone = ""

    def show(
        self, text: str, *, error: bool = False, position: str | None = None, muted: bool = False
    ) -> None:
        """Say something; `position` None leaves that as it is."""
        self.text = text
        self._tone = "error" if error else "muted" if muted else ""
        self.place(self.position if position is None else position)

    def place(self, position: str) -> None:
        """Say where in the list you are, and keep the message."""
        self.position = position
        self.redraw()

    def draw(self, size: Size) -> Sequence[Line]:
        """Its one line; a message that does not fit ends with a whole word and a mark."""
        right = line((self.glyphs.shown(self.position), "muted"), " ")
        text = fit_words(self.glyphs.shown(self.text), size.width - line_width(right) - 2)
        return (two_sided(line(" ", (text, self._tone)), right, size.width),)
