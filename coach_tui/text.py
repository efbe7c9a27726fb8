"""User text is hostile: the one helper that every word typed or read passes through.

`clean_line` and `clean_block` are for the way in (what is stored), `visible` for the way out (what
is drawn), `fit` and `pad` for columns. All return plain str; nothing is ever read as markup.
"""

import unicodedata
from collections.abc import Iterator

LINE_LIMIT = 500
"""Longest one-line text that is kept, in characters."""

BLOCK_LIMIT = 20_000
"""Longest many-line text that is kept, in characters."""

# Bidirectional controls can make a line read otherwise than it is stored; line and paragraph
# separators would break a row; the byte order mark and zero-width letters hide in names.
_UNSAFE = frozenset("\u061c\u200b\u200e\u200f\u2028\u2029\u2060\ufeff")
_BIDI = range(0x202A, 0x202F), range(0x2066, 0x206A)


def is_unsafe(char: str) -> bool:
    """Whether a character controls the terminal or the reading order instead of showing."""
    code = ord(char)
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000:
        return True
    return char in _UNSAFE or any(code in span for span in _BIDI)


def _plain(text: str) -> bool:
    """Whether a text is printable ASCII, the common case that needs no work."""
    return text.isascii() and text.isprintable()


def clean_line(text: str) -> str:
    """A text as one stored line: NFC, controls turned into spaces, runs of spaces folded."""
    if not _plain(text):
        text = unicodedata.normalize("NFC", "".join(" " if is_unsafe(c) else c for c in text))
    return " ".join(text.split())


def clean_block(text: str) -> str:
    """A text of many lines as it is stored: NFC, controls dropped, line ends made one kind."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").split("\n")
    kept = ("".join(c for c in line if not is_unsafe(c)).rstrip() for line in lines)
    return unicodedata.normalize("NFC", "\n".join(kept)).strip("\n")


def visible(text: str, *, ascii_only: bool = False) -> str:
    """A stored text as it may be drawn: one line, and every unsafe character a plain `?`.

    Args:
        text: anything, from a file that may have been edited by hand.
        ascii_only: names without accents and `?` for what has no plain letter, for terminals that
            cannot draw more.
    """
    if _plain(text):
        return text
    shown = "".join("?" if is_unsafe(c) else c for c in text)
    return to_ascii(shown) if ascii_only else unicodedata.normalize("NFC", shown)


_ASCII_TWINS = str.maketrans(
    {"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": ".", "ß": "ss",
     "Æ": "AE", "æ": "ae", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "Ł": "L", "ł": "l", "ı": "i"}
)  # fmt: skip


def to_ascii(text: str) -> str:
    """A text in ASCII: accents dropped, `?` for what has no plain letter."""
    folded = unicodedata.normalize("NFKD", text.translate(_ASCII_TWINS))
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return bare.encode("ascii", "replace").decode("ascii")


def width(text: str) -> int:
    """How many terminal cells a drawn text takes."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # its tables are large: only where a name needs them

    return max(0, wcswidth(text))


def fit(text: str, cells: int, *, mark: str = "~") -> str:
    """A text cut to at most so many cells; what was cut ends with a mark.

    Args:
        text: a text as `visible` gives it.
        cells: the most cells it may take.
        mark: one cell wide, says that something was cut.
    """
    if len(text) > 4 * cells + 8:  # a 10,000-letter line is not measured letter by letter
        text = text[: 4 * cells + 8]
    if width(text) <= cells:
        return text
    if cells <= 0:
        return ""
    kept = text[:cells]
    while kept and width(kept) > cells - 1:
        kept = kept[:-1]
    return kept + mark


_LONG_WORD = 12
"""Cells of a word that is cut rather than left out whole."""


def fit_words(text: str, cells: int) -> str:
    """A sentence cut to at most so many cells, between two words where none of them is long."""
    kept = fit(text, cells)
    if kept == text:
        return text
    whole, _, part = kept[:-1].rpartition(" ")
    if not whole or len(part) >= _LONG_WORD:
        return kept
    return whole if whole.endswith("~") else f"{whole} ~"


NAME_CELLS = 24
"""Cells that a name takes at most in a sentence, so that what is said of it is read too."""


def short_name(name: str) -> str:
    """A name as a sentence has it."""
    return fit(visible(name), NAME_CELLS)


def pad(text: str, cells: int, *, right: bool = False, mark: str = "~") -> str:
    """A text cut or filled to exactly so many cells, at its left or, with `right`, at its right."""
    kept = fit(text, cells, mark=mark)
    room = " " * (cells - width(kept))
    return room + kept if right else kept + room


def wrap(text: str, cells: int) -> list[str]:
    """A text as lines of at most so many cells, broken at spaces where it can be."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, max(1, cells)))
    return lines


def _wrap_paragraph(paragraph: str, cells: int) -> list[str]:
    """One paragraph as lines; an empty one stays one empty line."""
    lines: list[str] = []
    line = ""
    for word in paragraph.split():
        joined = f"{line} {word}" if line else word
        if width(joined) <= cells:
            line = joined
            continue
        if line:
            lines.append(line)
        *pieces, line = _pieces(word, cells)
        lines.extend(pieces)
    return [*lines, line] if line or not lines else lines


def _pieces(word: str, cells: int) -> list[str]:
    """A word too long for a line, in parts that fit; at least one, the last may be short."""
    pieces: list[str] = []
    part, used = "", 0
    for letter in _letters(word):
        step = width(letter)
        if used + step > cells and part:
            pieces.append(part)
            part, used = "", 0
        part, used = part + letter, used + step
    return [*pieces, part]


def _letters(word: str) -> Iterator[str]:
    """The letters of a word, each with the marks that sit on it and may widen it."""
    letter = ""
    for char in word:
        if letter and width(char):
            yield letter
            letter = ""
        letter += char
    yield letter
