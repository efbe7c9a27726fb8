"""A form of a walk: a word that may be a name is asked about once, and taken the second time."""

from __future__ import annotations

from coach_tui.errors import CoachError
from coach_tui.services.walks import NamePerhaps
from screens.whole_form import WholeForm


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
        self.say(f"Not saved. {fault}{again}")
