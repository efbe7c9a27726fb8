"""What the key bar says of the field that is being typed in, between "next field" and "keys"."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widget import Widget

from coach_tui.widgets.fields.check_row import CheckRow
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from coach_tui.widgets.fields.date_field import DateField
from coach_tui.widgets.fields.number_field import NumberField
from coach_tui.widgets.key_bar import Hint

_OF_KIND: tuple[tuple[type[Widget], Hint], ...] = (
    (DateField, ("Up/Down", "change date")),
    (NumberField, ("Up/Down", "change by 1")),
    (ChoiceRow, ("Left/Right", "pick")),
    (CheckRow, ("Space", "tick")),
    (ClusterPicker, ("letter", "picks")),
)


def with_field_hint(hints: Sequence[Hint], field: Widget | None) -> tuple[Hint, ...]:
    """The hints of the TYPING state with the one that belongs to the field's kind."""
    own = getattr(field, "key_hint", None)
    found = own or next((hint for kind, hint in _OF_KIND if isinstance(field, kind)), None)
    return (*hints[:1], found, *hints[1:]) if found else tuple(hints)
