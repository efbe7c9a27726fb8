"""The GI box: session, cluster, total, and the live band; one key opens it, Enter saves."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.domain.bands import Standing
from coach_tui.domain.clusters import ClusterChoice, offered
from coach_tui.domain.gi_entry import read_gi_entry
from coach_tui.errors import CoachError, ReasonNeeded, Refused
from coach_tui.services.growth import Recorded
from coach_tui.widgets.band_gauge import BandGauge
from coach_tui.widgets.band_meter import meter
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.messages import Edited, NotTaken
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line
from screens.bindings import bindings_for
from screens.dialogs.gi_field import GiField
from screens.host import Host, host_of


class GiBox(ModalScreen[Recorded | str | None], inherit_bindings=False):
    """Records the total of one session; gives what was recorded, or words to say.

    Attributes:
        session: the session's number.
        cluster: the cluster picked here, None to leave it as it is.
    """

    SCOPE = "gi_box"
    AUTO_FOCUS = "GiField"
    CSS_PATH = "gi_box.tcss"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, coachee_id: str, session: int | None = None) -> None:
        super().__init__()
        self._coachee_id = coachee_id
        self._asked_session = session
        self.session = 1
        self.cluster: str | None = None
        self._saving = False

    @property
    def host(self) -> Host:
        """The app, as screens know it."""
        return host_of(self)

    def compose(self) -> ComposeResult:
        """Who and which session; the total; the gauge; a reason where one is asked for."""
        with Vertical(classes="dialog"):
            yield SpanPane(id="gi-head")
            with Horizontal(id="gi-row"):
                yield SpanPane([line(("Total GIs so far", "muted"))], id="gi-label")
                yield GiField(id="gi-total")
                yield SpanPane(id="gi-band")
            yield BandGauge(id="gi-gauge")
            with Horizontal(id="gi-why"):
                yield SpanPane([line(("Reason", "muted"))], id="gi-why-label")
                yield LineField(id="gi-reason", limit=200)
            yield SpanPane(id="gi-told")
            yield SpanPane(id="gi-keys")

    def on_mount(self) -> None:
        """Read the person's track and stand on the session asked for, else the next one."""
        growth = self.host.desk.growth
        self._track = growth.track(self._coachee_id)
        self._order = growth.agreed_order(self._coachee_id)
        self._who = self.host.desk.people.get(self._coachee_id).name
        self.query_one("#gi-why").display = False
        hints = bar_hints(self.SCOPE, Situation(typing=True))
        keys = [span for key, words in hints for span in ((key, "key"), (f" {words}  ", ""))]
        self.query_one("#gi-keys", SpanPane).show([line(*keys)])
        self._stand_on(self._asked_session or self._track.next_session)

    # -- what is shown ----------------------------------------------------------------------

    def _stand_on(self, session: int) -> None:
        """Show a session: its total if it has one, else what was typed and left before."""
        self.session = session
        self.cluster = None
        here = self._track.point(session)
        stored = "" if here is None or here.total is None else str(here.total)
        left = self.host.unsaved_gi.get((self._coachee_id, session))
        field = self.query_one("#gi-total", GiField)
        before = self._track.before(session)
        field.start = before.total or 0 if before else 0
        field.value = stored if left is None else left
        field.cursor_position = len(field.value)
        self._show_head()
        self._show_band()

    def _show_head(self) -> None:
        """The person, the session with its cluster, the total before."""
        glyphs = self.host.glyphs
        before = self._track.before(self.session)
        told = "No total before this session"
        if before is not None:
            told = f"Session {before.session} total was {before.total}"
        here = self._track.point(self.session)
        if here is not None and here.total is not None:
            told = f"{here.total} is recorded for this session; a change keeps both"
        title = line(("GI count", "title"), f" {glyphs.dot} ", (glyphs.shown(self._who), "title"))
        self.query_one("#gi-head", SpanPane).show(
            [title, self._cluster_line(), line((told, "muted")), EMPTY]
        )

    def _cluster_line(self) -> Line:
        """The session and its cluster: "Session 4   Cluster C Assessment"."""
        timeline = self.host.desk.growth.timeline
        key = self._cluster_now()
        cluster = timeline.cluster(key)
        words = f"Cluster {cluster.id} {cluster.name}" if cluster else "Cluster not set"
        keys = "" if cluster and not self.cluster else self._letters()
        return line((f"Session {self.session}", "strong"), f"   {words}", (keys, "muted"))

    def _cluster_now(self) -> str | None:
        """The cluster the session has, or takes."""
        here = self._track.point(self.session)
        stored = here.cluster if here else None
        left = self.host.desk.growth.only_cluster_left(self._track, self.session)
        return self.cluster or stored or left

    def _letters(self) -> str:
        """The letters that set the cluster."""
        free = [choice.cluster.id for choice in self._offered()]
        return f"  letter sets it: {' '.join(free)}" if 1 < len(free) <= 7 else ""

    def _offered(self) -> tuple[ClusterChoice, ...]:
        timeline = self.host.desk.growth.timeline
        used = self._track.used(self.session)
        return offered(timeline, self.session, used, self._order)

    def _standing(self) -> Standing | None:
        """What is typed, against the session's bands; None while it is no total."""
        before = self._track.before(self.session)
        try:
            entry = read_gi_entry(self.query_one("#gi-total", GiField).value)
            total = entry.total(before.total if before else None) if entry else None
        except Refused:
            return None
        if total is None:
            return None
        return self.host.desk.growth.timeline.band_table.standing(self.session, total)

    def _show_band(self) -> None:
        """Band, distance and gauge, on every digit."""
        standing = self._standing()
        limits = self.host.desk.growth.timeline.band_table.limits(self.session)
        self.query_one(BandGauge).show_count(standing, limits)
        shown: Line = line(("blank: not recorded", "muted"))
        if standing is not None:
            tone = f"band-{standing.band.value}" if standing.band else "muted"
            shown = (
                *meter(standing.band, self.host.glyphs),
                (f" {standing.word}", tone),
                (f"   {standing.distance}", "muted"),
            )
        self.query_one("#gi-band", SpanPane).show([shown])

    def _tell(self, words: str) -> None:
        self.query_one("#gi-told", SpanPane).show_drawing(
            lambda width: [line((row, "error")) for row in _rows(words, width)]
        )

    # -- what is typed ----------------------------------------------------------------------

    @on(Edited)
    def _on_edited(self) -> None:
        """A new digit: the band follows, an old complaint goes."""
        self._tell("")
        self._show_band()

    @on(NotTaken)
    def _on_not_taken(self, event: NotTaken) -> None:
        self._tell(event.why)

    @on(GiField.Letter)
    def _on_letter(self, event: GiField.Letter) -> None:
        """A letter sets the cluster, if it is on offer."""
        letter = event.letter.upper()
        free = [choice.cluster.id for choice in self._offered()]
        if letter in free:
            self.cluster = letter
            self._tell("")
            self._show_head()
        elif letter.isalpha():
            self._tell(f"Cluster {letter} is not on offer for session {self.session}.")
        elif letter in "[]":
            self.action_command("gi_box.earlier" if letter == "[" else "gi_box.later")

    # -- commands ---------------------------------------------------------------------------

    def action_command(self, command_id: str) -> None:
        """Answer a command of the box."""
        getattr(self, "do_" + command_id.replace(".", "_"))()

    async def action_next_field(self) -> None:
        """Enter in a field saves."""
        self.do_gi_box_save()

    def do_gi_box_more(self) -> None:
        """Up and Down are the field's own."""

    def do_gi_box_earlier(self) -> None:
        """The session before."""
        if self.session > 1:
            self._stand_on(self.session - 1)

    def do_gi_box_later(self) -> None:
        """The session after, up to the next new one."""
        if self.session < self._track.next_session:
            self._stand_on(self.session + 1)

    def do_gi_box_cancel(self) -> None:
        """Leave without saving; what was typed is brought back by the next `i`."""
        typed = self.query_one("#gi-total", GiField).value
        here = self._track.point(self.session)
        stored = "" if here is None or here.total is None else str(here.total)
        if typed in ("", stored):
            self.host.unsaved_gi.pop((self._coachee_id, self.session), None)
            self.dismiss(None)
            return
        self.host.unsaved_gi[(self._coachee_id, self.session)] = typed
        self.dismiss(f"GI {typed} for session {self.session} is not saved; i brings it back.")

    def do_gi_box_save(self) -> None:
        """Save the total; Enter twice saves once."""
        if not self._saving:
            self._saving = True
            self._save()

    @work(exclusive=True)
    async def _save(self) -> None:
        """Record it and close, or say what is wrong and stay."""
        growth = self.host.desk.growth
        typed = self.query_one("#gi-total", GiField).value
        reason = self.query_one("#gi-reason", LineField).value
        try:
            done = await self.host.save(
                lambda: growth.record(
                    self._coachee_id, self.session, typed, cluster=self.cluster, reason=reason
                )
            )
        except ReasonNeeded as fault:
            self._tell(str(fault))
            self.query_one("#gi-why").display = True
            self.query_one("#gi-reason").focus()
        except CoachError as fault:
            self._tell(str(fault))
        else:
            self.host.unsaved_gi.pop((self._coachee_id, self.session), None)
            self.dismiss(done)
        finally:
            self._saving = False


def _rows(words: str, width: int) -> list[str]:
    """A sentence in at most three rows."""
    from coach_tui.text import wrap

    return wrap(words, width)[:3] if words else []
