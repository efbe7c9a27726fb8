"""The coaching continuum: what a coach places their own practice on (CC-0, CC-10 to CC-40)."""

from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, StrictBool, model_validator

from coach_tui.domain.continuum_misfits import continuum_misfits
from coach_tui.domain.framework import Framework, Key, Part, Text, Whole
from coach_tui.domain.misfit import refuse
from coach_tui.domain.records import Value

ElementKey = Annotated[str, Field(pattern=r"^[A-Z]{1,4}-[0-9]{1,3}$")]
PointKey = Annotated[str, Field(pattern=r"^[1-3][a-z]$")]
Short = Annotated[str, Field(min_length=1, max_length=22)]
"""A name that fits the list."""


class Section(Value):
    """A part of the continuum."""

    id: Key
    name: Short


class Group(Value):
    """Lines of a section that are listed as one row until it is opened."""

    id: Key
    section: Key
    name: Text
    short: Short


class Element(Value):
    """One thing a coach places their own practice in (CC-10 to CC-39).

    Attributes:
        section: the id of its section.
        group: the id of its group, empty for none.
        single: whether the document prints it as one choice of three; it then has no points.
        pathway: whether it concerns coaches of career pathways only (CC-13).
        counts: how many descriptors the document has for each level.
        gists: what each level looks like, in our own words.
        points: what can be ticked, by a key that begins with the level: "2a".
    """

    id: ElementKey
    section: Key
    group: str = ""
    name: Text
    short: Short
    single: StrictBool = False
    pathway: StrictBool = False
    counts: tuple[Whole, Whole, Whole]
    gists: tuple[Text, Text, Text]
    points: dict[PointKey, Text] = {}

    def points_of(self, level: int) -> tuple[str, ...]:
        """The keys of a level's points, in order; none for a single choice."""
        return tuple(key for key in self.points if key[0] == str(level))


class Continuum(Framework):
    """Sections, elements and levels, and words shared with the launch and the meeting.

    Attributes:
        placements: the names of the three levels, the first first; each holds the ones before
            it (CC-40).
        stances: ways of supporting an engagement (CC-2).
        questions: what a coach asks before choosing one (CC-2).
        levels: the levels of the system that a client works on (CC-1).
        cycle_steps: the steps of the service cycle (CC-3).
        habits: what coaches share whatever their model (CC-5).
        plan_parts: what a planned meeting holds (CC-7).
    """

    placements: tuple[Short, Short, Short]
    sections: tuple[Section, ...] = Field(min_length=1)
    groups: tuple[Group, ...] = ()
    elements: tuple[Element, ...] = Field(min_length=1)
    stances: tuple[Part, ...] = Field(min_length=3, max_length=3)
    questions: tuple[Part, ...] = Field(min_length=3, max_length=3)
    levels: tuple[Part, ...] = Field(min_length=5, max_length=5)
    cycle_steps: tuple[Part, ...] = Field(min_length=4, max_length=4)
    habits: tuple[Part, ...] = Field(min_length=9, max_length=9)
    plan_parts: tuple[Part, ...] = Field(min_length=6, max_length=6)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        refuse(continuum_misfits(self))
        return self

    @cached_property
    def by_id(self) -> dict[str, Element]:
        """The elements by id."""
        return {element.id: element for element in self.elements}

    def element(self, key: str) -> Element | None:
        """The element of an id, None for one that this file does not have."""
        return self.by_id.get(key)

    def of_section(self, key: str) -> tuple[Element, ...]:
        """The elements of a section, in order."""
        return tuple(element for element in self.elements if element.section == key)

    def of_group(self, key: str) -> tuple[Element, ...]:
        """The elements of a group, in order."""
        return tuple(element for element in self.elements if element.group == key)

    def word(self, level: int | None) -> str:
        """The name of a level: "Developing"; "not rated" for none."""
        return "not rated" if level is None else self.placements[level - 1]
