"""One entry of the growth log: the fields its kind asks for, saved whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.domain.growth_entry import KINDS, WORKS, EntryKind, GrowthEntry
from coach_tui.services.growth_log import KEPT, EntryForm, OpenedEntry
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.date_field import DateField, past_day
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.number_field import NumberField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.spans import Line, line
from screens.bindings import bindings_for
from screens.form_rows import beside_label, under_label, words
from screens.frame import FRAME_CSS
from screens.names_nobody import NamesNobody
from screens.reading import ReadingScreen
from screens.text_form import TextForm

_ASKED: dict[EntryKind, str] = {
    "goal": "One growth goal",
    "pd": "What you took part in, and what you learned",
    "network_used": "What you asked other coaches or educators, and what came of it",
    "network_given": "What you gave: shown, written, answered",
    "story": "The story: what changed for learners",
    "work": "What it was",
}
"""What the first field of each kind asks for."""

_SHARED = (("no", KEPT), ("yes", "for sharing"))


def open_entry(screen: ReadingScreen[Any], kind: str, entry_id: str = "") -> None:
    """Open the form of a new entry of a kind, or of one that is there, or say why not."""
    opened = screen.attempt(lambda: screen.host.desk.standards.log.open(kind, entry_id))
    if opened is None:
        return
    form = EntryScreen(opened)

    def closed(told: str | None) -> None:
        screen.reload()
        screen.pick("", form.saved)
        if told:
            screen.say(told)

    screen.app.push_screen(form, closed)


class EntryScreen(NamesNobody[str | None], TextForm):
    """Takes one entry. Gives words to say when it closes.

    Attributes:
        saved: ids of what was saved; empty until then.
    """

    SCOPE = "growth_entry"
    STAYS_BEGUN = True
    CSS_PATH = [FRAME_CSS, "../form.tcss", "standards.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, opened: OpenedEntry) -> None:
        super().__init__(KINDS[opened.kind], opened.form)
        self._opened = opened
        self.saved: tuple[str, ...] = ()

    def compose_body(self) -> Iterable[Widget]:
        """The text, then what the kind asks for."""
        kind = self._opened.kind
        with VerticalScroll(id="form"):
            hint = "what, how much, by when" if kind == "goal" else "# keeps a line to yourself"
            yield under_label(_ASKED[kind], hint, TextBox(id="f-text"))
            yield from self._of_kind(kind)
            yield beside_label("Standards", LineField(id="f-standards", placeholder="1D, 3F"))
            yield beside_label("Day", self._day("f-on"), words("thu, 3/4"))

    def _day(self, key: str) -> DateField:
        """A day that has happened."""
        today = self.host.desk.clock.today()
        return DateField(id=key, today=today, read=past_day)

    def _of_kind(self, kind: EntryKind) -> Iterator[Widget]:
        """The fields of one kind only."""
        today = self.host.desk.clock.today()
        if kind == "goal":
            yield under_label("Steps", "one a line", TextBox(id="f-steps"))
            due = DateField(id="f-due", today=today, placeholder="no date")
            yield beside_label("By", due, words("thu, 3/20, +7"))
        elif kind == "story":
            yield beside_label("About", LineField(id="f-about", placeholder="a name, or nobody"))
            yield beside_label("Sharing", ChoiceRow(_SHARED, id="f-shared"))
        else:
            minutes = NumberField(id="f-minutes", plus=False, digits=3, classes="short")
            yield beside_label("Minutes", minutes, words("they count in your time"))
        if kind == "work":
            yield beside_label("Went into", ChoiceRow(WORKS, id="f-work"))

    def form(self) -> EntryForm:
        """What the fields hold."""
        return EntryForm(**{**self._opened.stored.typed(), **self.typed_values()})

    @property
    def _is_untouched(self) -> bool:
        return self.form() == self._opened.stored

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what is typed; nothing where the form is as it is stored."""
        log, opened, form = self.host.desk.standards.log, self._opened, self.form()
        place = self.place_now()
        if self._is_untouched:
            return lambda: log.discard_draft(opened)
        return lambda: log.keep_draft(opened, form, place, closed=closed)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """What kind of entry it is."""
        kind = KINDS[self._opened.kind].capitalize()
        return line((kind, "title"), f" {self.host.glyphs.dot} growth log")

    def status(self) -> str:
        """What is worth knowing here."""
        if self._opened.kind == "story":
            return f"A name is shared only with a recorded consent. {self.save_keys}."
        return f"For you alone. {self.save_keys}."

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self._is_untouched:
            return None
        opens = self.key_of("growth_log.edit" if self._opened.entry else "growth_log.add")
        return f"Not saved yet: the draft is kept; {opens} brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], GrowthEntry]:
        """Save the entry."""
        log, opened, form = self.host.desk.standards.log, self._opened, self.form()
        return lambda: log.save(opened, form)

    def saved_words(self, saved: GrowthEntry) -> str:
        """What is on the disk now."""
        self.saved = (saved.id,)
        done = "saved" if self._opened.entry else "noted"
        return f"{KINDS[saved.kind].capitalize()} {done}. {self.host.saved_words.capitalize()}."

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft of this entry."""
        log, opened = self.host.desk.standards.log, self._opened
        return lambda: log.discard_draft(opened)
