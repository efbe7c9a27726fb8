"""On which line of a TOML text each value stands, which the standard library's reader does not say.

Reads a text that is known to be TOML, and so checks nothing; what it does not find has no line.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress

Keys = tuple[str | int, ...]
"""The keys and places that lead to a value: ("bands", 3, "approaching")."""

_BLANK = re.compile(r"[ \t\r]*")
_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r'"((?:\\.|[^"\\\n])*)"|\'([^\'\n]*)\'|([A-Za-z0-9_-]+)')
_SCALAR = re.compile(
    r'"""(?:\\.|(?!""").)*"{3,5}'
    r"|'''(?:(?!''').)*'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|[^\s,\]}#][^,\]}#\n]*",
    re.DOTALL,
)


def lines_of(text: str) -> dict[Keys, int]:
    """The line, from 1, on which each value of a TOML text begins.

    A table stands where its header or its brace is, an entry of a list where the entry begins.
    """
    finder = _Finder(text.replace("\r\n", "\n"))
    with suppress(IndexError, RecursionError):  # not TOML after all, or lists too deep to follow
        finder.read()
    return finder.lines


def line_of(lines: Mapping[Keys, int], path: Sequence[str | int]) -> int | None:
    """The line of a value, of what it would stand in where it is missing; None for neither."""
    at = tuple(path)
    while at and at not in lines:
        at = at[:-1]
    return lines.get(at)


class _Finder:
    """Goes once through a text."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Keys, int] = {}
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        self._tables: dict[Keys, int] = {}

    def read(self) -> None:
        """Note the line of every value."""
        self._skip(_SPACE)
        table: Keys = ()
        while self._at < len(self._text):
            if self._next() == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_SPACE)

    def _header(self) -> Keys:
        """A `[table]` or `[[entry]]`; gives the path of what follows it."""
        listed = self._text.startswith("[[", self._at)
        self._at += 2 if listed else 1
        *above, last = self._keys()
        self._at += 2 if listed else 1
        path: Keys = ()
        for key in above:
            path = self._entered((*path, key))
        path = (*path, last)
        self._note(path)
        if listed:
            self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, self._tables[path])
            self._note(path)
        return path

    def _entered(self, path: Keys) -> Keys:
        """A table on the way to another: the last entry where it is a list of them."""
        self._note(path)
        return (*path, self._tables[path]) if path in self._tables else path

    def _pair(self, table: Keys) -> None:
        """`key = value`, where the key may have dots."""
        path = table
        for key in self._keys():
            path = (*path, key)
            self._note(path)
        self._at += 1  # the equals sign
        self._skip(_BLANK)
        self._value(path)

    def _keys(self) -> list[str]:
        """A key's parts; stands at what follows them."""
        parts = []
        while True:
            self._skip(_BLANK)
            parts.append(self._key())
            self._skip(_BLANK)
            if self._next() != ".":
                return parts
            self._at += 1

    def _key(self) -> str:
        """One part of a key, as it is read."""
        found = _KEY.match(self._text, self._at)
        if found is None:
            raise IndexError(self._at)
        self._at = found.end()
        quoted, literal, bare = found.groups()
        return _unescaped(quoted) if quoted is not None else literal or bare or ""

    def _value(self, path: Keys) -> None:
        """A list, a table in braces, or anything else."""
        opening = self._next()
        if opening == "[":
            self._entries(path)
        elif opening == "{":
            self._inline(path)
        elif not self._skip(_SCALAR):
            raise IndexError(self._at)

    def _entries(self, path: Keys) -> None:
        """A list, over as many lines as it takes."""
        self._at += 1
        number = 0
        while self._gone_on() != "]":
            self._note((*path, number))
            self._value((*path, number))
            number += 1
            self._comma()
        self._at += 1

    def _inline(self, path: Keys) -> None:
        """A table in braces."""
        self._at += 1
        while self._gone_on() != "}":
            self._pair(path)
            self._comma()
        self._at += 1

    def _comma(self) -> None:
        """Past the comma, where there is one."""
        if self._gone_on() == ",":
            self._at += 1

    def _gone_on(self) -> str:
        """The next letter that is neither space nor comment."""
        self._skip(_SPACE)
        return self._next()

    def _next(self) -> str:
        """The letter it stands at."""
        return self._text[self._at]

    def _skip(self, what: re.Pattern[str]) -> bool:
        """Past something; whether it was there."""
        found = what.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return found is not None

    def _note(self, path: Keys) -> None:
        """That a value stands here, unless it was met before."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        self.lines.setdefault(path, self._line)


_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def _unescaped(text: str) -> str:
    """A key in quotes without its escapes."""

    def letter(found: re.Match[str]) -> str:
        code = found[1]
        return chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPES.get(code, code)

    return re.sub(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", letter, text)
