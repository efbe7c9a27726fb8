"""The documents that the app takes from: whose they are, what is taken, which file is in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coach_tui.services.frameworks import FrameworkShelf


@dataclass(frozen=True, slots=True)
class Source:
    """One framework in force, in its file's own words.

    Attributes:
        document: what it comes from.
        title: what it is called here.
        version: that of the file in force.
        holds: what is in it, counted.
        rights: whose it is and what is taken.
        own: the coach's own file; None where the one that ships is in force.
    """

    document: str
    title: str
    version: str
    holds: str
    rights: str
    own: Path | None


@dataclass(frozen=True, slots=True)
class Sources:
    """All of them, and what is wrong with the coach's own files.

    Attributes:
        every: in the order of the shelf; those of one document follow each other.
        problems: a sentence each.
        notes: what to mind of files that are in force.
    """

    every: tuple[Source, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]


def sources(shelf: FrameworkShelf) -> Sources:
    """What a shelf holds.

    Raises:
        BadFramework: a framework has no sound file.
    """
    found = list(_sources(shelf))
    order = {document: n for n, document in enumerate(dict.fromkeys(s.document for s in found))}
    notes = tuple(file.note for file in shelf.own_files if file.note)
    every = tuple(sorted(found, key=lambda source: order[source.document]))
    return Sources(every, shelf.problems, notes)


def _sources(shelf: FrameworkShelf) -> Iterator[Source]:
    for one in shelf.in_force():
        own = shelf.own_path(one.id)
        yield Source(one.source, one.title, one.version, one.holds, one.rights, own)
