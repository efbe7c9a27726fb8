"""A list of people to review: while names are hidden in it, row 23 names nobody either."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from coach_tui.commands.registry import command
from coach_tui.domain.caseload import CaseloadRow
from coach_tui.domain.dates import short_date
from screens.frame import ResultT
from screens.names_nobody import NamesNobody
from screens.review import ReviewScreen

if TYPE_CHECKING:  # the first screen is drawn before pydantic is loaded
    from coach_tui.services.growth import Recorded


DAY_CHECK = 30.0
"""Seconds between two looks at the date, while nobody presses a key."""


class ListedPeople(NamesNobody[ResultT], ReviewScreen[ResultT]):
    """Says nothing with a name or a total in it while those are hidden."""

    def on_mount(self) -> None:
        """Look now and then whether the day the list was read on is over."""
        self.set_interval(DAY_CHECK, self.follow_day)

    @property
    def read_on(self) -> date | None:
        """The day the list is of; None where it could not be read."""
        raise NotImplementedError

    @property
    def standing_on(self) -> object:
        """What the cursor stands on."""
        return self.current

    def follow_day(self) -> bool:
        """Read the list again once its day is over; whether the cursor is on something else."""
        today = self.host.desk.clock.today()
        if not self.is_current or self.read_on in (None, today):
            return False
        before = self.standing_on
        self.reload()
        return self.standing_on != before

    def action_command(self, command_id: str) -> None:
        """Answer a command; where the list shows nobody to act on, or a new day, say so."""
        if self.follow_day():
            today = short_date(self.host.desk.clock.today())
            self.say(f"It is {today} by now and the list was read again; nothing was done.")
            return
        found, now = command(self.SCOPE, command_id), self.situation()
        alone = found.why_off(now) and not found.why_off(replace(now, person=True))
        if alone and (words := self.nobody_words()):
            self.say(words)
        else:
            super().action_command(command_id)

    def nobody_words(self) -> str:
        """Why nobody is under the cursor; empty where the command says it itself."""
        return ""

    @property
    def row(self) -> CaseloadRow | None:
        """The person under the cursor, as last read."""
        raise NotImplementedError

    @property
    def shows_archived(self) -> bool:
        """Whether the person under the cursor is listed as archived."""
        return self.row is not None and self.row.facts.status == "archived"

    def _recorded_words(self, done: Recorded) -> str:
        """What the GI box did, without the total while those are hidden."""
        if not self.host.hidden:
            return super()._recorded_words(done)
        return f"Session {done.standing.session} is recorded. {self.host.saved_words.capitalize()}."
