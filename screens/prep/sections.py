"""The sections of the prep sheet: what was agreed and planned, and what was seen and said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach_tui.domain.dates import local_clock, near_date, short_time
from coach_tui.domain.engagement import TOGETHER
from coach_tui.domain.framework_words import UNKNOWN
from coach_tui.services.prep import Prep, due_words
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import Line, cells, fit_line, line, wrap_line, wrap_text

LABEL = 12
"""Cells of the column that the labels stand in."""

LONGEST = 2_000
"""Characters of a text that are looked at; it is cut to a few rows anyway."""


@dataclass(frozen=True, slots=True)
class Section:
    """A label and its rows.

    Attributes:
        rank: who gets rows first where they are few; the lowest first.
        least: the rows it gets before any section gets more.
        apart: whether a blank row goes before it where there is one to spare.
        counts: whether each row is one thing, so that those left out are counted.
        tone: the tone of the label.
    """

    label: str
    rows: tuple[Line, ...]
    rank: int
    least: int = 1
    apart: bool = False
    counts: bool = False
    tone: str = "strong"


_TURNS = 3
"""How many of the last meetings and visits are told."""


def agreed(prep: Prep, glyphs: Glyphs, width: int) -> tuple[Section, ...]:
    """The last step, what waits, the visits, the clusters, the to-dos."""
    room = width - LABEL
    found = (
        Section("Last step", tuple(_step(prep, glyphs, room)), rank=0, least=4),
        Section("Draft", _draft(prep, room), rank=1),
        Section("Visit", _visit(prep, glyphs, room), rank=2, apart=True),
        Section("Launch", _text(prep.profile.launch_warning, room), rank=3),
        Section("Pause", _pause(prep, glyphs, room), rank=5),
        Section("Clusters", tuple(_clusters(prep, glyphs, room)), rank=4, least=2, apart=True),
        Section(
            f"To-dos {len(prep.todos)}", _todos(prep, glyphs, room), rank=7, counts=True, apart=True
        ),
    )
    return tuple(section for section in found if section.rows)


def seen(prep: Prep, glyphs: Glyphs, width: int) -> tuple[Section, ...]:
    """The priority groups, the goal, the last praise and questions, materials, what was sent."""
    room, cycle = width - LABEL, prep.cycle
    goal, praise, probes = (
        (cycle.goal.text, cycle.feedback.praise, cycle.feedback.probes) if cycle else ("", "", "")
    )
    practice = _shown(cycle.goal.practice, glyphs) if cycle else ""
    change = _text(f"Change: {practice}", room) if practice else ()
    found = (
        Section("Groups", _groups(prep, glyphs, room), rank=5, least=2, apart=True),
        Section("Goal", (*_text(_shown(goal, glyphs), room), *change), rank=8),
        Section("Praise", _text(_shown(praise, glyphs), room), rank=9, apart=True),
        Section("Questions", _text(_shown(probes, glyphs), room), rank=8),
        Section("Materials", tuple(_materials(prep, glyphs, room)), rank=6, least=2, apart=True),
        Section("Sent", _text(_shown(", ".join(prep.sent_words), glyphs), room), rank=10),
        Section("Framework", _text(_shown(prep.rights, glyphs), room, "muted"), rank=9),
    )
    return tuple(section for section in found if section.rows)


def _step(prep: Prep, glyphs: Glyphs, room: int) -> Iterator[Line]:
    """When it is due and where it goes first, so that a long text cannot push that out."""
    step, rule = prep.step, prep.profile.lateness
    if step is None:
        yield line(("none agreed yet", "muted"))
        return
    pressing = step.is_open and (step.due == rule.today or rule.days_late(step.due) > 0)
    rest = [_shown(step.lesson, glyphs), _PRACTICE[step.practice], _OWNER[step.owner]]
    told = "".join(f" {glyphs.dot} {part}" for part in rest if part)
    head = line((prep.step_words, "late" if pressing else "strong"), told)
    yield from capped(wrap_line(head, room), 2, room)
    yield from _text(_shown(step.text, glyphs), room)
    if step.coach_part:
        part = _shown(step.coach_part, glyphs)
        yield from wrap_line(line(("Coach's part: ", "muted"), part), room)


_PRACTICE = {
    "not_yet": "", "rehearsed": "rehearsed", "co_planned": "co-planned", "modeled": "modeled",
}  # fmt: skip
_OWNER = {"teacher": "", "coach": "coach does it", "both": "both do it"}


def capped(rows: Sequence[Line], most: int, room: int) -> tuple[Line, ...]:
    """At most so many rows, the last one marked where more would follow."""
    if len(rows) <= most:
        return tuple(rows)
    return (*rows[: most - 1], fit_line((*rows[most - 1], (" ~", "muted")), room))


def _draft(prep: Prep, room: int) -> tuple[Line, ...]:
    """The unfinished cycle."""
    if prep.draft_at is None:
        return ()
    day = near_date(prep.draft_at.date(), prep.profile.today)
    day = "today" if day == "Today" else day
    told = f"a cycle from {day} {local_clock(prep.draft_at)} is not finished."
    return wrap_text(told, room)


def _visit(prep: Prep, glyphs: Glyphs, room: int) -> tuple[Line, ...]:
    """The next visit and both clocks."""
    profile, visit = prep.profile, prep.profile.next_visit
    if visit is None:
        told = "none planned"
    else:
        passed = "passed " if visit.on < profile.today else ""
        at = f" {short_time(visit.at)}" if visit.at else ""
        told = f"{passed}{near_date(visit.on, profile.today)}{at}"
    parts = [*profile.clocks.words(profile.today)]
    if prep.overdue and profile.clocks.visit:  # that tells of the contact
        parts = [f"last visit {near_date(profile.clocks.visit, profile.today)}"]
    parts[0] = parts[0][:1].lower() + parts[0][1:]
    days = profile.coachee.ideal_days
    every = "planned every day" if days == 1 else f"planned every {days} days"
    late = f" {glyphs.dot} {glyphs.shown(prep.overdue)}" if prep.overdue else ""
    rest = "".join(f" {glyphs.dot} {part}" for part in (*parts, every))
    return (*wrap_line(line((told, "strong"), (late, "late"), rest), room), *_held(prep, room))


def _held(prep: Prep, room: int) -> tuple[Line, ...]:
    """The last meetings and visits in turn, the newest last: meet, visit, meet (DLP-1D).

    Where each meeting followed a visit of the same day, the clocks have told all there is.
    """
    last = prep.held[-_TURNS:]
    if len(last) < 2 or all(word == TOGETHER for _, word in last):
        return ()
    told = ", ".join(f"{word} {near_date(day, prep.profile.today)}" for day, word in last)
    return wrap_line(line(("In turn: ", "muted"), told), room)


def _pause(prep: Prep, glyphs: Glyphs, room: int) -> tuple[Line, ...]:
    """Where the class pauses in its progression, in one row (PL-3)."""
    found = prep.profile.progression
    walked = found.walked if found else None
    if walked is None:
        return ()
    name = (f"  {glyphs.shown(walked.model.name)}", "muted")
    pause = walked.pauses[0].words if walked.pauses else "none, all that was walked is in place"
    return (fit_line(line(glyphs.shown(pause), name), room),)


def _clusters(prep: Prep, glyphs: Glyphs, room: int) -> Iterator[Line]:
    """The history, where the last session stands, what is free at the next."""
    profile = prep.profile
    track = profile.track
    last = track.last
    counted = track.before(track.next_session)
    standing = profile.standing(counted)
    if last:
        told = ", ".join(f"{point.session} {point.cluster or '-'}" for point in track.points)
        cluster = profile.cluster(last)
        name = f" {cluster.name}" if cluster else f" {UNKNOWN}" if last.cluster else ""
        rows = wrap_line(line(_shown(told, glyphs), (glyphs.shown(name), "muted")), room)
        yield from rows[-2:]  # the newest are the last
    if standing:
        more = f", {standing.distance}" if standing.distance else ""
        carried = track.carried_words(counted.session) if counted else ""
        at = f" at session {counted.session}" if counted and counted != last else " so far"
        counts = f"{standing.total} GIs{at}"
        counts += f" ({carried})" if carried else ""
        yield from _text(f"{counts}, {standing.word}{more}", room)
    elif track.carried is not None:
        yield from _text(f"{track.carried} GIs carried from the year before", room)
    yield from _text(_next_words(prep), room, "muted")


def _next_words(prep: Prep) -> str:
    """The number of the next session, and the clusters it may have."""
    session, timeline = prep.profile.track.next_session, prep.profile.timeline
    if len(prep.free) == 1:
        left = timeline.cluster(prep.free[0])
        return f"Session {session} is next: {prep.free[0]} {left.name if left else ''}".rstrip()
    if prep.free:
        return f"Session {session} is next: {' '.join(prep.free)} are free"
    return f"Session {session} is next"


def _todos(prep: Prep, glyphs: Glyphs, room: int) -> tuple[Line, ...]:
    """What else is open, a row each."""
    rule = prep.profile.lateness
    rows = []
    for todo in prep.todos:
        due = (due_words(todo.due, rule), "late" if rule.days_late(todo.due) else "muted")
        owner = "" if todo.owner == "teacher" else f" ({todo.owner})"
        rows.append(fit_line(line(due, "  ", _shown(todo.text, glyphs), (owner, "muted")), room))
    return tuple(rows)


def _groups(prep: Prep, glyphs: Glyphs, room: int) -> tuple[Line, ...]:
    """Whom to watch for, and what was last seen of them (IP-6)."""
    groups = _shown(", ".join(prep.profile.coachee.priority_groups), glyphs)
    if prep.seen is None:
        return wrap_line(line((groups, "strong")), room) if groups else ()
    text, day = prep.seen
    when = f"seen {near_date(day, prep.profile.today)}: "
    gap = f" {glyphs.dot} " if groups else ""
    return wrap_line(line((groups, "strong"), gap, (when, "muted"), _shown(text, glyphs)), room)


def _materials(prep: Prep, glyphs: Glyphs, room: int) -> Iterator[Line]:
    """The links, the lesson, what is prepared."""
    materials = prep.materials
    for link in materials.links[:2]:
        yield fit_line(line(_shown(link, glyphs)), room)
    if len(materials.links) > 2:
        yield line((f"{len(materials.links) - 2} more links in the notes and steps", "muted"))
    if materials.lesson:
        yield fit_line(line(_shown(materials.lesson, glyphs)), room)
    boxes = [f"{'[x]' if done else '[ ]'} {name.lower()}" for name, done in materials.parts]
    yield from (line((row, "muted")) for row in _packed(boxes, room))


def _packed(parts: list[str], room: int) -> Iterator[str]:
    """Parts in rows, each whole in one of them."""
    row = ""
    for part in parts:
        joined = f"{row}  {part}" if row else part
        if row and cells(joined) > room:
            yield row
            joined = part
        row = joined
    if row:
        yield row


def _text(text: str, room: int, tone: str = "") -> tuple[Line, ...]:
    """A text in rows; no row for none."""
    return wrap_text(text, room, tone) if text else ()


def _shown(text: str, glyphs: Glyphs) -> str:
    """A text of any number of lines as one that may be drawn."""
    return glyphs.shown(" ".join(text[:LONGEST].split()))
