"""How a progression is drawn: meters of the phases, and the steps under their headings."""

from __future__ import annotations

from coach_tui.domain.progression_framework import Progressions
from coach_tui.domain.progression_standing import StepStanding, StrandStanding, phase_counts
from coach_tui.text import pad
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import EMPTY, Line, fit_line, join, line, line_width

Item = StepStanding | Line
"""A row of the list: a step, or the heading of a phase."""

_MARKS = {"consistent": "[x]", "once": "[1]", "not_yet": "[-]", "none": "[ ]"}
_PAUSE = "[>]"

_ONCE = "(seen once)"


def meters(strand: StrandStanding, framework: Progressions, glyphs: Glyphs, width: int) -> Line:
    """The phases with their steps in practice: "Foundation ■■■■··  4/6", as room allows."""
    names = {phase.id: phase.name for phase in framework.phases}
    drawn: list[tuple[Line, Line, Line]] = []
    for phase, done, of in phase_counts(strand):
        name, number = glyphs.shown(names[phase]), f"{done}/{of}"
        cells = (glyphs.full * done, ""), (glyphs.empty * (of - done), "muted")
        drawn.append(
            (
                line(f"{name} ", *cells, f"  {number}"),
                line(f"{name} {number}"),
                line(f"{name[:1]} {number}"),
            )
        )
    forms = [
        line(" ", *join([forms[at] for forms in drawn], gap))
        for at, gap in ((0, "    "), (0, "  "), (1, "  "), (2, "  "))
    ]
    return next((form for form in forms if line_width(form) <= width), fit_line(forms[-1], width))


def items(strand: StrandStanding, framework: Progressions, glyphs: Glyphs) -> list[Item]:
    """The steps in order, each phase under its heading."""
    made: list[Item] = []
    for phase in framework.phases:
        found = [one for one in strand.steps if one.step.phase == phase.id]
        if found:
            made += [line((f" {glyphs.shown(phase.name)}", "strong")), *found]
    return made


def step_line(one: StepStanding, room: int, width: int, glyphs: Glyphs, *, is_pause: bool) -> Line:
    """A step: " F5 [>] Students rotate without a prompt".

    Args:
        one: the step.
        room: cells of the longest id.
        width: in cells.
        glyphs: the letters.
        is_pause: whether the class was seen, and this is the first step not in practice.
    """
    mark = _PAUSE if is_pause else _MARKS[one.state]
    row = line(
        f"{' ' if room > 2 else '  '}{pad(glyphs.shown(one.step.id), room)} ",
        (f"{mark} ", "strong" if is_pause else ""),
        (glyphs.shown(one.step.text), "strong" if is_pause else ""),
    )
    once: Line = ((f" {_ONCE}", "muted"),) if one.state == "once" else EMPTY
    return (*row, *once) if line_width(row) + line_width(once) <= width else fit_line(row, width)
