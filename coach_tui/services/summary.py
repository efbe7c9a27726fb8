"""What is copied out of the app as plain text. Private lines are never in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.dates import moment_text, short_date
from coach_tui.domain.note import NoteLine, open_rows, write_line
from coach_tui.domain.todo import Todo
from coach_tui.services.cycle_context import CycleContext
from coach_tui.services.cycle_reading import Reading
from coach_tui.services.profile import Profile
from coach_tui.text import to_ascii, visible

Part = tuple[str, str]
"""A label and a text of any number of lines; a blank one is left out."""


def person_summary(profile: Profile, rights: str = "") -> str:
    """Where a person stands: session, band, last round, what is open, what comes next.

    Args:
        profile: the person.
        rights: whose the names of clusters are, where they are from a file of the coach's own.
    """
    person = profile.coachee
    where = ", ".join(part for part in (person.role, person.school) if part)
    visit, cycle = profile.next_visit, profile.last_cycle
    told = cycle.id if cycle else ""  # its step stands with the round
    parts: list[Part] = [
        ("Where", where),
        ("As of", _day(profile.today)),
        ("Session", _session(profile)),
        *(_round(cycle) if cycle else ()),
        *(("To do", _todo(todo)) for todo in profile.todos if todo.cycle_id != told),
        ("Next visit", moment_text(visit.on, visit.at) if visit else ""),
        ("Framework", rights),
    ]
    return _page(person.name, parts)


def _session(profile: Profile) -> str:
    """The last session in words."""
    last = profile.track.last
    if last is None:
        return ""
    cluster, standing = profile.cluster_words(last), profile.standing(last)
    told = [f"{last.session}, held {short_date(last.held_on)}"]
    told += [f"cluster {cluster}"] if cluster else []
    if standing:
        more = f", {standing.distance}" if standing.distance else ""
        carried = profile.track.carried_words(last.session)
        counted = f"{standing.total} GIs so far" + (f" ({carried})" if carried else "")
        told.append(f"{counted}: {standing.word}{more}")
    return "; ".join(told)


def _round(cycle: Cycle) -> Iterable[Part]:
    """What was said and agreed in a round."""
    step = cycle.action
    yield ("Praise", cycle.feedback.praise)
    yield ("Questions", cycle.feedback.probes)
    yield ("Goal", cycle.goal.text)
    yield ("Action step", _with_due(step.text, short_date(step.due) if step.due else ""))


def _todo(todo: Todo) -> str:
    return _with_due(todo.text, short_date(todo.due) if todo.due else "")


def _with_due(text: str, due: str) -> str:
    """What is to be done, and behind its last open line the day; nothing where all is private."""
    shown = open_rows(text).strip()
    return f"{shown} (due {due})" if shown and due else shown


def cycle_summary(
    form: CycleForm, reading: Reading, context: CycleContext, rights: str = ""
) -> str:
    """A round as it stands in its form, saved or not; the coach's own count stays out.

    Args:
        form: what is typed.
        reading: what it is read as.
        context: the person and the session.
        rights: whose the names of clusters are, where they are from a file of the coach's own.
    """
    total = ""
    if reading.total is not None:
        standing = context.timeline.band_table.standing(context.session, reading.total)
        total = f"{standing.total} GIs so far: {standing.word}"
    parts: list[Part] = [
        ("Session", str(form.session)),
        ("Held", short_date(reading.held_on)),
        ("Class", form.lesson),
        ("Focus", form.focus),
        ("Praise", form.praise),
        ("Questions", form.probes),
        ("In the teacher's words", form.reflection),
        ("Cluster", context.timeline.named(form.cluster)),
        ("Total", total),
        ("Goal", form.goal),
        ("Action step", _with_due(form.step, form.due.strip())),
        ("Lesson", form.step_lesson),
        ("Coach's part", form.coach_part),
        ("Next visit", form.next_visit),
        ("Framework", rights),
    ]
    return _page(context.coachee.name, parts)


def note_summary(name: str, day: date, lines: Sequence[NoteLine]) -> str:
    """A note's lines, those marked private left out."""
    shown = "\n".join(write_line(line) for line in lines if line.tag != "private")
    return _page(name, [("Note", _day(day)), ("Lines", shown)])


def _day(day: date) -> str:
    return f"{short_date(day)}, {day.year}"


def _page(title: str, parts: Iterable[Part]) -> str:
    """A title, and under it each label with its text; further lines are set in.

    Private lines are left out here, so that no field of any record can bring one along.
    """
    rows = [visible(title), ""]
    for label, text in parts:
        first, *rest = [visible(row.rstrip()) for row in open_rows(text).strip().split("\n")]
        if first or rest:
            rows += [f"{label}: {first}", *(f"  {row}" for row in rest)]
    return "\n".join(rows) + "\n"


def copy_name(name: str, day: date) -> str:
    """What a file of a person's summary is called: "okafor-dana-2025-03-11"."""
    plain = re.sub(r"[^a-z0-9]+", "-", to_ascii(name).lower()).strip("-")[:60].strip("-")
    return f"{plain or 'summary'}-{day.isoformat()}"
