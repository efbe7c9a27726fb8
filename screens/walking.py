"""From one person to the next, in the order of the list that a screen was opened from."""

from __future__ import annotations

from screens.frame import ResultT
from screens.review import ReviewScreen


class WalksPeople(ReviewScreen[ResultT]):
    """A screen of one person that goes on to the next one.

    Attributes:
        people: ids of the list it was opened from; none where that is the caseload.
    """

    people: tuple[str, ...]

    def walked(self) -> tuple[str, ...]:
        """The people of the list this was opened from, else of the caseload."""
        return self.people or super().walked()

    def show_person(self, coachee_id: str) -> str:
        """Show another person; the name, empty where they cannot be read."""
        raise NotImplementedError

    def go_person(self, by: int) -> None:
        """Show the person so many places on, and say which of how many, or why there is none."""
        people = self.walked()
        if self.current not in people:
            self.say("This person is not in the list that this was opened from.")
            return
        at = people.index(self.current) + by
        if not 0 <= at < len(people):
            self.say("This is the last one." if by > 0 else "This is the first one.")
        elif name := self.show_person(people[at]):
            self.say(f"{name}: {at + 1} of {len(people)}.")
