"""Names and bands hidden in the lists: somebody may be looking over the coach's shoulder."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from coach_tui.errors import CoachError
from coach_tui.text import short_name
from screens.host import Host


def name_of(host: Host, name: str, number: int) -> str:
    """A name as a list draws it, or "Person 3" while names are hidden.

    Args:
        host: the app.
        name: as listed.
        number: the person's own number, see `person_numbers`.
    """
    return f"Person {number}" if host.hidden else host.glyphs.shown(name)


def person_numbers(host: Host) -> dict[str, int]:
    """Everyone's number, by id: the same in every list, and whoever is added gets the next one.

    None while names are shown, or where the file cannot be read; the lists say why it cannot.
    """
    if not host.hidden:
        return {}
    try:
        found = host.desk.caseload.latest()
    except CoachError:
        return {}
    everyone = sorted(row.coachee_id for row in (*found.rows, *found.archived))
    return {key: number for number, key in enumerate(everyone, start=1)}


def names_of_everyone(host: Host) -> tuple[str, ...]:
    """Everyone's name as listed, archived people's too; none where the file cannot be read."""
    with suppress(CoachError):
        found = host.desk.caseload.latest()
        return tuple(row.name for row in (*found.rows, *found.archived))
    with suppress(CoachError):  # drafts and the timeline are no part of a name
        return tuple(person.name for person in host.desk.store.people())
    return ()


def told_name(host: Host, name: str) -> str:
    """A name as a sentence for row 23 has it: not too long, but whole where it is hidden there."""
    return name if host.hidden else short_name(name)


def band_hidden(host: Host) -> bool:
    """Whether bands and totals are hidden."""
    return host.hidden


def without_names(words: str, names: Iterable[str]) -> str:
    """A sentence of row 23 without the names in it, whatever form said them.

    Args:
        words: the sentence.
        names: everyone's name as listed.
    """
    for name in sorted((name for name in names if name in words), key=len, reverse=True):
        words = words.replace(name, "Somebody")
    return words
