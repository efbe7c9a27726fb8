"""The coach's settings: one file written by hand, config.toml, in the settings folder.

Loads pydantic: import it where settings are asked for, after the first paint.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from pydantic import BaseModel, StrictBool, ValidationError
from pydantic_core import ErrorDetails

from coach_tui.domain.faults import told_of
from coach_tui.domain.records import Value
from coach_tui.errors import BadSettings, Refused
from coach_tui.text import visible
from coach_tui.toml_file import bad_file, read_toml


class NoteSettings(Value):
    """How notes are taken."""

    prompts: StrictBool = True
    """Whether a judgement word raises one dim line that asks what was seen or heard."""


class Settings(Value):
    """All that a coach can set; what the file does not name is as it is here."""

    notes: NoteSettings = NoteSettings()
    """How notes are taken."""


def read_settings(path: Path) -> Settings:
    """The settings of a file; the defaults where it is not there.

    Raises:
        BadSettings: the file cannot be read, or does not hold together; `problems` says all that
            is wrong.
    """
    try:
        return Settings.model_validate(read_toml(path))
    except FileNotFoundError:
        return Settings()
    except Refused as error:
        problems: tuple[str, ...] = (str(error),)
    except ValidationError as error:
        problems = tuple(map(_problem, error.errors(include_url=False)))
    raise bad_file(BadSettings, "settings file", path, problems)


def settings_in_force(path: Path | None) -> tuple[Settings, str]:
    """The settings to work with, and what is wrong with the file, empty if nothing is."""
    try:
        return read_settings(path) if path else Settings(), ""
    except BadSettings as error:
        return Settings(), f"{error} Until it is put right, the usual settings are in force."


def _problem(found: ErrorDetails) -> str:
    """One finding: "notes.promts: is not a setting; the nearest is notes.prompts."."""
    *groups, key = map(str, found["loc"])
    place = ".".join(visible(step)[:40] for step in (*groups, key))
    if found["type"] != "extra_forbidden":
        return f"{place}: {told_of(found)}."
    return f"{place}: is not a setting; the nearest is {_nearest('.'.join(groups), key[:40])}."


def _nearest(group: str, key: str) -> str:
    """The setting most like a key, one of its own group before others as like."""

    def likeness(name: str) -> tuple[float, bool]:
        above, _, last = name.rpartition(".")
        return SequenceMatcher(None, key.lower(), last).ratio(), above == group

    return max(_names(Settings), key=likeness)


def _names(kind: type[BaseModel], above: str = "") -> Iterator[str]:
    """The names of all groups and settings, as "notes.prompts"."""
    for name, field in kind.model_fields.items():
        yield above + name
        inner: Any = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _names(inner, f"{above}{name}.")
