"""The coach's own words as they may be drawn: while names are hidden, they name nobody either."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from coach_tui.domain.named_people import hiding
from coach_tui.errors import CoachError
from screens.host import Host

Shown = Callable[[str], str]
"""Makes a text drawable."""


def shows_nothing(_text: str) -> str:
    """What stands for any text where nobody can tell what it names."""
    return "hidden"


def shows(host: Host) -> Shown:
    """What draws texts: as they are, or with nobody's name in them while names are hidden.

    It reads the file: made once for a list, when the list is shown.
    """
    drawn = host.glyphs.shown
    if not host.hidden:
        return drawn
    with suppress(CoachError):
        unnamed = hiding(host.desk.store.people())
        return lambda text: drawn(unnamed(text))
    return shows_nothing
