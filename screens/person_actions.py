"""What can be done with the current person, the same from the list and from the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from coach_tui.errors import CoachError
from screens.coach_screen import CoachScreen
from screens.frame import ResultT

if TYPE_CHECKING:  # the first screen is drawn before pydantic is loaded
    from coach_tui.services.growth import Recorded


class PersonScreen(CoachScreen[ResultT]):
    """A screen that stands on one person."""

    @property
    def current(self) -> str:
        """The id of the current person, empty for nobody."""
        raise NotImplementedError

    def gi_session(self) -> int | None:
        """The session the GI box opens on; None for the next one."""
        return None

    def reload(self) -> None:
        """Read the person again after something was saved."""
        raise NotImplementedError

    def do_person_gi(self) -> None:
        """Open the GI box."""
        from screens.dialogs.gi_box import GiBox

        box: ModalScreen[Recorded | str | None] = GiBox(self.current, self.gi_session())
        self.app.push_screen(box, self._gi_closed)

    def _gi_closed(self, result: Recorded | str | None) -> None:
        """Say what the GI box did."""
        self.reload()
        if isinstance(result, str):
            self.say(result)
        elif result is not None:
            self.say(self._recorded_words(result))

    def _recorded_words(self, done: Recorded) -> str:
        name = self.host.desk.people.get(done.cycle.coachee_id).name
        told = (
            f"{name}: session {done.standing.session}, {done.standing.total} GIs, "
            f"{done.standing.word}. {self.host.saved_words.capitalize()}."
        )
        return f"{told} {done.warning}".strip()

    def do_person_cycle(self) -> None:
        """Start a cycle, or take up its draft."""
        from screens.cycle.screen import CycleScreen

        try:
            opened = self.host.desk.cycles.open(self.current)
        except CoachError as fault:
            self.say(str(fault))
            return
        self.app.push_screen(CycleScreen(opened), self._closed_with_words)

    def do_person_edit(self) -> None:
        """Open the person's details."""
        self.open_form(self.current)

    def open_form(self, coachee_id: str) -> None:
        """Open the details form; with an empty id, for a new person."""
        from screens.person import PersonFormScreen

        self.app.push_screen(PersonFormScreen(coachee_id), self._closed_with_words)

    def _closed_with_words(self, words: str | None) -> None:
        """Read the person again and say what a form did."""
        self.reload()
        if words:
            self.say(words)
