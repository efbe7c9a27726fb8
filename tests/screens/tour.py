"""One way through every screen there is, from the list of the demo."""

from collections.abc import AsyncIterator

from tests.screens.kit import Coach

TOUR = (
    ("caseload", ("j", "j")),
    ("gi box", ("i", "1", "1")),
    ("profile", ("escape", "enter")),
    ("help", ("?",)),
    ("words", ("tab",)),
    ("table", ("q", "v")),
    ("person", ("q", "e")),
    ("observe", ("escape", "q", "c")),
    ("feedback", ("escape", "2")),
    ("goal", ("escape", "3")),
    ("action", ("escape", "4")),
    ("review", ("escape", "5")),
    ("assessment", ("a",)),
    ("earlier notes", ("escape", "n")),
    ("question", ("q", "D")),
)
"""Each screen, and the keys that lead to it from the one before."""


async def tour(coach: Coach) -> AsyncIterator[str]:
    """Go from screen to screen; gives the name of the one on top."""
    for name, keys in TOUR:
        await coach.press(*keys)
        yield name
