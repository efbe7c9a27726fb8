"""One line of places or tabs, the chosen one in brackets: "[Caseload]  Agenda 3 "."""

from collections.abc import Sequence

from coach_tui.widgets.spans import Line


def tabs(names: Sequence[str], chosen: int, tone: str = "") -> Line:
    """The names in a row, a blank or a bracket on either side of each.

    Args:
        names: what is shown, with its count where it has one ("Agenda 3").
        chosen: the index of the one on screen; -1 for none.
        tone: the tone of the others.
    """
    spans = []
    for index, name in enumerate(names):
        if index:
            spans.append((" ", tone))
        here = index == chosen
        spans.append((f"[{name}]" if here else f" {name} ", "title" if here else tone))
    return tuple(spans)
