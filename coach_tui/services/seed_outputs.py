"""Seeded follow-ups and reports: `outputs.json` beside the people (CC-25, CC-31)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from pydantic import Field, ValidationError

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.output import Output
from coach_tui.domain.records import Count, Line, Value
from coach_tui.errors import Refused
from coach_tui.services.faults import sentences
from coach_tui.services.seed_shape import Day

if TYPE_CHECKING:
    from coach_tui.services.seed_own import OwnSeed


class SeedSent(Value):
    """Follow-ups to one person after some of their sessions, each so many days later."""

    family: Line
    sessions: tuple[int, ...] = Field(min_length=1)
    later: Count = 0


class SeedReport(Value):
    """A report about one person, and the day it was issued."""

    family: Line
    day: Day
    what: Line


class SeedOutputs(Value):
    """The whole file."""

    sent: tuple[SeedSent, ...] = ()
    reports: tuple[SeedReport, ...] = ()


def seeded_outputs(seed: OwnSeed) -> Iterator[Output]:
    """The follow-ups and reports of a seed.

    Raises:
        Refused: the file does not hold together.
    """
    try:
        shape = SeedOutputs.model_validate(seed.read("outputs"))
    except ValidationError as error:
        told = sentences(error)[0]
        raise Refused(f"The demo's follow-ups do not hold together. {told}") from error
    for sent in shape.sent:
        yield from _follow_ups(seed, sent)
    for report in shape.reports:
        yield Output(
            **seed.stamps.base(report.day),
            coachee_id=seed.id_of(report.family),
            kind="report",
            on=seed.stamps.date(report.day),
            what=report.what,
        )


def _follow_ups(seed: OwnSeed, sent: SeedSent) -> Iterator[Output]:
    """A follow-up after each of the sessions; none is of a day to come."""
    person = seed.id_of(sent.family)
    held = {c.session: c for c in seed.records if isinstance(c, Cycle) and c.coachee_id == person}
    for session in sent.sessions:
        cycle = held.get(session)
        if cycle is None:
            raise Refused(f"The demo has no session {session} of that person to follow up.")
        on = min(cycle.held_on + timedelta(days=sent.later), seed.stamps.today)
        yield Output(
            **seed.stamps.base((on - seed.stamps.today).days),
            coachee_id=person,
            kind="follow_up",
            on=on,
            cycle_id=cycle.id,
        )
