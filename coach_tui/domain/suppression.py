"""What may be told of a walk's rooms: counts, and no count from which a few rooms can be told.

A walk counts rooms by model and by phase (PL-7). Where a count is small, whoever reads it knows
which rooms, and so which teachers, it is about. Three rules decide what leaves:

1. A model is named where `smallest` rooms or more have it; all models that are not named are told
   together, as "other models". Where that would still say too much of one of them, the named model
   with the fewest rooms joins them, and so on. A walk in which all rooms have one model names none.
2. Phases are told where each has `smallest` rooms or more; neighbors are told together until that
   holds: three phases, then the first apart, then the last apart, else none.
3. Phases within models are told for every line of rule 1 or for none: for all where every one of
   these counts is `smallest` or more.

What that warrants: a reader who has all that is told, the list of models, `smallest` and these
rules cannot find out, for any count of rooms that is not told, of a model, of a phase or of a phase
within a model, what it is, nor that it lies between 1 and `smallest` - 1. The one thing that may be
read is that no room at all has a model, where every room has one of those that are named.

Why it holds. A named line has `smallest` rooms or more, all others together too, and so has each
phase that is told. Of a table of which only the sums of such lines and columns are known, each
count can be as large as the smaller of its two sums, and one less. A model that is not named can
have no room or one (`_is_safe`): rule 1 says the same of the walk in which it has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Counts = Mapping[str, Sequence[int]]
"""Rooms of each model by phase; of all models of the framework, those without a room too."""

Groups = tuple[tuple[int, ...], ...]
"""Phases by their number from 0, those that are told together in one."""

GROUPINGS: tuple[Groups, ...] = (((0,), (1,), (2,)), ((0,), (1, 2)), ((0, 1), (2,)))
"""How the three phases (PL-2) may be told, the finest first."""

LEAST, MOST, USUAL = 3, 20, 5
"""What the smallest size may be set to, and what it is until then."""


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told of a walk.

    Attributes:
        smallest: the fewest rooms that are told as a number.
        rooms: how many there are; None where they are fewer than that, and nothing else is told.
        models: the models that are named, in the framework's order, and the rooms of each.
        others: the rooms of all other models together; 0 where no model is named, or none is left.
        phases: the phases told together, and the rooms in them; none where they are not told.
        within: for each of `models`, and then the others where there are any, the rooms by
            `phases`; none where phases are not told within models.
    """

    smallest: int
    rooms: int | None = None
    models: tuple[tuple[str, int], ...] = ()
    others: int = 0
    phases: tuple[tuple[tuple[int, ...], int], ...] = ()
    within: tuple[tuple[int, ...], ...] = ()


def told(counts: Counts, smallest: int) -> Told:
    """What may be told of a walk.

    Args:
        counts: the rooms of each model by phase.
        smallest: the fewest rooms that are told as a number, 2 or more.
    """
    lines = {model: tuple(row) for model, row in counts.items()}
    rooms = sum(map(sum, lines.values()))
    if rooms < smallest:
        return Told(smallest)
    named = _named({model: sum(row) for model, row in lines.items()}, smallest)
    rest = [row for model, row in lines.items() if model not in named]
    others = _summed(rest)
    groups = _groups(_summed(list(lines.values())), smallest)
    shown = [lines[model] for model in named]
    shown += [others] if named and sum(others) else []
    table = tuple(_grouped(row, groups) for row in shown)
    whole = bool(table and groups) and all(n >= smallest for row in table for n in row)
    totals = _grouped(_summed(list(lines.values())), groups)
    return Told(
        smallest,
        rooms,
        tuple((model, sum(lines[model])) for model in named),
        sum(others) if named else 0,
        tuple(zip(groups, totals, strict=True)),
        table if whole else (),
    )


def _named(rooms: Mapping[str, int], smallest: int) -> tuple[str, ...]:
    """The models that may be named, in the order given."""
    named = [model for model in rooms if rooms[model] >= smallest]
    others = sum(rooms.values()) - sum(rooms[model] for model in named)
    if not others:  # nothing is hidden, except that all rooms are the same
        return tuple(named) if len(named) > 1 or len(rooms) == 1 else ()
    while named:
        least = min(rooms[model] for model in named)
        if _is_safe(others, len(rooms) - len(named), least, smallest):
            return tuple(named)
        joins = min(named, key=lambda model: rooms[model])
        named.remove(joins)
        others += rooms[joins]
    return ()


def _is_safe(others: int, models: int, least: int, smallest: int) -> bool:
    """Whether each of the models that are not named may have no room, or one.

    Either all of them are below the smallest size, and one can be without a room while the rest
    have all there are. Or one of them has joined: it has fewer rooms than each that is named, and
    what remains for the others is below that size. Any of them may be the one that has joined.

    Args:
        others: their rooms together.
        models: how many they are.
        least: the rooms of the named model that has the fewest.
        smallest: the fewest rooms that are told as a number.
    """
    if others < smallest or models < 2:
        return False
    if others <= (models - 1) * (smallest - 1):
        return True
    return models > 2 and others > smallest and max(smallest, others - smallest + 1) < least


def _groups(totals: Sequence[int], smallest: int) -> Groups:
    """The finest grouping of the phases in which each group is large enough."""
    return next(
        (
            groups
            for groups in GROUPINGS
            if all(n >= smallest for n in _grouped(totals, groups))
        ),
        (),
    )  # fmt: skip


def _grouped(row: Sequence[int], groups: Groups) -> tuple[int, ...]:
    return tuple(sum(row[phase] for phase in group) for group in groups)


def _summed(rows: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The sums of three columns."""
    return tuple(sum(row[phase] for row in rows) for phase in range(3))
