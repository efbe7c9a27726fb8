"""The coach's own words as they may be drawn: while names are hidden, they name nobody either."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from coach_tui.domain.named_people import without_people
from coach_tui.errors import CoachError
from screens.host import Host

Shown = Callable[[str], str]
"""Makes a text drawable."""


def shows(host: Host) -> Shown:
    """What draws a text: as it is, or with nobody's name in it while names are hidden."""
    drawn = host.glyphs.shown
    if not host.hidden:
        return drawn
    with suppress(CoachError):
        people = host.desk.store.people()
        return lambda text: drawn(without_people(text, people))
    return lambda _text: "hidden"
