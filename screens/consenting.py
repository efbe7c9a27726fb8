"""A person's consent to be named in an impact story (DLP-3F), recorded or withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coach_tui.domain.dates import short_date
from coach_tui.text import fit
from coach_tui.widgets.spans import roomiest
from screens.frame import room_of
from screens.hiding import told_name
from screens.review import ReviewScreen

if TYPE_CHECKING:
    from coach_tui.domain.output import Output

_NAME = 20  # cells of a name in a question


def ask_consent(screen: ReviewScreen[Any]) -> None:
    """Ask about the person a screen stands on; what is answered can be undone."""
    from screens.dialogs.confirm import Confirm

    desk, key = screen.host.desk, screen.current
    name = screen.attempt(lambda: desk.people.get(key).name)
    if name is None:
        return
    shown = screen.host.glyphs.shown(told_name(screen.host, name))
    whom = "this person" if screen.host.hidden else fit(shown, _NAME)
    standing = screen.attempt(lambda: desk.consents.of(key))
    work: Callable[[str], Output]
    if standing is None:
        work, done = desk.consents.give, f"Consent of {whom} to an impact story recorded"
        question = f"Does {whom} consent to be named in an impact story?"
    else:
        day = short_date(standing.on)
        work, done = (
            desk.consents.withdraw,
            f"Consent of {whom} withdrawn; stories stay here",
        )
        question = f"Has {whom} withdrawn the consent of {day}?"

    def answered(yes: bool | None) -> None:
        if yes:
            screen.change(lambda: work(key), lambda _saved: _recorded_words(screen, done))
        else:
            screen.say("Nothing was changed.")

    screen.app.push_screen(Confirm(question), answered)


def _recorded_words(screen: ReviewScreen[Any], done: str) -> str:
    """What was done, and the key that takes it back, as far as there is room."""
    undo = f"{screen.key_of('app.undo')} undoes it."
    brief = done.partition(";")[0]
    forms = (f"{done}. {undo}", f"{brief}. {undo}", f"Consent {brief.rpartition(' ')[2]}. {undo}")
    return roomiest(forms, room_of(screen))
