"""The Growth tab: the band chart of a track or the same facts as a table, a session selected."""

from __future__ import annotations

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from coach_tui.domain.forecast import forecast, forecast_brief, needs
from coach_tui.services.profile import Profile
from coach_tui.widgets.band_chart import BandChart
from coach_tui.widgets.band_table import table_lines
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import roomiest, wrap_text
from screens.frame import room_of
from screens.profile.side import below_lines, side_lines
from screens.review import ReviewScreen


class GrowthTab(ReviewScreen[str | None]):
    """Shows a track with one of its sessions selected.

    Attributes:
        profile: the person as last read.
        session: the selected session's number.
        as_table: whether the table stands in place of the chart.
    """

    profile: Profile

    def __init__(self) -> None:
        super().__init__()
        self.session = 1
        self.as_table = False
        self._moved = False

    def growth_body(self) -> Widget:
        """Chart or table with the side pane, then more where there is room."""
        return Horizontal(
            Vertical(
                SpanPane(id="ahead"),
                BandChart(id="chart"),
                ScrollingPane(id="table"),
                SpanPane(id="below"),
                id="growth-left",
            ),
            SpanPane(id="side"),
            id="growth",
        )

    @property
    def last_column(self) -> int:
        """The highest session that can be selected."""
        table = self.profile.timeline.band_table
        return max(table.last_session, self.profile.track.next_session)

    def gi_session(self) -> int | None:
        """The selected session once the coach has moved to one, else the next one."""
        return self.session if self._moved else None

    def stand_on_last(self) -> None:
        """Select the last session held."""
        last = self.profile.track.last
        self.session, self._moved = last.session if last else 1, False

    def select(self, session: int) -> None:
        """Select a session, or the nearest there is."""
        session = max(1, min(session, self.last_column))
        if session != self.session:
            self.session, self._moved = session, True
            self.draw_growth()

    def draw_growth(self) -> None:
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
        over = profile.track.carried is not None
        table.keep_in_view(self.session + over)  # below the heading
        session = self.session
        self.query_one("#side", SpanPane).show_drawing(
            lambda width: side_lines(profile, session, self.host, width)
        )
        self._draw_ahead()
        self.query_one("#below", SpanPane).show_drawing(
            lambda width: below_lines(profile, today, glyphs, width)
        )
        self.draw_frame()

    def _draw_ahead(self) -> None:
        """Where there is no side pane, the forecast stands above the chart, on the next session."""
        pane, track = self.query_one("#ahead", SpanPane), self.profile.track
        on_next = self.session == track.next_session and bool(track.points)
        pane.display = on_next and not self.profile.past
        *near, rests = forecast_brief(track, self.profile.timeline.band_table)
        words = f"{', '.join(near).replace(', Session ', ', ')} {rests}".strip()
        pane.show_drawing(lambda width: wrap_text(words, width - 1, "muted"))

    def growth_words(self) -> str:
        """The selected session in words; of the next one, what it needs."""
        profile = self.profile
        point = profile.track.point(self.session)
        standing = profile.standing(point)
        if point is None:
            return self._not_held_words()
        cluster = f"cluster {point.cluster}" if point.cluster else "cluster not set"
        if standing is None:
            return f"Session {self.session}: {cluster}, no GI total recorded."
        carried = profile.track.carried_words(self.session)
        counts = f"{standing.total} GIs" + (f" ({carried})" if carried else "")
        told = f"Session {self.session}: {counts}, {standing.word}"
        at_last = point == profile.track.last
        if not (at_last and forecast(profile.track, profile.timeline.band_table)):
            return f"{told}, {cluster}."
        key = self.key_of("profile.later").split()[-1]  # shown with its twin: "h l"
        whole, ahead = f"{told}, {cluster}.", f"{key} looks ahead."
        forms = (f"{whole} {ahead}", f"{whole} {key}: ahead", f"{told}. {ahead}")
        return roomiest(forms, room_of(self))

    def _not_held_words(self) -> str:
        """A session to come; where the year shown has none yet, first where the others are."""
        told, older = self._next_words(), self.older_year_words()
        if not older or self.session != self.profile.track.next_session:
            return told
        return roomiest((f"{older} {told}", older), room_of(self))

    def older_year_words(self) -> str:
        """That the year shown has no session, and the key of the one before; empty otherwise."""
        profile, year = self.profile, self.profile.track.year
        before = profile.years[profile.years.index(year) + 1 :]
        if profile.track.points or not before:
            return ""
        yet, key = "" if profile.past else " yet", self.key_of("profile.year_before")
        return f"{year} has no session{yet}; {key} shows {before[0]}."

    def _next_words(self) -> str:
        """What the next session needs; past the benchmarks, that there are none."""
        track, bands = self.profile.track, self.profile.timeline.band_table
        if self.session != track.next_session or self.profile.past:
            return f"Session {self.session}: not held yet."
        asked = needs(track, bands)
        if asked is None:
            return (
                f"Session {self.session}: past session {bands.last_session} there is no benchmark."
            )
        forms = (asked.words, asked.brief, asked.brief.removeprefix("Session "))
        return roomiest([f"{form}." for form in forms], room_of(self))


def _phase_label(keys: list[str]) -> str:
    """How a phase is marked on the chart: "A-D" for clusters A to D."""
    return f"{keys[0]}-{keys[-1]}" if len(keys) > 1 else keys[0]
