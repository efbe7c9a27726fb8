"""Forms: leaving one never asks and loses nothing; its draft brings the cursor back too."""

from __future__ import annotations

from collections.abc import Callable

from coach_tui.domain.draft import place_of, read_place
from coach_tui.errors import CoachError
from screens.cursor import cursor_in, put_cursor
from screens.drafting import KeepsDraft
from screens.field_screen import field_name
from screens.frame import FIELDS


class FormScreen(KeepsDraft):
    """A form: what was typed is a draft until it is saved."""

    DISCARD = "form.discard"
    """The command that forgets what was typed."""

    # -- where the cursor is ----------------------------------------------------------------

    def place_now(self) -> str:
        """Which field the cursor is in, or was, and where in it."""
        field = self.focused if isinstance(self.focused, FIELDS) else self._last_field
        return place_of(field_name(field), cursor_in(field)) if field else ""

    def go_to_place(self, place: str) -> bool:
        """Put the cursor where a draft has it; whether that field is on screen."""
        name, cursor = read_place(place)
        field = next((shown for shown in self.fields() if field_name(shown) == name), None)
        if field is None:
            return False
        field.focus()
        if cursor:
            put_cursor(field, cursor)
        return True

    # -- commands ---------------------------------------------------------------------------

    def do_app_back(self) -> None:
        """Leave; the draft is kept. Where it cannot be written, the words stay on the screen."""
        try:
            self.keep_draft(closed=True)
        except CoachError as fault:
            discard = self.key_of(self.DISCARD)
            self.say(f"Still here: the draft is not on the disk. {discard} discards it. {fault}")
        else:
            self.dismiss(self.leaving_words())

    def discard(self, remove: Callable[[], object], done: str) -> None:
        """Forget what was typed and leave; stay, and say why, where the draft cannot be removed."""
        self.no_more_drafts()
        try:
            self.host.finish(remove)
        except CoachError as fault:
            self.drafts_again()
            self.say(str(fault))
        else:
            self.dismiss(done)

    def leaving_words(self) -> str | None:
        """What the screen beneath says after this one was left."""
        return None
