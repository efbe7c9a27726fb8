"""What the pane, and the page of an element, say of what the cursor stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coach_tui.domain.continuum import Ticks
from coach_tui.domain.dates import short_date
from coach_tui.domain.evidence import Evidence
from coach_tui.domain.placement import Placement
from coach_tui.domain.term import term_words
from coach_tui.services.continuum import ContinuumNow, ElementNow, level_of_group
from coach_tui.services.framework_files import CONTINUUM
from coach_tui.widgets.level_meter import level_meter
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line, wrap_text
from screens.continuum.rows import GroupRow, LostRow
from screens.host import Host
from screens.rights import rights_lines


@dataclass(frozen=True, slots=True)
class Pane:
    """What the lines are drawn with.

    Attributes:
        now: the term.
        host: the app.
        width: in cells.
    """

    now: ContinuumNow
    host: Host
    width: int

    def words(self, text: str, tone: str = "", mark: str = "") -> tuple[Line, ...]:
        """A text wrapped; behind a mark it hangs under itself."""
        shown = self.host.glyphs.shown(text)
        if not mark:
            return wrap_text(shown, self.width, tone)
        return wrap_line(line((mark, "muted"), (shown, tone)), self.width, len(mark))

    def key(self, command_id: str) -> str:
        """The key of a command."""
        return self.host.keys.key_of(command_id)

    def level(self, level: int | None) -> Line:
        """The meter and the word."""
        word = self.host.glyphs.shown(self.now.framework.word(level))
        return (*level_meter(level, self.host.glyphs), ("  ", ""), (word, "" if level else "muted"))


def element_lines(row: ElementNow, pane: Pane, *, whole: bool = False) -> list[Line]:
    """An element: now, what is next, what the records say, evidence.

    Args:
        row: the element.
        pane: what it is drawn with.
        whole: whether every level is told, and every line of evidence.
    """
    blocks = (
        _head(row, pane),
        _looks(row, pane, whole=whole),
        _left_out(row, pane),
        _records(row, pane),
        _evidence(row, pane),
        _mentor(row, pane),
        _rights(row, pane),
    )
    lines: list[Line] = []
    for block in blocks:
        found = list(block)
        if found:
            lines += [*([EMPTY] if lines else []), *found]
    return lines


def _head(row: ElementNow, pane: Pane) -> Iterator[Line]:
    yield from pane.words(row.element.name, "title")
    if pane.host.hidden:
        yield from pane.words("Levels and notes are hidden.", "muted")
        return
    yield (("Now ", "muted"), *pane.level(row.level))
    if row.last is None:
        yield line(("Not rated before", "muted"))
    else:
        term, level = row.last
        word = pane.host.glyphs.shown(pane.now.framework.word(level))
        yield line((f"{term_words(term)}: ", "muted"), word, (f"  {row.change}", "strong"))


def _looks(row: ElementNow, pane: Pane, *, whole: bool) -> Iterator[Line]:
    """What the next level looks like, with its points; of a single choice, all three."""
    hidden = pane.host.hidden
    every = whole or row.element.single or hidden
    if not every and row.level == 3:
        yield from _level(row, pane, 3, "Now")
    elif not every:
        yield from _level(row, pane, (row.level or 0) + 1, "Next")
    for level in (1, 2, 3) if every else ():
        here = row.level == level and not hidden
        yield from _level(row, pane, level, "Now" if here else "")
    if not row.element.single and not hidden:
        told = ticks_words(row.ticks, pane.now) if whole else _ticks_short(row.ticks, pane.now)
        yield from pane.words(told, "muted")


def _level(row: ElementNow, pane: Pane, level: int, before: str) -> Iterator[Line]:
    name = pane.host.glyphs.shown(pane.now.framework.placements[level - 1])
    yield line((f"{before}: " if before else "", "muted"), (f"{level} {name}", "strong"))
    yield from pane.words(row.element.gists[level - 1])
    ticked = row.placement.ticked if row.placement and not pane.host.hidden else ()
    for key in row.element.points_of(level):
        mark = "x " if key in ticked else f"{pane.host.glyphs.dot} "
        yield from pane.words(row.element.points[key], mark=mark)


def ticks_words(ticks: Ticks, now: ContinuumNow) -> str:
    """What the ticks come to: "Highest fully ticked: Developing; 1 of 2 of Transforming"."""
    names = now.framework.placements
    full = names[ticks.full - 1] if ticks.full else "no level"
    further = f"; {ticks.done} of {ticks.of} of {names[ticks.full]}" if ticks.of else ""
    return f"Highest fully ticked: {full}{further}"


def _ticks_short(ticks: Ticks, now: ContinuumNow) -> str:
    """The same in few words: "Ticked: Developing; next 1/2"."""
    full = now.framework.placements[ticks.full - 1] if ticks.full else "none in full"
    return f"Ticked: {full}{f'; next {ticks.done}/{ticks.of}' if ticks.of else ''}"


def _left_out(row: ElementNow, pane: Pane) -> Iterator[Line]:
    if not row.counted:
        yield from pane.words(
            "For coaches of career pathways: the totals leave it out. The setting coach.profile "
            "counts it.",
            "muted",
        )


def _records(row: ElementNow, pane: Pane) -> Iterator[Line]:
    """What the records say, whether it was accepted, and what it speaks for."""
    if not row.suggestions or pane.host.hidden:
        return
    yield line(("From your records", "strong"))
    for found in row.suggestions:
        yield from pane.words(_told(found, pane))
        yield from pane.words(_accepted(row, found, pane), "muted", mark="  ")


def _told(found: Evidence, pane: Pane) -> str:
    speaks = pane.now.framework.word(found.suggests) if found.suggests else ""
    return f"{found.told}{f'; speaks for {speaks}' if speaks else ''}"


def _accepted(row: ElementNow, found: Evidence, pane: Pane) -> str:
    """Since when it is counted, and whether the coach took it."""
    taken, period = row.accepted(found), f"{_day(found.first)} to {_day(found.last)}"
    key = pane.key("continuum.accept")
    if taken is None:
        return f"{period}; {key} accepts"
    if (taken.count, taken.of) == (found.count, found.of):
        return f"{period}; accepted {_day(taken.on)}"
    was = f"{taken.count} of {taken.of}"
    return f"{period}; accepted {_day(taken.on)} as {was}, changed since; {key} accepts"


def _day(day: date) -> str:
    """A day without its weekday: "Mar 4"."""
    return short_date(day).partition(" ")[2]


def _evidence(row: ElementNow, pane: Pane) -> Iterator[Line]:
    """The coach's notes and what was accepted, the newest first."""
    placement = row.placement
    count = len(placement.notes) + len(placement.accepted) if placement else 0
    yield line((f"Evidence {count}", "strong"))
    if placement is None or not count:
        key = pane.key("continuum.note")
        yield from pane.words(f"{key} adds a note of yours.", "muted")
    elif not pane.host.hidden:
        yield from _evidence_lines(placement, pane)


