"""The rows of the growth log: goals with their steps on top, then entries, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from coach_tui.domain.contact import minutes_words
from coach_tui.domain.dates import near_date, short_date
from coach_tui.domain.growth_entry import KINDS, WORKS, GrowthEntry
from coach_tui.text import pad
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line, wrap_text
from screens.standards.masking import Shown


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a goal.

    Attributes:
        goal: the goal.
        number: which step, from 0.
    """

    goal: GrowthEntry
    number: int


Item = GrowthEntry | StepRow | Line
"""An entry, a step of a goal, or a line the cursor passes over."""


def entry_of(item: Item | None) -> GrowthEntry | None:
    """The entry a row is, or is of."""
    if isinstance(item, StepRow):
        return item.goal
    return item if isinstance(item, GrowthEntry) else None


def items(entries: Iterable[GrowthEntry], ask: str) -> list[Item]:
    """All rows.

    Args:
        entries: the newest first.
        ask: what stands where there is no goal; empty for nothing.
    """
    kept = tuple(entries)
    goals = [one for one in kept if one.kind == "goal"]
    others = [one for one in kept if one.kind != "goal"]
    made: list[Item] = [line((" Growth goal", "strong"))] if goals or ask else []
    for goal in goals:
        made += [goal, *(StepRow(goal, at) for at in range(len(goal.steps)))]
    if ask and not goals:
        made.append(line((f"  {ask}", "muted")))
    if others:
        apart = [line(" ")] if made else []
        made += [*apart, line((" Entries", "strong")), *others]
    return made


def row_line(item: Item, today: date, width: int, shown: Shown) -> Line:
    """One row: "  Mar 3   development    Read two chapters on coaching"."""
    if isinstance(item, StepRow):
        step = item.goal.steps[item.number]
        box, tone = ("[x]", "muted") if step.done_on else ("[ ]", "")
        return line(f"    {box} ", (pad(shown(step.text), max(4, width - 8)), tone))
    if not isinstance(item, GrowthEntry):
        return item
    text = pad(shown(title_of(item)), max(4, width - 2))
    if item.kind == "goal":
        return line("  ", text)
    room = max(4, width - 25)
    return line(
        (f"  {pad(near_date(item.on, today), 7)} ", "muted"),
        (pad(KINDS[item.kind], 13) + " ", "muted"),
        pad(shown(title_of(item)), room),
    )


def title_of(entry: GrowthEntry) -> str:
    """Its first line that is not private."""
    return entry.title or "a private line"


def details(
    entry: GrowthEntry, name: str, blocked: str, shown: Shown, width: int
) -> Iterator[Line]:
    """All of one entry.

    Args:
        entry: the entry.
        name: of a story, whom it is about, as it may be drawn; empty for nobody.
        blocked: why a story cannot be told to others; empty where it can.
        shown: makes a text drawable.
        width: cells.
    """
    head = f"{KINDS[entry.kind].capitalize()}  {short_date(entry.on)}"
    yield from wrap_text(head, width, "title")
    for row in entry.text.split("\n"):
        yield from wrap_text(shown(row), width)
    yield EMPTY
    for label, words in _facts(entry, name):
        yield from wrap_line(line((pad(label, 10), "muted"), shown(words)), width, hang=10)
    for step in entry.steps:
        done = f", {short_date(step.done_on)}" if step.done_on else ""
        box = "[x] " if step.done_on else "[ ] "
        yield from wrap_line(line(box, shown(f"{step.text}{done}")), width, hang=4)
    if entry.kind == "story":
        yield from _sharing(entry, blocked, width)


def _facts(entry: GrowthEntry, name: str) -> Iterator[tuple[str, str]]:
    if entry.minutes is not None:
        yield "Took", minutes_words(entry.minutes)
    if entry.work:
        yield "Went into", dict(WORKS)[entry.work]
    if entry.due:
        yield "By", f"{short_date(entry.due)} {entry.due.year}"
    if entry.standards:
        yield "Standards", ", ".join(entry.standards)
    if name:
        yield "About", name


def _sharing(entry: GrowthEntry, blocked: str, width: int) -> Iterator[Line]:
    """Whether a story is for sharing, and whether it may be."""
    if not entry.for_sharing:
        yield line(("Kept to yourself.", "muted"))
    if blocked:
        yield from wrap_text(f"May not be shared: {blocked}", width, "late")
    elif entry.for_sharing:
        yield line(("For sharing.", ""))
