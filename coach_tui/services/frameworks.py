"""The framework files: found by id, read once, checked, and told about in plain sentences.

Pydantic is imported only once a whole framework is asked for: the band table, which the first
screen needs, is read without it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import coach_tui
from coach_tui.domain.bands import BandTable
from coach_tui.errors import BadFramework, Refused
from coach_tui.text import visible
from coach_tui.toml_file import bad_file, read_toml

if TYPE_CHECKING:  # pydantic is too slow to load for the first screen
    from coach_tui.domain.framework import CoachingModel, Framework, Timeline
    from coach_tui.domain.judgement import JudgementWords
    from coach_tui.domain.progression_framework import Progressions

F = TypeVar("F", bound="Framework")

SHIPPED = coach_tui.ROOT / "data" / "frameworks"
"""The folder of the frameworks that come with the app."""

TIMELINE, CYCLE, WORDS = "e2l_timeline", "coaching_cycle", "judgement_words"
PROGRESSIONS = "progressions"
KINDS = {
    TIMELINE: "framework.Timeline",
    CYCLE: "framework.CoachingModel",
    WORDS: "judgement.JudgementWords",
    PROGRESSIONS: "progression_framework.Progressions",
}
"""What a file of each id holds: the module of `coach_tui.domain` and the class in it."""

KNOWN = tuple(KINDS)
"""The ids that the app uses."""

_ID = re.compile(r"""^id\s*=\s*["']([^"'\n]*)["']""", re.MULTILINE)
_BANDS = ("initiating", "approaching", "meeting")


class FrameworkShelf:
    """The frameworks of some folders; a later folder's file wins over an earlier one of its id."""

    def __init__(self, folders: Sequence[Path] = (SHIPPED,)) -> None:
        self.folders = tuple(folders)
        self._whole: dict[str, Framework] = {}
        self._bands: BandTable | None = None

    def timeline(self) -> Timeline:
        """The coaching timeline, read once.

        Raises:
            BadFramework: there is none, or its file does not hold together.
        """
        from coach_tui.domain.framework import Timeline

        return self._once(Timeline, TIMELINE)

    def coaching_model(self) -> CoachingModel:
        """The coaching cycle, read once.

        Raises:
            BadFramework: there is none, or its file does not hold together.
        """
        from coach_tui.domain.framework import CoachingModel

        return self._once(CoachingModel, CYCLE)

    def judgement_words(self) -> JudgementWords:
        """The words that raise a question while notes are typed, read once.

        Raises:
            BadFramework: there is none, or its file does not hold together.
        """
        from coach_tui.domain.judgement import JudgementWords

        return self._once(JudgementWords, WORDS)

    def own_rights(self, key: str) -> str:
        """The rights line of a framework that a coach's own file stands in for; empty for ours.

        Its words belong to whoever owns that file, so a screen that quotes them shows the line.

        Raises:
            BadFramework: the file does not hold together.
        """
        path = self._path(key)
        return "" if path.parent == SHIPPED else self._once(kind_of(key), key).rights

    def progressions(self) -> Progressions:
        """The progressions, read once.

        Raises:
            BadFramework: there is none, or its file does not hold together.
        """
        from coach_tui.domain.progression_framework import Progressions

        return self._once(Progressions, PROGRESSIONS)

    def band_table(self) -> BandTable:
        """The timeline's bands, read once and without the checks of `timeline`.

        Raises:
            BadFramework: there is no timeline, or its bands are not even numbers.
        """
        if self._bands is None:
            rows = _read(self._path(TIMELINE)).get("bands")
            if isinstance(rows, list) and rows and all(_is_row(row) for row in rows):
                self._bands = BandTable.from_rows(rows)
            else:  # the full check says what is wrong with them
                self._bands = self.timeline().band_table
        return self._bands

    def _once(self, kind: type[F], key: str) -> F:
        """A framework, from its file the first time."""
        found = self._whole.get(key)
        if not isinstance(found, kind):
            path = self._path(key)
            found = self._whole[key] = _checked(kind, _read(path), path)
        return found

    def _path(self, key: str) -> Path:
        """The file of a framework id."""
        for folder in reversed(self.folders):
            for path in sorted(folder.glob("*.toml")):
                if _id_of(path) == key:
                    return path
        where = " or ".join(visible(str(folder)) for folder in self.folders)
        problem = f"There is no framework file with the id {key} in {where}."
        raise BadFramework(problem, (problem,))


def load_framework(path: Path) -> Framework:
    """A framework from its file.

    Raises:
        BadFramework: its file does not hold together; `problems` says all that is wrong.
    """
    fields = _read(path)
    key = fields.get("id")
    if not isinstance(key, str) or key not in KINDS:
        raise _bad(path, (_unknown(key),))
    return _checked(kind_of(key), fields, path)


def _checked(kind: type[F], fields: dict[str, Any], path: Path) -> F:
    """The fields of a file as a framework of one kind."""
    from pydantic import ValidationError

    from coach_tui.services.faults import sentences

    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        raise _bad(path, sentences(error)) from error


def check_framework(path: Path) -> tuple[str, ...]:
    """What is wrong with a framework file, a sentence each; nothing for a sound one."""
    try:
        load_framework(path)
    except BadFramework as error:
        return error.problems
    return ()


@cache
def kind_of(key: str) -> type[Framework]:
    """What a known id should hold."""
    module, _, name = KINDS[key].partition(".")
    kind: type[Framework] = getattr(import_module(f"coach_tui.domain.{module}"), name)
    return kind


def _unknown(key: object) -> str:
    known = f"{', '.join(KNOWN[:-1])} or {KNOWN[-1]}"
    if key is None:
        return f"id: is missing; it should be {known}."
    return f"id: '{visible(str(key))[:40]}' is not a framework of this app; it should be {known}."


def _bad(path: Path, problems: tuple[str, ...]) -> BadFramework:
    return bad_file(BadFramework, "framework file", path, problems)


def _read(path: Path) -> dict[str, Any]:
    """The fields of a file.

    Raises:
        BadFramework: it cannot be read, or is not TOML.
    """
    try:
        return read_toml(path)
    except FileNotFoundError:
        raise _bad(path, ("The file is not there.",)) from None
    except Refused as error:
        raise _bad(path, (str(error),)) from error


def _id_of(path: Path) -> str:
    """The id a file gives itself, cheaply; the file's own name where it gives none."""
    try:
        found = _ID.search(path.read_text("utf-8", "replace").partition("\n[")[0])
    except OSError:
        found = None
    return found[1] if found else path.stem


def _is_row(row: object) -> bool:
    """Whether a row of bands has the shape that the table is made from."""
    if not isinstance(row, dict):
        return False
    pairs = [row.get(name) for name in _BANDS]
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        return False
    numbers = [row.get("session"), row.get("exceeding"), *(n for p in pairs for n in p or ())]
    return all(type(number) is int for number in numbers)
