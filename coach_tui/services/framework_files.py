"""Framework files one by one: what each id holds, reading a file, checking it, telling its faults.

Pydantic is imported only once a file is checked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from coach_tui.domain.misfit import Misfit, Place
from coach_tui.errors import BadFramework, Refused
from coach_tui.text import visible
from coach_tui.toml_file import NotToml, bad_file, parse_toml, read_text

if TYPE_CHECKING:  # pydantic is too slow to load for the first screen
    from coach_tui.domain.framework import Framework

F = TypeVar("F", bound="Framework")

TIMELINE, CYCLE, WORDS = "e2l_timeline", "coaching_cycle", "judgement_words"
PROGRESSIONS = "progressions"
CONTINUUM, STANDARDS = "coaching_continuum", "coach_standards"
COACHING_WORDS = "coaching_words"
KINDS = {
    TIMELINE: "framework.Timeline",
    CYCLE: "framework.CoachingModel",
    WORDS: "judgement.JudgementWords",
    PROGRESSIONS: "progression_framework.Progressions",
    CONTINUUM: "continuum_framework.Continuum",
    STANDARDS: "standards_framework.CoachStandards",
    COACHING_WORDS: "coaching_words.CoachingWords",
}
"""What a file of each id holds: the module of `coach_tui.domain` and the class in it."""

KNOWN = tuple(KINDS)
"""The ids that the app uses."""

_ID = re.compile(r"""^id\s*=\s*["']([^"'\n]*)["']""", re.MULTILINE)


def load_framework(path: Path) -> Framework:
    """A framework from its file.

    Raises:
        BadFramework: its file does not hold together; `problems` says all that is wrong.
    """
    text, fields = read_fields(path)
    key = fields.get("id")
    if not isinstance(key, str) or key not in KINDS:
        raise _bad(path, [_unknown(path, text, key)])
    return checked(kind_of(key), text, fields, path)


def check_framework(path: Path) -> tuple[str, ...]:
    """What is wrong with a framework file, a sentence each; nothing for a sound one."""
    try:
        load_framework(path)
    except BadFramework as error:
        return error.problems
    return ()


def checked(kind: type[F], text: str, fields: dict[str, Any], path: Path) -> F:
    """The fields of a file as a framework of one kind.

    Raises:
        BadFramework: they do not hold together.
    """
    from pydantic import ValidationError

    from coach_tui.domain.framework import FORMAT
    from coach_tui.services.framework_faults import told_in

    written = fields.get("format", FORMAT)
    if type(written) is int and written > FORMAT:
        newer = f"was written for a newer coach-tui (format {written}; this one reads {FORMAT})"
        cure = "Update the app or use an older file."
        raise _bad(path, [_told(path, text, ("format",), newer, cure)])
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        raise _bad(path, told_in(path, text, fields, error)) from error


@cache
def kind_of(key: str) -> type[Framework]:
    """What a known id should hold."""
    module, _, name = KINDS[key].partition(".")
    kind: type[Framework] = getattr(import_module(f"coach_tui.domain.{module}"), name)
    return kind


def _unknown(path: Path, text: str, key: object) -> str:
    known = f"{', '.join(KNOWN[:-1])} or {KNOWN[-1]}"
    if key is None:
        return _told(path, text, (), "id is missing", f'Add a line id = "...": {known}.')
    told = f"'{visible(str(key))[:40]}' is not a framework of this app"
    return _told(path, text, ("id",), told, f"Write {known}.")


def _told(path: Path, text: str, at: Place, told: str, cure: str) -> str:
    """One finding of a file, with its line."""
    from coach_tui.services.framework_faults import sentence
    from coach_tui.toml_lines import line_of, lines_of

    place = ", ".join(map(str, at))
    return sentence(path, line_of(lines_of(text), at), place, Misfit(told, at, cure))


def _bad(path: Path, problems: Sequence[str]) -> BadFramework:
    return bad_file(BadFramework, "framework file", path, tuple(problems))


def read_fields(path: Path) -> tuple[str, dict[str, Any]]:
    """The text of a file and its fields.

    Raises:
        BadFramework: it cannot be read, or is not TOML.
    """
    name = visible(path.name)
    try:
        text = read_text(path)
        return text, parse_toml(text)
    except FileNotFoundError:
        told = f"{name}: the file is not there. Look for a slip in its name."
    except NotToml as error:
        where = f"{name}, line {error.line}" if error.line else name
        why = error.why[:1].lower() + error.why[1:]
        told = f"{where}: this is not TOML; {why}. {_LOOK}"
    except Refused as error:
        why = str(error)
        told = f"{name}: {why[:1].lower()}{why[1:]} {_WHOLE}"
    raise _bad(path, [told])


_LOOK = "Look there and just before for a quote, bracket or comma too many or too few."
_WHOLE = "A framework file is a text in UTF-8: copy a shipped one and edit the copy."


def id_of(path: Path) -> str:
    """The id a file gives itself, cheaply; the file's own name where it gives none."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8-sig", "replace")
    except OSError:
        return path.stem
    found = _ID.search(head.partition("\n[")[0])
    return found[1] if found else _written_otherwise(path)


_HEAD = 50_000
"""Bytes of a file in which its id is looked for."""


def _written_otherwise(path: Path) -> str:
    """The id of a file that does not begin with it in the usual way."""
    try:
        key = read_fields(path)[1].get("id")
    except BadFramework:
        return path.stem
    return key if isinstance(key, str) else path.stem


def toml_files(folder: Path) -> list[Path]:
    """The framework files of a folder, by name."""
    return sorted(folder.glob("*.toml"))


class FrameworkFolders:
    """Folders of framework files; each file is opened for its id, and read, at most once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._found: dict[Path, Framework | BadFramework] = {}

    @cached_property
    def _ids(self) -> tuple[tuple[Path, str], ...]:
        """Every file with the id it gives itself, those of a later folder first."""
        folders = reversed(self._folders)
        return tuple((path, id_of(path)) for folder in folders for path in toml_files(folder))

    def files(self, key: str) -> list[Path]:
        """The files of a framework id, the first of them before the others."""
        return [path for path, held in self._ids if held == key]

    def read(self, path: Path) -> Framework | BadFramework:
        """A file as a framework, or what is wrong with it."""
        if path not in self._found:
            try:
                self._found[path] = load_framework(path)
            except BadFramework as error:
                self._found[path] = error
        return self._found[path]
