"""The coach's own standards: 18 in four sections, some of them in parts (DLP-0 to DLP-4B)."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from coach_tui.domain.framework import Framework, Key, Text
from coach_tui.domain.misfit import refuse
from coach_tui.domain.records import Value
from coach_tui.domain.standards_misfits import standards_misfits

StandardKey = Annotated[str, Field(pattern=r"^[0-9]{1,2}[A-Z]{1,2}$")]


class StandardPart(Value):
    """One thing to look back on: a part of a standard, or a standard that has none.

    Attributes:
        id: "1D.1"; of a standard without parts, the standard's own: "1A".
        gist: what it asks for, in a line.
    """

    id: Annotated[str, Field(pattern=r"^[0-9]{1,2}[A-Z]{1,2}(\.[0-9]{1,2})?$")]
    name: Text
    gist: Text


class Standard(Value):
    """One standard.

    Attributes:
        id: its number as printed: "1D".
        section: id of the section it stands in.
        parts: two or more; none where the standard is one thing.
    """

    id: StandardKey
    section: Key
    name: Text
    gist: Text
    parts: tuple[StandardPart, ...] = ()

    @property
    def points(self) -> tuple[StandardPart, ...]:
        """What of it is looked back on: its parts, or else the standard itself."""
        return self.parts or (StandardPart(id=self.id, name=self.name, gist=self.gist),)


class StandardSection(Value):
    """A group of standards."""

    id: Key
    name: Text


class CoachStandards(Framework):
    """The standards a coach looks back on.

    Attributes:
        tenets: what coaching rests on (DLP-0).
        sections: in order.
        standards: in order, all of a section before those of the next.
    """

    tenets: tuple[Text, ...] = Field(min_length=1)
    sections: tuple[StandardSection, ...] = Field(min_length=1)
    standards: tuple[Standard, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        refuse(standards_misfits(self))
        return self

    def of_section(self, section: StandardSection) -> tuple[Standard, ...]:
        """The standards of a section, in order."""
        return tuple(one for one in self.standards if one.section == section.id)

    @cached_property
    def points(self) -> dict[str, StandardPart]:
        """All that is looked back on, by id, in order: 23 things in the file that ships."""
        return {point.id: point for one in self.standards for point in one.points}

    def standard(self, key: str) -> Standard | None:
        """The standard of an id or of a part's id; None for one this file does not have."""
        return next((one for one in self.standards if one.id == key.partition(".")[0]), None)

    def ids(self) -> Iterator[str]:
        """The ids of the standards, in order."""
        return (one.id for one in self.standards)
