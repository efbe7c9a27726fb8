"""The coach's own standards: a reading and words for each, term by term, beside the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from coach_tui.clock import Clock
from coach_tui.domain.coach_time import CoachTime, Records, coach_time
from coach_tui.domain.contact import Contact
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.draft import Draft
from coach_tui.domain.growth_entry import GrowthEntry
from coach_tui.domain.note import Note
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.records import newest_of_each
from coach_tui.domain.standard_review import (
    Reading,
    StandardReview,
    reading_level,
)
from coach_tui.domain.standards_framework import CoachStandards, Standard, StandardPart
from coach_tui.domain.term import term_before, term_days, term_of
from coach_tui.domain.visit import Visit
from coach_tui.errors import Conflict, Refused, StorageError
from coach_tui.services.faults import refusing
from coach_tui.services.filing import FilingService, Tagged
from coach_tui.services.framework_files import STANDARDS
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.growth_log import GrowthLogService
from coach_tui.services.kept_records import KeptRecords
from coach_tui.services.saving import saved_one
from coach_tui.services.typed_form import TypedForm
from coach_tui.services.unfinished import Unfinished
from coach_tui.text import BLOCK_LIMIT, clean_block


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to look back on, in one term.

    Attributes:
        part: the standard or the part of one.
        standard: the standard it is of; None where the framework no longer has it.
        review: what is recorded for the term; None for nothing.
        before: the reading of the term before.
        past: earlier terms that have a reading, the newest first.
    """

    part: StandardPart
    standard: Standard | None
    review: StandardReview | None
    before: Reading
    past: tuple[tuple[str, Reading], ...] = ()

    @property
    def reading(self) -> Reading:
        """The reading of the term."""
        return self.review.reading if self.review else ""

    @property
    def words(self) -> str:
        """The coach's words of the term."""
        return self.review.words if self.review else ""

    @property
    def change(self) -> int | None:
        """How many places it moved since the term before; None where one of the two is blank."""
        if not (self.reading and self.before):
            return None
        return reading_level(self.reading) - reading_level(self.before)


@dataclass(frozen=True, slots=True)
class TermReview:
    """All there is to look back on, in one term.

    Attributes:
        term: which one.
        standards: the framework in force.
        points: in the framework's order; then what is recorded and no longer in it.
        tagged: what is filed under each standard in any term, the newest first.
        time: where the term's time went (DLP-3D).
        rights: the rights line, where the coach's own file stands in for ours.
    """

    term: str
    standards: CoachStandards
    points: tuple[Point, ...]
    tagged: dict[str, tuple[Tagged, ...]]
    time: CoachTime
    rights: str = ""

    @property
    def looked_at(self) -> int:
        """How many points of the framework have a reading."""
        return sum(bool(point.reading) for point in self.points if point.standard)

    @property
    def not_yet(self) -> tuple[str, ...]:
        """Ids of the points of the framework that have none."""
        return tuple(p.part.id for p in self.points if p.standard and not p.reading)

    def filed_under(self, point: Point) -> tuple[Tagged, ...]:
        """What is filed under the standard a point is of."""
        return self.tagged.get(point.part.id.partition(".")[0], ())


