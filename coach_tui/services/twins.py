"""Two people of the same name at the same school could not be told apart in the list."""

from __future__ import annotations

from coach_tui.domain.ports import Store
from coach_tui.errors import Refused


def refuse_twin(store: Store, name: str, school: str) -> None:
    """See that nobody in the caseload has a name and a school; archived people do not count.

    Raises:
        Refused: somebody has.
    """
    twin = (name.casefold(), school.casefold())
    for other in store.people():
        same = (other.name.casefold(), other.school.casefold()) == twin
        if same and other.status != "archived":
            raise Refused(f"{name} is in the caseload already; name the school to tell two apart.")
