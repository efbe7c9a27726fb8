"""A form of a walk: a word that may be a name is asked about once, and taken the second time."""

from __future__ import annotations

from typing import Any

from coach_tui.errors import CoachError, Conflict
from coach_tui.services.walks import NameFound, NamePerhaps
from coach_tui.widgets.spans import roomiest
from screens.frame import Frame, room_of
from screens.whole_form import WholeForm


def why(screen: Frame[Any], fault: CoachError) -> str:
    """Why something was refused, without the name that was found while names are hidden."""
    if isinstance(fault, NameFound) and screen.host.hidden:
        return fault.unnamed
    return str(fault)


class AsksForNames(WholeForm):
    """Saved again as it stands, a word is taken for no name."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: object = None

    def form(self) -> object:
        """What the fields hold."""
        raise NotImplementedError

    @property
    def is_sure(self) -> bool:
        """Whether the coach was asked about the form as it stands now."""
        return self._asked is not None and self._asked == self.form()

    def refused(self, fault: CoachError) -> None:
        """Say why it was not saved; of what may be a name, how it is saved all the same."""
        self._asked = self.form() if isinstance(fault, NamePerhaps) else None
        again = " As a mere word, save it again." if self._asked else ""
        if isinstance(fault, Conflict):
            kept = "Changed elsewhere. Your words are kept"
            told = f"{kept}; {self.key_of('form.discard')} discards them for what is saved."
            self.say(roomiest((told, f"{kept}."), room_of(self)))
        else:
            told = f"{why(self, fault)}{again}"
            self.say(roomiest((f"Not saved. {told}", told), room_of(self)))
