"""What can be done with the current person, the same from the list and from the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from coach_tui.text import short_name
from coach_tui.widgets.spans import roomiest
from screens.frame import ResultT, room_of
from screens.reading import ReadingScreen

if TYPE_CHECKING:  # the first screen is drawn before pydantic is loaded
    from coach_tui.domain.draft import Draft
    from coach_tui.services.growth import Recorded


class PersonScreen(ReadingScreen[ResultT]):
    """A screen that stands on one person."""

    @property
    def current(self) -> str:
        """The id of the current person, empty for nobody."""
        raise NotImplementedError

    def gi_session(self) -> int | None:
        """The session the GI box opens on; None for the next one."""
        return None

    def do_person_gi(self) -> None:
        """Open the GI box."""
        from screens.dialogs.gi_box import GiBox
        from screens.dialogs.gi_subject import GiSubject

        desk, session = self.host.desk, self.gi_session()
        subject = self.attempt(lambda: GiSubject.of(desk, self.current, session))
        if subject is not None:
            box: ModalScreen[Recorded | str | None] = GiBox(subject)
            self.app.push_screen(box, self._gi_closed)

    def _gi_closed(self, result: Recorded | str | None) -> None:
        """Say what the GI box did."""
        self.reload()
        if isinstance(result, str):
            self.say(result)
        elif result is not None:
            self.say(self._recorded_words(result))

    def _recorded_words(self, done: Recorded) -> str:
        person = self.attempt(lambda: self.host.desk.people.get(done.cycle.coachee_id))
        standing, saved = done.standing, f"{self.host.saved_words.capitalize()}."
        name = short_name(person.name) if person else "Saved"
        brief = f"{name}: session {standing.session}, {standing.total} GIs"
        told = f"{brief}, {standing.word}."
        if not done.warning:
            return roomiest((f"{told} {saved}", told), room_of(self))
        forms = (f"{told} {saved}", told, f"{brief}.", f"Session {standing.session} saved.")
        return roomiest([f"{form} {done.warning}" for form in forms], room_of(self))

    def do_person_note(self) -> None:
        """Open today's note, or begin one."""
        self.open_note()

    def open_note(self, draft: Draft | None = None) -> None:
        """Open a note: the one of a draft, else today's."""
        from screens.note.screen import NoteScreen

        notes = self.host.desk.notes
        opened = self.attempt(lambda: notes.open(self.current, draft))
        if opened is not None:
            note = NoteScreen(opened)
            self.app.push_screen(note, lambda words: self._note_closed(note.then_cycle, words))

    def _note_closed(self, then_cycle: bool, words: str | None) -> None:
        """Say what became of the note, and go on to the cycle where that was asked for."""
        self.closed_with_words(words)
        if then_cycle:
            self.do_person_cycle()

    def do_person_contact(self, text: str = "") -> None:
        """Save a text as a contact, or open the form of one."""
        from screens.contacting import Contacting

        contact = Contacting(self, self.current, self.closed_with_words)
        if text:
            contact.save_soon(text)
        else:
            contact.open()

    def do_person_cycle(self) -> None:
        """Start a cycle, or take up its draft."""
        from screens.cycle.screen import CycleScreen

        opened = self.attempt(lambda: self.host.desk.cycles.open(self.current))
        if opened is not None:
            self.app.push_screen(CycleScreen(opened), self.closed_with_words)

    def do_person_edit(self) -> None:
        """Open the person's details."""
        self.open_form(self.current)

    def open_form(self, coachee_id: str) -> None:
        """Open the details form; with an empty id, for a new person."""
        from screens.person import PersonFormScreen

        forms = self.attempt(lambda: self.host.desk.people.open(coachee_id))
        if forms is not None:
            form = PersonFormScreen(coachee_id, *forms)
            self.app.push_screen(form, lambda words: self._form_closed(form.saved_id, words))

    def _form_closed(self, saved_id: str, words: str | None) -> None:
        """Stand on the person who was saved, so that the next key acts on them."""
        if saved_id:
            self.stand_on(saved_id)
        self.closed_with_words(words)

    def stand_on(self, coachee_id: str) -> None:
        """Make a person the current one at the next `reload`, where the screen lists several."""
