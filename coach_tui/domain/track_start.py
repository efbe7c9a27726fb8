"""The beginning of a new school year's track: session 1 again, the total carried or not."""

from datetime import date
from typing import ClassVar

from pydantic import field_validator

from coach_tui.domain.records import Count, Record
from coach_tui.domain.school_year import is_school_year


class TrackStart(Record):
    """A track the coach began; the ones before it stay as they are.

    Attributes:
        track: the school year, "2026-27".
        started_on: the coach's day it was begun on; meetings from that day on count in it.
        carried: the GI total taken over from the track before; None where totals begin anew.
    """

    table: ClassVar[str] = "tracks"
    once: ClassVar[tuple[str, ...]] = ("coachee_id", "track")

    coachee_id: str
    track: str
    started_on: date
    carried: Count | None = None

    @field_validator("track")
    @classmethod
    def _is_a_year(cls, track: str) -> str:
        if not is_school_year(track):
            raise ValueError("this is no school year")
        return track
