"""The demo coach's progression walks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from coach_tui.domain.walk import RoomSeen, Walk
from coach_tui.domain.walk_line import Usual, read_room
from coach_tui.services.walks import seen_of

if TYPE_CHECKING:
    from coach_tui.domain.progression_framework import Progressions
    from coach_tui.services.seed_own import OwnSeed


def walks(seed: OwnSeed) -> Iterator[Walk]:
    """The walks of `walks.json`."""
    framework = seed.shelf.progressions()
    for told in seed.read("walks")["walks"]:
        day = seed.stamps.date(told["day"])
        closed = day + timedelta(days=told["closed"] - told["day"]) if "closed" in told else None
        parts: dict[str, Any] = {
            "purpose": told["purpose"],
            "norms": tuple(told["norms"]),
            "own_norms": told["own_norms"],
            "debrief": told["debrief"],
        }
        yield Walk(
            **seed.stamps.base(told["day"]),
            **parts,
            on=day,
            rooms=tuple(_rooms(told["rooms"], framework)),
            closed_on=closed,
            framework=framework.pin,
        )


def _rooms(lines: Iterable[str], framework: Progressions) -> Iterator[RoomSeen]:
    for line in lines:
        yield seen_of(read_room(line, framework, Usual()))
