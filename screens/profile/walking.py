"""From one person's profile to the next, in the order of the list it was opened from."""

from __future__ import annotations

from screens.profile.moving import MovesInProfile
from screens.walking import next_person


class WalksFromProfile(MovesInProfile):
    """Answers the commands that go on to another person.

    Attributes:
        people: ids of the list it was opened from; none where that is the caseload.
    """

    people: tuple[str, ...]

    def do_profile_next_person(self) -> None:
        """The next person of the list this was opened from."""
        self._go_person(1)

    def do_profile_previous_person(self) -> None:
        """The person before."""
        self._go_person(-1)

    def _go_person(self, by: int) -> None:
        """Another person, on the same tab."""
        found = next_person(self, by)
        if found is not None and self.show_person(found[0]):
            self.say(f"{self.profile.coachee.name}: {found[1]}.")

    def show_person(self, coachee_id: str) -> bool:
        """Show another person; False where they cannot be read."""
        read = self.read_person(coachee_id)
        if read:
            self.stand_on_last()
            self.draw_all()
        return read

    def walked(self) -> tuple[str, ...]:
        """The people of the list this was opened from, else of the caseload."""
        return self.people or super().walked()

    def came_back(self, coachee_id: str, words: str | None) -> None:
        """Go on with the person that the screen over this one was left on."""
        if coachee_id != self.current:
            self.show_person(coachee_id)
        self.closed_with_words(words)
