"""A screen a caseload is reviewed on: what can be planned and read of the person it stands on."""

from __future__ import annotations

from screens.frame import ResultT
from screens.person_actions import PersonScreen


class ReviewScreen(PersonScreen[ResultT]):
    """Answers the commands of `PLANS`; each opens a module of its own."""

    @property
    def shows_archived(self) -> bool:
        """Whether the person it stands on is shown as archived."""
        raise NotImplementedError

    # -- the current person -----------------------------------------------------------------

    def do_person_visit(self) -> None:
        """Schedule a visit."""
        from screens.visit import open_visit

        open_visit(self)

    def do_person_unschedule(self) -> None:
        """Cancel the planned visit that comes next."""
        from screens.visit import cancel_visit

        cancel_visit(self)

    def do_person_launch(self) -> None:
        """Open the launch meeting."""
        from screens.launch.screen import open_launch

        open_launch(self)

    def do_person_todo(self, text: str = "") -> None:
        """Save a text as a to-do, or open the form of one."""
        from screens.todo import open_todo, save_todo

        if text:
            save_todo(self, text)
        else:
            open_todo(self)

    def do_person_prep(self) -> None:
        """Open the prep sheet."""
        from screens.prep.screen import open_prep

        open_prep(self)

    def do_person_sent(self) -> None:
        """Mark a follow-up as sent."""
        from screens.output import open_output

        open_output(self, "follow_up", self.meeting())

    def do_person_report(self) -> None:
        """Mark a report as issued."""
        from screens.output import open_output

        open_output(self, "report")

    def meeting(self) -> str:
        """The id of the meeting that is picked, empty where a screen picks none."""
        return ""

    def do_person_copy(self) -> None:
        """Copy a summary out."""
        from screens.copying import copy_person

        copy_person(self)

    def do_person_archive(self) -> None:
        """Archive the person, or take them back out."""
        from screens.archiving import archive_person

        archive_person(self)

    def do_person_consent(self) -> None:
        """Record a consent to an impact story, or withdraw it, after asking."""
        from screens.consenting import ask_consent

        ask_consent(self)

    def do_person_year(self) -> None:
        """Begin a new school year."""
        from screens.new_year import open_new_year

        open_new_year(self)

    # -- one person after another -----------------------------------------------------------

    def walked(self) -> tuple[str, ...]:
        """Ids of the people, in their order, that J and K go through on a screen over this one."""
        found = self.attempt(self.host.desk.caseload.latest)
        return tuple(row.coachee_id for row in found.rows) if found else ()

    def came_back(self, coachee_id: str, words: str | None) -> None:
        """Go on from a screen that was left on a person, and say what it did."""
        self.closed_with_words(words)
        self.pick(coachee_id, ())