def _evidence_lines(placement: Placement, pane: Pane) -> Iterator[Line]:
    notes = [(note.on, note.text) for note in placement.notes]
    taken = [(one.on, f"records: {one.told}") for one in placement.accepted]
    for day, text in sorted([*taken, *notes], key=lambda one: one[0], reverse=True):
        yield from pane.words(text, mark=f"{_day(day):<6} ")


def _mentor(row: ElementNow, pane: Pane) -> Iterator[Line]:
    if row.placement and row.placement.mentor and not pane.host.hidden:
        yield line(("Mentor", "strong"))
        yield from pane.words(row.placement.mentor)


def _rights(row: ElementNow, pane: Pane) -> Iterator[Line]:
    """Which framework it was placed by, where that is another; whose words these are."""
    force = pane.now.framework.pin
    if row.placement and row.placement.framework != force:
        was = row.placement.framework.version
        yield from pane.words(f"Saved with version {was}; {force.version} is in force.", "muted")
    yield from rights_lines(pane.host, pane.width, CONTINUUM)[1:]


def group_lines(item: GroupRow, pane: Pane) -> list[Line]:
    """A group: where all its lines stand, and each of them."""
    head = [*pane.words(item.group.name, "title")]
    if not pane.host.hidden:
        head.append((("All lines ", "muted"), *pane.level(level_of_group(item.rows))))
    lines: list[Line] = [*head, EMPTY]
    for row in item.rows:
        lines += pane.words(row.element.short)
        if not pane.host.hidden:
            lines.append((("  ", ""), *pane.level(row.level)))
    enter = pane.key("continuum.open")
    shut = "closes them" if item.is_open else "opens them to be placed"
    return [*lines, EMPTY, *pane.words(f"{enter} {shut}.", "muted")]


def lost_lines(item: LostRow, pane: Pane) -> list[Line]:
    """What was placed by a framework that is no longer in force."""
    kept, hidden = item.placement, pane.host.hidden
    level = kept.placed or "not rated"
    lines = [*pane.words(kept.called, "title")]
    lines += pane.words("Levels and notes are hidden." if hidden else level)
    lines += pane.words(
        f"The framework in force has no {kept.element}; this is kept as it was saved, with "
        f"version {kept.framework.version}.",
        "muted",
    )
    return lines if hidden else [*lines, EMPTY, *_evidence_lines(kept, pane)]
