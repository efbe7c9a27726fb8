"""The coaching cycle on screen: five steps, kept as a draft, saved whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from textual import on, work
from textual.widget import Widget

from coach_tui.commands.command import Situation
from coach_tui.domain.cycle_form import (
    STEP_WORDS,
    STEPS,
    CycleForm,
    Step,
    blanks,
    step_state,
)
from coach_tui.errors import CoachError
from coach_tui.services.cycle_reading import Problem, Reading
from coach_tui.services.cycles import OpenCycle, SavedCycle
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from coach_tui.widgets.spans import Line, line
from coach_tui.widgets.stepper import Stepper
from screens.bindings import bindings_for
from screens.cycle.action import ActionStepPage
from screens.cycle.feedback import FeedbackStep
from screens.cycle.goal import GoalStep
from screens.cycle.observe import ObserveStep
from screens.cycle.review import ReviewStep
from screens.cycle.step import CycleStep
from screens.form import FormScreen, field_name

_ASSESSED = ("ratings", "own_words", "coach_gi")


class CycleScreen(FormScreen):
    """One cycle with one person. Gives words to say when it closes.

    Attributes:
        form: what is typed.
        step: the step on screen.
    """

    SCOPE = "cycle"
    CSS_PATH = ["../frame.tcss", "../form.tcss", "cycle.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, opened: OpenCycle) -> None:
        super().__init__()
        self.context = opened.context
        self.form = opened.form
        self.step: Step = "observe"
        self._resumed = opened.draft
        self._fresh = self.form
        self._saving = False

    # -- building ---------------------------------------------------------------------------

    def compose_body(self) -> Iterable[Widget]:
        """The stepper, then the steps, one of them on screen."""
        clock = self.host.desk.clock
        yield Stepper(list(STEP_WORDS.values()))
        yield ObserveStep(self.context, clock)
        yield FeedbackStep(self.context)
        yield GoalStep(self.context)
        yield ActionStepPage(self.context, clock.today())
        yield ReviewStep(self.context)

    def on_mount(self) -> None:
        """Fill the fields and open at the first blank, or where the cursor was."""
        self._fresh = self.host.desk.cycles.fresh(self.context)
        for page in self.pages():
            page.fill(self.form)
        self._follow()
        step, name = self._first_place()
        self.show_step(step, name)
        self.call_after_refresh(self.filled)
        if warning := self.context.launch_warning:
            self.say(warning)
        elif self._resumed:
            self.say("The draft is back as it was left.")

    def _first_place(self) -> tuple[Step, str]:
        """The first blank, whose field takes the cursor; Review where nothing is blank."""
        virtual = self.context.is_virtual(self.form.mode)
        empty = blanks(self.form, virtual=virtual)
        if not empty:
            return "review", ""
        return empty[0].step, empty[0].name

    def pages(self) -> list[CycleStep]:
        """The steps' columns, in order."""
        return list(self.query(CycleStep))

    def page(self) -> CycleStep:
        """The column on screen."""
        return self.pages()[STEPS.index(self.step)]

    def all_fields(self) -> list[Widget]:
        """The fields of every step."""
        return [field for page in self.pages() for field in page.fields()]

    def show_step(self, step: Step, field: str = "") -> None:
        """Show a step, with the cursor in a field of it: the one named, else its first blank."""
        self.step = step
        for page in self.pages():
            page.display = page.step == step
        self._follow()
        names = [name.id for name in self.fields()]
        if f"f-{field}" not in names:
            field = self._blank_of(step)
        target = f"f-{field}" if f"f-{field}" in names else next(iter(names), None)
        if target:
            self.query_one(f"#{target}").focus()
        else:
            self.stop_typing()
        self.draw_frame()

    def _blank_of(self, step: Step) -> str:
        virtual = self.context.is_virtual(self.form.mode)
        empty = (f.name for f in blanks(self.form, virtual=virtual) if f.step == step)
        return next(empty, "")

    # -- what is typed ----------------------------------------------------------------------

    def field_changed(self, name: str) -> None:
        """Take the value into the form; what hangs on it follows on every key."""
        values = {n: "" if v is None else v for n, v in self.typed_values().items()}
        self.form = self.form.but(**values)
        self._follow(name)

    def _follow(self, _name: str = "") -> None:
        """The step on screen shows what follows from the form; the stepper what is filled."""
        reading = self.reading()
        self.page().follow(self.form, reading)
        virtual = self.context.is_virtual(self.form.mode)
        filled = {
            number
            for number, step in enumerate(STEPS[:4], start=1)
            if step_state(self.form, step, virtual=virtual) == "ok"
        }
        self.query_one(Stepper).show(STEPS.index(self.step) + 1, filled)

    def reading(self) -> Reading:
        """The form's values and what is wrong with them."""
        return self.host.desk.cycles.read(self.form, self.context)

    def field_left(self, name: str) -> None:
        """A field that cannot be read is told of once it is left, never while half typed."""
        if told := self.reading().problem(name):
            self.say(told)

    @on(ClusterPicker.Picked)
    def _picked(self, event: ClusterPicker.Picked) -> None:
        """A pick out of order asks for a reason; a repeat is told."""
        used = event.choice.used_in
        if event.choice.needs_reason:
            self.say(f"{event.choice.needs_reason.capitalize()}; a short reason is asked for.")
        elif used is not None:
            self.say(f"Cluster {event.choice.cluster.id} was also the focus of session {used}.")

    @on(ClusterPicker.Refused)
    def _not_offered(self, event: ClusterPicker.Refused) -> None:
        """Say why a letter is not on offer."""
        letter = event.letter
        why = next(
            (c.needs_reason for c in self.context.every_choice if c.cluster.id == letter), ""
        )
        told = f"{why.capitalize()}." if why else f"There is no cluster {letter}."
        self.say(f"{told} Esc then o offers every cluster.")

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep the form; nothing where nothing was typed."""
        cycles, form, place = self.host.desk.cycles, self.form, self.place_name
        if form.typed() == self._fresh.but(when=form.when, at=form.at, mode=form.mode).typed():
            return lambda: cycles.discard_draft(form.coachee_id)
        return lambda: cycles.keep_draft(form, place, closed=closed)

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """The person and which cycle."""
        glyphs = self.host.glyphs
        name = glyphs.shown(self.context.coachee.name)
        return line((name, "title"), f" {glyphs.dot} cycle {self.form.number}")

    def status(self) -> str:
        """What is worth knowing in this step."""
        page = self.page()
        return page.total_words if isinstance(page, GoalStep) else page.hint

    def position(self) -> str:
        """Which step of how many."""
        return f"step {STEPS.index(self.step) + 1} of {len(STEPS)}"

    def situation(self) -> Situation:
        """Someone is always picked here."""
        return replace(super().situation(), person=True)

    def leaving_words(self) -> str | None:
        """The draft waits, if there is one."""
        if self.form.typed() == self._fresh.but(mode=self.form.mode).typed():
            return None
        return f"Draft of cycle {self.form.number} is kept; c resumes it."

    # -- moving between steps ---------------------------------------------------------------

    def _by_step(self, by: int) -> None:
        at = STEPS.index(self.step) + by
        if 0 <= at < len(STEPS):
            self.show_step(STEPS[at])

    def after_last_field(self) -> None:
        """Tab past the last field of a step goes on to the next step's first field."""
        at = STEPS.index(self.step) + 1
        self.show_step(STEPS[at], _first(self.pages()[at]))

    def before_first_field(self) -> None:
        """Shift+Tab before the first field goes to the step before."""
        self._by_step(-1)

    def do_cycle_step_1(self) -> None:
        """Observe."""
        self.show_step("observe")

    def do_cycle_step_2(self) -> None:
        """Feedback."""
        self.show_step("feedback")

    def do_cycle_step_3(self) -> None:
        """Goal."""
        self.show_step("goal")

    def do_cycle_step_4(self) -> None:
        """Action step."""
        self.show_step("action")

    def do_cycle_step_5(self) -> None:
        """Review."""
        self.show_step("review")

    def do_cycle_next(self) -> None:
        """The next step."""
        self._by_step(1)

    def do_cycle_previous(self) -> None:
        """The step before."""
        self._by_step(-1)

    def do_cycle_type(self) -> None:
        """Back to the field."""
        self.type_here()

    # -- panels -----------------------------------------------------------------------------

    def do_cycle_assess(self) -> None:
        """Open the self-assessment on the picked cluster."""
        cluster = self.context.timeline.cluster(self.form.cluster)
        if cluster is None:
            self.say("Pick the cluster first (step 3); its look-fors are what is assessed.")
            return
        from screens.cycle.assess import SelfAssessmentBox

        self.app.push_screen(SelfAssessmentBox(self.form, cluster), self._assessed)

    def _assessed(self, form: CycleForm | None) -> None:
        """Take over what was picked, and keep the draft."""
        if form is None:
            return
        kept: dict[str, Any] = {name: getattr(form, name) for name in _ASSESSED}
        if kept != {name: getattr(self.form, name) for name in _ASSESSED}:
            self.form = self.form.but(**kept)
            self.host.write_soon(self.draft_work(closed=False), self._draft_told)
        self._follow()

    def do_cycle_other(self) -> None:
        """Offer every cluster, those out of order with a reason."""
        self.show_step("goal")
        self.query_one(GoalStep).open_all()

    def do_cycle_prior(self) -> None:
        """Earlier notes and steps."""
        from screens.cycle.prior import PriorScreen

        self.app.push_screen(PriorScreen(self.context))

    # -- saving -----------------------------------------------------------------------------

    def do_cycle_keep(self) -> None:
        """Write the draft now."""
        self.host.write_soon(self.draft_work(closed=False), self._draft_told)

    def do_cycle_save(self) -> None:
        """Save the cycle; pressed twice it saves once."""
        problems = self.reading().problems
        if problems:
            self._go_to(problems[0])
        elif not self._saving:
            self._saving = True
            self._save(self.form)

    def _go_to(self, problem: Problem) -> None:
        """Show the field that bars the save, and say why."""
        self.show_step(problem.step, problem.field)
        self.say(problem.sentence)

    @work(exclusive=True)
    async def _save(self, form: CycleForm) -> None:
        """Save on the writer thread; stay and say why if it cannot be."""
        cycles = self.host.desk.cycles
        try:
            saved = await self.host.save(lambda: cycles.save(form))
        except CoachError as fault:
            self.say(f"{fault} Your text is kept as a draft.")
        else:
            self._filling = True  # what was typed is in the record now: no draft after this
            self.dismiss(self._saved_words(saved))
        finally:
            self._saving = False

    def _saved_words(self, saved: SavedCycle) -> str:
        """What the screen beneath says: what exists now."""
        name = self.context.coachee.name
        session = saved.cycle.session
        told = f"{name}: session {session}" if session else f"{name}: cycle {saved.cycle.number}"
        if saved.standing:
            told += f", {saved.standing.total} GIs, {saved.standing.word}"
        return f"{told}. {self.host.saved_words.capitalize()}."

    def do_cycle_discard(self) -> None:
        """Ask, then forget what was typed."""
        from screens.dialogs.confirm import Confirm

        question = f"Discard the draft of cycle {self.form.number}? This cannot be undone."
        self.app.push_screen(Confirm(question), self._discard)

    def _discard(self, yes: bool | None) -> None:
        if not yes:
            return
        cycles, key = self.host.desk.cycles, self.form.coachee_id
        self._filling = True
        self.host.write_soon(lambda: cycles.discard_draft(key), lambda _trouble: None)
        self.dismiss(f"Discarded the draft of cycle {self.form.number}.")


def _first(page: CycleStep) -> str:
    """The name of a page's first field."""
    fields = page.fields()
    return field_name(fields[0]) if fields else ""
