"""From one person to the next, in the order of the list that a screen was opened from."""

from __future__ import annotations

from typing import Any

from screens.review import ReviewScreen


def next_person(screen: ReviewScreen[Any], by: int) -> tuple[str, str] | None:
    """The person so many places on in what a screen walks, or None, and row 23 says why.

    Returns:
        The id, and the place in words: "3 of 15".
    """
    people = screen.walked()
    if screen.current not in people:
        screen.say("This person is not in the list that this was opened from.")
        return None
    at = people.index(screen.current) + by
    if not 0 <= at < len(people):
        screen.say("This is the last one." if by > 0 else "This is the first one.")
        return None
    return people[at], f"{at + 1} of {len(people)}"
