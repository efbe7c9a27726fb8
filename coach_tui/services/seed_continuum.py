"""The demo coach's own placement: the term of today, and the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from coach_tui.domain.continuum_framework import Element
from coach_tui.domain.placement import Placement
from coach_tui.domain.term import term_before, term_days, term_of

if TYPE_CHECKING:
    from coach_tui.services.seed_own import OwnSeed


def placements(seed: OwnSeed) -> Iterator[Placement]:
    """A record of each element that the demo coach was placed in, in either term."""
    told, framework = seed.read("continuum"), seed.shelf.continuum()
    now = term_of(seed.stamps.today)
    for term, levels in ((term_before(now), told["before"]), (now, told["now"])):
        last = min(0, (term_days(term)[1] - seed.stamps.today).days)
        for element in framework.elements:
            if element.id in levels:
                more = _more(seed, told, element) if term == now else {}
                level = levels[element.id]
                yield Placement(
                    **seed.stamps.base(last),
                    term=term,
                    element=element.id,
                    called=element.short,
                    level=level,
                    placed=framework.word(level),
                    framework=framework.pin,
                    **more,
                )


def _more(seed: OwnSeed, told: dict[str, Any], element: Element) -> dict[str, Any]:
    """Ticks, notes and the mentor's word of an element."""
    notes = [
        {**seed.stamps.base(note["day"]), "on": seed.stamps.date(note["day"]), **note}
        for note in told["notes"]
        if note["element"] == element.id
    ]
    return {
        "ticked": tuple(told["ticked"].get(element.id, ())),
        "notes": tuple({key: note[key] for key in ("id", "on", "text")} for note in notes),
        "mentor": told["mentor"].get(element.id, ""),
    }
