"""The lines of the continuum's list: sections, groups, elements."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from coach_tui.domain.continuum import Tally, change_words
from coach_tui.domain.continuum_framework import Group
from coach_tui.domain.placement import Placement
from coach_tui.services.continuum import ContinuumNow, ElementNow, level_of_group, tally_of
from coach_tui.text import pad
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.level_meter import blank_meter, level_meter
from coach_tui.widgets.spans import Line, cells, line, pad_line, roomiest

NAME = 25
"""Cells up to the meter."""

CHANGE = 36
"""Where the change since the last rated term stands."""

WORDS_FROM = 66
"""Width from which a row has the level's word too."""

WORD = 14


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's name and tally; the cursor passes over it."""

    name: str
    tally: Tally | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group of lines, opened or not."""

    group: Group
    rows: tuple[ElementNow, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element; `inset` where it stands under its group."""

    row: ElementNow
    inset: bool = False


@dataclass(frozen=True, slots=True)
class LostRow:
    """A placement of an element that the framework no longer has."""

    placement: Placement


Item = Heading | GroupRow | ElementRow | LostRow


def items(now: ContinuumNow, opened: Collection[str]) -> list[Item]:
    """What is listed, in order.

    Args:
        now: the term.
        opened: ids of the groups whose lines are listed.
    """
    made: list[Item] = []
    for section in now.framework.sections:
        rows = now.of_section(section.id)
        made.append(Heading(section.name, tally_of(rows), first=not made))
        done: set[str] = set()
        for row in rows:
            key = row.element.group
            if not key:
                made.append(ElementRow(row))
            elif key not in done:
                done.add(key)
                made += _group(now, key, is_open=key in opened)
    if now.lost:
        made.append(Heading("No longer in the framework"))
        made += [LostRow(placement) for placement in now.lost]
    return made


def _group(now: ContinuumNow, key: str, *, is_open: bool) -> list[Item]:
    group = next(group for group in now.framework.groups if group.id == key)
    rows = now.of_group(key)
    below: list[Item] = [ElementRow(row, inset=True) for row in rows] if is_open else []
    return [GroupRow(group, rows, is_open), *below]


def key_of(item: Item) -> str:
    """What tells an item from all others; empty for a heading."""
    if isinstance(item, GroupRow):
        return item.group.id
    if isinstance(item, ElementRow):
        return item.row.element.id
    return item.placement.id if isinstance(item, LostRow) else ""


def item_line(item: Item, now: ContinuumNow, width: int, glyphs: Glyphs, *, hidden: bool) -> Line:
    """One row: "  Questioning            ■■ ■■ ··   +1".

    Args:
        item: what is listed.
        now: the term.
        width: in cells.
        glyphs: the letters.
        hidden: whether levels are not to be seen.
    """
    if isinstance(item, Heading):
        return _heading(item, now, width, hidden=hidden)
    if isinstance(item, LostRow):
        kept = item.placement
        return _row(glyphs.shown(kept.called), kept.level, "", "", now, width, glyphs, hidden)
    if isinstance(item, GroupRow):
        mark = glyphs.marker if item.is_open else glyphs.here
        return _row(
            f"{item.group.short} {mark}",
            level_of_group(item.rows),
            _group_change(item.rows),
            _rated(item.rows),
            now,
            width,
            glyphs,
            hidden,
        )
    row = item.row
    name = f"{'  ' if item.inset else ''}{glyphs.shown(row.element.short)}"
    return _row(name, row.level, row.change, _tail(row), now, width, glyphs, hidden)


def _row(
    name: str,
    level: int | None,
    change: str,
    tail: str,
    now: ContinuumNow,
    width: int,
    glyphs: Glyphs,
    hidden: bool,
) -> Line:
    meter = blank_meter() if hidden else level_meter(level, glyphs)
    word = now.framework.word(level) if width >= WORDS_FROM and not hidden else ""
    beside = ((pad(f"  {word}", WORD + 2), "" if level else "muted"),) if word else ()
    left = pad_line((*line(f"  {pad(name, NAME - 3)} "), *meter), CHANGE - 1)
    change = "" if hidden else change
    return (*left, *beside, (pad(f" {change}", 5), "strong"), (tail, "muted"))


def _tail(row: ElementNow) -> str:
    """What else is worth knowing of an element."""
    if not row.counted:
        return "left out"
    return "records" if row.next_suggestion else ""


def _rated(rows: tuple[ElementNow, ...]) -> str:
    """How many lines of a group are rated: "2 of 6"."""
    return f"{sum(row.level is not None for row in rows)} of {len(rows)}"


def _group_change(rows: tuple[ElementNow, ...]) -> str:
    """How far a group is from where it stood when all its lines were last rated."""
    last = [row.last[1] if row.last else None for row in rows]
    before = None if None in last else min(level for level in last if level is not None)
    return change_words(level_of_group(rows), before)


def _heading(item: Heading, now: ContinuumNow, width: int, *, hidden: bool) -> Line:
    named = f" {item.name}"
    shift = WORD + 2 if width >= WORDS_FROM else 0
    room = (CHANGE + shift if item.first else width) - cells(named) - 3
    told = "" if item.tally is None or hidden else tally_words(item.tally, now, room)
    left = line((named, "strong"), (f"  {told}" if told else "", "muted"))
    if not item.first or hidden:
        return left
    return (*pad_line(left, CHANGE + shift), ("vs last", "muted"))


def tally_words(found: Tally, now: ContinuumNow, room: int) -> str:
    """A tally in the fullest words that fit."""
    names = now.framework.placements
    short = found.short(names)
    return roomiest((found.words(names), short, short.replace(",", "")), room)
