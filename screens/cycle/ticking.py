"""Ticking GIs one by one in the Goal step; their number becomes the total (E2L-9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach_tui.widgets.fields.number_field import NumberField
from screens.dialogs.gi_list import GiListBox

if TYPE_CHECKING:
    from screens.cycle.boxes import OpensBoxes


def tick_gis(screen: OpensBoxes) -> None:
    """Open the list, with what was ticked here or at earlier sessions ticked already."""
    context, form = screen.opened.context, screen.form
    ticked = form.gi_items or context.ticked
    box = GiListBox(context.timeline, context.session, ticked, form.cluster or None)
    screen.app.push_screen(box, lambda items: _take(screen, items))


def _take(screen: OpensBoxes, items: tuple[str, ...] | None) -> None:
    """Put what was ticked into the form."""
    if items is None:
        return
    screen.form = screen.form.but(gi_items=items, gi=str(len(items)))
    screen.show_step("goal", "gi")
    field = screen.query_one("#f-gi", NumberField)
    field.value = str(len(items))
    field.cursor_position = len(field.value)
    screen.draft_due()
    screen.follow()
