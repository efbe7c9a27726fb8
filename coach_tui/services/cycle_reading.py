"""A cycle form as it was typed, turned into values, with a sentence for each fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, TypeVar, get_args

from coach_tui.domain.cycle import InPlace, Outcome
from coach_tui.domain.cycle_form import STEPS, CycleForm, FormField, Step, blanks
from coach_tui.domain.dates import read_date, read_moment, read_past_date, read_time
from coach_tui.domain.gi_entry import read_gi_entry
from coach_tui.domain.school_year import year_of
from coach_tui.domain.todo import Owner, Practice
from coach_tui.domain.track import check_session
from coach_tui.errors import ReasonNeeded, Refused
from coach_tui.services.cycle_context import CycleContext
from coach_tui.services.ticks import check_ticks, claimed
from coach_tui.text import BLOCK_LIMIT, LINE_LIMIT, clean_block, clean_line

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Problem:
    """A field that cannot be saved as it stands.

    Attributes:
        field: the form field's name; `gi_reason` or `override` where only a reason is missing.
        step: the step it stands in.
        sentence: what is wrong and what to do.
    """

    field: str
    step: Step
    sentence: str


@dataclass(slots=True)
class Reading:
    """The values of a form.

    Attributes:
        problems: what has to be put right before a save, in the form's order.
        warnings: what is worth a look; it never bars a save.
        blanks: what is still blank.
        held_on: the day of the meeting; today where the field is blank or unreadable.
        numbered: whether it takes a session number, having a cluster or a total.
    """

    held_on: date
    numbered: bool = False
    at: time | None = None
    minutes: int | None = None
    total: int | None = None
    coach_total: int | None = None
    due: date | None = None
    next_visit: date | None = None
    next_visit_at: time | None = None
    problems: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    blanks: tuple[FormField, ...] = ()

    def problem(self, name: str) -> str:
        """The sentence about a field, empty if there is none."""
        return next((p.sentence for p in self.problems if p.field == name), "")


_LINES: dict[str, Step] = {
    "lesson": "observe", "override": "goal", "gi_reason": "goal", "step_lesson": "action",
    "coach_part": "action",
}  # fmt: skip
_BLOCKS: dict[str, Step] = {
    "priority_groups": "observe", "focus": "observe", "praise": "feedback",
    "probes": "feedback", "reflection": "feedback", "engagement": "feedback", "goal": "goal",
    "own_words": "goal", "step": "action",
}  # fmt: skip
_GROWTH = 4  # a tab is stored as four spaces; no letter grows by more
_CHOICES: dict[str, tuple[Step, tuple[str, ...]]] = {
    "answer": ("feedback", get_args(Outcome)),
    "practice": ("action", get_args(Practice)),
    "owner": ("action", get_args(Owner)),
}


def read_form(form: CycleForm, context: CycleContext, today: date) -> Reading:
    """Read every field; nothing is raised, each fault is a problem of its field."""
    reading = Reading(held_on=today, blanks=blanks(form, virtual=context.is_virtual(form.mode)))
    ask = _Asker(reading)
    when: date | None = ask("when", "observe", lambda: read_past_date(form.when, today))
    reading.held_on = when or today
    reading.at = ask("at", "observe", lambda: read_time(form.at))
    reading.minutes = ask("minutes", "observe", lambda: _minutes(form.minutes))
    _read_total(form, context, reading, ask)
    last = context.last_total
    reading.coach_total = ask("coach_gi", "goal", lambda: _plain_total(form.coach_gi, last))
    if form.cluster:
        warning = _read_cluster(form, context, reading)
        reading.warnings += [warning] if warning else []
    reading.numbered = bool(form.cluster) or reading.total is not None
    if reading.numbered:
        ask("cluster" if form.cluster else "gi", "goal", lambda: check_session(context.session))
    reading.due = ask("due", "action", lambda: read_date(form.due, today))
    moment = ask("next_visit", "action", lambda: read_moment(form.next_visit, today))
    reading.next_visit, reading.next_visit_at = moment or (None, None)
    if reading.next_visit_at and not reading.next_visit:
        sentence = "The next visit has a time but no day; type it like thu 10:30."
        reading.problems.append(Problem("next_visit", "action", sentence))
    _check_choices(form, context, reading)
    _check_lengths(form, reading)
    reading.problems.sort(key=lambda problem: STEPS.index(problem.step))
    reading.warnings += _warnings(reading, context)
    return reading


class _Asker:
    """Turns a refusal into a problem of its field."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def __call__(self, name: str, step: Step, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except Refused as fault:
            self._reading.problems.append(Problem(name, step, str(fault)))
            return None