@dataclass(frozen=True, slots=True)
class WordsForm(TypedForm):
    """The coach's words as typed."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class OpenedWords:
    """A form of words that opens.

    Attributes:
        point: of what, as it was read.
        term: of which term.
        form: the words as it opens, a draft's laid over those stored.
        begun: the words as they were stored when the draft was begun.
    """

    point: Point
    term: str
    form: WordsForm
    begun: WordsForm

    @property
    def stored(self) -> WordsForm:
        """The words as they are stored."""
        return WordsForm(self.point.words)

    @property
    def key(self) -> str:
        """The key of its draft."""
        part = self.point.part.id.replace(".", "-")
        return f"standard-{self.term.replace('/', '-')}-{part}"


@dataclass
class StandardsService:
    """The review of one store.

    Attributes:
        log: the coach's own growth log.
        filing: tags of what is recorded of people.
        kept: records of all people, as they were read.
    """

    store: Store
    drafts: Drafts
    shelf: FrameworkShelf
    clock: Clock
    new_id: Callable[[datetime], str]
    log: GrowthLogService
    filing: FilingService
    kept: KeptRecords
    unfinished: Unfinished = field(init=False)

    def __post_init__(self) -> None:
        """Take drafts up as this window may."""
        self.unfinished = Unfinished(self.drafts)

    def this_term(self) -> str:
        """The term of today."""
        return term_of(self.clock.today())

    def review(self, term: str = "") -> TermReview:
        """The review of a term; of today's where none is named.

        Raises:
            BadFramework: the standards cannot be read.
            StorageError: the file cannot be read.
        """
        term, standards = term or self.this_term(), self.shelf.standards()
        rights = self.shelf.own_rights(STANDARDS)
        return TermReview(
            term, standards, self._points(term), self._tagged(), self.time(term), rights
        )

    def _points(self, term: str) -> tuple[Point, ...]:
        """Each standard and part with its review of a term, those no longer there at the end."""
        standards = self.shelf.standards()
        found = newest_of_each(self.store.every(StandardReview))
        strays = sorted({p for t, p in found if p not in standards.points and t == term})
        parts = [*standards.points.values(), *map(_stray, strays)]
        return tuple(_point(part, standards, found, term) for part in parts)

    def _tagged(self) -> dict[str, tuple[Tagged, ...]]:
        """What is filed, by standard."""
        every = self.filing.every()
        keys = {key for one in every for key in one.standards}
        return {key: tuple(one for one in every if key in one.standards) for key in keys}

    def time(self, term: str) -> CoachTime:
        """Where a term's time went, from the records there are (DLP-3D).

        Raises:
            StorageError: the file cannot be read.
        """
        every, (first, last) = self.kept.every, term_days(term)
        kept = Records(
            every(Cycle, lambda held: f"{first}" <= str(held.get("held_on")) <= f"{last}"),
            every(Visit, lambda held: held.get("status") == "held"),
            every(Note, lambda held: held.get("started_at") and held.get("ended_at")),
            every(Contact, bool),
            every(GrowthEntry, bool),
        )
        return coach_time(first, last, kept, lambda moment: self.clock.local(moment).date())

    def tag_counts(self, term: str) -> tuple[tuple[str, int], ...]:
        """How often each standard was filed under in a term, the most often first (CC-9).

        Raises:
            StorageError: the file cannot be read.
        """
        first, last = term_days(term)
        of_term = [one for one in self.filing.every() if first <= one.on <= last]
        counts = Counter(key for one in of_term for key in one.standards)
        return tuple(sorted(counts.items(), key=lambda held: (-held[1], held[0])))

    # -- placing ----------------------------------------------------------------------------

    def place(self, point: Point, term: str, reading: Reading) -> StandardReview:
        """Record a reading, or with an empty one take it back; the words stay.

        Args:
            point: what of, as it was read.
            term: the term it was read for.
            reading: the coach's reading.

        Raises:
            Refused: there is nothing to take back, or the standards in force do not have it.
            Conflict: it was recorded elsewhere since it was read; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        _check_known(point)
        if point.review is None and not reading:
            raise Refused("There is no reading here yet.")
        return self._record(point, term, reading=reading)

    def _record(self, point: Point, term: str, **changes: str) -> StandardReview:
        """Save a review with some fields changed."""
        self._check_unchanged(point, term)
        if point.review:
            after = point.review.but(**changes, framework=self.shelf.standards().pin)
            return point.review if after == point.review else saved_one(self.store, after)
        now = self.clock.now()
        made = StandardReview.model_validate(
            {
                "id": self.new_id(now),
                "created_at": now,
                "updated_at": now,
                "term": term,
                "part": point.part.id,
                "framework": self.shelf.standards().pin,
                **changes,
            }
        )
        return saved_one(self.store, made)

    def _check_unchanged(self, point: Point, term: str) -> None:
        """That nobody recorded another one since it was read; there is one a term and part."""
        found = newest_of_each(self.store.every(StandardReview)).get((term, point.part.id))
        if (found and found.revision) != (point.review and point.review.revision):
            raise Conflict(
                f"{point.part.id} was changed elsewhere; look at it again.", point.review, found
            )

    # -- words ------------------------------------------------------------------------------

    def open_words(self, part_id: str, term: str) -> OpenedWords:
        """The form of the words of a standard or part, its draft taken up.

        Raises:
            Refused: there is no such standard, or it is being typed in another window.
        """
        points = self._points(term or self.this_term())
        point = next((point for point in points if point.part.id == part_id), None)
        if point is None:
            raise Refused(f"There is no standard {part_id}.")
        _check_known(point)
        stored = WordsForm(point.words)
        opened = OpenedWords(point, term, stored, stored)
        draft = self.unfinished.read(opened.key)
        form = stored.with_typed(draft.fields) if draft else stored
        return replace(opened, form=form, begun=stored.begun_on(draft))

    def keep_draft(self, opened: OpenedWords, form: WordsForm, place: str, *, closed: bool) -> None:
        """Put the words on the disk as a draft.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        typed = form.changed(opened.stored, opened.begun)
        kept = {**typed, "part": opened.point.part.id, "term": opened.term}
        now = self.clock.now()
        self.unfinished.keep(Draft(opened.key, "standard", "", now, kept, place, closed))

    def discard_draft(self, opened: OpenedWords) -> None:
        """Remove the form's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self.unfinished.discard(opened.key)

    def save_words(self, opened: OpenedWords, form: WordsForm) -> StandardReview | None:
        """Save the words; None where none are typed and none were there.

        Raises:
            Refused: they are too long; nothing was saved.
            Conflict: it was changed elsewhere since it was opened; nothing was saved.
            StorageError: it could not be written; the draft is kept.
        """
        words = clean_block(form.text)
        if len(words) > BLOCK_LIMIT:
            raise Refused(f"The text has {len(words):,} characters; the most is {BLOCK_LIMIT:,}.")
        saved = opened.point.review
        if form.is_over(opened.stored, opened.begun):
            raise Conflict("These words were changed elsewhere since.", form, saved)
        if words != opened.point.words:
            with refusing("These words"):
                saved = self._record(opened.point, opened.term, words=words)
        with suppress(StorageError):  # the words are on the disk; "not saved" invites a twin
            self.discard_draft(opened)
        return saved


def _check_known(point: Point) -> None:
    """Only what the standards in force have is recorded anew; the rest stays as it is."""
    if point.standard is None:
        raise Refused("The standards in force no longer have this one; it stays as it is.")


def _stray(part_id: str) -> StandardPart:
    """What a record names and the framework does not have."""
    return StandardPart.model_construct(
        id=part_id, name="no longer in the standards", gist="It was recorded with other standards."
    )


def _point(
    part: StandardPart,
    standards: CoachStandards,
    found: dict[tuple[str, str], StandardReview],
    term: str,
) -> Point:
    """A point with what is recorded of it."""
    last = found.get((term_before(term), part.id))
    past = sorted(
        ((t, review.reading) for (t, p), review in found.items() if p == part.id and t < term),
        reverse=True,
    )
    return Point(
        part=part,
        standard=standards.standard(part.id) if part.id in standards.points else None,
        review=found.get((term, part.id)),
        before=last.reading if last else "",
        past=tuple(held for held in past if held[1]),
    )
