"""Step 1, Observe: when and how, timed notes, priority groups, one focus (IP-5 to IP-10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult

from coach_tui.clock import Clock
from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.dates import local_clock
from coach_tui.domain.note_marks import as_tag
from coach_tui.services.cycle_context import CycleContext
from coach_tui.services.cycle_reading import Reading
from coach_tui.widgets.fields.check_row import CheckRow
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.date_field import DateField, past_day
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.note_editor import NoteEditor
from coach_tui.widgets.fields.number_field import NumberField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.spans import line, roomiest
from screens.cycle.step import CycleStep
from screens.form_rows import Label, beside_label, under_label, words
from screens.host import host_of

FOCUS = "the one lever to work on"

CHECK_IN = "whom you checked in with, what you saw"


def check_in_words(groups: Mapping[str, int], wanted: Sequence[str]) -> str:
    """Check-ins as the note's tags count them: "in your notes: EL 2, SWD 0"; empty for no tag.

    Args:
        groups: lines that name a group, by its name in capitals.
        wanted: the person's priority groups, which are told even with none; the tag of one of
            several words has hyphens for the blanks.
    """
    counted = {name: number for name, number in groups.items() if number > 0}
    if not counted:
        return ""
    told = [f"{name} {counted.pop(as_tag(name), 0)}" for name in wanted]
    told += [f"{name} {number}" for name, number in sorted(counted.items())]
    return "in your notes: " + ", ".join(told)


class ObserveStep(CycleStep):
    """The visit."""

    step = "observe"

    def __init__(self, context: CycleContext, clock: Clock) -> None:
        super().__init__(context)
        self._clock = clock
        self._minutes_note = ""

    def compose(self) -> ComposeResult:
        """When, mode, class, prepared; the notes; priority groups and focus."""
        shortest, longest = self.context.model.visit_minutes
        modes = [(mode.id, mode.name) for mode in self.context.model.modes]
        prepared = [
            (part.id, part.name.lower())
            for part in self.context.model.prerequisites
            if part.id != "content"
        ]
        yield beside_label(
            "When",
            DateField(
                id="f-when",
                today=self._clock.today(),
                read=past_day,
                classes="date",
            ),
            LineField(id="f-at", limit=8, classes="time"),
            NumberField(id="f-minutes", plus=False, digits=4, classes="short"),
            words(f"min (plan {shortest}-{longest})"),
        )
        yield beside_label("Mode", ChoiceRow(modes, id="f-mode"), id="mode-row")
        yield beside_label("Class", LineField(id="f-lesson", placeholder="period, topic"))
        yield beside_label("Prepared", CheckRow(prepared, id="f-prepared"))
        marks = "+ praise  ? probe  > action  * GI evidence  # private"
        yield under_label("Notes", marks, NoteEditor(self._now, id="f-notes"), id="notes-block")
        yield under_label(
            "Priority groups",
            CHECK_IN,
            TextBox(id="f-priority_groups"),
            id="groups-block",
        )
        yield under_label("Focus area", FOCUS, TextBox(id="f-focus"), id="focus-block")

    def _now(self) -> str:
        return local_clock(self._clock.local(self._clock.now()))

    @property
    def hint(self) -> str:
        """A visit outside the planned length is noted, never barred (IP-5)."""
        return self._minutes_note or "Notes stay low-inference: what was said and done."

    def follow(self, form: CycleForm, reading: Reading) -> None:
        """Note the length of the visit, and count the check-ins of the note (IP-6)."""
        self._propose_focus(form)
        tally = self.query_one("#f-notes", NoteEditor).tally
        told = check_in_words(tally.groups, self.context.coachee.priority_groups) or CHECK_IN
        head = line(("Priority groups", ""), (f"  ({glyphs_of(self).shown(told)})", "muted"))
        self.query_one("#groups-block .head", Label).show([head])
        self._minutes_note = next((told for told in reading.warnings if "minutes" in told), "")

    def _propose_focus(self, form: CycleForm) -> None:
        """While no focus is typed, name the pause of the class beside it (PL-3, IP-9)."""
        proposed = self.context.proposed("focus")
        told = FOCUS
        if proposed and not form.focus.strip():
            insert = host_of(self).keys.key_of("cycle.insert")
            room = self.app.size.width - len("Focus area  ()") - 2
            step = glyphs_of(self).shown(proposed[0])
            forms = [f"pause: {words}; {insert} puts it in" for words in (step, step.split()[0])]
            told = roomiest(forms, room)
        head = line(("Focus area", ""), (f"  ({told})", "muted"))
        self.query_one("#focus-block .head", Label).show([head])
