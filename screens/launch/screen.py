"""The launch meeting as a whole: aims, agreed order, rhythm, habits, notes (IP-2, IP-3, CC-5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.errors import CoachError
from coach_tui.services.framework_files import CONTINUUM, CYCLE
from coach_tui.services.launch_form import LaunchForm, OpenedLaunch, SavedLaunch
from coach_tui.services.launches import launch_words
from coach_tui.text import LINE_LIMIT
from coach_tui.widgets.fields.check_list import CheckList
from coach_tui.widgets.fields.date_field import DateField, latest_day
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.number_field import NumberField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line, roomiest
from screens.bindings import bindings_for
from screens.field_screen import fill
from screens.form_rows import beside_label, under_label, words
from screens.frame import FRAME_CSS
from screens.hiding import told_name
from screens.rights import own_rights
from screens.whole_form import WholeForm

if TYPE_CHECKING:
    from screens.person_actions import PersonScreen


def open_launch(screen: PersonScreen[Any]) -> None:
    """Open the launch of the person a screen stands on, or say why it does not open."""
    desk, key = screen.host.desk, screen.current
    opened = screen.attempt(lambda: desk.launch_form.open(key))
    if opened is not None:
        screen.app.push_screen(LaunchScreen(opened), screen.closed_with_words)


class LaunchScreen(WholeForm):
    """Takes one launch. Gives words to say when it closes."""

    SCOPE = "launch"
    STAYS_BEGUN = True
    CSS_PATH = [FRAME_CSS, "../form.tcss", "launch.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, opened: OpenedLaunch) -> None:
        super().__init__()
        self._opened = opened

    def compose_body(self) -> Iterable[Widget]:
        """The day and the aims, what was agreed, then what the coach brings."""
        lists = self.host.desk.launch_form.lists()
        with VerticalScroll(id="form"):
            yield beside_label("Held on", self._day(), SpanPane(id="held-words", classes="fill"))
            yield under_label("Aims", "tick what was met", _ticks("aims", lists))
            yield beside_label(
                "Agreed order",
                LineField(id="f-order", placeholder="C, A, D, B", classes="order"),
                _roomiest_words(
                    "clusters of the first phase, agreed together", "of phase 1, agreed"
                ),
            )
            yield beside_label("Coach", LineField(id="f-coach", limit=LINE_LIMIT))
            yield beside_label("Teacher", LineField(id="f-teacher", limit=LINE_LIMIT))
            yield beside_label(
                "Visit every",
                NumberField(id="f-ideal", plus=False, digits=3, classes="short"),
                words("days, at most", fixed=True),
                NumberField(id="f-longest", plus=False, digits=3, classes="short"),
                words("days apart"),
            )
            hint = "priority groups with commas, never names"
            yield beside_label("Groups", LineField(id="f-groups", placeholder=hint))
            yield under_label(
                "Before it opens", "what you have done yourself", _ticks("prerequisites", lists)
            )
            yield under_label("Habits", "talked through together", _ticks("habits", lists))
            yield under_label("Fixed times and notes", "", TextBox(id="f-notes"))
            found = (own_rights(self.host, key) for key in (CYCLE, CONTINUUM))
            yield from map(words, filter(None, found))

    def _day(self) -> DateField:
        return DateField(
            id="f-held",
            today=self.host.desk.clock.today(),
            read=latest_day,
            placeholder="thu, 8/20",
            classes="day",
        )

    def on_mount(self) -> None:
        """Fill the fields and stand in the first one, or where a draft was."""
        fill(self.all_fields(), self._opened.form)
        self.filled()
        self._show_held()
        if not self.go_to_place(self._opened.place):
            self.query_one("#f-held").focus()
        self.draw_frame()
        if self._opened.form != self._opened.stored:
            self.say("The draft is back as it was left.")

    def form(self) -> LaunchForm:
        """What the fields hold."""
        return LaunchForm(**self.typed_values())

    def field_changed(self, name: str) -> None:
        """What the day means follows on every key."""
        if name == "held":
            self._show_held()

    def field_left(self, name: str) -> None:
        """A field that cannot be read is told of once it is left, never while half typed."""
        if told := self.host.desk.launch_form.fault(self.form(), name):
            self.say(told)

    def _show_held(self) -> None:
        told = self.host.desk.launch_form.held_words(self.form())
        self.query_one("#held-words", SpanPane).show([line((told, "muted"))])

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what differs from what is stored; nothing where nothing does."""
        launches, opened = self.host.desk.launch_form, self._opened
        form, place = self.form(), self.place_now()
        return lambda: launches.keep_draft(opened, form, place, closed=closed)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Whose launch, and of which year."""
        glyphs, opened = self.host.glyphs, self._opened
        shown = glyphs.shown(opened.coachee.name)
        return line((shown, "title"), f" {glyphs.dot} launch {opened.year}")

    def status(self) -> str:
        """What is worth knowing here."""
        unknown = self._opened.unknown
        if unknown:
            return f"Ticks the framework file no longer lists, kept: {unknown}. {self.save_keys}."
        return f"Held before the first visit. {self.save_keys}."

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self.host.desk.launch_form.is_untouched(self._opened, self.form()):
            return None
        return f"Not saved yet: the draft is kept; {self.key_of('person.launch')} brings it back."

    # -- commands ---------------------------------------------------------------------------

    def do_launch_earlier(self) -> None:
        """Read the launches of earlier years."""
        from screens.launch.earlier import EarlierScreen

        if self._opened.earlier:
            lists = self.host.desk.launch_form.lists()
            self.app.push_screen(EarlierScreen(self._opened, lists))
        else:
            self.say("No launch of an earlier year is recorded.")

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], SavedLaunch]:
        """Save the launch, and rhythm and groups with it."""
        launches, opened, form = self.host.desk.launch_form, self._opened, self.form()
        return lambda: launches.save(opened, form)

    def refused(self, fault: CoachError) -> None:
        """Say why, and stand in the field that cannot be read."""
        launches, form = self.host.desk.launch_form, self.form()
        wrong = next((n for n in ("held", "order", "longest") if launches.fault(form, n)), "")
        if wrong:
            self.query_one(f"#f-{wrong}").focus()
        super().refused(fault)

    def saved_words(self, saved: SavedLaunch) -> str:
        """What is on the disk now: "Vale, Tom: launch held Tue Mar 4. Saved 10:42."."""
        host, today = self.host, self.host.desk.clock.today()
        name = told_name(host, saved.coachee.name)
        if saved.launch.held_on is None:
            told = "launch kept; no day is set, so it is not held yet"
        else:
            told = f"launch {launch_words(saved.launch, saved.launch.track, today)}"
        return f"{name}: {told}. {host.saved_words.capitalize()}."

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft of this launch."""
        launches, key = self.host.desk.launch_form, self._opened.coachee.id
        return lambda: launches.discard_draft(key)


def _roomiest_words(*forms: str) -> SpanPane:
    """Words beside a field, shorter ones where there is no room for the first."""
    pane = SpanPane(classes="words")
    pane.show_drawing(lambda width: [line((roomiest(forms, width), "muted"))])
    return pane


def _ticks(name: str, lists: dict[str, Any]) -> CheckList:
    """What there is to tick of one list."""
    return CheckList([(part.id, part.name, part.hint) for part in lists[name]], id=f"f-{name}")
