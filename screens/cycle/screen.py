"""The coaching cycle on screen: five steps, kept as a draft, saved whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual import on
from textual.widget import Widget

from coach_tui.commands.command import Situation
from coach_tui.domain.cycle_form import STEP_WORDS, STEPS, Step, blanks
from coach_tui.domain.draft import read_place
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from coach_tui.widgets.spans import Line, line
from coach_tui.widgets.stepper import Stepper
from screens.bindings import bindings_for
from screens.cycle.action import ActionStepPage
from screens.cycle.boxes import OpensBoxes
from screens.cycle.feedback import FeedbackStep
from screens.cycle.goal import GoalStep
from screens.cycle.observe import ObserveStep
from screens.cycle.review import ReviewStep
from screens.field_screen import field_name
from screens.frame import FRAME_CSS


class CycleScreen(OpensBoxes):
    """One cycle with one person. Gives words to say when it closes."""

    CSS_PATH = [FRAME_CSS, "../form.tcss", "cycle.tcss"]
    BINDINGS = bindings_for("cycle")

    def compose_body(self) -> Iterable[Widget]:
        """The stepper, then the steps, one of them on screen."""
        clock, context = self.host.desk.clock, self.opened.context
        yield Stepper(list(STEP_WORDS.values()))
        yield ObserveStep(context, clock)
        yield FeedbackStep(context)
        yield GoalStep(context)
        yield ActionStepPage(context, clock.today())
        yield ReviewStep(context)

    def on_mount(self) -> None:
        """Fill the fields and open at the first blank."""
        for page in self.pages():
            page.fill(self.form)
        self.filled()
        step, name = self._first_place()
        self.show_step(step, name)
        if self.opened.draft and not self.opened.draft.closed:
            self.go_to_place(self.opened.draft.place)
        if self.opened.draft:
            self.say("The draft is back as it was left.")
        elif warning := self.opened.context.launch_warning:
            self.say(warning)

    def _first_place(self) -> tuple[Step, str]:
        """The first blank, or where a cut-off draft was; Review where nothing is blank."""
        draft = self.opened.draft
        if draft is not None and not draft.closed:
            name, _cursor = read_place(draft.place)
            for page in self.pages():
                if name in [field_name(field) for field in page.fields()]:
                    return page.step, name
        empty = blanks(self.form, virtual=self.virtual)
        return (empty[0].step, empty[0].name) if empty else ("review", "")

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """The person and which cycle."""
        glyphs = self.host.glyphs
        name = glyphs.shown(self.opened.context.coachee.name)
        session = f"cycle {self.form.number} {glyphs.dot} session {self.form.session}"
        return line((name, "title"), f" {glyphs.dot} {session}")

    def status(self) -> str:
        """What is worth knowing in this step."""
        return self.page().hint

    def position(self) -> str:
        """Which step of how many."""
        return f"step {STEPS.index(self.step) + 1} of {len(STEPS)}"

    def situation(self) -> Situation:
        """Someone is always picked here."""
        itemized = bool(self.opened.context.timeline.gis)
        return replace(super().situation(), person=True, itemized=itemized)

    # -- the cluster ------------------------------------------------------------------------

    @on(ClusterPicker.Picked)
    def _picked(self, event: ClusterPicker.Picked) -> None:
        """A pick out of order asks for a reason; a repeat is told."""
        used = event.choice.used_in
        if event.choice.needs_reason:
            self.say(f"{_sentence(event.choice.needs_reason)}; a short reason is asked for.")
        elif used is not None:
            self.say(f"Cluster {event.choice.cluster.id} was also the focus of session {used}.")

    @on(ClusterPicker.Refused)
    def _not_offered(self, event: ClusterPicker.Refused) -> None:
        """Say why a letter is not on offer."""
        every, letter = self.opened.context.every_choice, event.letter
        why = next((c.needs_reason for c in every if c.cluster.id == letter), "")
        told = _sentence(why) if why else f"There is no cluster {letter}"
        self.say(f"{told}. Esc then {self.key_of('cycle.other')} offers all.")

    # -- commands ---------------------------------------------------------------------------

    def do_cycle_next(self) -> None:
        """The next step."""
        self._by_step(1)

    def do_cycle_previous(self) -> None:
        """The step before."""
        self._by_step(-1)

    def do_cycle_type(self) -> None:
        """Back to the field."""
        self.type_here()

    def do_cycle_other(self) -> None:
        """Offer every cluster, those out of order with a reason."""
        self.show_step("goal")
        self.query_one(GoalStep).open_all()

    def do_cycle_copy(self) -> None:
        """Copy what stands in the form out, as a summary."""
        from coach_tui.services.framework_files import TIMELINE
        from coach_tui.services.summary import cycle_summary
        from screens.copying import copy_text
        from screens.rights import own_rights

        context = self.opened.context
        reading = self.host.desk.cycles.read(self.form, context)
        text = cycle_summary(self.form, reading, context, own_rights(self.host, TIMELINE))
        copy_text(self, context.coachee.name, text)

    def do_move_down(self) -> None:
        """A line down, where a step is taller than the window."""
        self.page().turn(1)

    def do_move_up(self) -> None:
        """A line up."""
        self.page().turn(-1)


def _sentence(words: str) -> str:
    """Words that begin a sentence; ids in them keep their letters."""
    return words[:1].upper() + words[1:]
