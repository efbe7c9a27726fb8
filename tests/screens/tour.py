"""One way through every screen there is, from the list of the demo."""

from collections.abc import AsyncIterator

from tests.screens.kit import Coach

TOUR = (
    ("caseload", "CaseloadScreen", ("j", "j")),
    ("gi box", "GiBox", ("i", "1", "1")),
    ("profile", "ProfileScreen", ("escape", "enter")),
    ("help", "HelpScreen", ("?",)),
    ("words", "HelpScreen", ("tab",)),
    ("table", "ProfileScreen", ("q", "v")),
    ("commands", "CommandLine", (":",)),
    ("contact", "ContactScreen", (*"contact", "enter")),
    ("person", "PersonFormScreen", ("escape", "q", "q", "e")),
    ("observe", "CycleScreen", ("escape", "q", "c")),
    ("feedback", "CycleScreen", ("escape", "2")),
    ("goal", "CycleScreen", ("escape", "3")),
    ("action", "CycleScreen", ("escape", "4")),
    ("review", "CycleScreen", ("escape", "5")),
    ("assessment", "SelfAssessmentBox", ("a",)),
    ("earlier notes", "PriorScreen", ("escape", "p")),
    ("question", "Confirm", ("q", "D")),
    ("note", "NoteScreen", ("n", "n")),
    ("lines", "LineBox", ("escape", "q", "2", "tab", "ctrl+o")),
)
"""Each stop, its screen, and the keys that lead to it from the one before."""


async def tour(coach: Coach) -> AsyncIterator[str]:
    """Go from stop to stop; gives the name of each once its screen is on top."""
    for name, screen, keys in TOUR:
        await coach.press(*keys)
        assert (name, type(coach.app.screen).__name__) == (name, screen)
        yield name
