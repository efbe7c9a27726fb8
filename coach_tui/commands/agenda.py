"""Commands of the agenda."""

from coach_tui.commands.command import Command, writes_person
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO, MOVE, REVIEW
from coach_tui.commands.person import OPEN, PERSON

GROUP = "Agenda"

AGENDA = (
    *OPEN,
    Command(
        "agenda.done", ("x",), "done", "done, or open again; a visit: held", GROUP, 5,
        why_off=writes_person,
    ),
    Command(
        "agenda.day_later", ("plus",), "day", "a day later", GROUP, 7, shown="+ -",
        why_off=writes_person,
    ),
    Command(
        "agenda.day_earlier", ("minus",), "earlier", "a day earlier", GROUP, why_off=writes_person
    ),
    Command(
        "agenda.week_later", ("greater_than_sign",), "week", "a week later", GROUP, 8,
        why_off=writes_person,
    ),
    Command("agenda.filter", ("slash",), "filter", "filter by name, school, role", "Find", 55),
    Command("agenda.kinds", ("f",), "kinds", "all, visits, to-dos or gaps", "Find", 56),
    *PERSON,
    *MOVE,
    *GO,
    *REVIEW,
    *ANYWHERE,
    *BACK,
)  # fmt: skip
"""What is late, due and coming."""
