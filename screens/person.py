"""A person's details: add or edit, with a minimal launch."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.containers import VerticalScroll
from textual.widget import Widget

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.school_year import school_year
from coach_tui.services.person_form import PersonForm
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.date_field import DateField, latest_day
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.number_field import NumberField
from coach_tui.widgets.spans import Line, line
from screens.bindings import bindings_for
from screens.field_screen import fill
from screens.form_rows import beside_label, words
from screens.frame import FRAME_CSS
from screens.hiding import told_name
from screens.whole_form import WholeForm

STATES = (("active", "active"), ("leave", "on leave"), ("archived", "archived"))


class PersonFormScreen(WholeForm):
    """The add and edit form. Gives words to say when it closes."""

    SCOPE = "person_form"
    STAYS_BEGUN = True
    CSS_PATH = [FRAME_CSS, "form.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, coachee_id: str, stored: PersonForm, form: PersonForm) -> None:
        """A form to fill.

        Args:
            coachee_id: whose details; empty for a new person.
            stored: the fields as they are stored.
            form: the fields as the form opens, a draft's laid over them.
        """
        super().__init__()
        self._coachee_id = coachee_id
        self._stored = stored
        self._opened = form
        self.saved_id = ""

    def compose_body(self) -> Iterable[Widget]:
        """Person, rhythm, launch."""
        today = self.host.desk.clock.today()
        growth = self.host.desk.growth
        year = growth.year(self._coachee_id) if self._coachee_id else school_year(today)
        with VerticalScroll(id="form"):
            yield beside_label("Name", LineField(id="f-name", placeholder="Family, Given"))
            yield beside_label("School", LineField(id="f-school"))
            yield beside_label("Role", LineField(id="f-role", placeholder="Gr 5 Math"))
            yield beside_label("E-mail", LineField(id="f-email"))
            yield beside_label(
                "Groups",
                LineField(id="f-groups", placeholder="priority groups with commas, never names"),
            )
            yield beside_label(
                "Visit every",
                NumberField(id="f-ideal", plus=False, digits=3, classes="short"),
                words("days, at most", fixed=True),
                NumberField(id="f-longest", plus=False, digits=3, classes="short"),
                words("days apart"),
            )
            yield beside_label("State", ChoiceRow(STATES, id="f-status"))
            yield beside_label("Level", ChoiceRow(self._levels(), id="f-level"))
            yield words("")
            yield words(f"Launch meeting {year}  ({self._about_launch})", "")
            yield beside_label(
                "Held on",
                DateField(
                    id="f-launched",
                    today=today,
                    read=latest_day,
                    placeholder="thu, 8/20",
                ),
            )
            yield beside_label("Agreed order", LineField(id="f-order", placeholder="C, A, D, B"))
            yield beside_label("Coach", LineField(id="f-coach", placeholder="your name"))
            yield beside_label("Teacher", LineField(id="f-teacher", placeholder="their name"))

    def _levels(self) -> list[tuple[str, str]]:
        """The levels of the system (CC-1); one that the framework no longer has stays."""
        found = [(part.id, part.name) for part in self.host.desk.shelf.continuum().levels]
        stored = self._stored.level
        unknown = stored not in [key for key, _ in found]
        return [*found, (stored, self.host.glyphs.shown(stored))] if unknown else found

    @property
    def _about_launch(self) -> str:
        """Where the rest of it is; a person who is not added yet has none."""
        if not self._coachee_id:
            return "held before the first visit"
        return f"aims, habits and notes: {self.key_of('person.launch')} on the person"

    def on_mount(self) -> None:
        """Fill the fields and stand in the first one."""
        fill(self.all_fields(), self._opened)
        self.filled()
        self.draw_frame()
        self.query_one("#f-name").focus()

    def form(self) -> PersonForm:
        """What the fields hold."""
        return PersonForm(**self.typed_values())

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep what differs from what is stored; nothing where nothing does."""
        people, key, form, place = (
            self.host.desk.people,
            self._coachee_id,
            self.form(),
            self.place_now(),
        )
        if form == self._stored:
            return lambda: people.discard_draft(key)
        return lambda: people.keep_draft(key, form, place, closed=closed)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """Whose details."""
        if not self._coachee_id:
            return line(("Add a person", "title"))
        shown = self.host.glyphs.shown(self._stored.name)
        return line((shown, "title"), f" {self.host.glyphs.dot} details")

    def status(self) -> str:
        """What is worth knowing here."""
        return f"A name is enough. Tab goes on; {self.save_keys}."

    def leaving_words(self) -> str | None:
        """The draft waits."""
        if self.form() == self._stored:
            return None
        again = self.key_of("person.edit" if self._coachee_id else "caseload.add")
        return f"Not saved yet: the draft is kept; {again} brings it back."

    # -- saving and discarding --------------------------------------------------------------

    def save_work(self) -> Callable[[], Coachee]:
        """Save the person, new or edited."""
        people, key, form = self.host.desk.people, self._coachee_id, self.form()
        return lambda: people.edit(key, form) if key else people.add(form)

    def saved_words(self, saved: Coachee) -> str:
        """Who is in the caseload now; the list is to stand on them."""
        self.saved_id = saved.id
        done = "saved" if self._coachee_id else "added"
        name = told_name(self.host, saved.name)
        return f"{name}: {done}. {self.host.saved_words.capitalize()}."

    def forget_work(self) -> Callable[[], object]:
        """Remove the draft of these details."""
        people, key = self.host.desk.people, self._coachee_id
        return lambda: people.discard_draft(key)
