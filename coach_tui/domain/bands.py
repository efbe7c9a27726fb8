"""Benchmark bands: what a Growth Indicator (GI) total means at a session (E2L-5, E2L-10).

The bands are data, as printed, never computed: sessions 4 and 6 break the pattern of the others.
Plain dataclasses, so that the first screen can show bands before pydantic is loaded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Band(StrEnum):
    """The four bands, lowest first. A signal for the pair, not a rating (E2L-6)."""

    INITIATING = "initiating"
    APPROACHING = "approaching"
    MEETING = "meeting"
    EXCEEDING = "exceeding"

    @property
    def word(self) -> str:
        """The name on screen."""
        return self.value.capitalize()

    @property
    def short(self) -> str:
        """The name in a narrow column: Init, Appr, Meet, Exc."""
        return self.word[:3] if self is Band.EXCEEDING else self.word[:4]

    @property
    def level(self) -> int:
        """1 for Initiating to 4 for Exceeding: how many cells of the meter are filled."""
        return list(Band).index(self) + 1


@dataclass(frozen=True, slots=True)
class BandLimits:
    """One row of the table: the lowest total of each band at a session."""

    session: int
    initiating: int
    approaching: int
    meeting: int
    exceeding: int

    def lowest(self, band: Band) -> int:
        """The lowest total in a band."""
        return int(getattr(self, band.value))

    def highest(self, band: Band) -> int | None:
        """The highest total in a band, None for the open one at the top."""
        if band is Band.EXCEEDING:
            return None
        return self.lowest(list(Band)[band.level]) - 1

    def band(self, total: int) -> Band | None:
        """The band of a total; None below the first band, as for 0 (E2L-11)."""
        found = None
        for band in Band:
            if total >= self.lowest(band):
                found = band
        return found


@dataclass(frozen=True, slots=True)
class Standing:
    """What a total means at a session.

    Attributes:
        session: its number, from 1.
        total: all GIs so far on this track.
        band: None for a total of 0 and for sessions without a row.
        benchmarked: whether the table has a row for the session (none after 14).
        next_band: the band above, None at the top.
        next_at: the total at which it starts.
    """

    session: int
    total: int
    band: Band | None
    benchmarked: bool
    next_band: Band | None = None
    next_at: int | None = None

    @property
    def more(self) -> int | None:
        """How many GIs are left to the next band; None where there is none."""
        return None if self.next_at is None else self.next_at - self.total

    @property
    def word(self) -> str:
        """The band's name, "None yet" for 0, "No benchmark" past the table."""
        if self.band:
            return self.band.word
        return "None yet" if self.benchmarked else "No benchmark"

    @property
    def distance(self) -> str:
        """How far the next band is, in words: "9 more to Meeting (20)"; empty at the top."""
        if self.next_band is None:
            return ""
        return f"{self.more} more to {self.next_band.word} ({self.next_at})"


@dataclass(frozen=True, slots=True)
class BandTable:
    """All rows, by session."""

    rows: tuple[BandLimits, ...]

    @classmethod
    def from_rows(cls, rows: Sequence[Mapping[str, Any]]) -> "BandTable":
        """The table from a framework file's rows, whose bands are printed as [lowest, highest].

        The rows are taken as they are; `domain.framework.Timeline` is what checks them.
        """
        return cls(
            tuple(
                BandLimits(
                    session=row["session"],
                    initiating=row["initiating"][0],
                    approaching=row["approaching"][0],
                    meeting=row["meeting"][0],
                    exceeding=row["exceeding"],
                )
                for row in rows
            )
        )

    def limits(self, session: int) -> BandLimits | None:
        """The row of a session, None where the table has none."""
        return next((row for row in self.rows if row.session == session), None)

    @property
    def last_session(self) -> int:
        """The last session that has a row (14 as printed)."""
        return max((row.session for row in self.rows), default=0)

    def standing(self, session: int, total: int) -> Standing:
        """What a total means at a session."""
        row = self.limits(session)
        if row is None:
            return Standing(session, total, None, benchmarked=False)
        band = row.band(total)
        above = list(Band)[band.level if band else 0 :]
        following = above[0] if above else None
        at = row.lowest(following) if following else None
        return Standing(session, total, band, True, following, at)
