"""Frameworks: the source documents as data that checks itself when it is loaded.

One file a source, in data/frameworks/ or in the coach's own folder. A file says whose it is and by
what right it is used. Records pin the id and version they were made with.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coach_tui.domain.bands import Band, BandTable
from coach_tui.domain.records import FrameworkPin, Value

Text = Annotated[str, Field(min_length=1, max_length=400)]
Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9_]{1,40}$")]
Whole = Annotated[int, Field(strict=True, ge=0, le=100_000)]


class Framework(Value):
    """What every framework file says of itself.

    Attributes:
        id: the framework's key, for example `e2l_timeline`.
        title: its name on screen.
        version: the version of this file, pinned on records.
        source: the document it comes from.
        rights: who owns that document and what this file takes from it.
    """

    id: Key
    title: Text
    version: Text
    source: Text
    rights: Text

    @property
    def pin(self) -> FrameworkPin:
        """Its id and version, as records keep them."""
        return FrameworkPin(id=self.id, version=self.version)


class LookFor(Value):
    """Something to see in the room; not a GI (E2L-7, E2L-9)."""

    id: Key
    text: Text


class Cluster(Value):
    """A focus of one session. Known by its id: titles repeat (E2L-8)."""

    id: Annotated[str, Field(pattern=r"^[A-Z]$")]
    phase: int
    name: Text
    look_fors: tuple[LookFor, ...] = Field(min_length=1)


class Phase(Value):
    """A run of sessions and how its clusters are picked (E2L-3, E2L-4).

    Attributes:
        pick: `each_once` covers every cluster once in an order agreed beforehand;
            `one_each_time` picks one a conversation.
    """

    number: int
    first: int
    last: int
    pick: Literal["each_once", "one_each_time"]

    @property
    def sessions(self) -> range:
        """Its session numbers."""
        return range(self.first, self.last + 1)


class BandRow(Value):
    """One session's bands as printed: [lowest, highest], the top one open."""

    session: int
    initiating: tuple[Whole, Whole]
    approaching: tuple[Whole, Whole]
    meeting: tuple[Whole, Whole]
    exceeding: Whole

    @model_validator(mode="after")
    def _contiguous(self) -> Self:
        expected = 1
        for band in list(Band)[:3]:
            low, high = getattr(self, band.value)
            if low != expected:
                fault = "overlaps the band below" if low < expected else "leaves a gap"
                raise ValueError(
                    f"session {self.session}: {band.word} starts at {low}, not {expected}; "
                    f"it {fault}"
                )
            if high < low:
                raise ValueError(f"session {self.session}: {band.word} ends at {high}, below {low}")
            expected = high + 1
        if self.exceeding != expected:
            raise ValueError(
                f"session {self.session}: Exceeding starts at {self.exceeding}, not {expected}"
            )
        return self


def listed_twice(keys: Iterable[object]) -> list[object]:
    """The keys that come more than once, in order."""
    return [key for key, times in Counter(keys).items() if times > 1]


class Timeline(Framework):
    """The coaching timeline: phases, clusters and the benchmark bands (E2L-1 to E2L-11)."""

    phases: tuple[Phase, ...] = Field(min_length=1)
    clusters: tuple[Cluster, ...] = Field(min_length=1)
    bands: tuple[BandRow, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        self._check_keys()
        self._check_sessions()
        numbers = {phase.number for phase in self.phases}
        for cluster in self.clusters:
            if cluster.phase not in numbers:
                raise ValueError(f"cluster {cluster.id} names phase {cluster.phase}, not listed")
        for phase in self.phases:
            if not self.clusters_of(phase):
                raise ValueError(f"phase {phase.number} has no cluster")
        return self

    def _check_keys(self) -> None:
        """Ids and numbers come once."""
        found = {
            "cluster": listed_twice(cluster.id for cluster in self.clusters),
            "phase": listed_twice(phase.number for phase in self.phases),
            "session": listed_twice(row.session for row in self.bands),
            "look-for": listed_twice(look.id for c in self.clusters for look in c.look_fors),
        }
        for kind, keys in found.items():
            if keys:
                raise ValueError(f"{kind} {keys[0]} is listed twice")

    def _check_sessions(self) -> None:
        """Phases follow each other, and every session from 1 on has one row of bands."""
        expected = 1
        for phase in self.phases:
            if phase.first != expected or phase.last < phase.first:
                raise ValueError(
                    f"phase {phase.number} runs {phase.first} to {phase.last}; "
                    f"it should start at session {expected}"
                )
            expected = phase.last + 1
        sessions = [row.session for row in self.bands]
        if sessions != list(range(1, len(sessions) + 1)):
            raise ValueError("the bands do not list every session from 1 on, in order")
        if len(sessions) < expected - 1:
            raise ValueError(f"session {len(sessions) + 1} has no bands")

    @cached_property
    def band_table(self) -> BandTable:
        """The bands as the light table that screens use."""
        return BandTable.from_rows([dict(row) for row in self.bands])

    def phase_of(self, session: int) -> Phase | None:
        """The phase of a session; None past the last one."""
        return next((phase for phase in self.phases if session in phase.sessions), None)

    def clusters_of(self, phase: Phase | None) -> tuple[Cluster, ...]:
        """The clusters of a phase, in the file's order; all of them past the last phase."""
        if phase is None:
            return self.clusters
        return tuple(cluster for cluster in self.clusters if cluster.phase == phase.number)

    def cluster(self, key: str | None) -> Cluster | None:
        """The cluster of an id, None for none or one this file does not have."""
        return next((cluster for cluster in self.clusters if cluster.id == key), None)


class Part(Value):
    """A named step, aim or way of working, with the words shown for it."""

    id: Key
    name: Text
    hint: Text


class Mode(Part):
    """A way to observe or meet; a virtual one adds a look at engagement data (IP-10, IP-12)."""

    virtual: bool


class CoachingModel(Framework):
    """The coaching cycle: what to observe, the six-part meeting, the launch (IP-1 to IP-12).

    Attributes:
        visit_minutes: shortest and longest visit planned for (IP-5).
        observe: what an observation holds (IP-6 to IP-9).
        meeting: the six parts of the meeting, in order (IP-11).
        launch: the four aims of the launch (IP-3).
        prerequisites: what the coach does before (IP-2).
        modes: in person and the distance modes.
        virtual_meeting: what a virtual meeting adds (IP-12).
        visit_kinds: what a visit may be besides observing (DLP-1D).
    """

    visit_minutes: tuple[Whole, Whole]
    observe: tuple[Part, ...] = Field(min_length=1)
    meeting: tuple[Part, ...] = Field(min_length=6, max_length=6)
    launch: tuple[Part, ...] = Field(min_length=4, max_length=4)
    prerequisites: tuple[Part, ...] = Field(min_length=1)
    modes: tuple[Mode, ...] = Field(min_length=1)
    virtual_meeting: tuple[Part, ...] = Field(min_length=1)
    visit_kinds: tuple[Part, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        shortest, longest = self.visit_minutes
        if not 0 < shortest < longest:
            raise ValueError(f"visit_minutes runs {shortest} to {longest}")
        lists = ("observe", "meeting", "launch", "prerequisites", "modes", "virtual_meeting")
        for name in (*lists, "visit_kinds"):
            if keys := listed_twice(part.id for part in getattr(self, name)):
                raise ValueError(f"{name}: {keys[0]} is listed twice")
        return self

    def mode(self, key: str) -> Mode | None:
        """The mode of an id."""
        return next((mode for mode in self.modes if mode.id == key), None)
