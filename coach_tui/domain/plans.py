"""What is planned with a person, as lists need it: unchecked, cheap to read.

Plain dataclasses: the first screen is drawn from them before pydantic is loaded.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta

from coach_tui.errors import Refused


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """A visit that is still planned; `at` is None for some time that day."""

    id: str
    on: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class OpenTodo:
    """A to-do that still waits; `due` is None for no date."""

    id: str
    text: str
    due: date | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a person is to be seen, and when they last were.

    Attributes:
        ideal: days between visits that the pair aims at.
        longest: days after which the gap is too long.
        visit: the day of the last completed visit, None for none yet.
        contact: the day of the last contact of any kind, None for none yet.
    """

    ideal: int = 14
    longest: int = 21
    visit: date | None = None
    contact: date | None = None


def moved(day: date, days: int) -> date:
    """A day moved by so many days, back where they are negative.

    Raises:
        Refused: the calendar has no such day.
    """
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise Refused("The calendar does not go that far; nothing was moved.") from error
