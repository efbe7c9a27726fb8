"""What does not hold together in a continuum: ids, places, points and their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from coach_tui.domain.misfit import Misfit, Place, twice

if TYPE_CHECKING:
    from coach_tui.domain.continuum_framework import Continuum

_IDS = {"elements": "element", "sections": "section", "groups": "group"}
_PARTS = ("stances", "questions", "levels", "cycle_steps", "habits", "plan_parts")


def continuum_misfits(continuum: Continuum) -> Iterator[Misfit]:
    """All that is wrong in the file."""
    for name in (*_IDS, *_PARTS):
        ids = (((name, n), part.id) for n, part in enumerate(getattr(continuum, name)))
        yield from twice(_IDS.get(name, f"{name}:"), ids)
    levels = ((("placements", n), name) for n, name in enumerate(continuum.placements))
    yield from twice("level", levels, "Give each level a name of its own.")
    yield from _points(continuum)
    yield from _sections(continuum)
    yield from _groups(continuum)


def _points(continuum: Continuum) -> Iterator[Misfit]:
    """A single choice has no points; any other element has some at every level."""
    for n, element in enumerate(continuum.elements):
        at: Place = ("elements", n, "points")
        if element.single and element.points:
            told = f"element {element.id} is a single choice, so it has no points"
            yield Misfit(told, at, "Take the points out, or write single = false.")
        for level in () if element.single else (1, 2, 3):
            if not element.points_of(level):
                told = f"element {element.id} has no point for level {level}"
                yield Misfit(told, at, f'Add {level}a = "..." to its points.')


def _sections(continuum: Continuum) -> Iterator[Misfit]:
    """Groups and elements are of a section that is listed, stand by it, and none is empty."""
    order = [section.id for section in continuum.sections]
    for name in ("groups", "elements"):
        for n, part in enumerate(getattr(continuum, name)):
            if part.section not in order:
                told = f"{part.id} names section '{part.section}', which is not listed"
                yield Misfit(told, (name, n, "section"), f"Write one of these: {', '.join(order)}.")
    stand = [(n, one.section) for n, one in enumerate(continuum.elements) if one.section in order]
    yield from _empty("section", order, {key for _, key in stand})
    yield from _in_order("section", stand, order)


def _groups(continuum: Continuum) -> Iterator[Misfit]:
    """An element's group is one of its section; elements stand by group, and none is empty."""
    section_of = {group.id: group.section for group in continuum.groups}
    stand = []
    for n, element in enumerate(continuum.elements):
        if not element.group or section_of.get(element.group) == element.section:
            stand.append((n, element.group))
            continue
        told = (
            f"element {element.id} names group '{element.group}', "
            f"which section {element.section} does not have"
        )
        own = [key for key, section in section_of.items() if section == element.section]
        cure = f"Write one of these: {', '.join(own)}." if own else "Take the group out."
        yield Misfit(told, ("elements", n, "group"), cure)
    yield from _empty("group", list(section_of), {key for _, key in stand})
    yield from _in_order("group", stand, list(section_of))


def _empty(what: str, order: Sequence[str], used: set[str]) -> Iterator[Misfit]:
    """Sections or groups without an element."""
    for n, key in enumerate(order):
        if key not in used:
            cure = f'Add an element with {what} = "{key}", or take the {what} out.'
            yield Misfit(f"{what} {key} has no element", (f"{what}s", n), cure)


def _in_order(
    what: str, stand: Iterable[tuple[int, str]], order: Sequence[str]
) -> Iterator[Misfit]:
    """The first element that stands away from the others of its section or group."""
    last, before = -1, ""
    for n, key in stand:
        if key and key != before:
            if order.index(key) <= last:
                told = f"the elements do not stand by {what}, in the order of the {what}s"
                cure = f"Put all elements of {what} {key} together, in their place."
                yield Misfit(told, ("elements", n), cure)
                return
            last = order.index(key)
        before = key
