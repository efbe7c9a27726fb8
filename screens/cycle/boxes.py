"""What opens over a cycle: boxes that fill a part of its form, and earlier notes."""

from __future__ import annotations

from coach_tui.domain.cycle_form import CycleForm
from screens.cycle.note_lines import NoteLines


class OpensBoxes(NoteLines):
    """Answers the commands that open something over the cycle."""

    def do_cycle_assess(self) -> None:
        """Open the self-assessment on the picked cluster."""
        cluster = self.opened.context.timeline.cluster(self.form.cluster)
        if cluster is None:
            self.say("Pick the cluster first (step 3); its look-fors are what is assessed.")
            return
        from screens.cycle.assess import SelfAssessmentBox

        box = SelfAssessmentBox(self.form, cluster, self._assessed)
        self.app.push_screen(box, lambda _none: self.follow())

    def do_cycle_stance(self) -> None:
        """Place how the coach works in this cycle."""
        from screens.cycle.stance import StanceBox

        form = self.form
        box = StanceBox(f"cycle {form.number}", form.stance, self.host.desk.shelf, self._placed)
        self.app.push_screen(box, lambda _none: self.follow())

    def _placed(self, stance: str) -> None:
        self._assessed(self.form.but(stance=stance))

    def do_cycle_more(self) -> None:
        """Open what a cycle may further hold."""
        from screens.cycle.more import MoreBox

        box = MoreBox(self.form, self.host.desk.shelf, self._assessed)
        self.app.push_screen(box, lambda _none: self.follow())

    def _assessed(self, form: CycleForm) -> None:
        """Take over what is picked, as it is picked."""
        if form != self.form:
            self.form = form
            self.draft_due()

    def do_cycle_ticks(self) -> None:
        """Tick the GIs in place; their number becomes the total."""
        from screens.cycle.ticking import tick_gis

        tick_gis(self)

    def do_cycle_prior(self) -> None:
        """Earlier notes and steps."""
        from screens.cycle.prior import PriorScreen

        self.app.push_screen(PriorScreen(self.opened.context))
