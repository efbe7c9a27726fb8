"""The coach's own standards and growth log of the demo, from `standards.json`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, ValidationError

from coach_tui.domain.growth_entry import EntryKind, GoalStep, GrowthEntry, WorkKind
from coach_tui.domain.output import Output
from coach_tui.domain.records import Count, Record, Value
from coach_tui.domain.standard_review import Reading, StandardReview
from coach_tui.domain.term import term_before, term_days, term_of
from coach_tui.errors import Refused
from coach_tui.services.consents import STORY
from coach_tui.services.faults import sentences
from coach_tui.services.seed_shape import Day

if TYPE_CHECKING:
    from coach_tui.services.seed_own import OwnSeed


class SeedReview(Value):
    """A reading; `term` is 0 for today's, -1 for the one before, and so on."""

    term: Annotated[int, Field(strict=True, ge=-20, le=0)]
    part: str
    reading: Reading
    words: str = ""


class SeedGoalStep(Value):
    """A step of a goal; `done` is the day it was done."""

    text: str
    done: Day | None = None


class SeedEntry(Value):
    """An entry of the log; `about` is somebody's family name."""

    kind: EntryKind
    day: Day
    text: str
    minutes: Count | None = None
    due: Day | None = None
    standards: tuple[str, ...] = ()
    steps: tuple[SeedGoalStep, ...] = ()
    work: WorkKind = ""
    about: str = ""
    shared: bool = False


class SeedConsent(Value):
    """A person's consent to be named in a story."""

    family: str
    day: Day


class SeedStandards(Value):
    """What the seed file holds."""

    reviews: tuple[SeedReview, ...] = ()
    log: tuple[SeedEntry, ...] = ()
    consents: tuple[SeedConsent, ...] = ()


def standards_records(seed: OwnSeed) -> Iterable[Record]:
    """The records of the seed file, not saved yet.

    Raises:
        Refused: it cannot be read, or does not hold together.
    """
    try:
        held = SeedStandards.model_validate(seed.read("standards"))
    except ValidationError as error:
        why = sentences(error)[0]
        raise Refused(f"The demo's standards do not hold together. {why}") from error
    return (*_consents(held, seed), *_reviews(held, seed), *_entries(held, seed))


def _consents(held: SeedStandards, seed: OwnSeed) -> Iterator[Record]:
    for consent in held.consents:
        yield Output(
            **seed.stamps.base(consent.day),
            coachee_id=seed.id_of(consent.family),
            kind="consent",
            on=seed.stamps.date(consent.day),
            what=STORY,
        )


def _reviews(held: SeedStandards, seed: OwnSeed) -> Iterator[Record]:
    today, pin = seed.stamps.today, seed.shelf.standards().pin
    for review in held.reviews:
        term = term_of(today)
        for _ in range(-review.term):
            term = term_before(term)
        day = min((term_days(term)[1] - today).days, 0)
        yield StandardReview(
            **seed.stamps.base(day),
            term=term,
            part=review.part,
            reading=review.reading,
            words=review.words,
            framework=pin,
        )


def _entries(held: SeedStandards, seed: OwnSeed) -> Iterator[Record]:
    stamps, pin = seed.stamps, seed.shelf.standards().pin
    for entry in held.log:
        yield GrowthEntry(
            **stamps.base(entry.day),
            kind=entry.kind,
            on=stamps.date(entry.day),
            text=entry.text,
            minutes=entry.minutes,
            standards=entry.standards,
            due=None if entry.due is None else stamps.date(entry.due),
            steps=tuple(
                GoalStep(text=s.text, done_on=None if s.done is None else stamps.date(s.done))
                for s in entry.steps
            ),
            work=entry.work,
            about=seed.id_of(entry.about) if entry.about else "",
            for_sharing=entry.shared,
            framework=pin,
        )
