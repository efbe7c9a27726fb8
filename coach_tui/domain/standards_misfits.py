"""What does not hold together in a coach's standards: ids, sections, parts and their order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from coach_tui.domain.misfit import Misfit, Place, twice

if TYPE_CHECKING:
    from coach_tui.domain.standards_framework import CoachStandards, Standard


def standards_misfits(framework: CoachStandards) -> Iterator[Misfit]:
    """All that is wrong in the file."""
    standards = list(enumerate(framework.standards))
    sections = ((("sections", n), section.id) for n, section in enumerate(framework.sections))
    parts = (
        (("standards", n, "parts", m), part.id)
        for n, standard in standards
        for m, part in enumerate(standard.parts)
    )
    yield from twice("section", sections)
    yield from twice("standard", ((("standards", n), one.id) for n, one in standards))
    yield from twice("part", parts)
    yield from _sections(framework)
    for n, standard in standards:
        yield from _parts(standard, ("standards", n, "parts"))


def _sections(framework: CoachStandards) -> Iterator[Misfit]:
    """Standards are of a section that is listed and stand in its order; no section is empty."""
    order = [section.id for section in framework.sections]
    for n, one in enumerate(framework.standards):
        if one.section not in order:
            told = f"standard {one.id} names section {one.section}, not listed"
            cure = f"Write one of these: {', '.join(order)}."
            yield Misfit(told, ("standards", n, "section"), cure)
    for n, section in enumerate(framework.sections):
        if not framework.of_section(section):
            cure = f'Add a standard with section = "{section.id}", or take the section out.'
            yield Misfit(f"section {section.id} has no standard", ("sections", n), cure)
    stand = [(n, one) for n, one in enumerate(framework.standards) if one.section in order]
    for (_, before), (n, one) in pairwise(stand):
        if order.index(one.section) < order.index(before.section):
            told = "the standards do not stand in the order of their sections"
            cure = f"Move {one.id} up to the others of section {one.section}."
            yield Misfit(told, ("standards", n), cure)
            return


def _parts(standard: Standard, at: Place) -> Iterator[Misfit]:
    """A standard has no part or several, and each is numbered after it."""
    if len(standard.parts) == 1:
        told = f"standard {standard.id} has a single part"
        yield Misfit(told, at, "Give it two or none.")
    for n, part in enumerate(standard.parts):
        if part.id.partition(".")[0] != standard.id or "." not in part.id:
            told = f"part {part.id} stands under standard {standard.id}"
            yield Misfit(told, (*at, n), f"Write an id that begins with {standard.id} and a dot.")
