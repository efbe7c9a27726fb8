"""Lines of spans: what every drawing function gives, and how such lines are cut, joined, wrapped.

A span is a text and the name of its tone, "" for plain. The text has been through
`coach_tui.text.visible` (or `glyphs.shown`); widths are terminal cells.
"""

from collections.abc import Iterable, Iterator, Sequence

from coach_tui.text import fit, wrap
from coach_tui.text import width as measured

Span = tuple[str, str]
Line = tuple[Span, ...]

EMPTY: Line = ()

_ONE_CELL = frozenset("■░▒▓│─├┤┌┐└┘●►○▲◄")
_SOFT_HYPHEN = "\u00ad"
_FIRST_COMBINING = "\u0300"


def cells(text: str) -> int:
    """How many cells a text takes; knows our own letters without the large tables."""
    return len(text) if text.isascii() or all(map(_is_one_cell, text)) else measured(text)


def _is_one_cell(char: str) -> bool:
    """Whether a character is Latin or one of our own letters."""
    return (char < _FIRST_COMBINING and char != _SOFT_HYPHEN) or char in _ONE_CELL


def roomiest(forms: Sequence[str], room: int) -> str:
    """The first of several forms of one thing that fits in so many cells, else the last."""
    return next((form for form in forms if cells(form) <= room), forms[-1])


def line(*parts: str | Span) -> Line:
    """A line of plain texts and spans, those without text left out."""
    spans = ((part, "") if isinstance(part, str) else part for part in parts)
    return tuple(span for span in spans if span[0])


def line_width(drawn: Line) -> int:
    """How many cells a line takes."""
    return sum(cells(text) for text, _ in drawn)


def plain(drawn: Line) -> str:
    """A line as plain text."""
    return "".join(text for text, _ in drawn)


def plain_text(lines: Iterable[Line]) -> str:
    """Lines as plain text, without the spaces at their ends."""
    return "\n".join(plain(drawn).rstrip() for drawn in lines)


def fit_line(drawn: Line, width: int) -> Line:
    """A line cut to at most so many cells; what was cut ends with `~`."""
    if line_width(drawn) <= width:
        return drawn
    kept: list[Span] = []
    room = max(0, width)
    for text, tone in drawn:
        taken = cells(text)
        if taken > room or (taken == room and line_width(drawn) > width):
            kept.append((_cut(text, room), tone))
            break
        kept.append((text, tone))
        room -= taken
    return tuple(span for span in kept if span[0])


def _cut(text: str, room: int) -> str:
    """A text with a mark for what follows it, in so many cells."""
    return fit(text + "~~", room) if room > 0 else ""


def pad_line(drawn: Line, width: int, tone: str = "") -> Line:
    """A line cut or filled to exactly so many cells.

    Args:
        drawn: the line.
        width: the cells it is to take.
        tone: the tone of what is filled in.
    """
    kept = fit_line(drawn, width)
    room = width - line_width(kept)
    return (*kept, (" " * room, tone)) if room > 0 else kept


def join(lines: Sequence[Line], between: str = " ", tone: str = "") -> Line:
    """Lines put one behind the other, with a text in between."""
    joined: list[Span] = []
    for number, drawn in enumerate(lines):
        if number and between:
            joined.append((between, tone))
        joined.extend(drawn)
    return tuple(joined)


def retone(drawn: Line, tone: str) -> Line:
    """A line all in one tone."""
    return ((plain(drawn), tone),) if drawn else EMPTY


def two_sided(left: Line, right: Line, width: int) -> Line:
    """A line with a left and a right part; the left one is cut first, the right one last."""
    right = fit_line(right, width)
    room = width - line_width(right)
    gap = 1 if right and room > 1 else 0
    return pad_line(left, room - gap) + ((" ", ""),) * gap + right


def beside(left: Sequence[Line], right: Sequence[Line], at: int) -> tuple[Line, ...]:
    """Two blocks side by side, the right one starting at a column."""
    rows = max(len(left), len(right))
    return tuple(
        (pad_line(_row(left, y), at) + _row(right, y)) if y < len(right) else _row(left, y)
        for y in range(rows)
    )


def _row(lines: Sequence[Line], y: int) -> Line:
    return lines[y] if y < len(lines) else EMPTY


def wrap_text(text: str, width: int, tone: str = "") -> tuple[Line, ...]:
    """A text as lines of one tone, broken at spaces where it can be."""
    return tuple(line((row, tone)) for row in wrap(text, width))


def wrap_line(drawn: Line, width: int, hang: int = 0) -> tuple[Line, ...]:
    """A line of several tones as lines of at most so many cells.

    Args:
        drawn: the line. Where its first `hang` cells end with a space they stay as they are, a
            label or a mark; of the rest, runs of spaces become one.
        width: the most cells of a line.
        hang: how far the second and later lines are set in.
    """
    head, rest = _parted(drawn, hang)
    if not plain(head).endswith(" "):
        head, rest = EMPTY, drawn
    rows = _wrapped(rest, max(1, width - hang))
    gap: Line = ((" " * hang, ""),) if hang else EMPTY
    return tuple((*(gap if number else head), *row) for number, row in enumerate(rows))


def _parted(drawn: Line, at: int) -> tuple[Line, Line]:
    """A line's first cells, and what follows them."""
    head: list[Span] = []
    for index, (text, tone) in enumerate(drawn):
        if cells(text) > at:
            keep = next(n for n in range(len(text), -1, -1) if cells(text[:n]) <= at)
            cut = ((text[:keep], tone),) if keep else ()
            return (*head, *cut), ((text[keep:], tone), *drawn[index + 1 :])
        head.append((text, tone))
        at -= cells(text)
    return tuple(head), EMPTY


def _wrapped(drawn: Line, width: int) -> list[Line]:
    """The words of a line in rows; at least one row."""
    rows: list[Line] = []
    row: Line = EMPTY
    for word, spaced in _words(drawn, width):
        joined = (*row, (" ", ""), *word) if row and spaced else (*row, *word)
        if row and line_width(joined) > width:
            rows.append(row)
            joined = word
        row = joined
    return [*rows, row] if row or not rows else rows


def _words(drawn: Line, width: int) -> Iterator[tuple[Line, bool]]:
    """The words of a line and whether a space goes before; one may be of several tones.

    A word wider than a row comes in pieces.
    """
    for word in _split(drawn):
        if line_width(word) <= width:
            yield word, True
            continue
        pieces = [(piece, tone) for text, tone in word for piece in wrap(text, width)]
        yield from (((piece,), index == 0) for index, piece in enumerate(pieces))


def _split(drawn: Line) -> list[Line]:
    """A line broken at its spaces only: what touches stays together."""
    words: list[Line] = []
    apart = True
    for text, tone in drawn:
        apart = apart or text[:1].isspace()
        for word in text.split():
            if apart:
                words.append(EMPTY)
            words[-1] += ((word, tone),)
            apart = True
        apart = text[-1:].isspace() if text else apart
    return words
