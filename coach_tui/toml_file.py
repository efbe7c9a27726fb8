"""TOML files that a coach may write by hand, and plain sentences for those that cannot be read."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from coach_tui.errors import BadFile, Refused
from coach_tui.text import visible

B = TypeVar("B", bound=BadFile)

_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


LARGEST = 2_000_000
"""Bytes of a file that is read at all; the longest framework is a tenth of that."""


class NotToml(Refused):
    """The text is not TOML.

    Attributes:
        line: where the reading stopped, from 1; None where that is not known.
        why: in the words of the reader, without the place.
    """

    def __init__(self, message: str, why: str, line: int | None = None) -> None:
        super().__init__(message)
        self.why = why
        self.line = line


def read_toml(path: Path) -> dict[str, Any]:
    """The fields of a file.

    Raises:
        FileNotFoundError: it is not there.
        Refused: it cannot be read, or is not TOML.
    """
    return parse_toml(read_text(path))


def read_text(path: Path) -> str:
    """The text of a file.

    Raises:
        FileNotFoundError: it is not there.
        Refused: it cannot be read, is no text, or is too large to be meant.
    """
    try:
        with path.open("rb") as file:
            found = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise
    except IsADirectoryError as error:
        raise Refused("The file cannot be read: it is a folder.") from error
    except OSError as error:
        why = (error.strerror or "unknown cause").lower()
        raise Refused(f"The file cannot be read: {why}.") from error
    except ValueError as error:  # no file can have the name
        raise Refused("No file can have this name.") from error
    if len(found) > LARGEST:
        raise Refused(f"The file is larger than {LARGEST // 1_000_000} MB.")
    try:
        return found.decode("utf-8-sig")  # some editors begin the file with a mark
    except UnicodeDecodeError as error:
        told = f"The file is not UTF-8 text; byte {error.start + 1} does not fit."
        raise Refused(told) from error


def parse_toml(text: str) -> dict[str, Any]:
    """The fields of a text.

    Raises:
        NotToml: it is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = visible(str(error))
        why = _AT.sub("", told)[:120]
        raise NotToml(f"The file is not TOML: {told[:120]}.", why, _line(told, text)) from error
    except ValueError as error:  # thousands of digits
        why = "a number in it is too long to read"
        raise NotToml(f"The file is not TOML: {why}.", why) from error
    except RecursionError as error:
        why = "its lists go too deep"
        raise NotToml(f"The file is not TOML that can be read: {why}.", why) from error


def _line(told: str, text: str) -> int | None:
    """The line that the reader of TOML names."""
    where = _AT.search(told)
    if where is None:
        return None
    return int(where[1]) if where[1] else max(1, text.rstrip("\n").count("\n") + 1)


def bad_file(error: type[B], kind: str, path: Path, problems: tuple[str, ...]) -> B:
    """The error for a file: the first thing that is wrong with it, and how many there are.

    Args:
        error: the class to make.
        kind: what the file is: "framework file".
        path: the file.
        problems: one sentence for each thing that is wrong, at least one.
    """
    more = f" ({len(problems)} problems in all)" if len(problems) > 1 else ""
    told = f"The {kind} {visible(path.name)} cannot be used. {problems[0]}{more}"
    return error(told, problems)
