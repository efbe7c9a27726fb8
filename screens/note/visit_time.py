"""The visit of a note: its minutes, its end, and the one line that comes by itself (IP-5)."""

from __future__ import annotations

from textual.timer import Timer

from coach_tui.domain.note_form import NoteForm, iso, moment
from coach_tui.domain.visit_time import length_hint, visit_minutes
from screens.form import FormScreen


class VisitTime(FormScreen):
    """Counts from the first line that is typed.

    Attributes:
        form: the note, with the visit's start and end.
    """

    form: NoteForm
    _time_up: Timer | None = None

    @property
    def minutes(self) -> int | None:
        """Minutes of the visit so far, or in all once it has ended."""
        now = self.host.desk.clock.now()
        return visit_minutes(moment(self.form.started), moment(self.form.ended), now)

    def _planned(self) -> tuple[int, int]:
        return self.host.desk.shelf.coaching_model().visit_minutes

    def mind_the_time(self) -> None:
        """The one line that comes by itself: the planned length has passed (IP-5)."""
        if self._time_up:
            self._time_up.stop()
        minutes, longest = self.minutes, self._planned()[1]
        if minutes is not None and minutes < longest and not self.form.ended:
            begun, now = moment(self.form.started), self.host.desk.clock.now()
            if begun is not None:
                left = longest * 60 - (now - begun).total_seconds()
                self._time_up = self.set_timer(max(1.0, left), self._tell_the_time)

    def _tell_the_time(self) -> None:
        minutes = self.minutes
        if minutes is not None and not self.form.ended:
            shortest, longest = self._planned()
            self.say(f"{minutes} minutes; visits of {shortest} to {longest} are planned for.")

    def do_note_end(self) -> None:
        """End the visit, or go on with it."""
        if not self.form.started:
            self.say("The visit begins with the first line; nothing is typed yet.")
        elif self.form.ended:
            self.form = self.form.but(ended="")
            self.mind_the_time()
            self.say("The visit goes on.")
        else:
            self.form = self.form.but(ended=iso(self.host.desk.clock.now()))
            minutes = self.minutes or 0
            hint = length_hint(minutes, self._planned())
            self.say(f"Visit ended. {hint}" if hint else f"Visit ended: {minutes} minutes.")
        self.draft_due()
        self.draft_now()
