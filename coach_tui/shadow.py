"""A shadow of what the terminal shows, and the least that must be sent for it to show the rest.

A cell has a letter and a look (see `pen`). A letter is one character with the marks on it; the
right half of a wide one is the empty letter, and None is a cell of which nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Generic, TypeVar

from coach_tui.pen import alike_on_blanks, turn

Source = TypeVar("Source")
"""What is drawn; sources that are equal look the same."""

Letters = list[str | None]

GAP = 5
"""Cells that stay as they are and are sent all the same, since a move costs as much."""

_PICTOGRAPHS = "\U0001f000"


@dataclass(slots=True)
class Cells:
    """Cells side by side.

    Attributes:
        letters: what stands in each.
        looks: what each looks like.
    """

    letters: Letters
    looks: list[str]

    @classmethod
    def unknown(cls, width: int) -> Cells:
        """So many cells of which nothing is known."""
        return cls([None] * width, [""] * width)

    def copy(self) -> Cells:
        """The same, to be kept while these change."""
        return Cells(self.letters[:], self.looks[:])

    def __len__(self) -> int:
        return len(self.letters)


@dataclass(slots=True)
class _Row(Generic[Source]):
    """A row, and which sources its cells came from: by column, where each ends."""

    cells: Cells
    sources: dict[int, tuple[int, Source]] = field(default_factory=dict)

    def shows(self, x: int, source: Source) -> bool:
        """Whether a source, or one that equals it, stands at a column, all of it."""
        shown = self.sources.get(x)
        return shown is not None and (shown[1] is source or shown[1] == source)

    def put(self, x: int, source: Source, new: Cells) -> None:
        """Let a source's cells stand at a column; what reaches over the side is cut off."""
        row, end = self.cells, min(x + len(new), len(self.cells))
        self._cut(x)
        self._cut(end)
        self._forget_sources(x, end)
        self.sources[x] = (end, source)
        row.letters[x:end] = new.letters[: end - x]
        row.looks[x:end] = new.looks[: end - x]
        if end - x < len(new) and new.letters[end - x] == "":
            row.letters[end - 1] = " "

    def _cut(self, x: int) -> None:
        """Before something stands on one half of a wide letter, leave blanks in its place."""
        letters = self.cells.letters
        if 0 < x < len(letters) and letters[x] == "":
            letters[x - 1 : x + 1] = [" ", " "]
            self._forget_sources(x - 1, x + 1)

    def _forget_sources(self, x: int, end: int) -> None:
        """None of the sources between two columns stands there whole any more."""
        for at, (until, _) in list(self.sources.items()):
            if at < end and until > x:
                del self.sources[at]


class Shadow(Generic[Source]):
    """What the terminal shows, row by row."""

    def __init__(self, read: Callable[[Source], Cells]) -> None:
        """A shadow of a terminal of no size, which shows nothing.

        Args:
            read: gives a source's cells.
        """
        self._read = read
        self._size = (0, 0)
        self._rows: list[_Row[Source]] = []

    def fit(self, width: int, height: int) -> None:
        """Be of a size, in cells; nothing is known of a terminal that has just changed its own."""
        if self._size != (width, height):
            self._size = (width, height)
            self.forget()

    def forget(self) -> None:
        """Know nothing of what the terminal shows, so that all that is drawn is sent."""
        width, height = self._size
        self._rows = [_Row(Cells.unknown(width)) for _ in range(height)]

    def draw(self, pieces: Iterable[tuple[int, int, Source]]) -> str:
        """Draw sources, each at a row and a column; gives what the terminal has to be sent."""
        before: dict[int, Cells] = {}
        width, height = self._size
        for y, x, source in pieces:
            if y >= height or x >= width or self._rows[y].shows(x, source):
                continue
            row, new = self._rows[y], self._read(source)
            if not len(new):
                continue
            if y not in before:
                before[y] = row.cells.copy()
            row.put(x, source, new)
        return _written((y, before[y], self._rows[y].cells) for y in sorted(before))


def _written(rows: Iterable[tuple[int, Cells, Cells]]) -> str:
    """What turns rows, each with its number, from what they were into what they are."""
    out: list[str] = []
    look = ""
    for y, old, new in rows:
        move = f"\x1b[{y + 1};%dH"
        for start, end in _runs(new, _disturbed(new.letters, _changed(old, new))):
            out.append(move % (start + 1))
            move = "\x1b[%dG"
            for next_look, columns in groupby(range(start, end), new.looks.__getitem__):
                text = _text(new.letters, list(columns))
                if text.strip(" ") or not alike_on_blanks(look, next_look):
                    out.append(turn(look, next_look))
                    look = next_look
                out.append(text)
    return "".join((*out, turn(look, "")))


def _changed(old: Cells, new: Cells) -> list[int]:
    """The columns of cells that are known, and do not show the same as before."""
    if old == new:
        return []
    pairs = enumerate(zip(old.letters, new.letters, old.looks, new.looks, strict=True))
    return [
        x
        for x, (was, letter, look, new_look) in pairs
        if letter is not None
        and (
            was != letter
            or (look != new_look and not (letter == " " and alike_on_blanks(look, new_look)))
        )
    ]


def _disturbed(letters: Letters, changed: list[int]) -> list[int]:
    """The changed columns, other halves, and where terminals may put what is before them."""
    if all((letters[x] or "é").isascii() for x in changed):
        return changed
    wanted, reach, found = set(changed), 0, []
    for x in range(max(0, changed[0] - 1), len(letters)):
        letter = letters[x]
        half = x + 1 in wanted and letters[x + 1] == ""
        if letter is not None and (x in wanted or x < reach or half):
            found.append(x)
            if letter and _is_loose(letter):
                reach = max(reach, x + 2 * len(letter))
            if x + 1 < len(letters) and letters[x + 1] == "":
                wanted.add(x + 1)
    return found


def _is_loose(letter: str) -> bool:
    """Whether terminals differ on how many cells a letter takes."""
    return len(letter) > 1 or letter >= _PICTOGRAPHS


def _runs(cells: Cells, columns: list[int]) -> Iterator[tuple[int, int]]:
    """Columns as runs, begin and end; a short gap that looks like what is before it is filled."""
    if not columns:
        return
    start = last = columns[0]
    for x in columns[1:]:
        if x > last + 1 and not _fills(cells, last, x):
            yield start, last + 1
            start = x
        last = x
    yield start, last + 1


def _fills(cells: Cells, last: int, x: int) -> bool:
    """Whether the cells between two columns are sent in fewer bytes than a move over them."""
    if x - last - 1 > GAP:
        return False
    look, gap = cells.looks[last], range(last + 1, x)
    return all(cells.looks[k] == look and (cells.letters[k] or "é").isascii() for k in gap)


def _text(letters: Letters, columns: list[int]) -> str:
    """Letters of one look side by side; where a loose one ends is said."""
    text = "".join(letters[x] or "" for x in columns)
    if text.isascii():
        return text
    return "".join(_loose(letters, x) for x in columns)


def _loose(letters: Letters, x: int) -> str:
    """One letter; a loose one on as many blanks as it should take, and the cursor behind them."""
    letter = letters[x] or ""
    if not letter or not _is_loose(letter):
        return letter
    width = 2 if letters[x + 1 : x + 2] == [""] else 1
    behind = f"\x1b[{x + width + 1}G" if x + width < len(letters) else ""
    return f"{' ' * width}\x1b[{x + 1}G{letter}{behind}"
