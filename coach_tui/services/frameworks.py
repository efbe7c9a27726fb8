"""The shelf of framework files: found by id, read once, the coach's own before those that ship.

An own file that does not hold together is told and left aside: what ships is in force meanwhile.
Pydantic is imported only once a whole framework is asked for: the band table, which the first
screen needs, is read without it, unless a file of the coach's own has to be checked for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import coach_tui
from coach_tui.domain.bands import BandTable
from coach_tui.errors import BadFramework
from coach_tui.services.framework_files import (
    COACHING_WORDS,
    CONTINUUM,
    CYCLE,
    KINDS,
    KNOWN,
    PROGRESSIONS,
    STANDARDS,
    TIMELINE,
    WORDS,
    FrameworkFolders,
    check_framework,
    id_of,
    load_framework,
    read_fields,
    toml_files,
)
from coach_tui.text import visible

if TYPE_CHECKING:  # pydantic is too slow to load for the first screen
    from coach_tui.domain.coaching_words import CoachingWords
    from coach_tui.domain.continuum_framework import Continuum
    from coach_tui.domain.framework import CoachingModel, Framework, Timeline
    from coach_tui.domain.judgement import JudgementWords
    from coach_tui.domain.progression_framework import Progressions
    from coach_tui.domain.standards_framework import CoachStandards

__all__ = ["KNOWN", "SHIPPED", "FrameworkShelf", "check_framework", "load_framework"]

SHIPPED = coach_tui.ROOT / "data" / "frameworks"
"""The folder of the frameworks that come with the app."""

_BANDS = ("initiating", "approaching", "meeting")


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file in a coach's own folder of frameworks.

    Attributes:
        path: where it is.
        key: the id it gives itself, else its name.
        problems: why it cannot be used, a sentence each; empty for a sound one.
        used: whether it is in force.
        note: what to mind though it is sound; empty for nothing.
    """

    path: Path
    key: str
    problems: tuple[str, ...]
    used: bool
    note: str = ""


