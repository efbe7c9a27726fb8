"""What the GI box shows: whose total, which session, the field, the live band."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.services.growth import Recorded
from coach_tui.services.ticks import claimed
from coach_tui.widgets.band_gauge import BandGauge
from coach_tui.widgets.band_meter import band_and_distance
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.messages import Edited
from coach_tui.widgets.key_bar import hint_rows
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, line
from screens.dialogs.gi_field import GiField
from screens.dialogs.gi_subject import GiSubject
from screens.host import Host, host_of


class GiPanel(ModalScreen[Recorded | str | None], inherit_bindings=False):
    """Draws a subject; gives what was recorded, or words to say.

    Attributes:
        subject: whose total, and for which session.
    """

    SCOPE = "gi_box"

    def __init__(self, subject: GiSubject) -> None:
        super().__init__()
        self.subject = subject

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
        hints = bar_hints(
            self.SCOPE,
            Situation(typing=True, itemized=self.subject.itemized),
            self.host.keys.scopes,
        )
        self.query_one("#gi-keys", SpanPane).show_drawing(lambda width: hint_rows(hints, width))
        self.show_session()

    def show_session(self) -> None:
        """The session's total if it has one, or what was typed and left before."""
        subject = self.subject
        left = self.host.unsaved_gi.get(subject.key)
        field = self.query_one("#gi-total", GiField)
        field.start = subject.before or 0
        with self.prevent(Edited):  # nobody typed it: what is told of the session stays
            field.value = subject.stored if left is None else left.total
        field.cursor_position = len(field.value)
        self.query_one("#gi-reason", LineField).value = left.reason if left else ""
        self.query_one("#gi-why").display = bool(left and left.reason)
        if left is not None:
            subject.cluster, subject.items = left.cluster, left.items
        self.query_one("#gi-label", SpanPane).show_drawing(
            lambda width: [line(("Total GIs so far" if width > 16 else "Total GIs", "muted"))]
        )
        self.show_head()
        self.show_band()

    def claimed(self) -> tuple[str, ...]:
        """The GIs ticked in the list, while the number is theirs."""
        return claimed(self.query_one("#gi-total", GiField).value, self.subject.items)

    def show_head(self) -> None:
        """The person, the session with its cluster, the total before."""
        glyphs, subject = self.host.glyphs, self.subject
        shown = glyphs.shown(subject.name)
        title = line(("GI count", "title"), f" {glyphs.dot} ", (shown, "title"))
        words, letters = subject.cluster_words
        session = line(
            (f"Session {subject.session}", "strong"),
            f"   {glyphs.shown(words)}",
            (letters, "muted"),
        )
        ticked = len(self.claimed())
        told = f"{ticked} ticked in the list; another number is one by hand" if ticked else ""
        before = line((told or subject.before_words, "muted"))
        self.query_one("#gi-head", SpanPane).show([title, session, before, EMPTY])

    def show_band(self) -> None:
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

    def tell(self, words: str) -> None:
        """Say what is wrong, in the box itself; an empty text takes it off."""
        self.query_one("#gi-told", SpanPane).show_drawing(
            lambda width: [line((row, "error")) for row in _rows(words, width)]
        )


def _rows(words: str, width: int) -> list[str]:
    """A sentence in at most three rows."""
    from coach_tui.text import wrap

    return wrap(words, width)[:3] if words else []
