"""A person's profile: growth, sessions, cycles, to-dos and notes, a tab each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.widget import Widget

from coach_tui.commands.command import Situation
from coach_tui.services.profile import Profile
from coach_tui.widgets.key_bar import Hint
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line, line_width, two_sided
from coach_tui.widgets.tabs import tabs
from screens.bindings import bindings_for
from screens.frame import FRAME_CSS
from screens.profile.acting import ActsInProfile
from screens.profile.at import TABS, At, Tab

_WIDE = 100
"""Columns from which the key bar has room for what is done less often."""


class ProfileScreen(ActsInProfile):
    """One person.

    Attributes:
        profile: the person as last read.
        people: ids of the list it was opened from, for going on to the next one.
    """

    SCOPE = "profile"
    CSS_PATH = [FRAME_CSS, "profile.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(
        self, profile: Profile, at: At | None = None, people: tuple[str, ...] = ()
    ) -> None:
        """A person's profile.

        Args:
            profile: the person.
            at: the tab and record it opens on; None for Growth.
            people: ids of the list it was opened from, in its order, for `J` and `K`.
        """
        super().__init__()
        self.profile = profile
        self.people = people
        self.tab: Tab = "growth"
        self._opens_at = at or At()

    @property
    def current(self) -> str:
        """The person's id."""
        return self.profile.coachee.id

    def compose_body(self) -> Iterable[Widget]:
        """The tabs' names; growth; a list of records."""
        yield SpanPane(id="tabs")
        yield self.growth_body()
        yield self.records_body()

    def on_mount(self) -> None:
        """Stand on the last session, or where it was asked to open."""
        self._go_to_the_year_of(self._opens_at)
        self.stand_on_last()
        self.look_for(self._opens_at)
        self.open_tab(self._opens_at.tab, self._opens_at.record_id)
        if self._opens_at.record_id and self._opens_at.tab != "growth":
            self.read(True)
        if self._opens_on_private(self._opens_at):
            self.say(self._private_words())

    def _opens_on_private(self, at: At) -> bool:
        """Whether what was looked for is a note line that is not shown here."""
        note = next((n for n in self.profile.all_notes if n.id == at.record_id), None)
        closed = () if note is None else set(note.lines) - set(note.open_lines)
        return any(held.id == at.line for held in closed if at.line)

    def _private_words(self) -> str:
        """Where a private line is seen."""
        if self.host.desk.readonly:
            return "A private line; it is shown only where it can be corrected."
        return f"A private line; {self.key_of('profile.correct')} shows it."

    def _go_to_the_year_of(self, at: At) -> None:
        """A session or round of an older year is shown in its own track."""
        if at.record_id and at.tab in ("sessions", "cycles"):
            year = self.host.desk.profile.year_of(at.record_id)
            if year and year != self.profile.track.year:
                self.read_person(self.current, year)

    def open_tab(self, tab: Tab, record_id: str = "") -> None:
        """Show a tab, its cursor on a record where one is named."""
        self.tab = tab
        growth = tab == "growth"
        self.query_one("#growth").display, self.query_one("#records").display = growth, not growth
        self.read(False)
        self.set_focus(None if growth else self.list)
        self.draw_all(record_id)

    def draw_all(self, record_id: str = "") -> None:
        """The tabs' names and the tab on the screen."""
        self.query_one("#tabs", SpanPane).show_drawing(self._tabs)
        if self.tab == "growth":
            self.draw_growth()
        else:
            self.draw_records(record_id)
            self.draw_frame()

    def _tabs(self, width: int) -> list[Line]:
        """The names with counts; at the right, where there is room, the year or the two clocks."""
        profile, dot = self.profile, self.host.glyphs.dot
        open_todos, notes = len(profile.todos), len(profile.all_notes)
        names = (
            "Growth",
            "Sessions",
            "Cycles",
            f"To-dos {open_todos}" if open_todos else "To-dos",
            f"Notes {notes}" if notes else "Notes",
        )
        left = line(" ", *tabs(names, TABS.index(self.tab)))
        past = f"{profile.track.year} (past)"
        clocks = profile.clocks.words(profile.today), profile.clocks.brief(profile.today)
        told = [past] if profile.past else [f" {dot} ".join(words) for words in clocks]
        for words in told:
            right = line((words, "strong" if profile.past else "muted"), " ")
            if line_width(left) + line_width(right) < width or profile.past:
                return [two_sided(left, right, width)]
        return [left]

    def reload(self) -> None:
        """Read the person again; a session that is new is selected, and in a new year the last."""
        before = self.profile.track
        if self.read_person(self.current, before.year if self.profile.past else None):
            track = self.profile.track
            if track.year != before.year or track.next_session > before.next_session:
                self.stand_on_last()
            self.draw_all()

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """The person, whether archived or on leave, role and school."""
        person, glyphs = self.profile.coachee, self.host.glyphs
        parts = (person.status_words, person.role, person.school)
        where = "".join(f" {glyphs.dot} {glyphs.shown(p)}" for p in parts if p)
        return line((glyphs.shown(person.name), "title"), where)

    def status(self) -> str:
        """The selected session or record in words."""
        if self.tab == "growth":
            return self.growth_words()
        return self.record.told if self.record else self.older_year_words()

    def position(self) -> str:
        """Which session or record of how many."""
        if self.tab == "growth":
            return f"{self.session}/{self.last_column}"
        if self.record is None:
            return ""
        pane = self.query_one("#page", ScrollingPane)
        more = "Space more  " if pane.content_size.height and pane.last_top else ""
        return f"{more}{self.list.cursor + 1}/{self.list.count}"

    def hints(self) -> tuple[Hint, ...]:
        """The session that `i` is for is named; keys that do nothing here are left out."""
        session = self.gi_session() or self.profile.track.next_session
        named = {"GI": f"GI {session}"}
        if self.tab != "growth":
            named |= {"session": "row", "table": "", "correct": ""}
            named["edit"] = "correct" if self.record else ""
        if self.tab != "todos":
            wide = self.size.width >= _WIDE
            named["done"] = "sent" if wide and self.meeting() else ""
        if self.profile.past:
            named |= {"GI": "", "cycle": ""}
        hints = ((key, named.get(words, words)) for key, words in super().hints())
        return tuple(("j k" if words == "row" else key, words) for key, words in hints if words)

    def situation(self) -> Situation:
        """Someone is always picked here."""
        return replace(super().situation(), person=True)
