"""What is wrong with a framework file, as sentences with file, line, place and cure.

Loads pydantic: import it where a file is checked in full.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from coach_tui.domain.faults import misfits
from coach_tui.domain.misfit import Misfit, Place
from coach_tui.text import visible
from coach_tui.toml_lines import line_of, lines_of

_NAMES = ("id", "session", "number", "code", "name")
"""Fields that name an entry of a list, the first it has."""


def told_in(path: Path, text: str, fields: dict[str, Any], error: ValidationError) -> list[str]:
    """A sentence or two for each finding, in the order of the file.

    Args:
        path: the file.
        text: what stands in it.
        fields: the same, read.
        error: what was found.
    """
    lines = lines_of(text)
    numbered = [(line_of(lines, one.at), one) for one in misfits(error)]
    numbered.sort(key=lambda pair: pair[0] or 0)
    return [sentence(path, line, _place(fields, one.at), one) for line, one in numbered]


def sentence(path: Path, line: int | None, place: str, found: Misfit) -> str:
    """One finding: "own.toml, line 31 (bands, session 4): ... Write [11, 19]."."""
    where = visible(path.name)
    where += f", line {line}" if line else ""
    where += f" ({place})" if place else ""
    of, _, rest = found.told.partition(": ")  # a rule may say itself where it was broken
    told = rest if rest and of in place.split(", ") else found.told
    cure = f" {found.cure}" if found.cure else ""
    return f"{where}: {told}.{cure}"


def _name(value: object) -> str:
    """What an entry is called; empty for one that has no name."""
    if not isinstance(value, dict):
        return ""
    name = next((value[field] for field in _NAMES if field in value), "")
    return visible(str(name))[:40] if isinstance(name, (str, int)) else ""


def _at(fields: Any, at: Place) -> Any:
    """The value at a place, None for none."""
    for step in at:
        try:
            fields = fields[step]
        except (TypeError, KeyError, IndexError):
            return None
    return fields


def _place(fields: dict[str, Any], at: Place) -> str:
    """A place in words: "bands, session 4, approaching 1"; entries go by their names."""
    words: list[str] = []
    for depth, step in enumerate(at):
        if isinstance(step, str):
            words.append(visible(step)[:40])
            continue
        value = _at(fields, at[: depth + 1])
        name = _name(value)
        own = isinstance(value, dict) and at[depth + 1 :] and at[depth + 1] in _NAMES
        if not name or own:
            words[-1] += f" {step + 1}"
        elif isinstance(value, dict) and "id" not in value:
            field = next(field for field in _NAMES if field in value)
            words.append(f"{field} {name}")
        else:
            words.append(name)
    return ", ".join(words)
