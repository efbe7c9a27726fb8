"""The steps of a cycle on one line: which hold something, and which is on screen."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.geometry import Size

from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.paint import tone_classes
from coach_tui.widgets.span_pane import Drawn
from coach_tui.widgets.spans import Line, Span, fit_line, line_width


def stepper(
    names: Sequence[str], current: int, done: Collection[int], width: int, glyphs: Glyphs
) -> Line:
    """The line. Where it does not fit, only the step on screen keeps its name.

    Args:
        names: the steps' names, in order.
        current: the number of the step on screen, from 1.
        done: the numbers of the steps that hold something.
        width: cells.
        glyphs: the letters to draw with.
    """
    full = _steps(names, current, done, glyphs)
    if line_width(full) <= width:
        return full
    short = [name if number == current else "" for number, name in enumerate(names, 1)]
    return fit_line(_steps(short, current, done, glyphs), width)


def _steps(names: Sequence[str], current: int, done: Collection[int], glyphs: Glyphs) -> Line:
    spans: list[Span] = [(" ", "")]
    for number, name in enumerate(names, 1):
        if number > 1:
            spans.append((glyphs.across * 2, "rule"))
        here, held = number == current, number in done
        mark = glyphs.here if here else glyphs.done if held else glyphs.todo
        text = f" {mark} {number} {name}".rstrip() + " "
        spans.append((text, "selected" if here else "" if held else "muted"))
    return tuple(spans)


class Stepper(Drawn):
    """Row 2 of a cycle."""

    COMPONENT_CLASSES: ClassVar[set[str]] = tone_classes("selected", "muted", "rule")
    DEFAULT_CSS = """
    Stepper { height: 1; }
    """

    def __init__(self, names: Sequence[str] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = tuple(names)
        self._current = 1
        self._done: frozenset[int] = frozenset()

    def show(self, current: int, done: Collection[int]) -> None:
        """Show which step is on screen and which hold something, both counted from 1."""
        self._current = current
        self._done = frozenset(done)
        self.redraw()

    def draw(self, size: Size) -> Sequence[Line]:
        """Its one line."""
        return (stepper(self._names, self._current, self._done, size.width, self.glyphs),)
