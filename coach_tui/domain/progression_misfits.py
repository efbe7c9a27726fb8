"""What does not hold together in progressions: ids, codes, strands, the order of the phases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach_tui.domain.misfit import Misfit, Place, twice
from coach_tui.domain.walk_line import KEPT

if TYPE_CHECKING:
    from coach_tui.domain.progression_framework import ProgressionModel, Progressions


def progression_misfits(progressions: Progressions, phases: tuple[str, ...]) -> Iterator[Misfit]:
    """All that is wrong in the file.

    Args:
        progressions: what stands in it.
        phases: the ids of the phases, in order.
    """
    if tuple(phase.id for phase in progressions.phases) != phases:
        told = f"the phases are {', '.join(phases)}, in this order"
        yield Misfit(told, ("phases",), "Give them these ids, in this order.")
    models = list(enumerate(progressions.models))
    codes = ((("models", n, "code"), model.code) for n, model in models)
    yield from twice("model", ((("models", n), model.id) for n, model in models))
    yield from twice("code", codes, "Give one of the two models another code.")
    for n, model in models:
        yield from _names(model, ("models", n))
        yield from _steps(model, ("models", n), phases)


def _names(model: ProgressionModel, at: Place) -> Iterator[Misfit]:
    """Ids within a model come once, and a walk's line can tell its words from its own."""
    steps = (((*at, "steps", n), step.id) for n, step in enumerate(model.steps))
    strands = [((*at, "strands", n), strand.id) for n, strand in enumerate(model.strands)]
    yield from twice(f"{model.id}: strand", strands)
    yield from twice(f"{model.id}: step", steps)
    named = [("code", (*at, "code"), model.code), *(("strand", *one) for one in strands)]
    for what, place, word in named:
        if word.lower() in KEPT:
            told = f"{model.id}: {what} {word} is a word that a line of a walk keeps for the step"
            yield Misfit(told, place, "Write another word.")


def _steps(model: ProgressionModel, at: Place, phases: tuple[str, ...]) -> Iterator[Misfit]:
    """Every step is of a strand and has its phase's letter; phases are in order and have steps."""
    known = list(dict.fromkeys(strand.id for strand in model.strands)) or [""]
    for n, step in enumerate(model.steps):
        place, letter = (*at, "steps", n), step.phase[0].upper()
        if step.strand not in known:
            named = (
                f"names strand '{step.strand}', not listed" if step.strand else "names no strand"
            )
            one = f"Write one of these: {', '.join(known)}." if model.strands else "Take it out."
            yield Misfit(f"{model.id}: step {step.id} {named}", (*place, "strand"), one)
        if not model.strands and step.id[0] != letter:
            told = f"{model.id}: step {step.id} is in {step.phase}, whose ids begin with {letter}"
            yield Misfit(told, place, f"Begin its id with {letter}, or write its own phase.")
    for strand in known:
        yield from _phases(model, strand, at, phases)


def _phases(
    model: ProgressionModel, strand: str, at: Place, phases: tuple[str, ...]
) -> Iterator[Misfit]:
    """Phases come in order, and none is without a step."""
    found = [(n, step) for n, step in enumerate(model.steps) if step.strand == strand]
    of = f"{model.id}, {strand}" if strand else model.id
    last = 0
    for n, step in found:
        number = phases.index(step.phase)
        if number < last:
            told = f"{of}: a step of an earlier phase stands behind a later one"
            yield Misfit(told, (*at, "steps", n), f"Move {step.id} up to the {step.phase} phase.")
        last = max(last, number)
    for phase in phases:
        if all(step.phase != phase for _, step in found):
            within = f' and strand = "{strand}"' if strand else ""
            cure = f'Add a step with phase = "{phase}"{within}.'
            yield Misfit(f"{of}: the {phase} phase has no step", (*at, "steps"), cure)
