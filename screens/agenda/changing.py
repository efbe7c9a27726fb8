"""Ticking and moving what stands in the agenda."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach_tui.domain.agenda import Entry
from coach_tui.domain.caseload import CaseloadRow
from coach_tui.domain.dates import short_date
from coach_tui.errors import CoachError
from coach_tui.services.launches import launch_warning
from coach_tui.text import fit, short_name, width
from coach_tui.widgets.spans import roomiest
from screens.frame import BESIDE
from screens.listed_people import ListedPeople

if TYPE_CHECKING:  # the first screen is drawn before pydantic is loaded
    from coach_tui.domain.todo import Todo
    from coach_tui.domain.visit import Visit
    from coach_tui.services.desk import Desk

_TEXT = 40

_STATES = {
    "done": "Done",
    "open": "Open again",
    "held": "Held",
    "planned": "Planned again",
}
"""What became of a to-do or a visit, by the state it was saved in."""


class Changes(ListedPeople[str | None]):
    """Answers the commands that change the entry under the cursor.

    Attributes:
        done: what was ticked since the agenda was opened; it stays in its place.
    """

    def __init__(self) -> None:
        super().__init__()
        self.done: list[Entry] = []

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        raise NotImplementedError

    @property
    def standing_on(self) -> object:
        """The entry, by what tells it from all others."""
        return self.entry.key if self.entry else None

    @property
    def row(self) -> CaseloadRow | None:
        """The person the entry is about."""
        return self.entry.row if self.entry else None

    def do_agenda_done(self) -> None:
        """Tick the entry, or take the tick back."""
        entry = self.entry
        if entry is None:
            return
        if entry.kind == "gap":
            self.say(f"There is nothing to tick here; {self._plan_words}")
            return
        turn, key = self._turn(entry), entry.record_id
        self.change(lambda: turn(key).status, lambda status: self._ticked(entry, status))

    def _turn(self, entry: Entry) -> Callable[[str], Todo | Visit]:
        """What ticks an entry, or takes back the tick that is shown."""
        todos, visits = self.host.desk.todos, self.host.desk.visits
        if entry.kind == "todo":
            return todos.reopen if entry.done else todos.close
        return visits.plan_again if entry.done else visits.hold

    def _ticked(self, entry: Entry, status: str) -> str:
        """Keep what was ticked in its place, and say what became of it."""
        self.done = [other for other in self.done if other.key != entry.key]
        if status in ("done", "held"):
            self.done.append(entry)
        return self._words(_STATES[status], entry)

    def do_person_visit(self) -> None:
        """Move the visit under the cursor; on another entry schedule one, or move the next."""
        from screens.visit import open_visit

        open_visit(self, self._visit)

    def do_person_unschedule(self) -> None:
        """Cancel the visit under the cursor; on another entry the one that comes next."""
        from screens.visit import cancel_visit

        if self.entry and self.entry.kind == "visit" and self.entry.done:
            self.say(self._done_words(self.entry))
        else:
            cancel_visit(self, self._visit)

    @property
    def _visit(self) -> str:
        """The id of the planned visit under the cursor, empty for another entry."""
        entry = self.entry
        return entry.record_id if entry and entry.kind == "visit" and not entry.done else ""

    def do_agenda_day_later(self) -> None:
        """A day later."""
        self._move(1)

    def do_agenda_day_earlier(self) -> None:
        """A day earlier."""
        self._move(-1)

    def do_agenda_week_later(self) -> None:
        """A week later."""
        self._move(7)

    def _move(self, days: int) -> None:
        """Move the entry's day; one that was ticked stays."""
        entry = self.entry
        if entry is None:
            return
        if entry.kind == "gap" or entry.done:
            self.say(self._done_words(entry) if entry.done else self._plan_words)
            return
        desk, key = self.host.desk, entry.record_id
        todo = entry.kind == "todo"
        self.change(
            lambda: desk.todos.move(key, days).due if todo else desk.visits.move(key, days).on,
            lambda day: self._moved(short_date(day) if day else "", entry),
        )

    def _moved(self, day: str, entry: Entry) -> str:
        """What was moved; of a visit also that the launch was not held (IP-3)."""
        done = f"Moved to {day}"
        told = self._words(done, entry)
        warning = _launch_warning(self.host.desk, entry) if entry.kind == "visit" else ""
        if not warning:
            return told
        brief = f"{self._visit_words(done, entry)} The launch was not held yet."
        return roomiest((f"{told} {warning}", brief), self.size.width - BESIDE)

    def _done_words(self, entry: Entry) -> str:
        """That an entry is ticked, and the key that takes the tick back."""
        state = "Done is done" if entry.kind == "todo" else "The visit was held"
        return f"{state}; {self.key_of('agenda.done')} takes the mark back."

    @property
    def _plan_words(self) -> str:
        return f"{self.key_of('person.visit')} plans a visit."

    def _words(self, done: str, entry: Entry) -> str:
        """What was done with an entry, for row 23, its text as long as there is room for it.

        Without the name while names are hidden.
        """
        shown, undo = self.host.glyphs.shown, f"{self.key_of('app.undo')} undoes it."
        if entry.kind != "todo":
            return f"{self._visit_words(done, entry)} {undo}"
        whom = self._whom(entry)
        room = self.size.width - BESIDE - width(f'{done}: ""{whom}. {undo}')
        return f'{done}: "{fit(shown(entry.text), max(8, min(room, _TEXT)))}"{whom}. {undo}'

    def _visit_words(self, done: str, entry: Entry) -> str:
        """What was done with a visit: "Moved to Thu Mar 13: visit (Bell, Marcus)."."""
        return f"{done}: visit{self._whom(entry)}."

    def _whom(self, entry: Entry) -> str:
        """Whose the entry is, behind what it is; nothing while names are hidden."""
        name = short_name(self.host.glyphs.shown(entry.row.name))
        return "" if self.host.hidden else f" ({name})"


def _launch_warning(desk: Desk, entry: Entry) -> str:
    """A sentence where the launch of the entry's person was not held; empty where it was."""
    track = entry.row.facts.track
    try:
        launch = desk.growth.launch(entry.row.coachee_id, track.year)
    except CoachError:  # the list says why the file cannot be read
        return ""
    return launch_warning(launch, track.year, desk.clock.today(), first=not track.points)
