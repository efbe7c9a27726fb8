"""Action steps: who does them by when, and what became of them (CC-34)."""

from __future__ import annotations

from coach_tui.domain.dates import month_day
from coach_tui.domain.evidence import Behind, Evidence
from coach_tui.domain.evidence_rules.log import Log, Step
from coach_tui.domain.evidence_rules.share import share


def owned_steps(log: Log) -> Evidence:
    """Action steps agreed in the period that have a due date; each has an owner (CC-34).

    Levels: 2 where each has a date, 1 where not.
    """

    def level(count: int, of: int) -> int:
        return 2 if count == of else 1

    behind = [_dated(step) for step in log.steps]
    told = "an owner and a due date with {count} of {of} action {step|steps}"
    return share("CC-34", "owned_steps", told, behind, (log.first, log.last), level)


def _dated(step: Step) -> Behind:
    words = f"due {month_day(step.due)}" if step.due else "no due date"
    return _behind(step, f"step with an owner, {words}", counts=step.due is not None)


def reported_steps(log: Log) -> Evidence:
    """Action steps whose result is reported: done, partly or dropped, and what was seen (CC-34).

    Only steps count that are closed, or were due by the last day. Level 3 where each of them is
    reported, and every step agreed in the period has a date and a plan: a lesson, a part of the
    coach's, a rehearsal. Otherwise it speaks for no level.
    """
    asked = [step for step in log.steps if step.closed or (step.due and step.due <= log.last)]
    ready = all(step.due and step.planned for step in log.steps)

    def level(count: int, of: int) -> int | None:
        return 3 if ready and count == of else None

    behind = [_result(step) for step in asked]
    told = "a result written for {count} of {of} action {step|steps} closed or due"
    return share("CC-34", "reported_steps", told, behind, (log.first, log.last), level)


def _result(step: Step) -> Behind:
    closed = f"step closed {month_day(step.closed)}" if step.closed else "step due and still open"
    words = f"{closed}, {'with' if step.result else 'without'} a result in words"
    return _behind(step, words, counts=step.result)


def _behind(step: Step, words: str, *, counts: bool) -> Behind:
    return Behind(step.coachee_id, step.on, words, counts, step.id)
