"""Frameworks: the source documents as data that checks itself when it is loaded.

One file a source, in data/frameworks/ or in the coach's own folder. A file says whose it is and by
what right it is used. Records pin the id and version they were made with.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StrictBool, model_validator

from coach_tui.domain.bands import Band, BandTable
from coach_tui.domain.framework_words import UNKNOWN
from coach_tui.domain.misfit import Misfit, refuse, twice
from coach_tui.domain.records import FrameworkPin, Value
from coach_tui.domain.timeline_misfits import timeline_misfits
from coach_tui.text import clean_line


def _cleaned(given: object) -> object:
    """A text as one line without control characters; what is no text is refused later."""
    return clean_line(given) if isinstance(given, str) else given


Text = Annotated[str, Field(min_length=1, max_length=400), BeforeValidator(_cleaned)]
Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9_]{1,40}$")]
Whole = Annotated[int, Field(strict=True, ge=0, le=100_000)]

FORMAT = 1
"""The shape of framework files that this app reads; a file that names none has it."""


class Framework(Value):
    """What every framework file says of itself.

    Attributes:
        id: the framework's key, for example `e2l_timeline`.
        title: its name on screen.
        version: the version of this file, pinned on records.
        source: the document it comes from.
        rights: who owns that document and what this file takes from it.
        format: the shape of the file, counted up when a newer app reads more than this one.
    """

    id: Key
    title: Text
    version: Text
    source: Text
    rights: Text
    format: Annotated[int, Field(strict=True, ge=1)] = FORMAT

    @property
    def pin(self) -> FrameworkPin:
        """Its id and version, as records keep them."""
        return FrameworkPin(id=self.id, version=self.version)

    @property
    def holds(self) -> str:
        """What is in it, counted: "observe 4, meeting 6"."""
        lists = ((name, value) for name, value in self if isinstance(value, tuple))
        parts = ((name, value) for name, value in lists if value and isinstance(value[0], Value))
        return ", ".join(f"{name.replace('_', ' ')} {len(value)}" for name, value in parts)


class LookFor(Value):
    """Something to see in the room; not a GI (E2L-7, E2L-9)."""

    id: Key
    text: Text


class Cluster(Value):
    """A focus of one session. Known by its id: titles repeat (E2L-8)."""

    id: Annotated[str, Field(pattern=r"^[A-Z]$")]
    phase: Whole
    name: Text
    look_fors: tuple[LookFor, ...] = Field(min_length=1)


class Gi(Value):
    """One Growth Indicator of an itemized list; totals count those in place (E2L-9)."""

    id: Key
    cluster: Annotated[str, Field(pattern=r"^[A-Z]$")]
    text: Text


class Phase(Value):
    """A run of sessions and how its clusters are picked (E2L-3, E2L-4).

    Attributes:
        pick: `each_once` covers every cluster once in an order agreed beforehand;
            `one_each_time` picks one a conversation.
    """

    number: Whole
    first: Whole
    last: Whole
    pick: Literal["each_once", "one_each_time"]

    @property
    def sessions(self) -> range:
        """Its session numbers."""
        return range(self.first, self.last + 1)


class BandRow(Value):
    """One session's bands as printed: [lowest, highest], the top one open."""

    session: Whole
    initiating: tuple[Whole, Whole]
    approaching: tuple[Whole, Whole]
    meeting: tuple[Whole, Whole]
    exceeding: Whole

    @model_validator(mode="after")
    def _contiguous(self) -> Self:
        refuse(self._misfits())
        return self

    def _misfits(self) -> Iterator[Misfit]:
        """Bands that do not follow each other, from 1 on (E2L-10)."""
        of, expected = f"session {self.session}", 1
        if self.session < 1:
            yield Misfit(f"{of}: sessions count from 1", ("session",), "Write 1 or more.")
        for band in list(Band)[:3]:
            low, high = getattr(self, band.value)
            at, top = (band.value,), low if high < low != expected else high
            cure = f"Write [{expected}, {max(top, expected)}]."
            if top != high:
                yield Misfit(f"{of}: {band.word} is backwards, {low} before {high}", at, cure)
            elif low != expected:
                fault = "overlaps the band below" if low < expected else "leaves a gap"
                told = f"{of}: {band.word} starts at {low}, not {expected}; it {fault}"
                yield Misfit(told, at, cure)
            elif high < low:
                yield Misfit(f"{of}: {band.word} ends at {high}, below {low}", at, cure)
            expected = max(top, expected) + 1
        if self.exceeding != expected:
            told = f"{of}: Exceeding starts at {self.exceeding}, not {expected}"
            yield Misfit(told, ("exceeding",), f"Write exceeding = {expected}.")


def listed_twice(keys: Iterable[object]) -> list[object]:
    """The keys that come more than once, in order."""
    return [key for key, times in Counter(keys).items() if times > 1]


class Timeline(Framework):
    """The coaching timeline: phases, clusters and the benchmark bands (E2L-1 to E2L-11).

    Attributes:
        gis: every Growth Indicator by itself, where the file lists them; ours does not (E2L-9).
    """

    phases: tuple[Phase, ...] = Field(min_length=1)
    clusters: tuple[Cluster, ...] = Field(min_length=1)
    bands: tuple[BandRow, ...] = Field(min_length=1)
    gis: tuple[Gi, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        refuse(timeline_misfits(self))
        return self

    @property
    def holds(self) -> str:
        """What is in it, counted."""
        looks = sum(len(cluster.look_fors) for cluster in self.clusters)
        gis = f", {len(self.gis)} GIs" if self.gis else ""
        return f"{len(self.bands)} sessions, {len(self.clusters)} clusters, {looks} look-fors{gis}"

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

    def named(self, key: str | None) -> str:
        """A recorded cluster in words: "C Collaboration"; empty for none.

        One that this file does not have is told by its id: it was recorded under another file.
        """
        found = self.cluster(key)
        return f"{found.id} {found.name}" if found else f"{key} ({UNKNOWN})" if key else ""


class Part(Value):
    """A named step, aim or way of working, with the words shown for it."""

    id: Key
    name: Text
    hint: Text


class Mode(Part):
    """A way to observe or meet; a virtual one adds a look at engagement data (IP-10, IP-12)."""

    virtual: StrictBool


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
        refuse(self._misfits())
        return self

    def _misfits(self) -> Iterator[Misfit]:
        """A visit without length, an id that comes twice."""
        shortest, longest = self.visit_minutes
        if not 0 < shortest < longest:
            told = f"visit_minutes runs {shortest} to {longest}"
            yield Misfit(told, ("visit_minutes",), "Write the shorter time first: [15, 30].")
        lists = ("observe", "meeting", "launch", "prerequisites", "modes", "virtual_meeting")
        for name in (*lists, "visit_kinds"):
            ids = (((name, n), part.id) for n, part in enumerate(getattr(self, name)))
            yield from twice(f"{name}:", ids)

    def mode(self, key: str) -> Mode | None:
        """The mode of an id."""
        return next((mode for mode in self.modes if mode.id == key), None)
