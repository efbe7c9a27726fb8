"""A person coached. Never a student."""

from typing import ClassVar, Literal, Self

from pydantic import Field

from coach_tui.domain.records import Line, Record

Status = Literal["active", "leave", "archived"]


USUAL_LEVEL = "classroom"
"""The level of the system that a coachee works on where none is recorded (CC-1)."""


class Coachee(Record):
    """A teacher, or whoever is coached.

    Attributes:
        priority_groups: groups of students the pair watches for (IP-6), never names.
        model: the blended-learning model in use, if any (PL-1).
        level: id of the level of the system they work on, a classroom or a district (CC-1).
        ideal_days: days between visits the pair aims at.
        max_days: days after which the visit counts as overdue.
        was_on_leave: whether an archived person was on leave before, and is again when back.
        external_ids: ids in other systems, by system name.
    """

    table: ClassVar[str] = "coachees"

    family: Line = Field(min_length=1)
    given: Line = ""
    school: Line = ""
    role: Line = ""
    email: Line = ""
    priority_groups: tuple[Line, ...] = ()
    model: Line = ""
    level: str = ""
    ideal_days: int = Field(default=14, ge=1, le=365)
    max_days: int = Field(default=21, ge=1, le=730)
    status: Status = "active"
    was_on_leave: bool = False
    external_ids: dict[str, str] = {}

    @property
    def name(self) -> str:
        """The name as listed: "Okafor, Dana"."""
        return listed_name(self.family, self.given)

    @property
    def status_words(self) -> str:
        """That they are no part of the day's work: "archived", "on leave"; empty while they are."""
        return {"leave": "on leave", "archived": "archived"}.get(self.status, "")

    def standing_as(self, status: Status) -> Self:
        """The same person with a status; archiving remembers whether they were on leave."""
        before = self.was_on_leave if self.status == "archived" else self.status == "leave"
        return self.but(status=status, was_on_leave=status == "archived" and before)


def listed_name(family: str, given: str) -> str:
    """A name as it is listed: family first, then a comma and the given name."""
    return f"{family}, {given}" if given else family


def split_name(text: str) -> tuple[str, str]:
    """Family and given name from "Family, Given", or from "Given Family" without a comma."""
    if "," in text:
        family, _, given = text.partition(",")
        return family.strip(), given.strip()
    given, _, family = text.strip().rpartition(" ")
    return family.strip(), given.strip()
