"""Where a profile opens: on a tab, on one of its records, on a line of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tab = Literal["growth", "sessions", "cycles", "todos", "notes"]

TABS: tuple[Tab, ...] = ("growth", "sessions", "cycles", "todos", "notes")
"""The tabs in their order."""


@dataclass(frozen=True, slots=True)
class At:
    """A place in a profile.

    Attributes:
        tab: which tab.
        record_id: the record its cursor stands on; empty for the first.
        line: what of the record was looked for: a note line's id, or the name of a field.
    """

    tab: Tab = "growth"
    record_id: str = ""
    line: str = ""
