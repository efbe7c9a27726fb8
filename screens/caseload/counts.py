"""The row above the list: how many there are in each state, or what the filter leaves of them."""

from __future__ import annotations

from coach_tui.domain.caseload import Caseload
from coach_tui.domain.caseload_order import ORDERS
from coach_tui.text import fit, width
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import Line, line

_ALWAYS = 2
"""Of the states, late and today are told whatever room there is."""

_MORE = "~"
"""What marks that something was cut."""


def counts(caseload: Caseload, order: str, cells: int, glyphs: Glyphs) -> Line:
    """How many people there are and in what state, and the order they come in.

    Args:
        caseload: everyone.
        order: what the order is called.
        cells: the row's width; states that do not fit are left out, the last ones first, and
            marked.
        glyphs: the letters to draw with.
    """
    people = len(caseload.rows)
    head = f" {people} {'person' if people == 1 else 'people'}"
    if not people:
        away = len(caseload.archived)
        return line((head, "strong"), (f"  {away} archived" if away else "", "muted"))
    ending = f" {glyphs.dot} by {order}"
    told = states = _states(caseload)
    if order == ORDERS[0].words and width(f"{head}  {', '.join(told)}{ending}") > cells:
        ending = ""  # the usual order goes without saying
    while len(states) > _ALWAYS and width(f"{head}  {', '.join(told)}{ending}") > cells:
        states = states[:-1]
        told = [*states, _MORE]
    return ((head, "strong"), (f"  {', '.join(told)}{ending}", "muted"))


def _states(caseload: Caseload) -> list[str]:
    """How many are in each state, those that ask for something first."""
    rows = caseload.rows
    more = (
        (sum(1 for row in rows if row.overdue), "overdue"),
        (sum(1 for row in rows if row.facts.status == "leave"), "on leave"),
        (sum(1 for row in rows if row.draft), "draft"),
        (sum(1 for row in rows if row.quiet), "quiet"),
        (sum(1 for row in rows if row.session is None), "new"),
        (sum(1 for row in rows if row.finished), "done"),
        (len(caseload.archived), "archived"),
    )
    told = [f"{caseload.late} late", f"{caseload.today_count} today"]
    return told + [f"{count} {word}" for count, word in more if count]


def filtered_counts(
    shown: int, everyone: int, typed: str, order: str, cells: int, glyphs: Glyphs
) -> Line:
    """How many a filter lets through, the filter, and the key that takes it off.

    Args:
        shown: how many pass.
        everyone: of how many.
        typed: the filter as it may be drawn; cut where it is long, never the key.
        order: what the order is called; left out where the filter needs the room.
        cells: the row's width.
        glyphs: the letters to draw with.
    """
    head, ending, by = f" {shown} of {everyone}: ", "  Esc clears", f" {glyphs.dot} by {order}"
    room = cells - len(head) - len(ending)
    if room - len(by) < width(typed):
        by = ""
    return line((head, "strong"), (fit(typed, room - len(by)), "key"), (ending + by, "muted"))
