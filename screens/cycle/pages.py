"""The steps of a cycle on screen: which one, what is typed in them, what follows from it."""

from __future__ import annotations

from textual.widget import Widget

from coach_tui.domain.cycle_form import STEPS, CycleForm, Step, blanks, step_state
from coach_tui.domain.note_form import iso
from coach_tui.services.cycle_reading import Reading
from coach_tui.services.cycles import OpenCycle
from coach_tui.widgets.stepper import Stepper
from screens.cycle.step import CycleStep
from screens.field_screen import field_name
from screens.form import FormScreen

_REASONS = {"gi": "gi_reason", "cluster": "override"}
"""Where the reason is typed that a field may ask for."""


class CyclePages(FormScreen):
    """Five steps, one of them on screen.

    Attributes:
        opened: the context the form is read against, and the draft it came from.
        form: what is typed.
        step: the step on screen.
    """

    SCOPE = "cycle"

    def __init__(self, opened: OpenCycle) -> None:
        super().__init__()
        self.opened = opened
        self.form: CycleForm = opened.form
        self.step: Step = "observe"

    @property
    def virtual(self) -> bool:
        """Whether the meeting is held at a distance."""
        return self.opened.context.is_virtual(self.form.mode)

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
        self.follow()
        names = [field_name(shown) for shown in self.fields()]
        wanted = [field, self._first_blank(step), *names[:1]]
        target = next((name for name in wanted if name in names), None)
        if target:
            self.query_one(f"#f-{target}").focus()
        else:
            self.stop_typing()
        self.draw_frame()

    def _first_blank(self, step: Step) -> str:
        """The first blank field of a step, empty where there is none."""
        empty = (f.name for f in blanks(self.form, virtual=self.virtual) if f.step == step)
        return next(empty, "")

    # -- what is typed ----------------------------------------------------------------------

    def field_changed(self, name: str) -> None:
        """Take the value into the form; what hangs on it follows on every key."""
        value = self.typed_values()[name]
        self.form = self.form.but(**{name: "" if value is None else value})
        if name == "notes" and self.form.notes.strip() and not self.form.note_started:
            self.form = self.form.but(note_started=iso(self.host.desk.clock.now()))
        self.follow()

    def reading(self) -> Reading:
        """The form's values and what is wrong with them."""
        return self.host.desk.cycles.read(self.form, self.opened.context)

    def follow(self) -> None:
        """The step on screen shows what follows from the form; the stepper what is filled."""
        self.page().follow(self.form, self.reading())
        filled = {
            number
            for number, step in enumerate(STEPS[:4], start=1)
            if step_state(self.form, step, virtual=self.virtual) == "ok"
        }
        self.query_one(Stepper).show(STEPS.index(self.step) + 1, filled)
        self.draw_frame()

    def field_leaving(self, name: str) -> None:
        """The step may ask for more before the cursor goes on."""
        self.page().leaving(name, self.reading())

    def field_left(self, name: str) -> None:
        """A field that cannot be read is told of once it is left, never while half typed."""
        reading = self.reading()
        self.page().leaving(name, reading)
        if told := reading.problem(name) or reading.problem(_REASONS.get(name, "")):
            self.say(told)

    # -- moving between steps ---------------------------------------------------------------

    def _by_step(self, by: int) -> None:
        at = STEPS.index(self.step) + by
        if 0 <= at < len(STEPS):
            self.show_step(STEPS[at])

    def after_last_field(self) -> None:
        """Tab past the last field of a step goes to the first field of the next."""
        at = STEPS.index(self.step) + 1
        if at == len(STEPS):
            self.say(f"This is the last step; {self.key_of('cycle.save')} saves the cycle.")
            return
        first = self.pages()[at].fields()[:1]
        self.show_step(STEPS[at], field_name(first[0]) if first else "")

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
