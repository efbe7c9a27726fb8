"""A contact with the person a screen stands on: a text saved at once, else the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coach_tui.errors import CoachError
from screens.coach_screen import CoachScreen
from screens.hiding import told_name

if TYPE_CHECKING:  # the first screen is drawn before pydantic is loaded
    from coach_tui.services.contacts import ContactForm, ContactService, RecordedContact


@dataclass(frozen=True)
class Contacting:
    """Takes one contact.

    Attributes:
        screen: where it is asked for.
        coachee_id: whom it is with.
        done: hears on that screen what became of it.
    """

    screen: CoachScreen[Any]
    coachee_id: str
    done: Callable[[str | None], None]

    @property
    def contacts(self) -> ContactService:
        """The contacts of the open caseload."""
        return self.screen.host.desk.contacts

    @property
    def name(self) -> str:
        """Their name as listed."""
        return self.screen.host.desk.people.get(self.coachee_id).name

    def open(self) -> None:
        """Open the form with what was left in it, or say why it does not open."""
        try:
            self._push(self.name, self.contacts.open(self.coachee_id))
        except CoachError as fault:
            self.screen.say(str(fault))

    def save_soon(self, text: str) -> None:
        """Have a text saved; the next key waits for it."""
        self.screen.run_worker(self._save(text), group="saves")

    async def _save(self, text: str) -> None:
        """Save on the writer thread; where it cannot be, open the form with the text in it."""
        host, contacts, key = self.screen.host, self.contacts, self.coachee_id
        name = ""
        try:
            name = self.name
            saved = await host.save(lambda: contacts.record(key, text))
        except CoachError as fault:
            self._push(name, self._with_draft(text), f"Not saved. {fault}")
        else:
            self.done(contact_words(told_name(host, name), saved, host.saved_words))

    def _with_draft(self, text: str) -> ContactForm:
        """The form with a text, behind what was left in it before."""
        from coach_tui.services.contacts import ContactForm

        try:
            left = self.contacts.open(self.coachee_id)
        except CoachError:  # typed in another window, whose draft stays as it is
            return ContactForm(text=text)
        return replace(left, text=f"{left.text}\n{text}".strip("\n"))

    def _push(self, name: str, form: ContactForm, told: str = "") -> None:
        from screens.contact import ContactScreen

        screen = ContactScreen(self.coachee_id, name, form, told)
        self.screen.app.push_screen(screen, self.done)


def contact_words(name: str, saved: RecordedContact, saved_at: str) -> str:
    """What is on the disk now: "Okafor, Dana: contact noted, 5 min; it is no visit. Saved …"."""
    minutes = saved.contact.minutes
    took = "" if minutes is None else f", {minutes} min"
    return f"{name}: contact noted{took}; it is no visit. {saved_at.capitalize()}."
