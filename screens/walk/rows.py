"""The lines of walks and their rooms at each width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from coach_tui.domain.dates import short_date
from coach_tui.domain.progression_framework import PHASE_KEYS
from coach_tui.domain.walk import DEBRIEF, counts
from coach_tui.text import pad
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import EMPTY, Line, line, pad_line, wrap_line, wrap_text

if TYPE_CHECKING:
    from coach_tui.domain.progression_framework import Progressions
    from coach_tui.domain.walk import RoomSeen, Walk
    from coach_tui.domain.walk_line import RoomLine

_LABEL = 12


def rooms_words(count: int) -> str:
    """How many rooms: "1 room", "14 rooms"."""
    return "1 room" if count == 1 else f"{count} rooms"


def state_words(walk: Walk) -> str:
    """Where a walk stands: "open", "closed", "sheet out Mar 11"."""
    if walk.closed_on is None:
        return "open again" if walk.sheet_on else "open"
    return "sheet out" if walk.sheet_on else "closed"


def walk_line(walk: Walk, today: date, width: int, glyphs: Glyphs, *, hidden: bool) -> Line:
    """One walk in the list: day, rooms, state, purpose; that is hidden as names are."""
    year = f" {walk.on.year}" if walk.on.year != today.year else ""
    head = f" {pad(short_date(walk.on) + year, 16 if year else 11)} "
    drawn = line(
        (head, "strong"),
        (pad(rooms_words(len(walk.rooms)), 10), ""),
        (pad(state_words(walk), 11), "muted"),
        ("hidden", "muted") if hidden else glyphs.shown(walk.purpose),
    )
    return pad_line(drawn, width)


def room_line(
    room: RoomSeen,
    number: int,
    framework: Progressions,
    width: int,
    glyphs: Glyphs,
    *,
    hidden: bool,
) -> Line:
    """One room in the list; while names are hidden, without its code and what was seen.

    Args:
        room: the room.
        number: its place in the walk, from 1.
        framework: the progressions.
        width: in cells.
        glyphs: the letters.
        hidden: whether names are hidden.
    """
    model = framework.model(room.model)
    code = f"#{number}" if hidden else glyphs.shown(room.code)
    gone = not model or any(key and model.step(key) is None for key in (room.step, room.next))
    then = f"next {room.next}" if room.next else ""
    drawn = line(
        (f" {pad(code, 7)}", "strong"),
        (pad(glyphs.shown(model.code if model else room.model), 12), ""),
        (pad(glyphs.shown(f"{room.strand} " if room.strand else ""), 12 if room.strand else 0), ""),
        (pad(glyphs.shown(room.step or "before"), 8), ""),
        (pad(glyphs.shown(then), 10), "muted"),
        ("no longer in the framework  " if gone else "", "late"),
        ("" if hidden else glyphs.shown(room.evidence), ""),
    )
    return pad_line(drawn, width)


def echo_lines(
    found: RoomLine, framework: Progressions, rights: str, width: int, glyphs: Glyphs
) -> list[Line]:
    """What a line means, while it is typed; and whose words the steps are, where not ours."""
    phase = found.step.phase if found.step else PHASE_KEYS[0]
    name = next(part.name for part in framework.phases if part.id == phase)
    where = f"{found.model.name}, {found.strand}" if found.strand else found.model.name
    at = f"{found.step.id}  {found.step.text}" if found.step else "before the first step"
    then = f"{found.next.id}  {found.next.text}" if found.next else "none: this is the last step"
    head = line((f" {found.code}", "strong"), f"  {glyphs.shown(where)} {glyphs.dot} {name}")
    return [
        head,
        *wrap_line(line((" at    ", "muted"), glyphs.shown(at)), width - 1, hang=7),
        *wrap_line(line((" next  ", "muted"), glyphs.shown(then)), width - 1, hang=7),
        *(_set_in(rights, width, glyphs, "muted") if rights else ()),
    ]


def page_lines(
    walk: Walk, told: Sequence[str], norms: Sequence[str], width: int, glyphs: Glyphs
) -> Iterator[Line]:
    """A walk on its page: what for, under which norms, what is told, what was said."""
    yield from _labeled("Purpose", walk.purpose, width, glyphs)
    yield from _labeled("Norms", "\n".join(norms), width, glyphs)
    yield EMPTY
    yield line((" On the sheet", "strong"))
    for sentence in told:
        yield from _set_in(sentence, width, glyphs, "")
    if walk.sheet_on:
        words = f"As the sheet of {short_date(walk.sheet_on)} told them; later sheets do the same."
        yield from _set_in(words, width, glyphs, "muted")
    for key, name, hint in DEBRIEF:
        yield EMPTY
        yield line((f" {name}", "strong"), (f"  ({hint})", "muted"))
        text = walk.debrief.get(key, "")
        for row in text.split("\n") if text else ():
            yield from _set_in(row, width, glyphs, "")


def all_lines(walk: Walk, framework: Progressions, glyphs: Glyphs) -> list[Line]:
    """Every count by model and phase, for the coach's own eyes."""
    found = counts(walk.rooms, framework)
    names = [phase.name for phase in framework.phases]
    heads = [pad(name, 15, right=True) for name in names]
    rows = [line((f" {pad('', _LABEL)}{''.join(heads)}{pad('all', 6, right=True)}", "muted"))]
    for key, row in found.items():
        if sum(row):
            model = framework.model(key)
            rows.append(_count_row(glyphs.shown(model.code if model else key), row))
    totals = [sum(row[phase] for row in found.values()) for phase in range(len(names))]
    rows += [_count_row("all", totals), EMPTY]
    return [
        *rows,
        line((" For your own eyes: none of this leaves but what the sheet says.", "muted")),
    ]


def _count_row(name: str, row: Sequence[int]) -> Line:
    counted = "".join(pad(str(number), 15, right=True) for number in row)
    return line((f" {pad(name, _LABEL)}", "strong"), counted, pad(str(sum(row)), 6, right=True))


def _labeled(label: str, text: str, width: int, glyphs: Glyphs) -> Iterator[Line]:
    for number, row in enumerate(text.split("\n")):
        head = line((f" {pad(label if not number else '', 9)}", "muted"), glyphs.shown(row))
        yield from wrap_line(head, width - 1, hang=10)


def _set_in(text: str, width: int, glyphs: Glyphs, tone: str) -> Iterator[Line]:
    for drawn in wrap_text(glyphs.shown(text), width - 3, tone):
        yield line("  ", *drawn)