class FrameworkShelf:
    """The frameworks of some folders; a later folder's file wins over an earlier one of its id."""

    def __init__(self, folders: Sequence[Path] = (SHIPPED,)) -> None:
        self.folders = tuple(folders)
        self._whole: dict[str, Framework] = {}
        self._paths: dict[str, Path] = {}
        self._held = FrameworkFolders(self.folders)
        self._bands: BandTable | None = None

    def timeline(self) -> Timeline:
        """The coaching timeline, read once.

        Raises:
            BadFramework: there is none, or its file does not hold together.
        """
        return cast("Timeline", self.of(TIMELINE))

    def coaching_model(self) -> CoachingModel:
        """The coaching cycle, read once.

        Raises:
            BadFramework: there is none, or its file does not hold together.
        """
        return cast("CoachingModel", self.of(CYCLE))

    def judgement_words(self) -> JudgementWords:
        """The words that raise a question while notes are typed, read once.

        Raises:
            BadFramework: there is none, or its file does not hold together.
        """
        return cast("JudgementWords", self.of(WORDS))

    def progressions(self) -> Progressions:
        """The progressions, read once.

        Raises:
            BadFramework: there is none, or its file does not hold together.
        """
        return cast("Progressions", self.of(PROGRESSIONS))

    def continuum(self) -> Continuum:
        """The coaching continuum, read once.

        Raises:
            BadFramework: there is none, or its file does not hold together.
        """
        return cast("Continuum", self.of(CONTINUUM))

    def standards(self) -> CoachStandards:
        """The coach's own standards, read once.

        Raises:
            BadFramework: there is none, or its file does not hold together.
        """
        return cast("CoachStandards", self.of(STANDARDS))

    def coaching_words(self) -> CoachingWords:
        """The small vocabularies that help shows, read once.

        Raises:
            BadFramework: there is none, or its file does not hold together.
        """
        return cast("CoachingWords", self.of(COACHING_WORDS))

    def of(self, key: str) -> Framework:
        """The framework of an id, read once; a file that is broken gives way to the next.

        Raises:
            BadFramework: there is none, or no file of the id holds together.
        """
        if key in self._whole:
            return self._whole[key]
        faults: list[BadFramework] = []
        for path in self._held.files(key):
            found = self._held.read(path)
            if isinstance(found, BadFramework):
                faults.append(found)
            elif found.id == key:
                self._whole[key], self._paths[key] = found, path
                return found
        raise faults[0] if faults else self._none(key)

    def in_force(self) -> tuple[Framework, ...]:
        """Every known framework that there is a sound file of, in the order they are listed."""
        return tuple(self.of(key) for key in KINDS if self._held.files(key))

    def own_path(self, key: str) -> Path | None:
        """The coach's own file that stands in for ours; None where ours is in force.

        Raises:
            BadFramework: no file of the id holds together.
        """
        self.of(key)
        path = self._paths[key]
        return None if path.parent == SHIPPED else path

    def own_rights(self, key: str) -> str:
        """The rights line of a framework that a coach's own file stands in for; empty for ours.

        Its words belong to whoever owns that file, so a screen that quotes them shows the line.

        Raises:
            BadFramework: no file of the id holds together.
        """
        return self.of(key).rights if self.own_path(key) else ""

    def band_table(self) -> BandTable:
        """The timeline's bands, read once; those that ship without the checks of `timeline`.

        Raises:
            BadFramework: there is no timeline, or its bands are not even numbers.
        """
        if self._bands is None:
            first = next(iter(self._held.files(TIMELINE)), None)
            rows = read_fields(first)[1].get("bands") if first and first.parent == SHIPPED else None
            if isinstance(rows, list) and rows and all(_is_row(row) for row in rows):
                self._bands = BandTable.from_rows(rows)
            else:  # the full check says what is wrong with them, or that they may be used
                self._bands = self.timeline().band_table
        return self._bands

    @cached_property
    def own_files(self) -> tuple[OwnFile, ...]:
        """Every file in the coach's own folders, checked once, by name."""
        own = [folder for folder in self.folders if folder != SHIPPED]
        return tuple(self._own_file(path) for folder in own for path in toml_files(folder))

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the coach's own files, a sentence each."""
        return tuple(problem for file in self.own_files for problem in file.problems)

    @property
    def trouble(self) -> str:
        """That own files cannot be used, in one line; empty where all can."""
        broken = [file for file in self.own_files if file.problems]
        if len(broken) > 1:
            return f"{len(broken)} framework files cannot be used; see coach-tui config."
        if not broken:
            return ""
        number, (file,) = len(broken[0].problems), broken
        told = "1 problem" if number == 1 else f"{number} problems"
        meanwhile = ", ours is used" if file.key in KINDS else ""
        return f"{visible(file.path.name)}: {told}{meanwhile}; see coach-tui config."

    def _own_file(self, path: Path) -> OwnFile:
        """One own file, checked; whether it is used, and what is to be minded."""
        key, note, read = id_of(path), "", self._held.read(path)
        if isinstance(read, BadFramework):
            return OwnFile(path, key, read.problems, used=False)
        found, used = self.of(key), self._paths[key]
        if used != path:
            told = f"{visible(path.name)}: {visible(used.name)} has the same id ({key}) and is used"
            return OwnFile(path, key, (f"{told}. Take one of them out.",), used=False)
        ours = next((one for one in self._held.files(key) if one.parent == SHIPPED), None)
        if ours is not None and read_fields(ours)[1].get("version") == found.version:
            note = (
                f'{visible(path.name)}: version = "{visible(found.version)}" is that of the file '
                "it stands in for; another lets records tell which of them they were made with."
            )
        return OwnFile(path, key, (), used=True, note=note)

    def _none(self, key: str) -> BadFramework:
        """That there is no file of an id."""
        where = " or ".join(visible(str(folder)) for folder in self.folders)
        problem = f"There is no framework file with the id {key} in {where}."
        return BadFramework(problem, (problem,))


def _is_row(row: object) -> bool:
    """Whether a row of bands has the shape that the table is made from."""
    if not isinstance(row, dict):
        return False
    pairs = [row.get(name) for name in _BANDS]
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        return False
    numbers = [row.get("session"), row.get("exceeding"), *(n for p in pairs for n in p or ())]
    return all(type(number) is int for number in numbers)
