"""What the lists of the coach's own work share: moving, reading, and naming nobody."""

from __future__ import annotations

from contextlib import suppress

from coach_tui.errors import CoachError
from screens.hiding import without_names
from screens.list_moves import ListMoves
from screens.reading import ReadingScreen


class ListsOwnWork(ListMoves[str | None], ReadingScreen[str | None]):
    """A list of the coach's own records; while names are hidden, row 23 names nobody."""

    def say(self, words: str) -> None:
        """Say something, without names while they are hidden."""
        super().say(without_names(words, self._names()) if self.host.hidden else words)

    def _names(self) -> tuple[str, ...]:
        with suppress(CoachError):
            return tuple(person.name for person in self.host.desk.store.people())
        return ()
