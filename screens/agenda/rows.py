"""The lines of the agenda at each width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from coach_tui.domain.agenda import GROUPS, Agenda, Entry, Kind
from coach_tui.domain.dates import near_date, short_date, short_time
from coach_tui.domain.track import Track
from coach_tui.text import pad
from coach_tui.widgets.band_meter import meter_and_word
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import EMPTY, Line, line, line_width, pad_line

if TYPE_CHECKING:  # a row is drawn without it until the frameworks are loaded
    from coach_tui.domain.framework import Timeline

Item = Entry | Line
"""An entry, or a line the cursor passes over."""

KINDS: dict[Kind, str] = {"visit": "visit", "todo": "to-do", "gap": "gap"}
"""The kinds in the order they are gone through, and their words."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in cells; 0 leaves a column out."""

    day: int
    name: int
    school: int
    kind: int
    text: int


def columns(width: int) -> Columns:
    """The columns that fit a width."""
    wide, narrow = width >= 110, width < 72
    day, name = (8, 16) if narrow else (12, 18)
    school, kind = (20 if wide else 0), 6 if narrow else 8
    return Columns(day, name, school, kind, width - 6 - day - name - school - kind)


def items(agenda: Agenda, shown: Iterable[Entry]) -> list[Item]:
    """The entries under the headings of their groups, a blank line between two groups."""
    entries, made = tuple(shown), list[Item]()
    for group in GROUPS:
        found = [entry for entry in entries if entry.group == group]
        if found:
            day = f"  {short_date(agenda.today)}" if group == "today" else ""
            named = f"{GROUPS[group]}{_for_days(found)}" if group == "quiet" else GROUPS[group]
            waiting = sum(not entry.done for entry in found)
            head = line((f" {named} {waiting}", "strong"), (day, "muted"))
            made += [*([line(" ")] if made else []), head, *found]
    return made


def _for_days(quiet: list[Entry]) -> str:
    """The longest gap, where it is the same for all and each of them is past it."""
    gaps = {entry.row.facts.rhythm.longest for entry in quiet}
    return f" for {gaps.pop()} days" if len(gaps) == 1 and all(e.row.quiet for e in quiet) else ""


def entry_line(
    entry: Entry,
    name: str,
    school: str,
    today: date,
    width: int,
    glyphs: Glyphs,
    more: Line = EMPTY,
) -> Line:
    """One entry: "! [ ] Sun Mar 9   Abara, Chi        to-do   Share the choice board link".

    Args:
        entry: what is due.
        name: whose it is, as it may be drawn.
        school: where that is; told where there is room.
        today: the coach's date.
        width: in cells.
        glyphs: the letters.
        more: what follows the text where it all fits.
    """
    at = columns(width)
    late, kind = entry.is_late, entry.kind != "gap"
    box = "    " if entry.kind == "gap" else "[x] " if entry.done else "[ ] "
    school = pad(glyphs.shown(school), at.school - 1) + " " if at.school else ""
    return (
        ("!" if late else " ", "late"),
        (f" {box}", ""),
        (pad(_day(entry, today, at.day), at.day), "late" if late else "muted"),
        (pad(name, at.name - 1) + " ", "strong"),
        (school, "muted"),
        (pad(KINDS[entry.kind], at.kind) if kind else "", "muted"),
        *_text(entry, more, at.text + (0 if kind else at.kind), glyphs),
    )


def _text(entry: Entry, more: Line, room: int, glyphs: Glyphs) -> Line:
    """The first wording that fits, and what follows it where both do."""
    texts = [line(glyphs.shown(words)) for words in (entry.text, *entry.shorter)]
    text = next((found for found in texts if line_width(found) <= room), texts[-1])
    both = (*text, *more)
    return pad_line(both if line_width(both) <= room else text, room)


def clusters_words(track: Track, timeline: Timeline | None) -> str:
    """Which clusters a phase that covers each once has left: ", clusters C D left" (E2L-3)."""
    from coach_tui.domain.clusters import offered

    session = track.next_session
    phase = timeline.phase_of(session) if timeline else None
    if timeline is None or phase is None or phase.pick != "each_once":
        return ""
    left = [choice.cluster.id for choice in offered(timeline, session, track.used(session))]
    word = "cluster" if len(left) == 1 else "clusters"
    return f", {word} {' '.join(left)} left" if left else ""


def standing_words(entry: Entry, glyphs: Glyphs) -> Line:
    """Where somebody quiet stands: "; session 4, ■··· Initiating"."""
    if entry.row.session is None:
        return EMPTY
    return ((f"; session {entry.row.session}, ", ""), *meter_and_word(entry.row.standing, glyphs))


def _day(entry: Entry, today: date, room: int) -> str:
    """A visit of today by its time, else the day; a long one where there is room."""
    if entry.day is None:
        return "no date" if entry.kind == "todo" else ""
    if entry.day == today and entry.at:
        return short_time(entry.at)
    if room >= 12 and entry.group in ("late", "quiet"):
        return short_date(entry.day)
    return near_date(entry.day, today)
