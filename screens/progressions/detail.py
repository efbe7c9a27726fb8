"""The step under the cursor: how it stands, a next move, what to look for, the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach_tui.domain.dates import near_date
from coach_tui.domain.progression import StepRecord
from coach_tui.domain.progression_standing import StepStanding
from coach_tui.services.progressions import PersonProgression
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line, wrap_text

_FEW = 4
"""Days that are named one by one."""


def state_words(record: StepRecord, today: date) -> str:
    """How a step stands, with the days: "not yet consistent, seen once (Mar 4)"."""
    days = record.days_since
    if record.state == "consistent":
        told = _days("seen", days, today) if days else ""
        who = record.confirmed_on if record.is_confirmed else None
        confirmed = f"confirmed by the teacher {told_day(who, today)}" if who else ""
        return f"in consistent practice: {' and '.join(filter(None, (confirmed, told)))}"
    if record.state == "once":
        return f"not yet consistent, seen once ({told_day(days[0], today)})"
    if record.state == "not_yet":
        again = ", seen before that" if record.seen or record.confirmed_on else ""
        return f"not yet in place ({told_day(record.not_yet[-1], today)}){again}"
    return "not seen yet"


def told_day(day: date, today: date) -> str:
    """A day within a sentence: "today", "Mar 4"."""
    return "today" if day == today else near_date(day, today)


def _days(word: str, days: Sequence[date], today: date) -> str:
    """The days a step was seen: "seen Feb 4, Feb 18"; of many only how often and the last."""
    if len(days) > _FEW:
        return f"{word} {len(days)} times, last {told_day(days[-1], today)}"
    return f"{word} {', '.join(told_day(day, today) for day in days)}"


def detail_lines(
    one: StepStanding,
    found: PersonProgression,
    glyphs: Glyphs,
    width: int,
    *,
    hidden: bool,
    rights: str,
) -> list[Line]:
    """What the pane shows of a step.

    Args:
        one: the step.
        found: whose progression it is.
        glyphs: the letters.
        width: cells of the pane.
        hidden: whether names are hidden; evidence may hold one.
        rights: the rights of the coach's own file, empty for the steps that ship.
    """
    step, record = one.step, one.record

    def words(text: str, tone: str = "") -> tuple[Line, ...]:
        return wrap_text(glyphs.shown(text), width, tone)

    lines = [
        *words(one.words, "strong"),
        *words(state_words(record, found.today), "muted"),
        EMPTY,
        line(("Possible next move", "strong")),
        *words(step.next_move),
        EMPTY,
        line(("Look for", "strong")),
        *words(step.look_for),
        EMPTY,
    ]
    lines += _evidence(record, found.today, glyphs, width, hidden=hidden)
    for told in _asides(found, rights):
        lines += [EMPTY, *words(told, "muted")]
    return lines


def _evidence(
    record: StepRecord, today: date, glyphs: Glyphs, width: int, *, hidden: bool
) -> list[Line]:
    """What was seen or heard, the newest first."""
    count = len(record.evidence)
    if not count:
        return [line(("No evidence yet", "muted"))]
    lines = [line(("Evidence ", "strong"), str(count))]
    if hidden:
        return [*lines, line(("hidden", "muted"))]
    days = [near_date(held.on, today) for held in record.evidence]
    room = max(map(len, days)) + 2
    for held, day in zip(reversed(record.evidence), reversed(days), strict=True):
        head = (f"{day:<{room}}", "muted")
        lines += wrap_line(line(head, glyphs.shown(held.text)), width, hang=room)
    return lines


def _asides(found: PersonProgression, rights: str) -> list[str]:
    """What stands in the record beside these steps, and whose words they are."""
    told = []
    if found.standing and found.standing.unknown:
        gone = ", ".join(one.step for one in found.standing.unknown)
        told.append(f"Also recorded, steps that the file no longer has: {gone}")
    if found.older_version:
        told.append(f"Begun with version {found.older_version} of the steps")
    if found.others:
        told.append(f"Also walked: {', '.join(found.others)}")
    return [*told, rights] if rights else told
