"""The coach's settings: one file written by hand, config.toml, in the settings folder.

Loads pydantic: import it where settings are asked for, after the first paint.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    Field,
    StrictBool,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails

from coach_tui.domain.faults import told_of
from coach_tui.domain.holidays import day_text, holidays_in, read_holidays
from coach_tui.domain.records import Value
from coach_tui.domain.suppression import LEAST, MOST, USUAL
from coach_tui.errors import BadSettings, Refused
from coach_tui.text import visible
from coach_tui.toml_file import bad_file, read_toml

_NEAR = 0.6
"""How like a name must be that may be meant, from 0 to 1: most of its letters, in their order."""


class NoteSettings(Value):
    """How notes are taken."""

    prompts: StrictBool = True
    """Whether a judgement word raises one dim line that asks what was seen or heard."""


class ScreenSettings(Value):
    """How the app is drawn; an option on the command line counts before it."""

    letters: Literal["auto", "unicode", "ascii"] = "auto"
    """Which letters are drawn; the terminal is asked for "auto"."""

    colors: Literal["auto", "truecolor", "256", "16", "none"] = "auto"
    """How many colors; for "auto" the environment says it."""

    mouse: StrictBool = False
    """Whether the app takes the mouse."""

    cursor: StrictBool = False
    """Whether the terminal's cursor is shown on the current row."""

    plain: StrictBool = False
    """Plain letters, no color, one column."""


class VisitSettings(Value):
    """The rhythm of people who are added from now on."""

    ideal_days: Annotated[int, Field(strict=True, ge=1, le=365)] = 14
    """Days between visits aimed at."""

    max_days: Annotated[int, Field(strict=True, ge=1, le=730)] = 21
    """Days after which a visit is late."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.max_days < self.ideal_days:
            raise ValueError(f"max_days ({self.max_days}) is below ideal_days ({self.ideal_days})")
        return self


class WalkSettings(Value):
    """What is told of a progression walk."""

    smallest: Annotated[int, Field(strict=True, ge=LEAST, le=MOST)] = USUAL
    """The fewest rooms that a walk's sheet tells as a number."""


class CalendarSettings(Value):
    """Days that count for nobody."""

    holidays: tuple[Annotated[str, BeforeValidator(day_text)], ...] = ()
    """Days, or two with ".." between them, on which nothing grows late."""

    @field_validator("holidays")
    @classmethod
    def _are_days(cls, texts: tuple[str, ...]) -> tuple[str, ...]:
        try:
            read_holidays(texts)
        except Refused as error:
            raise ValueError(str(error).rstrip(".")) from error
        return texts


class CoachSettings(Value):
    """Who the coach is."""

    profile: Literal["general", "pathway"] = "general"
    """Whether career pathways are coached; "general" leaves what only concerns those out of the
    totals of the coach's own continuum."""


class Settings(Value):
    """All that a coach can set; what the file does not name is as it is here."""

    notes: NoteSettings = NoteSettings()
    """How notes are taken."""

    screen: ScreenSettings = ScreenSettings()
    """How the app is drawn."""

    visits: VisitSettings = VisitSettings()
    """The rhythm of people who are added from now on."""

    walks: WalkSettings = WalkSettings()
    """What is told of a progression walk."""

    calendar: CalendarSettings = CalendarSettings()
    """Days that count for nobody."""

    coach: CoachSettings = CoachSettings()
    """Who the coach is."""

    keys: Any = None
    """Keys of commands by id; `commands.keymap` checks them, they are no matter of types alone."""


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
        number = len(error.problems)
        told = "1 problem" if number == 1 else f"{number} problems"
        return usual_settings(path), f"config.toml: {told}; see coach-tui config."


def usual_settings(path: Path | None) -> Settings:
    """The defaults, with the holidays of a file in which something else is wrong.

    The lists have counted them by then: they are read before all of the file is checked.
    """
    try:
        group = read_toml(path).get("calendar") if path else None
    except (FileNotFoundError, Refused):
        return Settings()
    days = tuple(day.isoformat() for day in sorted(holidays_in(group).days))
    return Settings(calendar=CalendarSettings(holidays=days))


def _problem(found: ErrorDetails) -> str:
    """One finding: "notes.promts: is not a setting; the nearest is notes.prompts."."""
    *groups, key = map(str, found["loc"])
    place = ".".join(visible(step)[:40] for step in (*groups, key))
    if found["type"] != "extra_forbidden":
        return f"{place}: {told_of(found)}."
    nearest = _nearest(".".join(groups), key[:40])
    return f"{place}: is not a setting{f'; the nearest is {nearest}' if nearest else ''}."


def setting_names() -> tuple[str, ...]:
    """The names of all settings, without groups and keys: "notes.prompts"."""
    return tuple(name for name in _names(Settings) if "." in name)


def _nearest(group: str, key: str) -> str:
    """The setting most like a key, one of its own group before others as like; empty for none."""

    def likeness(name: str) -> tuple[float, bool]:
        above, _, last = name.rpartition(".")
        return SequenceMatcher(None, key.lower(), last).ratio(), above == group

    nearest = max(_names(Settings), key=likeness)
    return nearest if likeness(nearest)[0] >= _NEAR else ""


def _names(kind: type[BaseModel], above: str = "") -> Iterator[str]:
    """The names of all groups and settings, as "notes.prompts"."""
    for name, field in kind.model_fields.items():
        yield above + name
        inner: Any = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _names(inner, f"{above}{name}.")
