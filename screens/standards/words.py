"""The coach's own words on one standard, in one term."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.domain.standard_review import StandardReview
from coach_tui.domain.term import is_term, term_words
from coach_tui.services.standards import OpenedWords, WordsForm
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line, wrap_text
from screens.bindings import bindings_for
from screens.form_rows import under_label
from screens.frame import FRAME_CSS
from screens.reading import ReadingScreen
from screens.text_form import TextForm


def open_words(screen: ReadingScreen[Any], part_id: str, term: str) -> None:
    """Open the form of a standard's or part's words, or say why it does not open."""
    if not is_term(term):
        screen.say("There is no such term.")
        return
    opened = screen.attempt(lambda: screen.host.desk.standards.open_words(part_id, term))
    if opened is not None:
        screen.app.push_screen(StandardWordsScreen(opened), screen.closed_with_words)


class StandardWordsScreen(TextForm):
    """Takes the words. Gives words to say when it closes."""

    SCOPE = "standard_words"
    STAYS_BEGUN = True
    CSS_PATH = [FRAME_CSS, "../form.tcss", "standards.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, opened: OpenedWords) -> None:
        super().__init__(opened.point.part.name, opened.form)
        self._opened = opened

    def compose_body(self) -> Iterable[Widget]:
        """One box."""
        gist = self.host.glyphs.shown(self._opened.point.part.gist)
        asked = SpanPane(id="gist")
        asked.show_drawing(lambda width: wrap_text(gist, width, "muted"))
        with VerticalScroll(id="form"):
            yield under_label(
                "How it goes in your own work",
                "a line that starts with # is never copied out",
                TextBox(id="f-text"),
            )
            yield asked

    def form(self) -> WordsForm:
        """What the box holds."""
        return WordsForm(**self.typed_values())

    @property
    def _is_untouched(self) -> bool:
        return self.form() == self._opened.stored

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what is typed; nothing where it is as it is stored."""
        standards, opened, form = self.host.desk.standards, self._opened, self.form()
        place = self.place_now()
        if self._is_untouched:
            return lambda: standards.discard_draft(opened)
        return lambda: standards.keep_draft(opened, form, place, closed=closed)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Which standard, and of which term."""
        glyphs, part = self.host.glyphs, self._opened.point.part
        name = f"{glyphs.shown(part.id)} {glyphs.shown(part.name)}"
        return line((name, "title"), f" {glyphs.dot} {term_words(self._opened.term)}")

    def status(self) -> str:
        """How it is saved."""
        return f"For you alone. {self.save_keys}."

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self._is_untouched:
            return None
        key = self.key_of("standards.words")
        return f"Not saved yet: the draft is kept; {key} brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], StandardReview | None]:
        """Save the words."""
        standards, opened, form = self.host.desk.standards, self._opened, self.form()
        return lambda: standards.save_words(opened, form)

    def saved_words(self, saved: StandardReview | None) -> str:
        """What is on the disk now."""
        part = self.host.glyphs.shown(self._opened.point.part.id)
        if saved is None:
            return "Nothing was typed; nothing was saved."
        return f"{part}: your words. {self.host.saved_words.capitalize()}."

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft."""
        standards, opened = self.host.desk.standards, self._opened
        return lambda: standards.discard_draft(opened)
