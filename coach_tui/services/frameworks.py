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
from coach_tui.domain.misfit import Misfit, Place
from coach_tui.errors import BadFramework, Refused
from coach_tui.text import visible
from coach_tui.toml_file import NotToml, bad_file, parse_toml, read_text

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
            rows = _read(self._path(TIMELINE))[1].get("bands")
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
            found = self._whole[key] = _checked(kind, *_read(path), path)
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
    text, fields = _read(path)
    key = fields.get("id")
    if not isinstance(key, str) or key not in KINDS:
        raise _bad(path, [_unknown(path, text, key)])
    return _checked(kind_of(key), text, fields, path)


def check_framework(path: Path) -> tuple[str, ...]:
    """What is wrong with a framework file, a sentence each; nothing for a sound one."""
    try:
        load_framework(path)
    except BadFramework as error:
        return error.problems
    return ()


def _checked(kind: type[F], text: str, fields: dict[str, Any], path: Path) -> F:
    """The fields of a file as a framework of one kind."""
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


def _read(path: Path) -> tuple[str, dict[str, Any]]:
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