def _minutes(typed: str) -> int | None:
    """Minutes of the visit; a blank is None."""
    text = typed.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= 4 and int(text) <= 1440):
        raise Refused(f"'{text[:12]}' is not a number of minutes; type one like 22.")
    return int(text)


def _plain_total(typed: str, before: int | None) -> int | None:
    entry = read_gi_entry(typed)
    return entry.total(before) if entry else None


def _read_total(form: CycleForm, context: CycleContext, reading: Reading, ask: _Asker) -> None:
    """The GI total; one lower than the last asks for a reason."""
    reading.total = ask("gi", "goal", lambda: _plain_total(form.gi, context.last_total))
    known = {gi.id for gi in context.timeline.gis} | set(context.ticked)
    ask("gi", "goal", lambda: check_ticks(claimed(form.gi, form.gi_items), known))
    if reading.total is None:
        return
    try:
        context.track.check_total(context.session, reading.total, form.gi_reason)
    except ReasonNeeded as fault:
        reading.problems.append(Problem("gi_reason", "goal", str(fault)))


def _read_cluster(form: CycleForm, context: CycleContext, reading: Reading) -> str:
    """A warning about the cluster; a problem if it is out of order without a reason."""
    try:
        return context.check_cluster(form.cluster, form.override)
    except ReasonNeeded as fault:
        reading.problems.append(Problem("override", "goal", str(fault)))
    except Refused as fault:
        reading.problems.append(Problem("cluster", "goal", str(fault)))
    return ""


def _check_choices(form: CycleForm, context: CycleContext, reading: Reading) -> None:
    """A choice is one of those on offer; only a draft changed by hand holds another."""
    modes = tuple(mode.id for mode in context.model.modes)
    for name, (step, known) in {"mode": ("observe", modes), **_CHOICES}.items():
        _check_choice(name, step, getattr(form, name), known, reading)
    cluster = context.timeline.cluster(form.cluster)
    for look in cluster.look_fors if cluster else ():
        state = form.ratings.get(look.id, "")
        _check_choice("ratings", "goal", state, get_args(InPlace), reading)


def _check_choice(
    name: str, step: Step, chosen: str, known: tuple[str, ...], reading: Reading
) -> None:
    if chosen and chosen not in known:
        sentence = f"'{chosen[:20]}' is not a choice here; choose one of {', '.join(known)}."
        reading.problems.append(Problem(name, step, sentence))


def _check_lengths(form: CycleForm, reading: Reading) -> None:
    """No text is longer than a record keeps, as it would be stored."""
    limits: dict[str, tuple[Any, int]] = {name: (step, LINE_LIMIT) for name, step in _LINES.items()}
    limits.update({name: (step, BLOCK_LIMIT) for name, step in _BLOCKS.items()})
    for name, (step, most) in limits.items():
        text = getattr(form, name)
        if len(text) * _GROWTH <= most:  # asked on every key: a short text needs no cleaning
            continue
        size = len(clean_line(text) if most == LINE_LIMIT else clean_block(text))
        if size > most:
            sentence = f"This text has {size:,} characters; the most is {most:,}. Shorten it."
            reading.problems.append(Problem(name, step, sentence))


def _warnings(reading: Reading, context: CycleContext) -> list[str]:
    """What is worth a look."""
    shortest, longest = context.model.visit_minutes
    found = []
    if reading.minutes is not None and not shortest <= reading.minutes <= longest:
        found.append(
            f"{reading.minutes} minutes; visits of {shortest} to {longest} are planned for."
        )
    year = year_of(reading.held_on, context.begun)
    if year != year_of(context.today, context.begun):
        found.append(f"That day lies in the school year {year}; the cycle counts there.")
    for name, day in (("due date", reading.due), ("next visit", reading.next_visit)):
        if day and day < reading.held_on:
            found.append(f"The {name} is before the visit.")
    return found
