"""What is told of a walk gives no small count away, whatever is made of it.

Two readers try to find out what is hidden. Both have the sentences alone, and read them
themselves. The first knows nothing but sums: he solves them over all tables, or narrows each
count as far as sums go. The second knows the rules too: she goes through all walks there could
be, and keeps those of which the same would be told.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach_tui.domain.suppression import told
from coach_tui.domain.walk_words import Names, told_lines

PHASES = ("Foundation", "Differentiated", "Personalized")
Table = tuple[int, ...]
"""Three counts for each model, one model after the other."""
Cells = frozenset[int]
"""Places in a table whose rooms are counted together."""


def codes(models: int) -> list[str]:
    """Words for so many models."""
    return [f"model{chr(97 + n)}" for n in range(models)]


def read_out(table: Table, smallest: int) -> tuple[str, ...]:
    """What is told of a table, and nothing else is known to either reader."""
    names = codes(len(table) // 3)
    counts = {name: table[3 * n : 3 * n + 3] for n, name in enumerate(names)}
    return told_lines(told(counts, smallest), Names({name: name for name in names}, PHASES))


def hidden_counts(models: int) -> dict[str, Cells]:
    """Every count there is: of a model, of a phase, of a phase within a model."""
    counts = {name: frozenset(range(3 * n, 3 * n + 3)) for n, name in enumerate(codes(models))}
    for phase in range(3):
        counts[PHASES[phase]] = frozenset(range(phase, 3 * models, 3))
        counts |= {
            f"{name} {PHASES[phase]}": frozenset([3 * n + phase])
            for n, name in enumerate(codes(models))
        }
    return counts


# -- the first reader: sums ----------------------------------------------------------------------


def said(lines: tuple[str, ...], models: int) -> dict[Cells, int]:
    """The sums that the sentences state."""
    sums: dict[Cells, int] = {}
    whole = frozenset(range(3 * models))
    lines_of = {name: frozenset(range(3 * n, 3 * n + 3)) for n, name in enumerate(codes(models))}
    for sentence in lines:
        head, _, rest = sentence.partition(": ")
        if sentence.startswith("Rooms: "):
            sums[whole] = int(rest)
            continue
        parts = re.findall(r"([a-zA-Z ]+?) (\d+)(?: · |$)", rest) if "not told" not in rest else []
        if head == "By model":
            named = [lines_of[name] for name, _ in parts if name in lines_of]
            lines_of["other models"] = whole.difference(*named)
        of = whole if head in ("By model", "By phase") else lines_of.get(head, whole)
        for name, number in parts:
            sums[_cells(name, of, lines_of)] = int(number)
    return sums


def _cells(name: str, of: Cells, lines_of: dict[str, Cells]) -> Cells:
    if name in lines_of:
        return lines_of[name]
    phases = [PHASES.index(phase) for phase in name.split(" or ")]
    return frozenset(cell for cell in of if cell % 3 in phases)


def narrowed(sums: dict[Cells, int], counts: dict[str, Cells]) -> dict[str, tuple[int, int]]:
    """The least and the most that each count can be, as far as subtracting sums goes.

    What is known of two sets of cells is put together: of their difference where one holds the
    other, of their union where they share nothing; until nothing new comes of it.
    """
    known = dict(sums)
    for _ in range(3):
        for (one, a), (two, b) in product(list(known.items()), repeat=2):
            if one < two:
                known.setdefault(two - one, b - a)
            elif not one & two and len(known) < 300:
                known.setdefault(one | two, a + b)
    found = {}
    for name, cells in counts.items():
        most = min(total for held, total in known.items() if cells <= held)
        least = max((total for held, total in known.items() if held <= cells), default=0)
        for (one, a), (two, b) in product(known.items(), repeat=2):
            if one & two <= cells and cells <= one & two:  # where a line and a column cross
                around = known.get(one | two, sum(sums[c] for c in sums if c >= one | two) or a + b)
                least = max(least, a + b - around)
        found[name] = (least, most)
    return found


# -- both readers: what remains possible ---------------------------------------------------------


def tables(models: int, rooms: int) -> Iterator[Table]:
    """All walks of so many rooms."""

    def parts(total: int, places: int) -> Iterator[Table]:
        if places == 1:
            yield (total,)
            return
        for first in range(total + 1):
            for rest in parts(total - first, places - 1):
                yield (first, *rest)

    return parts(rooms, 3 * models)


def kept_back(lines: tuple[str, ...], models: int) -> dict[str, Cells]:
    """The counts that are not told; of models without a room only where that is not plain."""
    sums, words = said(lines, models), " ".join(lines)
    all_named = "other models" not in words and "By model: not" not in words
    empty = {name for name in codes(models) if all_named and name not in words}
    every = hidden_counts(models).items()
    return {k: cells for k, cells in every if cells not in sums and k.split()[0] not in empty}


def is_found_out(values: set[int], smallest: int) -> bool:
    """Whether it is plain what a count is, or that it is a small one, if it is one of these."""
    return len(values) < 2 or all(0 < value < smallest for value in values)


def found_out(lines: tuple[str, ...], possible: Iterable[Table], smallest: int) -> list[str]:
    """What is found out of counts that are not told, where a walk is one of these."""
    walks = list(possible)
    wrong = []
    for name, cells in kept_back(lines, len(walks[0]) // 3).items():
        values = {sum(walk[cell] for cell in cells) for walk in walks}
        if is_found_out(values, smallest):
            wrong.append(f"{name} is one of {sorted(values)}: {lines}")
    return wrong


@cache
def by_what_is_told(models: int, rooms: int, smallest: int) -> dict[tuple[str, ...], list[Table]]:
    """All walks of so many rooms by what would be told of them."""
    found = defaultdict(list)
    for table in tables(models, rooms):
        found[read_out(table, smallest)].append(table)
    return found


SMALL = [(2, 2, 8), (2, 3, 12), (3, 2, 6), (3, 2, 8), (3, 3, 7), (3, 3, 9), (4, 2, 6)]
"""Models, smallest size and rooms of walks that are gone through to the last one."""


@pytest.mark.parametrize(("models", "smallest", "rooms"), [*SMALL, (4, 2, 8)])
def test_who_knows_the_rules_finds_out_no_hidden_count(
    models: int, smallest: int, rooms: int
) -> None:
    wrong = [
        fault
        for lines, walks in by_what_is_told(models, rooms, smallest).items()
        for fault in found_out(lines, walks, smallest)
    ]
    assert wrong == []


@pytest.mark.parametrize(("models", "smallest", "rooms"), SMALL)
def test_who_solves_the_sums_finds_out_no_hidden_count(
    models: int, smallest: int, rooms: int
) -> None:
    every = list(tables(models, rooms))
    wrong = []
    for lines in list(by_what_is_told(models, rooms, smallest))[:60]:
        sums = said(lines, models)
        fits = [t for t in every if all(sum(t[c] for c in held) == n for held, n in sums.items())]
        wrong += found_out(lines, fits, smallest)
    assert wrong == []


def test_too_few_rooms_are_told_as_any_number_of_them_would_be() -> None:
    lines = {read_out(table, 5) for rooms in range(5) for table in tables(2, rooms)}
    assert lines == {("Fewer than 5 rooms: too few to tell anything of them.",)}


def test_each_form_is_among_those_that_were_gone_through() -> None:
    """Else the readers above would have had nothing to solve."""
    words = "\n".join("\n".join(lines) for lines in by_what_is_told(4, 8, 2))
    for form in (
        "By model: modela 4 · other models 4",
        "By model: modela 4 · modelb 4",
        "By phase: Foundation 4 · Differentiated 2 · Personalized 2",
        "By phase: Foundation 4 · Differentiated or Personalized 4",
        "By phase: Foundation or Differentiated 4 · Personalized 4",
        "other models: Foundation 2 · Differentiated or Personalized 2",
        "By model: not told",
        "By phase: not told",
        "Phases within models: not told",
    ):
        assert form in words


# -- walks too large to go through ---------------------------------------------------------------


@st.composite
def walks(draw: st.DrawFn) -> Table:
    """A walk of up to seven models, most of them rare."""
    models = draw(st.integers(3, 7))
    most = [draw(st.sampled_from([0, 1, 3, 6, 12])) for _ in range(models)]
    return tuple(draw(st.integers(0, most[n // 3])) for n in range(3 * models))


@settings(deadline=None)
@given(walks(), st.integers(3, 8))
def test_sums_narrow_no_hidden_count_down(table: Table, smallest: int) -> None:
    lines, models = read_out(table, smallest), len(table) // 3
    sums = said(lines, models)
    if not sums:
        return
    counts = {name: cells for name, cells in hidden_counts(models).items() if cells not in sums}
    words = " ".join(lines)
    for name, (least, most) in narrowed(sums, counts).items():
        true = sum(table[cell] for cell in counts[name])
        assert least <= true <= most  # or this reader makes mistakes
        if most == 0:  # no room has this model, and all those that have one are told
            assert "other models" not in words
            assert name.split()[0] in codes(models)
        else:
            assert least < most, (name, lines)
            assert least == 0 or most >= smallest, (name, lines)


@settings(max_examples=40, deadline=None)
@given(walks(), st.integers(3, 8), st.integers(0, 2**20))
@example((1, 1, 1, 0, 0, 1, 2, 0, 1, 3, 1, 3, *[0] * 9), 6, 39307)
def test_another_walk_of_which_the_same_is_told_has_another_count(
    table: Table, smallest: int, seed: int
) -> None:
    """From the walk itself rooms are moved about, toward the least and the most of each count.

    What is told must stay the same all the way.
    """
    lines, random = read_out(table, smallest), Random(seed)
    if sum(table) < smallest:
        return
    hunts = [_Hunt(cells, table) for cells in kept_back(lines, len(table) // 3).values()]
    for _ in range(20_000):
        open_still = [hunt for hunt in hunts if is_found_out(hunt.values, smallest)]
        if not open_still:
            return
        moved = _moved(random.choice(open_still).start(random), random)
        if read_out(moved, smallest) == lines:
            for hunt in hunts:
                hunt.saw(moved)
    raise AssertionError(f"{table}, {smallest}: {lines}")


class _Hunt:
    """Walks that have other values of one count."""

    def __init__(self, cells: Cells, table: Table) -> None:
        self._cells = cells
        self._by_value: dict[int, list[Table]] = {}
        self.saw(table)

    @property
    def values(self) -> set[int]:
        """The values seen."""
        return set(self._by_value)

    def saw(self, table: Table) -> None:
        """Keep a walk; the last thirty of each value."""
        kept = self._by_value.setdefault(sum(table[cell] for cell in self._cells), [])
        kept.append(table)
        del kept[:-30]

    def start(self, random: Random) -> Table:
        """A walk to go on from: mostly one with the least or the most there was."""
        values = sorted(self._by_value)
        value = random.choice([values[0], values[0], values[-1], random.choice(values)])
        return random.choice(self._by_value[value])


def _moved(table: Table, random: Random) -> Table:
    """A table with rooms moved: within a line or a column, around a rectangle; lines put together.

    Some walks have none like them one room away: the rooms of several models go to another at once.
    """
    cells, models = list(table), len(table) // 3
    one, two = random.sample(range(models), 2)
    here, there = random.sample(range(3), 2)
    kind = random.randrange(5)
    if kind == 0:
        _shift(cells, 3 * one + here, 3 * one + there, random)
    elif kind == 1:
        _shift(cells, 3 * one + here, 3 * two + here, random)
    elif kind == 2:
        by = random.randint(0, min(cells[3 * one + here], cells[3 * two + there]))
        for line, off, to in ((one, here, there), (two, there, here)):
            cells[3 * line + off] -= by
            cells[3 * line + to] += by
    elif kind == 3:
        a, b = slice(3 * one, 3 * one + 3), slice(3 * two, 3 * two + 3)
        cells[a], cells[b] = cells[b], cells[a]
    else:
        _pour(cells, one, random.sample(range(models), random.randint(1, models)))
    return tuple(cells)


def _pour(cells: list[int], one: int, others: Iterable[int]) -> None:
    """Give a model all rooms of others, each in its phase."""
    for other in others:
        for phase in range(3 * (other != one)):
            cells[3 * one + phase] += cells[3 * other + phase]
            cells[3 * other + phase] = 0


def _shift(cells: list[int], one: int, two: int, random: Random) -> None:
    by = random.randint(0, cells[one])
    cells[one] -= by
    cells[two] += by


# -- what is told --------------------------------------------------------------------------------


def lines_of(smallest: int = 5, **rows: tuple[int, int, int]) -> tuple[str, ...]:
    """What is told of rooms by model, of seven models in all."""
    counts = {name: rows.get(name, (0, 0, 0)) for name in (*rows, *codes(7 - len(rows)))}
    return told_lines(told(counts, smallest), Names({name: name for name in counts}, PHASES))


def test_the_walk_of_journey_6() -> None:
    lines = lines_of(station=(6, 3, 0), flex=(2, 1, 0), flipped=(0, 1, 1))
    assert lines[:3] == (
        "Rooms: 14",
        "By model: station 9 · other models 5",
        "By phase: Foundation 8 · Differentiated or Personalized 6",
    )
    assert lines[3].startswith("Phases within models: not told;")


def test_a_named_model_joins_the_others_where_they_are_too_few() -> None:
    lines = lines_of(station=(9, 0, 0), flex=(6, 0, 0), flipped=(2, 0, 0))
    assert lines[1] == "By model: station 9 · other models 8"
    assert "By model: not told" in lines_of(station=(9, 0, 0), flipped=(2, 0, 0))[1]


def test_a_model_that_all_rooms_have_is_not_named() -> None:
    assert "By model: not told" in lines_of(station=(7, 7, 0))[1]
    assert lines_of(station=(7, 7, 0))[2] == (
        "By phase: Foundation 7 · Differentiated or Personalized 7"
    )


def test_one_phase_for_all_rooms_is_not_told() -> None:
    lines = lines_of(station=(9, 0, 0), flex=(8, 0, 0))
    assert lines[1] == "By model: station 9 · flex 8"
    assert "By phase: not told" in lines[2]
    assert "Phases within models: not told" in lines[3]


def test_phases_within_models_are_told_for_all_or_for_none() -> None:
    lines = lines_of(station=(6, 5, 0), flex=(5, 7, 0))
    assert lines[3:] == (
        "station: Foundation 6 · Differentiated or Personalized 5",
        "flex: Foundation 5 · Differentiated or Personalized 7",
    )
    assert "not told" in lines_of(station=(6, 5, 0), flex=(4, 7, 0))[3]


def test_a_framework_of_one_model_names_it() -> None:
    counts = {"station": (6, 5, 0)}
    found = told_lines(told(counts, 5), Names({"station": "station"}, PHASES))
    assert found[1] == "By model: station 11"
