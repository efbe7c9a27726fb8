"""Where the classes of seeded people stand in their progressions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from coach_tui.domain.progression import ProgressionPlace, StepEvidence, StepRecord

if TYPE_CHECKING:
    from coach_tui.services.seed_own import OwnSeed
    from coach_tui.services.seed_stamps import Stamps


def seeded_places(seed: OwnSeed) -> Iterator[ProgressionPlace]:
    """The progressions of `progressions.json`; its days count from today.

    Raises:
        Refused: the file cannot be read.
        BadFramework: the progressions cannot be read.
    """
    pin = seed.shelf.progressions().pin
    for held in seed.read("progressions")["places"]:
        steps = [_step(key, told, seed.stamps) for key, told in held["steps"].items()]
        first = min(min(told.get("seen", [0])) for told in held["steps"].values())
        yield ProgressionPlace(
            **seed.stamps.base(first),
            coachee_id=seed.id_of(held["family"]),
            model_id=held["model"],
            framework=pin,
            steps=tuple(sorted(steps, key=lambda one: one.step)),
        )


def _step(key: str, told: Mapping[str, Any], stamps: Stamps) -> StepRecord:
    confirmed = told.get("confirmed")
    return StepRecord(
        step=key,
        seen=tuple(stamps.date(day) for day in told.get("seen", ())),
        not_yet=tuple(stamps.date(day) for day in told.get("not_yet", ())),
        confirmed_on=None if confirmed is None else stamps.date(confirmed),
        evidence=tuple(
            StepEvidence(on=stamps.date(one["day"]), text=one["text"])
            for one in told.get("evidence", ())
        ),
    )
