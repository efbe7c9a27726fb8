"""Labels beside and above fields."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from coach_tui.widgets.paint import tone_classes
from coach_tui.widgets.span_pane import LinesPane
from coach_tui.widgets.spans import cells, line


class Label(LinesPane):
    """Our own words at a field: plain or muted, and nothing else."""

    COMPONENT_CLASSES: ClassVar[set[str]] = tone_classes("muted")


def beside_label(label: str, *fields: Widget, id: str | None = None) -> Horizontal:
    """Fields in one row behind a label."""
    return Horizontal(
        Label([line((label, "muted"))], classes="label"), *fields, classes="field-row", id=id
    )


def under_label(label: str, hint: str, field: Widget, id: str | None = None) -> Vertical:
    """A field under its label and a hint."""
    head = Label([line((label, ""), (f"  ({hint})" if hint else "", "muted"))], classes="head")
    return Vertical(head, field, classes="field-block", id=id)


def words(text: str, tone: str = "muted", id: str | None = None, *, fixed: bool = False) -> Label:
    """Our own words beside a field; `fixed` where another field follows in the same row."""
    pane = Label([line((text, tone))], classes="words", id=id)
    if fixed:
        pane.styles.width = cells(text) + 2
    return pane
