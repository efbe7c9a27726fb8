"""A form that is saved whole and closes: a person's details, a contact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual import work

from coach_tui.errors import CoachError, Conflict
from screens.form import FormScreen


class WholeForm(FormScreen):
    """Saves at `w` or Ctrl+S, once however often they are pressed; D discards after asking."""

    STAYS_BEGUN: ClassVar[bool] = False
    """Whether its draft stays one of what was stored as it was begun, until it is discarded."""

    def __init__(self) -> None:
        super().__init__()
        self._saving = False

    # -- what a subclass says ---------------------------------------------------------------

    def save_work(self) -> Callable[[], object]:
        """What saves the form as it stands now."""
        raise NotImplementedError

    def saved_words(self, saved: Any) -> str:
        """What the screen beneath says of what `save_work` gave."""
        raise NotImplementedError

    def forget_work(self) -> Callable[[], object]:
        """What removes the form's draft."""
        raise NotImplementedError

    def refused(self, fault: CoachError) -> None:
        """Say why the form was not saved; it stays open."""
        if self.STAYS_BEGUN and isinstance(fault, Conflict):
            discard = self.key_of(self.DISCARD)
            kept = f"Your words are kept; Esc then {discard} discards them."
            self.say(f"Not saved, changed elsewhere. {kept}")
        else:
            self.say(f"Not saved. {fault}")

    @property
    def save_keys(self) -> str:
        """How it is saved, while typing and after: "^s saves, or Esc then w"."""
        return f"{self.key_of('form.keep')} saves, or Esc then {self.key_of('form.save')}"

    # -- commands ---------------------------------------------------------------------------

    def after_last_field(self) -> None:
        """Tab past the last field: keys, so that w saves."""
        self.stop_typing()
        save, back = self.key_of("form.save"), self.key_of("form.type")
        self.say(f"{save} saves, {back} goes back to the fields.")

    def do_form_type(self) -> None:
        """Back to the field."""
        self.type_here()

    def do_form_keep(self) -> None:
        """Save from inside a field."""
        self.do_form_save()

    def do_form_save(self) -> None:
        """Save and close; pressed twice it saves once."""
        if not self._saving:
            self._saving = True
            self.no_more_drafts()
            self._save(self.save_work())

    @work(group="saves")
    async def _save(self, save: Callable[[], object]) -> None:
        """Save on the writer thread; stay and say why if it cannot be."""
        try:
            saved = await self.host.save(save)
        except CoachError as fault:
            self.drafts_again()
            self.refused(fault)
        else:
            self.dismiss(self.saved_words(saved))
        finally:
            self._saving = False

    def do_form_discard(self) -> None:
        """Ask, then forget what was typed."""
        from screens.dialogs.confirm import Confirm

        self.app.push_screen(Confirm("Discard what was typed here?"), self._discard)

    def _discard(self, yes: bool | None) -> None:
        if yes:
            self.discard(self.forget_work(), "Discarded what was typed.")
