"""A contact that is no visit: a line or more, and the minutes; one screen, saved whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.services.contacts import ContactForm, RecordedContact
from coach_tui.widgets.fields.number_field import NumberField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.spans import Line, line
from screens.bindings import bindings_for
from screens.contacting import contact_words
from screens.form_rows import beside_label, under_label, words
from screens.frame import FRAME_CSS
from screens.hiding import told_name
from screens.text_form import TextForm


class ContactScreen(TextForm):
    """Takes one contact with one person. Gives words to say when it closes."""

    SCOPE = "contact"
    CSS_PATH = [FRAME_CSS, "form.tcss", "contact.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, coachee_id: str, name: str, form: ContactForm, told: str = "") -> None:
        """A form to fill.

        Args:
            coachee_id: whom the contact was with.
            name: their name as listed.
            form: the fields as it opens.
            told: what row 23 says first; what stands in the fields is then typed, not stored.
        """
        super().__init__(name, form, told)
        self._coachee_id = coachee_id

    def compose_body(self) -> Iterable[Widget]:
        """The lines, then the minutes."""
        with VerticalScroll(id="form"):
            yield under_label(
                "What was said or done",
                "a line each; # keeps a line to yourself",
                TextBox(id="f-text"),
            )
            yield beside_label(
                "Minutes",
                NumberField(id="f-minutes", plus=False, digits=3, classes="short"),
                words("left blank, '5 min' at the end counts"),
            )

    def form(self) -> ContactForm:
        """What the fields hold."""
        return ContactForm(**self.typed_values())

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what is typed; nothing where nothing is."""
        contacts, key, form = self.host.desk.contacts, self._coachee_id, self.form()
        place = self.place_now()
        if form.is_blank:
            return lambda: contacts.discard_draft(key)
        return lambda: contacts.keep_draft(key, form, place, closed=closed)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Whom it was with."""
        glyphs = self.host.glyphs
        return line((glyphs.shown(self._who), "title"), f" {glyphs.dot} contact")

    def status(self) -> str:
        """What is worth knowing here."""
        return f"No visit, and no session number. {self.save_keys}."

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self.form().is_blank:
            return None
        return "Not saved yet: the draft is kept; :contact brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], RecordedContact]:
        """Save the contact."""
        contacts, key, form = self.host.desk.contacts, self._coachee_id, self.form()
        return lambda: contacts.save(key, form)

    def saved_words(self, saved: RecordedContact) -> str:
        """What is on the disk now."""
        return contact_words(told_name(self.host, self._who), saved, self.host.saved_words)

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft of this contact."""
        contacts, key = self.host.desk.contacts, self._coachee_id
        return lambda: contacts.discard_draft(key)
