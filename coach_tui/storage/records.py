"""Documents as checked records, and the rules of saving one over another."""

from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from coach_tui.domain.records import Record
from coach_tui.errors import Conflict, Damaged, Refused
from coach_tui.storage.tables import Document, Held
from coach_tui.storage.trouble import named
from coach_tui.text import visible

R = TypeVar("R", bound=Record)

_WORDS = {
    "coachees": "person",
    "contacts": "contact",
    "cycles": "cycle",
    "launches": "launch meeting",
    "notes": "set of notes",
    "todos": "to-do",
    "tracks": "school year",
    "visits": "visit",
}


def word(kind: type[Record]) -> str:
    """What a kind of record is called on screen."""
    return _WORDS.get(kind.table, kind.word)


def checked(kind: type[R], document: Document, path: Path) -> R:
    """A document as the record it should be.

    Raises:
        Damaged: it is not; the sentence names the field, never its content.
    """
    try:
        return kind.model_validate(document)
    except ValidationError as error:
        raise Damaged(
            f"This {word(kind)} in {named(path)} cannot be read: {_first(error)}. It is kept in"
            " the file as it stands, and the rest can be used."
        ) from error


def readable(kind: type[R], document: Document) -> R | None:
    """A document as a record, None if it is not one."""
    try:
        return kind.model_validate(document)
    except ValidationError:
        return None


def _first(error: ValidationError) -> str:
    """The first complaint: which field, and what is wrong with it."""
    found = error.errors(include_url=False, include_context=False, include_input=False)[0]
    field = ".".join(str(part) for part in found["loc"]) or "record"
    return f"{visible(field[:60]).replace('_', ' ')}: {found['msg'].lower()}"


def next_version(record: R, held: Held | None, now: datetime, path: Path, without: int = 0) -> R:
    """The record as it will be stored: revision one higher, `updated_at` now.

    Args:
        record: with the revision that was read, 0 if it is new.
        held: what the store has of its id, None for nothing.
        now: the moment of the save.
        path: the file, for the sentences.
        without: the revision to go on from where the store has nothing; 0 for a new record.

    Raises:
        Conflict: the store has another revision; `theirs` is None if it has none at all.
        Damaged: what the store has cannot be read, so it cannot be compared.
        Refused: the record does not pass its own checks.
    """
    theirs = checked(type(record), held.document, path) if held else None
    if theirs and _same_save(record, theirs):
        return theirs
    if record.revision != (theirs.revision if theirs else without):
        raise _conflict(record, theirs)
    try:
        return record.but(revision=record.revision + 1, updated_at=now)
    except ValidationError as error:
        raise Refused(f"This {word(type(record))} cannot be saved: {_first(error)}.") from error


def still_there(record: Record, held: Held | None, path: Path) -> Held:
    """What the store has of a record that is to go, which must be just what was read.

    Raises:
        Conflict: the store has another revision of it, or none.
        Damaged: what the store has cannot be read.
    """
    theirs = checked(type(record), held.document, path) if held else None
    if held is None or theirs is None or theirs.revision != record.revision:
        raise _conflict(record, theirs)
    return held


def _same_save(mine: Record, theirs: Record) -> bool:
    """Whether the store's next revision is this very save, written but not confirmed."""
    if theirs.revision != mine.revision + 1:
        return False
    return theirs.but(revision=mine.revision, updated_at=mine.updated_at) == mine


def _conflict(mine: Record, theirs: Record | None) -> Conflict:
    changed = "was changed elsewhere" if theirs else "is no longer in the file"
    message = f"This {word(type(mine))} {changed}; nothing was saved."
    return Conflict(message, mine, theirs)


def document_of(record: Record) -> Document:
    """A record as the file holds it.

    Raises:
        Refused: a value in it cannot be written as JSON.
    """
    try:
        return record.model_dump(mode="json", warnings="error")
    except PydanticSerializationError as error:
        kind = word(type(record))
        raise Refused(f"This {kind} cannot be saved: a value in it cannot be written.") from error
