"""Textual's drawing taken apart: which strip stands where, and which cells are in a strip.

All that reads parts of Textual that are not public is here, and in the one method that
`changed_cells` overrides. It is right for one version of Textual.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import textual
from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from coach_tui.pen import LINK
from coach_tui.shadow import Cells

KNOWN = "8.2.8"
"""The version of Textual whose parts these are."""


class NotCells(Exception):
    """Something is to be drawn that is no letter in a cell, such as a control sequence."""


class Sent(CompositorUpdate):
    """An update that has already been written out."""

    def __init__(self, text: str) -> None:
        self._text = text

    def render_segments(self, _console: Console) -> str:
        """What is sent to the terminal."""
        return self._text


def check_version() -> None:
    """See that this is the version of Textual that is known here.

    Its folder is looked for, since to ask for the version takes as long as a tenth of the start.

    Raises:
        RuntimeError: it is another one.
    """
    if not (Path(textual.__file__).parents[1] / f"textual-{KNOWN}.dist-info").is_dir():
        raise RuntimeError(f"Textual is not {KNOWN}")


def pieces(update: object) -> Iterator[tuple[int, int, Strip]]:
    """The strips of an update, each with its row and its column.

    Raises:
        NotCells: it is no update of a full screen.
    """
    if isinstance(update, LayoutUpdate):
        yield from _whole(update)
    elif isinstance(update, ChopsUpdate):
        yield from _parts(update)
    else:
        raise NotCells(update)


def _whole(update: LayoutUpdate) -> Iterator[tuple[int, int, Strip]]:
    for y, line in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in line:
            yield y, x, strip
            x += strip.cell_length


def _parts(update: ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """The strips that the spans touch, cut off where a span ends, as the stock update cuts them."""
    for y, left, right in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x >= right or end <= left:
                continue
            yield y, x, strip if end <= right else strip.crop(0, right - x)


def cells(strip: Strip, colors: ColorSystem) -> Cells:
    """The cells of a strip, in the colors that the terminal has.

    Raises:
        NotCells: there is a control sequence in it.
    """
    letters: list[str | None] = []
    looks: list[str] = []
    for text, style, control in strip._segments:
        if control:
            raise NotCells(text)
        if text.isascii() and text.isprintable():
            found: str | tuple[str, ...] = text
        else:
            marks, found = _letters(text)
            _put_on(letters, marks)
        letters += found
        looks += [_look(style, colors) if style else ""] * len(found)
    return Cells(letters, looks)


def _look(style: Style, colors: ColorSystem) -> str:
    """A style's codes, which it keeps by itself once it has them, and its link."""
    codes = style._ansi
    if codes is None:
        codes = Strip.render_ansi(style, colors)
    return f"{codes}{LINK}id={style._link_id};{style._link}" if style._link else codes


@lru_cache(maxsize=2048)
def _letters(text: str) -> tuple[str, tuple[str, ...]]:
    """The marks a text begins with, and its letters, one a cell."""
    if any(char < " " or "\x7f" <= char < "\xa0" for char in text):
        raise NotCells(text)
    marks, letters = "", []
    for start, end, width in split_graphemes(text)[0]:
        if width:
            letters += [text[start:end], *[""] * (width - 1)]
        else:
            marks += text[start:end]
    return marks, tuple(letters)


def _put_on(letters: list[str | None], marks: str) -> None:
    """Put marks on the last letter there is."""
    at = -2 if letters[-1:] == [""] else -1
    if marks and letters:
        letters[at] = f"{letters[at]}{marks}"
