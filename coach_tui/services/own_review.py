"""The coach's own review of a term as plain text, for copying out; it names nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach_tui.domain.coach_time import CoachTime
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.contact import minutes_words
from coach_tui.domain.dates import full_date, short_date
from coach_tui.domain.growth_entry import KINDS, GrowthEntry
from coach_tui.domain.named_people import without_people
from coach_tui.domain.note import open_rows
from coach_tui.domain.standard_review import reading_words
from coach_tui.domain.term import term_before, term_days, term_words
from coach_tui.services.growth_log import GrowthLogService, in_days
from coach_tui.services.standards import Point, TermReview
from coach_tui.text import visible


def review_text(review: TermReview, log: GrowthLogService, people: Iterable[Coachee]) -> str:
    """Readings, words, time, goal and entries of a term, as lines.

    Private lines are left out, and so are stories that are not for sharing or lack a consent; in
    all other texts `a teacher` stands in place of the name of anyone in the caseload.

    Raises:
        StorageError: the file cannot be read.
    """
    everyone = tuple(people)
    rows = [*_readings(review), "", *time_rows(review.time, review.term), *_log(review, log)]
    own = "\n".join(visible(row) for row in rows).rstrip()
    rights = f"\n\n{visible(review.rights)}" if review.rights else ""
    return f"{without_people(own, everyone)}{rights}\n"


def _readings(review: TermReview) -> Iterator[str]:
    yield f"Coach standards, {term_words(review.term)}"
    yield f"{review.looked_at} of {len(review.standards.points)} looked at"
    for section in review.standards.sections:
        yield ""
        yield section.name
        for point in review.points:
            if point.standard and point.standard.section == section.id:
                yield from point_rows(point, review)


def point_rows(point: Point, review: TermReview) -> Iterator[str]:
    """A reading, that of the term before, and the coach's words, private lines left out."""
    before = f" ({term_words(term_before(review.term))}: {reading_words(point.before)})"
    told = before if point.before else ""
    yield f"  {point.part.id} {point.part.name}: {reading_words(point.reading)}{told}"
    for row in open_rows(point.words).split("\n"):
        if row.strip():
            yield f"    {row}"
    if found := review.filed_under(point):
        yield f"    {len(found)} filed"


def time_rows(time: CoachTime, term: str) -> Iterator[str]:
    """Where the term's time went, a kind of work a line (DLP-3D)."""
    yield f"Time in {term_words(term)}, from the records: {time.coaching_words}"
    for kind in time.kinds:
        without = f", {kind.blank_words}" if kind.blank else ""
        share = f"{kind.minutes} min, {time.share(kind.minutes)}%"
        yield f"  {kind.words}: {share}{without}"
    if time.spread_words:
        yield f"  {time.spread_words}"


def _log(review: TermReview, log: GrowthLogService) -> Iterator[str]:
    """Goals of any day with their steps, then the term's entries."""
    entries = log.entries()
    goals = [one for one in entries if one.kind == "goal"]
    others = [one for one in in_days(entries, term_days(review.term)) if _is_told(one, log)]
    for goal in goals:
        yield ""
        by = f" (by {full_date(goal.due)})" if goal.due else ""
        yield f"Growth goal: {goal.title}{by}"
        for step in goal.steps:
            yield f"  {'[x]' if step.done_on else '[ ]'} {step.text}"
    if others:
        yield ""
        yield "Growth log"
    for entry in others:
        took = "" if entry.minutes is None else f" ({minutes_words(entry.minutes)})"
        yield f"  {short_date(entry.on)} {KINDS[entry.kind]}{took}: {entry.title}"


def _is_told(entry: GrowthEntry, log: GrowthLogService) -> bool:
    """Goals stand by themselves; a story only where it may be told to others."""
    if entry.kind == "goal" or not entry.title:
        return False
    return entry.kind != "story" or (entry.for_sharing and not log.why_not_shared(entry))
