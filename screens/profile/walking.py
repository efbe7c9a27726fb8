"""From one person's profile to the next, in the order of the list it was opened from."""

from __future__ import annotations

from screens.profile.moving import MovesInProfile
from screens.walking import WalksPeople


class WalksFromProfile(MovesInProfile, WalksPeople[str | None]):
    """Answers the commands that go on to another person."""

    def do_profile_next_person(self) -> None:
        """The next person of the list this was opened from."""
        self.go_person(1)

    def do_profile_previous_person(self) -> None:
        """The person before."""
        self.go_person(-1)

    def show_person(self, coachee_id: str) -> str:
        """Another person, on the same tab."""
        if not self.read_person(coachee_id):
            return ""
        self.stand_on_last()
        self.draw_all()
        return self.profile.coachee.name

    def came_back(self, coachee_id: str, words: str | None) -> None:
        """Go on with the person that the screen over this one was left on."""
        if coachee_id != self.current:
            self.show_person(coachee_id)
        self.closed_with_words(words)
