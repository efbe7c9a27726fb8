"""A screen that shows what the file holds, and reads it again after something was saved."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from coach_tui.errors import CoachError
from screens.coach_screen import CoachScreen
from screens.frame import ResultT

T = TypeVar("T")


class ReadingScreen(CoachScreen[ResultT]):
    """Reads anew, and answers undo, redo and hiding."""

    def reload(self) -> None:
        """Read again what is shown, after something was saved."""
        raise NotImplementedError

    def attempt(self, read: Callable[[], T]) -> T | None:
        """Read something of the file; None where it cannot be, and row 23 says why."""
        try:
            return read()
        except CoachError as fault:
            self.say(str(fault))
            return None

    def pick(self, coachee_id: str, records: Collection[str]) -> None:
        """Put the cursor on what was changed, where the screen lists it.

        Args:
            coachee_id: whom it was about; empty for nobody, or for several.
            records: ids of what was changed, for a screen that lists records.
        """

    def closed_with_words(self, words: str | None) -> None:
        """Read again and say what a form did."""
        self.reload()
        if words:
            self.say(words)

    def do_go_walks(self) -> None:
        """Go to the progression walks."""
        self.go("w")

    # -- saving -----------------------------------------------------------------------------

    def change(self, work: Callable[[], T], told: Callable[[T], str]) -> None:
        """Save a change, and say what `told` makes of what it gave; the next key waits for it."""
        self.run_worker(self.changed(work, told), group="saves")

    async def changed(self, work: Callable[[], T], told: Callable[[T], str]) -> None:
        """Save a change on the writer thread, read again, and say what it did or why it did not."""
        try:
            saved = await self.host.save(work)
        except CoachError as fault:
            self.reload()  # it may have been changed elsewhere
            self.say(f"Not saved. {fault}")
            return
        self.reload()
        self.say(told(saved))

    # -- what was saved, what is seen -------------------------------------------------------

    def do_app_undo(self) -> None:
        """Undo the last saved change of this run."""
        from screens.undoing import undo

        undo(self)

    def do_app_redo(self) -> None:
        """Make the change that was undone last again."""
        from screens.undoing import redo

        redo(self)

    def do_app_hide(self) -> None:
        """Hide names and bands, or show them again."""
        self.host.hidden = not self.host.hidden
        self.reload()
        shows = f"Names and bands are hidden in the lists; {self.key_of('app.hide')} shows them."
        self.say(shows if self.host.hidden else "Shown again.")
