"""Terminals in memory that know wide letters, and what shows on them."""

from __future__ import annotations

from collections.abc import Iterator

import pyte
from pyte.screens import Char
from rich.cells import get_character_cell_size, split_graphemes

Cell = tuple[str, ...]
"""A letter, its colors and its other looks, as they are seen."""


class Terminal(pyte.Screen):
    """A terminal of today: marks and joined letters are one letter, and take the cells of one.

    Lines do not wrap, and a wide letter is gone once something stands on one of its halves.
    """

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self._stream = pyte.Stream(self)
        self.told = ""

    def feed(self, text: str) -> None:
        """Show what is sent."""
        self.told += text
        self._stream.feed(text)

    def draw(self, data: str) -> None:
        """Show letters where the cursor is."""
        for letter, width in self.letters_of(data):
            if width:
                self._place(letter, width)
            else:
                self._put_on(letter)
        self.dirty.add(self.cursor.y)

    def letters_of(self, text: str) -> Iterator[tuple[str, int]]:
        """The letters of a text, each with the cells it takes."""
        for start, end, width in split_graphemes(text)[0]:
            yield text[start:end], width

    def _place(self, letter: str, width: int) -> None:
        x, line = min(self.cursor.x, self.columns - width), self.buffer[self.cursor.y]
        for edge in (x, x + width):
            if 0 < edge < self.columns and line[edge].data == "":
                line[edge - 1] = line[edge - 1]._replace(data=" ")
                line[edge] = line[edge]._replace(data=" ")
        for at, data in zip(range(x, x + width), (letter, ""), strict=False):
            line[at] = self.cursor.attrs._replace(data=data)
        self.cursor.x = x + width

    def _put_on(self, mark: str) -> None:
        x, line = self.cursor.x - 1, self.buffer[self.cursor.y]
        x -= line[x].data == ""
        if x >= 0:
            line[x] = line[x]._replace(data=line[x].data + mark)

    def row(self, y: int) -> list[Cell]:
        """What is seen in a row."""
        return [_seen(self.buffer[y][x]) for x in range(self.columns)]

    def rows(self) -> list[list[Cell]]:
        """What is seen in all rows."""
        return [self.row(y) for y in range(self.lines)]

    def scribble(self, text: str) -> None:
        """Write on the screen as another program would, and leave the cursor as it was."""
        self._stream.feed(f"\x1b7\x1b[m{text}\x1b8")


class OldTerminal(Terminal):
    """A terminal that measures one character at a time, and thinks joined letters wider."""

    def letters_of(self, text: str) -> Iterator[tuple[str, int]]:
        """Each character with its own width."""
        return ((char, get_character_cell_size(char)) for char in text)


def _seen(char: Char) -> Cell:
    """A cell as it is seen: the color of letters does not show on a blank.

    Nor do marks that begin a text count: they have no cell of their own. Textual leaves them to the
    blank before the text, one more each time it draws it; ours leaves them out.
    """
    lines = tuple(
        name for name in ("underscore", "strikethrough", "reverse") if getattr(char, name)
    )
    letter = " " if char.data.startswith(" ") else char.data
    if letter == " " and not lines:
        return (" ", char.bg)
    looks = tuple(name for name in ("bold", "italics", "blink") if getattr(char, name))
    return (letter, char.fg, char.bg, *looks, *lines)


def differences(one: Terminal, other: Terminal) -> list[tuple[int, int, Cell, Cell]]:
    """The cells that are seen to differ: row, column, and what each terminal shows there."""
    return [
        (y, x, here, there)
        for y in range(one.lines)
        if one.buffer[y] != other.buffer[y]
        for x, (here, there) in enumerate(zip(one.row(y), other.row(y), strict=True))
        if here != there
    ]
