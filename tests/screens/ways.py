"""Every screen there is, and the keys that lead to it from the list of the demo."""

from tests.screens.kit import Coach

Way = tuple[str, ...]

WAYS: dict[str, Way] = {
    "caseload": ("j", "j"),
    "profile": ("j", "j", "enter"),
    "table": ("G", "enter", "v"),
    "gi box": ("j", "j", "i", "1", "1"),
    "observe": ("j", "j", "c"),
    "feedback": ("j", "j", "c", "escape", "2"),
    "goal": ("j", "j", "c", "escape", "3"),
    "action": ("j", "j", "c", "escape", "4"),
    "review": ("j", "j", "c", "escape", "5"),
    "assessment": ("j", "j", "c", "escape", "a"),
    "earlier notes": ("j", "j", "c", "escape", "n"),
    "person": ("j", "j", "e"),
    "help": ("?",),
    "words": ("?", "tab"),
    "question": ("j", "j", "c", "2", "escape", "D"),
}
"""Keys that lead to each screen and back is `home`."""


async def go(coach: Coach, way: str) -> None:
    """Go to a screen from the list."""
    await coach.press("home", *WAYS[way])


async def go_back(coach: Coach) -> None:
    """Go back to the list, whatever is on top."""
    while len(coach.app.screen_stack) > 1:
        await coach.press("escape")
