"""One line that enters a room of a walk: "R07 station step 6 next:7; 4 of 6 groups moved".

Whatever is left out is what is most likely: the room after the last one, the last model, the step
that follows. "6" alone is a whole line.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from coach_tui.errors import Refused
from coach_tui.text import LINE_LIMIT, clean_line, fit

if TYPE_CHECKING:
    from coach_tui.domain.progression_framework import (
        ProgressionModel,
        Progressions,
        ProgressionStep,
    )

BEFORE = ("before", "none", "0")
"""What is typed for a class that is before the first step."""

KEPT = (*BEFORE, "step", "next")
"""Words that a line keeps for the step, so that no model or strand may be called so."""

HOW = "room, model, step: R07 station 6 next:7; what was seen"

CODE = re.compile(r"(?=.*[0-9])[A-Za-z0-9]{1,6}")
"""A room's code: letters and digits, one digit at least, so that no name can stand there."""
_NEXT = re.compile(r"n(?:e(?:xt?)?)?:(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Usual:
    """What a line that leaves it out means.

    Attributes:
        code: the room; empty where it has to be typed.
        model: id of the model; empty where it has to be typed.
        strand: id of its strand.
    """

    code: str = ""
    model: str = ""
    strand: str = ""


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A line that was read.

    Attributes:
        code: the room, in capitals.
        step: what the class is at; None before the first step.
        next: the step that could come next; None for none.
    """

    code: str
    model: ProgressionModel
    strand: str
    step: ProgressionStep | None
    next: ProgressionStep | None
    evidence: str


def read_room(text: str, progressions: Progressions, usual: Usual) -> RoomLine:
    """The room that a line enters.

    Raises:
        Refused: it cannot be read; the sentence says what is wrong and what is nearest.
    """
    head, _, evidence = text.partition(";")
    words = clean_line(head).split()
    if not words:
        raise Refused(f"Nothing is typed yet: {HOW}.")
    following, words = _taken_next(words)
    known = progressions.model(usual.model)
    code, named, rest = _parted(words, {step.id for step in known.steps} if known else ())
    model = _model(named, progressions, usual)
    strand, rest = _strand(rest, model, usual)
    step = _step(rest, model, strand, "step")
    then = _step([following], model, strand, "next") if following else _after(model, strand, step)
    if step is not None and then == step:
        raise Refused(f"{step.id} is the step itself; the next one is another.")
    seen = clean_line(evidence)
    if len(seen) > LINE_LIMIT:
        raise Refused(f"What was seen has {len(seen)} characters; the most is {LINE_LIMIT}.")
    return RoomLine(_code(code, usual), model, strand, step, then, seen)


def write_room(line: RoomLine) -> str:
    """A line that reads as this one: "R07 station F6 next:F7; 4 of 6 groups moved"."""
    step = line.step.id if line.step else BEFORE[0]
    parts = [line.code, line.model.code, *([line.strand] if line.strand else []), step]
    parts.append(f"next:{line.next.id if line.next else BEFORE[1]}")
    return " ".join(parts) + (f"; {line.evidence}" if line.evidence else "")


def _taken_next(words: Sequence[str]) -> tuple[str, list[str]]:
    """What stands behind "next:", and the words without it; "next: 7" is as "next:7"."""
    for at, word in enumerate(words):
        found = _NEXT.fullmatch(word)
        if found is None:
            continue
        value, rest = found[1], [*words[:at], *words[at + 1 :]]
        if not value and at < len(rest):
            value = rest.pop(at)
        if not value:
            raise Refused("Behind next: stands the number of a step, or none.")
        return value, rest
    return "", list(words)


def _parted(words: Sequence[str], alone: Container[str]) -> tuple[str, str, list[str]]:
    """The room's code, the model and the rest; empty for what is left out.

    The model is the first word without a digit, unless that is about the step; before it stands the
    code. Without a model, the first of several words is the code.

    Args:
        words: what was typed.
        alone: what is a step where it is the only word.
    """
    at = next((n for n, word in enumerate(words) if not _has_digit(word)), len(words))
    if at < len(words) and not _is_of_step(words[at]):
        if at > 1:
            raise Refused(f"'{fit(words[1], 12)}' stands before the model; the order is {HOW}.")
        return (words[0] if at else ""), words[at], list(words[at + 1 :])
    first = words[0] if words else ""
    is_code = bool(at) and (len(words) > 1 or not (first.isdecimal() or first.upper() in alone))
    return (first, "", list(words[1:])) if is_code else ("", "", list(words))


def _has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _is_of_step(word: str) -> bool:
    return word.lower() in (*BEFORE, "step")


def _code(typed: str, usual: Usual) -> str:
    code = typed or usual.code
    if not code:
        raise Refused(f"Which room? {HOW}.")
    if not (code.isascii() and CODE.fullmatch(code)):
        raise Refused(
            f"'{fit(code, 12)}' is no room: a code has up to 6 letters and digits, one digit at"
            " least; the nearest is R07."
        )
    return code.upper()


def _model(named: str, progressions: Progressions, usual: Usual) -> ProgressionModel:
    """The model that a word begins the code of."""
    if not named:
        found = progressions.model(usual.model)
        if found is None:
            raise Refused(f"Which model? {', '.join(_codes(progressions.models))}.")
        return found
    low = named.lower()
    exact = [model for model in progressions.models if model.code == low]
    fits = exact or [m for m in progressions.models if m.code.startswith(low)]
    fits = fits or [m for m in progressions.models if m.id.startswith(low)]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise Refused(
            f"'{fit(named, 12)}' may be {' or '.join(_codes(fits))}; type one more letter."
        )
    nearest = _nearest(low, _codes(progressions.models))
    raise Refused(f"'{fit(named, 12)}' is no model; the nearest is {nearest}.")


def _codes(models: Sequence[ProgressionModel]) -> list[str]:
    return [model.code for model in models]


def _strand(rest: list[str], model: ProgressionModel, usual: Usual) -> tuple[str, list[str]]:
    """The strand of a model that has several, and the words behind it."""
    if not model.strands:
        return "", rest
    ids = [strand.id for strand in model.strands]
    if rest and not _has_digit(rest[0]) and not _is_of_step(rest[0]):
        low = rest[0].lower()
        fits = [key for key in ids if key == low] or [key for key in ids if key.startswith(low)]
        if len(fits) != 1:
            many = f"may be {' or '.join(fits)}" if fits else "is no strand"
            hint = "" if fits else f"; the nearest is {_nearest(low, ids)}"
            raise Refused(f"'{fit(rest[0], 12)}' {many} of {model.name}{hint}.")
        return fits[0], rest[1:]
    by_id = next((s.strand for word in rest if (s := model.step(word.upper()))), "")
    strand = by_id or (usual.strand if usual.model == model.id else "")
    if strand not in ids:
        raise Refused(f"Which strand of {model.name}? {', '.join(ids)}.")
    return strand, rest


def _step(
    words: list[str], model: ProgressionModel, strand: str, what: str
) -> ProgressionStep | None:
    """The step of a number in order, or of an id; None before the first one."""
    if words and words[0].lower() == "step":
        words = words[1:]
    steps = model.steps_of(strand)
    span = f"1 to {len(steps)}, or {steps[0].id} to {steps[-1].id}"
    if not words:
        raise Refused(f"{_where(model, strand)}: which step? {span}; 0 is before the first.")
    if len(words) > 1:
        raise Refused(f"'{fit(words[1], 12)}' is one word too many; what was seen follows a ';'.")
    typed = words[0]
    if typed.lower() in BEFORE or typed.strip("0") == "":
        return None
    if typed.isascii() and typed.isdecimal():
        if len(typed) > 3 or not 1 <= int(typed) <= len(steps):
            last = steps[-1].id
            raise Refused(
                f"{_where(model, strand)} has {len(steps)} steps, no {fit(typed, 6)};"
                f" the nearest is {len(steps)}, {last}."
            )
        return steps[int(typed) - 1]
    found = next((step for step in steps if step.id == typed.upper()), None)
    if found is None:
        nearest = _nearest(typed.upper(), [step.id for step in steps])
        raise Refused(
            f"'{fit(typed, 12)}' is no {what} of {_where(model, strand)}; the nearest is {nearest}."
        )
    return found


def _after(
    model: ProgressionModel, strand: str, step: ProgressionStep | None
) -> ProgressionStep | None:
    """The step that follows one; the first where there is none, none behind the last."""
    steps = model.steps_of(strand)
    at = steps.index(step) + 1 if step else 0
    return steps[at] if at < len(steps) else None


def _where(model: ProgressionModel, strand: str) -> str:
    return f"{model.name}, {strand}" if strand else model.name


def _nearest(typed: str, names: Sequence[str]) -> str:
    """The name most like what was typed; the first of several as like."""
    return max(names, key=lambda name: SequenceMatcher(None, typed[:40], name).ratio())
