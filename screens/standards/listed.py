"""What the lists of the coach's own work share: moving, reading, and naming nobody."""

from __future__ import annotations

from screens.list_moves import ListMoves
from screens.names_nobody import NamesNobody
from screens.reading import ReadingScreen


class ListsOwnWork(NamesNobody[str | None], ListMoves[str | None], ReadingScreen[str | None]):
    """A list of the coach's own records; while names are hidden, row 23 names nobody."""
