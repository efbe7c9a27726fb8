"""What acts on the record a profile stands on; on a past school year only correcting does."""

from __future__ import annotations

from screens.profile.walking import WalksFromProfile


class ActsInProfile(WalksFromProfile):
    """Answers the commands that correct, go back, and record."""

    @property
    def shows_archived(self) -> bool:
        """Whether the person was archived when the profile was read."""
        return self.profile.coachee.status == "archived"

    def do_profile_correct(self) -> None:
        """Correct the record under the cursor; on Growth, the selected session."""
        from screens.correction.screen import open_correction

        record = self.record
        point = self.profile.track.point(self.session)
        if record is not None:
            open_correction(self, record.kind, record.corrects or record.key)
        elif self.tab == "growth" and point is not None:
            open_correction(self, "cycle", point.cycle_id)
        else:
            self.say("Nothing is recorded here yet that could be corrected.")

    def do_profile_tag(self) -> None:
        """File the cycle or contact under the cursor under standards; on Growth, the session."""
        from screens.standards.tag_box import open_tags

        record = self.record
        point = self.profile.track.point(self.session)
        if record is not None:
            open_tags(self, record.kind, record.corrects or record.key)
        elif self.tab == "growth" and point is not None:
            open_tags(self, "cycle", point.cycle_id)
        else:
            self.say("Nothing is recorded here yet that could be filed.")

    def do_person_edit(self) -> None:
        """The person's details on Growth; on another tab, the record."""
        if self.tab == "growth":
            self.do_profile_details()
        else:
            self.do_profile_correct()

    def do_profile_details(self) -> None:
        """The person's details, on whatever tab."""
        self.open_form(self.current)

    def gi_session(self) -> int | None:
        """On Growth the one moved to, on Sessions the row's; on the other tabs the next one."""
        if self.tab == "growth":
            return super().gi_session()
        if self.tab != "sessions" or self.record is None:
            return None
        key, points = self.record.key, self.profile.track.points
        return next((point.session for point in points if point.cycle_id == key), None)

    def meeting(self) -> str:
        """The one under the cursor on Sessions and Cycles."""
        record = self.record if self.tab in ("sessions", "cycles") else None
        held = (cycle.id for cycle in self.profile.cycles if cycle.origin == "cycle")
        return record.key if record and record.key in held else ""

    def do_person_gi(self) -> None:
        """Open the GI box, but not on a year that is over."""
        if self._may_record():
            super().do_person_gi()

    def do_person_cycle(self) -> None:
        """Open a cycle, but not on a year that is over."""
        if self._may_record():
            super().do_person_cycle()

    def _may_record(self) -> bool:
        """Whether the track shown is the one the person is in; else say how to get there."""
        if not self.profile.past:
            return True
        year, later = self.profile.track.year, self.key_of("profile.year_after")
        self.say(f"{year} is over; {self.key_of('profile.correct')} corrects it, {later} goes on.")
        return False

    def do_app_back(self) -> None:
        """From the details to the list where there is room for one only; else leave."""
        if self.reading and self.has_class("-narrow"):
            self.read(False)
        else:
            super().do_app_back()

    def leave_for_a_place(self) -> None:
        """Close it, whatever is being read."""
        self.dismiss(None)
