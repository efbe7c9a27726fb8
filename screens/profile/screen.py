"""A person's profile: the band chart of the track, the same facts as a table, and what is next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from coach_tui.commands.command import Situation
from coach_tui.services.profile import Profile
from coach_tui.widgets.band_chart import BandChart
from coach_tui.widgets.band_table import table_lines
from coach_tui.widgets.key_bar import Hint
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line, two_sided
from coach_tui.widgets.tabs import tabs
from screens.bindings import bindings_for
from screens.frame import FRAME_CSS
from screens.person_actions import PersonScreen
from screens.profile.side import below_lines, side_lines


class ProfileScreen(PersonScreen[str | None]):
    """One person, with a session selected on the chart.

    Attributes:
        profile: the person as last read.
        session: the selected session's number.
        as_table: whether the table stands in place of the chart.
    """

    SCOPE = "profile"
    CSS_PATH = [FRAME_CSS, "profile.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self.session = 1
        self.as_table = False
        self._moved = False
        self.profile = profile

    @property
    def current(self) -> str:
        """The person's id."""
        return self.profile.coachee.id

    @property
    def last_column(self) -> int:
        """The highest session that can be selected."""
        table = self.profile.timeline.band_table
        return max(table.last_session, self.profile.track.next_session)

    def gi_session(self) -> int | None:
        """The selected session once the coach has moved to one, else the next one."""
        return self.session if self._moved else None

    def compose_body(self) -> Iterable[Widget]:
        """Tabs, clocks, chart or table with the side pane, then more where there is room."""
        yield SpanPane(id="tabs")
        with Horizontal(id="growth"):
            with Vertical(id="growth-left"):
                yield BandChart(id="chart")
                yield ScrollingPane(id="table")
                yield SpanPane(id="below")
            yield SpanPane(id="side")

    def on_mount(self) -> None:
        """Stand on the last session."""
        self._stand_on_last()
        self._draw()

    def _stand_on_last(self) -> None:
        last = self.profile.track.last
        self.session, self._moved = last.session if last else 1, False

    def reload(self) -> None:
        """Read the person again; a session that is new is the one selected."""
        before = self.profile.track.next_session
        fresh = self.attempt(lambda: self.host.desk.profile.of(self.current))
        if fresh is None:
            return
        self.profile = fresh
        if fresh.track.next_session > before:
            self._stand_on_last()
        self._draw()

    def _draw(self) -> None:
        """Chart or table, the side pane, row 23."""
        profile, today, glyphs = self.profile, self.host.desk.clock.today(), self.host.glyphs
        timeline = profile.timeline
        phases = tuple(
            (phase.first, phase.last, _phase_label([c.id for c in timeline.clusters_of(phase)]))
            for phase in timeline.phases
        )
        chart, table = self.query_one("#chart", BandChart), self.query_one("#table", ScrollingPane)
        chart.display, table.display = not self.as_table, self.as_table
        chart.show(profile.track, timeline.band_table, phases, self.session)
        table.show(table_lines(profile.track, timeline.band_table, glyphs, self.session))
        table.keep_in_view(self.session)  # below the heading
        clocks = f" {glyphs.dot} ".join(profile.clocks.words(today))
        self.query_one("#tabs", SpanPane).show_drawing(
            lambda width: [
                two_sided(line(" ", *tabs(["Growth"], 0)), line((clocks, "muted"), " "), width)
            ]
        )
        session = self.session
        self.query_one("#side", SpanPane).show_drawing(
            lambda width: side_lines(profile, session, today, glyphs, width)
        )
        self.query_one("#below", SpanPane).show_drawing(
            lambda width: below_lines(profile, today, glyphs, width)
        )
        self.draw_frame()

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """The person, role and school."""
        person, glyphs = self.profile.coachee, self.host.glyphs
        where = "".join(
            f" {glyphs.dot} {glyphs.shown(p)}" for p in (person.role, person.school) if p
        )
        return line((glyphs.shown(person.name), "title"), where)

    def status(self) -> str:
        """The selected session in words."""
        point = self.profile.track.point(self.session)
        standing = self.profile.standing(point)
        if point is None:
            return f"Session {self.session}: not held yet."
        cluster = f"cluster {point.cluster}" if point.cluster else "cluster not set"
        if standing is None:
            return f"Session {self.session}: {cluster}, no GI total recorded."
        return f"Session {self.session}: {standing.total} GIs, {standing.word}, {cluster}."

    def position(self) -> str:
        """Which session of how many."""
        return f"{self.session}/{self.last_column}"

    def hints(self) -> tuple[Hint, ...]:
        """The session that `i` is for is named."""
        session = self.gi_session() or self.profile.track.next_session
        return tuple(
            (key, f"{words} {session}" if words == "GI" else words)
            for key, words in super().hints()
        )

    def situation(self) -> Situation:
        """Someone is always picked here."""
        return replace(super().situation(), person=True)

    # -- commands ---------------------------------------------------------------------------

    def _select(self, session: int) -> None:
        session = max(1, min(session, self.last_column))
        if session != self.session:
            self.session, self._moved = session, True
            self._draw()

    def do_profile_later(self) -> None:
        """The next session."""
        self._select(self.session + 1)

    def do_profile_earlier(self) -> None:
        """The session before."""
        self._select(self.session - 1)

    def do_profile_first(self) -> None:
        """The first session."""
        self._select(1)

    def do_profile_last(self) -> None:
        """The last session held."""
        last = self.profile.track.last
        self._select(last.session if last else 1)

    go_top = do_profile_first

    def do_profile_view(self) -> None:
        """Chart or table."""
        self.as_table = not self.as_table
        self._draw()


def _phase_label(keys: list[str]) -> str:
    """How a phase is marked on the chart: "A-D" for clusters A to D."""
    return f"{keys[0]}-{keys[-1]}" if len(keys) > 1 else keys[0]
