"""Two people of the same name can be told apart by their schools alone, and both must be named."""

from __future__ import annotations

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.ports import Store
from coach_tui.errors import Refused


def refuse_twin(store: Store, person: Coachee, before: Coachee | None = None) -> None:
    """See that whoever else in the caseload has the name of a person is at another school.

    Archived people do not count. Two who stand in the file already without both schools named
    may be told apart one after the other.

    Args:
        store: where people are kept.
        person: as they are to be saved.
        before: as they stand in the caseload, None if they do not.

    Raises:
        Refused: somebody has.
    """
    if before is not None and _twin(before) == _twin(person):
        return
    for other in store.people():
        if other.id == person.id or other.status == "archived" or not _alike(person, other):
            continue
        stood_so = before is not None and _alike(before, other)
        if stood_so and person.school.casefold() != other.school.casefold():
            continue
        named = ", at the same school" if person.school and other.school else "; name both schools"
        raise Refused(f"{person.name} is in the caseload already{named}.")


def _twin(person: Coachee) -> tuple[str, str]:
    return person.name.casefold(), person.school.casefold()


def _alike(one: Coachee, other: Coachee) -> bool:
    """Whether two have the same name, and no school tells them apart."""
    schools = one.school.casefold(), other.school.casefold()
    same = schools[0] == schools[1] or "" in schools
    return same and one.name.casefold() == other.name.casefold()
