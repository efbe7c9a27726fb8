"""Keys: how they are printed, how a person writes them, and which of them every terminal sends."""

from __future__ import annotations

from collections.abc import Iterable

from coach_tui.errors import Refused
from coach_tui.text import fit, visible

SIGNS = {
    "!": "exclamation_mark",
    '"': "quotation_mark",
    "#": "number_sign",
    "$": "dollar_sign",
    "%": "percent_sign",
    "&": "ampersand",
    "'": "apostrophe",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "*": "asterisk",
    "+": "plus",
    ",": "comma",
    "-": "minus",
    ".": "full_stop",
    "/": "slash",
    ":": "colon",
    ";": "semicolon",
    "<": "less_than_sign",
    "=": "equals_sign",
    ">": "greater_than_sign",
    "?": "question_mark",
    "@": "at",
    "[": "left_square_bracket",
    "\\": "backslash",
    "]": "right_square_bracket",
    "^": "circumflex_accent",
    "_": "underscore",
    "`": "grave_accent",
    "{": "left_curly_bracket",
    "|": "vertical_line",
    "}": "right_curly_bracket",
    "~": "tilde",
}
"""Textual's name for each sign of a plain keyboard."""

KEY_NAMES = {
    **{name: sign for sign, name in SIGNS.items()},
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "insert": "Ins",
    "delete": "Del",
    "backspace": "Backspace",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
"""How a key is written where Textual's name for it is not what is printed on it."""

_ALSO = {
    "return": "enter",
    "spacebar": "space",
    "page-up": "pageup",
    "page-down": "pagedown",
    "ins": "insert",
    "del": "delete",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "esc": "escape",
    "backtab": "shift+tab",
}

_ARRIVES_AS = {
    "h": "Backspace",
    "i": "Tab",
    "j": "Enter",
    "m": "Enter",
    "[": "Esc",
    "left_square_bracket": "Esc",
}

_LETTERS = "abcdefghijklmnopqrstuvwxyz"

_SENT = (*_LETTERS, *_LETTERS.upper(), *"0123456789", *SIGNS)
"""Keys that type a sign of their own."""

_CONTROL = tuple(f"ctrl+{letter}" for letter in _LETTERS if letter not in (*_ARRIVES_AS, "c"))

SENDABLE = frozenset(
    {*(SIGNS.get(key, key) for key in _SENT), *KEY_NAMES, *_CONTROL},
)
"""All keys, by Textual's names, that every terminal sends as themselves."""

OF_FIELDS = frozenset(
    {
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *("insert", "delete", "backspace", "enter", "tab", "shift+tab", "space", "f6", "f7"),
        *(f"ctrl+{letter}" for letter in "adekuvwxyz"),
    }
)
"""Keys that a field, or going from field to field, needs itself."""

MULTIPLEXER = {"ctrl+a": "screen", "ctrl+b": "tmux"}
"""Keys that a program between the app and the terminal keeps for itself as a rule."""

TAKEN_OUTSIDE = frozenset({*MULTIPLEXER, "ctrl+n", "ctrl+t", "ctrl+w", "ctrl+z"})
"""Keys that a program around the app may take; a browser's terminal keeps the last ones."""


def key_name(key: str) -> str:
    """A key as it is printed: `question_mark` is "?", `ctrl+s` is "^s"."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return KEY_NAMES.get(key, key)


def written(key: str) -> str:
    """A key as a person writes it in the settings: "ctrl+s", "?", "Up"."""
    return key if key.startswith("ctrl+") else key_name(key)


def types(key: str) -> bool:
    """Whether a key puts a sign of its own into a field."""
    return len(key) == 1 or key in SIGNS.values() or key == "space"


def read_key(text: str) -> str:
    """A key by Textual's name, from what a person writes: "?", "G", "ctrl+g", "^g", "PgUp".

    Raises:
        Refused: it is none, or not every terminal sends it; the sentence goes on from "I ".
    """
    sign = text if len(text) == 1 else text.strip()
    if len(sign) == 1:
        sign = SIGNS.get(sign, "space" if sign == " " else sign)
    key = sign if sign in SENDABLE else _by_name(sign.lower())
    if key in SENDABLE:
        return key
    shown = f"'{fit(visible(text), 20)}'"
    raise Refused(f"{shown} {_why_not(key)}; the nearest is {nearest_key(text)}")


def _by_name(low: str) -> str:
    """Textual's name for a key with a name of some letters, as far as it is known."""
    for begins in ("control+", "ctl+", "ctrl-", "c-", "^"):
        if low.startswith(begins):
            return "ctrl+" + low.removeprefix(begins)
    return _ALSO.get(low, low.replace(" ", "_"))


def _why_not(key: str) -> str:
    """Why a key cannot be used, after its name."""
    *held, last = key.rsplit("+", 1)
    if key == "ctrl+c":
        return "copies in a field and says elsewhere how to leave, always"
    if held == ["ctrl"] and last in _ARRIVES_AS:
        return f"is {_ARRIVES_AS[last]} to a terminal"
    if held == ["shift"] and last in _LETTERS:
        return f"is written {last.upper()}"
    if "alt" in held or "meta" in held:
        return "looks like Esc and a key to a terminal"
    if held:
        return "is not sent by every terminal"
    if key[:1] == "f" and key[1:].isascii() and key[1:].isdecimal():
        return "is not sent by every terminal"
    return "is not a key"


def nearest_key(text: str) -> str:
    """The key most like what is written, as a person writes it."""
    low = text.strip()[:40].lower()
    *held, last = _by_name(low).rsplit("+", 1)
    if held == ["shift"] and last in _LETTERS:
        return last.upper()
    if held == ["ctrl"] and last in (*_ARRIVES_AS, "c"):
        free = set(_CONTROL) - OF_FIELDS - TAKEN_OUTSIDE
        return min(sorted(free), key=lambda key: abs(ord(key[-1]) - ord(last[0])))
    if held and f"ctrl+{last}" in SENDABLE:
        return f"ctrl+{last}"
    if held and last in SENDABLE:
        return written(last)
    if last[:1] == "f" and last[1:].isdecimal():
        return "F12"
    return most_like(low, sorted(written(key) for key in SENDABLE if len(written(key)) > 1))


def most_like(text: str, names: Iterable[str]) -> str:
    """The name most like a text."""
    from difflib import SequenceMatcher  # only where something is wrong

    low = text[:60].lower()
    return max(names, key=lambda name: SequenceMatcher(None, low, name.lower()).ratio())
