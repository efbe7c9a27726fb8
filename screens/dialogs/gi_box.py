"""The GI box: session, cluster, total, and the live band; one key opens it, Enter saves."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.errors import CoachError, ReasonNeeded
from coach_tui.services.growth import Recorded
from coach_tui.widgets.band_gauge import BandGauge
from coach_tui.widgets.band_meter import band_and_distance
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.messages import Edited, NotTaken
from coach_tui.widgets.key_bar import hint_line
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, line
from screens.bindings import bindings_for
from screens.dialogs.gi_field import GiField
from screens.dialogs.gi_subject import GiSubject
from screens.host import Host, UnsavedGi, host_of


class GiBox(ModalScreen[Recorded | str | None], inherit_bindings=False):
    """Records the total of one session; gives what was recorded, or words to say.

    Attributes:
        subject: whose total, and for which session.
    """

    SCOPE = "gi_box"
    AUTO_FOCUS = "GiField"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-std")]
    CSS_PATH = "gi_box.tcss"
    BINDINGS = [
        *bindings_for(SCOPE),
        Binding("tab", "app.focus_next", show=False),
        Binding("shift+tab", "app.focus_previous", show=False),
    ]

    def __init__(self, subject: GiSubject) -> None:
        super().__init__()
        self.subject = subject
        self._saving = False

    def compose(self) -> ComposeResult:
        """Who and which session; the total; the gauge; a reason where one is asked for."""
        with Vertical(classes="dialog"):
            yield SpanPane(id="gi-head")
            with Horizontal(id="gi-row"):
                yield SpanPane(id="gi-label")
                yield GiField(id="gi-total")
                yield SpanPane(id="gi-band")
            yield BandGauge(id="gi-gauge")
            with Horizontal(id="gi-why"):
                yield SpanPane([line(("Reason", "muted"))], id="gi-why-label")
                yield LineField(id="gi-reason", limit=200)
            yield SpanPane(id="gi-told")
            yield SpanPane(id="gi-keys")

    def on_mount(self) -> None:
        """Show the session it opens on."""
        self.host: Host = host_of(self)
        self.query_one("#gi-why").display = False
        hints = bar_hints(self.SCOPE, Situation(typing=True), self.host.keys.scopes)
        self.query_one("#gi-keys", SpanPane).show([hint_line(hints)])
        self._show_session()

    # -- what is shown ----------------------------------------------------------------------

    def _show_session(self) -> None:
        """The session's total if it has one, or what was typed and left before."""
        subject = self.subject
        left = self.host.unsaved_gi.get((subject.coachee_id, subject.session))
        field = self.query_one("#gi-total", GiField)
        field.start = subject.before or 0
        field.value = subject.stored if left is None else left.total
        field.cursor_position = len(field.value)
        self.query_one("#gi-reason", LineField).value = left.reason if left else ""
        self.query_one("#gi-why").display = bool(left and left.reason)
        if left is not None:
            subject.cluster = left.cluster
        self.query_one("#gi-label", SpanPane).show_drawing(
            lambda width: [line(("Total GIs so far" if width > 16 else "Total GIs", "muted"))]
        )
        self._show_head()
        self._show_band()

    def _show_head(self) -> None:
        """The person, the session with its cluster, the total before."""
        glyphs, subject = self.host.glyphs, self.subject
        shown = glyphs.shown(subject.name)
        title = line(("GI count", "title"), f" {glyphs.dot} ", (shown, "title"))
        words, letters = subject.cluster_words
        session = line((f"Session {subject.session}", "strong"), f"   {words}", (letters, "muted"))
        before = line((subject.before_words, "muted"))
        self.query_one("#gi-head", SpanPane).show([title, session, before, EMPTY])

    def _show_band(self) -> None:
        """Band, distance and gauge, on every digit."""
        standing = self.subject.standing(self.query_one("#gi-total", GiField).value)
        self.query_one(BandGauge).show_count(standing, self.subject.limits)
        glyphs = self.host.glyphs
        self.query_one("#gi-band", SpanPane).show_drawing(
            lambda width: [
                band_and_distance(standing, glyphs, width)
                if standing
                else line(("blank: not recorded", "muted"))
            ]
        )

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
        """A letter sets the cluster, if it is on offer; brackets go to another session."""
        letter = event.letter.upper()
        if letter in self.subject.letters:
            self.subject.cluster = letter
            self._tell("")
            self._show_head()
        elif letter.isalpha():
            self._tell(f"Cluster {letter} is not on offer for session {self.subject.session}.")
        elif letter in "[]":
            self._go(-1 if letter == "[" else 1)

    # -- commands ---------------------------------------------------------------------------

    def action_command(self, command_id: str) -> None:
        """Answer a command of the box."""
        getattr(self, "do_" + command_id.replace(".", "_"))()

    async def action_next_field(self) -> None:
        """Enter in a field saves."""
        self.do_gi_box_save()

    def do_gi_box_more(self) -> None:
        """Up and Down are the field's own; the command is here for its words."""

    def do_gi_box_earlier(self) -> None:
        """The session before."""
        self._go(-1)

    def do_gi_box_later(self) -> None:
        """The session after, up to the next new one."""
        self._go(1)

    def _go(self, by: int) -> None:
        """Another session; what was typed for this one waits for it."""
        self._set_aside()
        if self.subject.stand_on(self.subject.session + by):
            self._tell("")
            self._show_session()

    def _set_aside(self) -> str:
        """Keep what was typed and not saved; gives the total, empty where there is nothing new."""
        subject = self.subject
        key = (subject.coachee_id, subject.session)
        typed = self.query_one("#gi-total", GiField).value
        if typed in ("", subject.stored) and subject.cluster is None:
            self.host.unsaved_gi.pop(key, None)
            return ""
        reason = self.query_one("#gi-reason", LineField).value
        self.host.unsaved_gi[key] = UnsavedGi(typed, subject.cluster, reason)
        return typed

    def do_gi_box_cancel(self) -> None:
        """Leave without saving; what was typed is brought back by the next `i`."""
        typed, session = self._set_aside(), self.subject.session
        again = self.host.keys.key_of("person.gi")
        told = f"GI {typed} for session {session} is not saved; {again} brings it back."
        self.dismiss(told if typed else None)

    def do_gi_box_save(self) -> None:
        """Save the total; Enter twice saves once."""
        if not self._saving:
            self._saving = True
            self._save()

    @work(group="saves")
    async def _save(self) -> None:
        """Record it and close, or say what is wrong and stay."""
        growth, subject = self.host.desk.growth, self.subject
        typed = self.query_one("#gi-total", GiField).value
        reason = self.query_one("#gi-reason", LineField).value
        try:
            done = await self.host.save(
                lambda: growth.record(
                    subject.coachee_id,
                    subject.session,
                    typed,
                    cluster=subject.cluster,
                    reason=reason,
                )
            )
        except ReasonNeeded as fault:
            self._tell(str(fault))
            self.query_one("#gi-why").display = True
            self.query_one("#gi-reason").focus()
        except CoachError as fault:
            self._tell(str(fault))
        else:
            self.host.unsaved_gi.pop((subject.coachee_id, subject.session), None)
            self.dismiss(done)
        finally:
            self._saving = False


def _rows(words: str, width: int) -> list[str]:
    """A sentence in at most three rows."""
    from coach_tui.text import wrap

    return wrap(words, width)[:3] if words else []
