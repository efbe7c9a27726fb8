"""The sheet of a closed walk: purpose, norms, counts and the words of the debrief; no room (PL-7).

Two sheets of one walk, one before and one after a room was added, could be subtracted. So a sheet
leaves a closed walk only, and the counts of the first one that left are those of every later one.
That a sheet left is no change that could be undone: what is undone afterwards keeps its mark.
"""

from __future__ import annotations

from collections.abc import Iterable

from coach_tui.domain.dates import short_date
from coach_tui.domain.note import open_rows
from coach_tui.domain.walk import DEBRIEF, NORMS, Walk
from coach_tui.errors import Refused
from coach_tui.services.saving import saved_one
from coach_tui.services.undo import RememberingStore
from coach_tui.services.walks import WalkService, refuse_rooms
from coach_tui.text import visible

SHEET = "Progression walk"
"""What the sheet is called."""


class WalkSheets:
    """Sheets of the walks of one store."""

    def __init__(self, walks: WalkService, store: RememberingStore) -> None:
        """Sheets.

        Args:
            walks: the walks.
            store: their store, and what can be undone in it.
        """
        self._walks = walks
        self._store = store

    def leave(self, walk_id: str) -> tuple[Walk, str]:
        """Mark that the sheet leaves, with its counts; the walk as it is now, and the sheet.

        Raises:
            NotFound: no such walk.
            Refused: the walk is not closed, or a text names somebody or one of its rooms.
            Conflict: it was changed elsewhere meanwhile; nothing left.
            StorageError: the mark could not be written; nothing left.
        """
        walk = self._walks.get(walk_id)
        if walk.closed_on is None:
            raise Refused("A sheet leaves a closed walk only; close it first.")
        texts = [walk.purpose, walk.own_norms, *walk.debrief.values()]
        self._walks.check_names(*texts, sure=True)
        refuse_rooms(walk, texts, "is named in its words; take it out there first.")
        if walk.sheet_on is None:
            lines = self._walks.told_lines(walk)
            mark = {"sheet_on": self._walks.clock.today(), "sheet": lines}
            marked = saved_one(self._store.inner, walk.but(**mark))
            self._store.log.marked(walk, marked, mark, "its sheet has left")
            walk = marked
        return walk, self.text(walk)

    def text(self, walk: Walk) -> str:
        """The sheet."""
        rows = [f"{SHEET}, {short_date(walk.on)}, {walk.on.year}", ""]
        rows += _part("Purpose", walk.purpose)
        rows += _part("Norms", "\n".join(norm_lines(walk)))
        rows += ["", *(visible(line) for line in self._walks.told_lines(walk)), ""]
        for key, name, _ in DEBRIEF:
            rows += _part(name, walk.debrief.get(key, ""))
        return "\n".join(rows).rstrip() + "\n"


def norm_lines(walk: Walk) -> tuple[str, ...]:
    """The norms of a walk: those ticked in one line, then the coach's own."""
    words = dict(NORMS)
    ticked = "; ".join(words.get(key, key) for key in walk.norms)
    return tuple(filter(None, [ticked, *walk.own_norms.split("\n")]))


def _part(label: str, text: str) -> Iterable[str]:
    """A label with its text, private lines left out; nothing for a blank one."""
    first, *rest = [visible(row.rstrip()) for row in open_rows(text).strip().split("\n")]
    return [f"{label}: {first}", *(f"  {row}" for row in rest)] if first or rest else []
