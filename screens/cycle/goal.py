"""Step 3, Goal: the cluster, the GI total with its live gauge, the goal (E2L-2 to E2L-5, CC-4)."""

from __future__ import annotations

from textual.app import ComposeResult

from coach_tui.domain.cycle_form import CycleForm
from coach_tui.services.citations import offered_lines, plain_words
from coach_tui.services.cycle_context import CycleContext
from coach_tui.services.cycle_reading import Reading
from coach_tui.services.framework_files import TIMELINE
from coach_tui.services.ticks import claimed
from coach_tui.widgets.band_gauge import BandGauge
from coach_tui.widgets.band_meter import band_and_distance
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.number_field import NumberField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import fit_line, line
from screens.cycle.step import CycleStep
from screens.form_rows import beside_label, under_label
from screens.host import host_of
from screens.rights import own_rights, rights_lines


class GoalStep(CycleStep):
    """Focus, total, goal."""

    step = "goal"

    def compose(self) -> ComposeResult:
        """The cluster picker, the total with band and gauge, reasons where asked for, the goal."""
        last = self.context.last_total
        yield SpanPane([line((" Cluster", ""), (f"  ({self._phase_words()})", "muted"))])
        yield ClusterPicker(self.context.choices, id="f-cluster")
        yield beside_label("Why this one", LineField(id="f-override", limit=200), id="override-row")
        yield beside_label(
            "GIs so far",
            NumberField(id="f-gi", start=last or 0, classes="short"),
            SpanPane(id="gi-words", classes="fill"),
            id="gi-line",
        )
        yield beside_label("Why lower", LineField(id="f-gi_reason", limit=200), id="reason-row")
        yield BandGauge(id="goal-gauge")
        yield SpanPane(id="gi-evidence")
        goal = self.context.model.meeting[2]
        yield under_label(goal.name, goal.hint, TextBox(id="f-goal"), id="goal-block")
        hint = "what the teacher does for it"
        yield under_label("Change in teaching", hint, TextBox(id="f-goal_practice"))
        yield beside_label(
            "Shown by",
            LineField(id="f-goal_indicator", placeholder="what will show that it is reached"),
        )
        yield SpanPane(id="goal-rights")

    def _phase_words(self) -> str:
        """How clusters are picked at this session."""
        phase = self.context.timeline.phase_of(self.context.session)
        if phase is None:
            return "past the last phase: any cluster"
        rule = "each cluster once" if phase.pick == "each_once" else "one a conversation"
        return f"phase {phase.number}: sessions {phase.first}-{phase.last}, {rule}"

    def on_mount(self) -> None:
        """Reasons are only asked for where a rule wants one."""
        self.query_one("#override-row").display = False
        self.query_one("#reason-row").display = False
        host, rights = host_of(self), self.query_one("#goal-rights", SpanPane)
        rights.display = bool(own_rights(host, TIMELINE))
        rights.show_drawing(lambda width: rights_lines(host, width, TIMELINE))

    @property
    def hint(self) -> str:
        """What row 23 says: the last total."""
        track, session = self.context.track, self.context.session
        before = track.total_before(session)
        if before is None:
            return "A total counts all GIs since session 1; this is the first."
        counts = "carried on" if track.carried is not None else "count from session 1"
        return f"Last total: {before} GIs in {track.before_words(session)}. Totals {counts}."

    def follow(self, form: CycleForm, reading: Reading) -> None:
        """Band, distance and gauge, on every digit; a reason's field where one is wanted."""
        standing = None
        if reading.total is not None:
            standing = self.context.timeline.band_table.standing(
                self.context.session, reading.total
            )
        limits = self.context.timeline.band_table.limits(self.context.session)
        self.query_one(BandGauge).show_count(standing, limits)
        glyphs = glyphs_of(self)
        self.query_one("#gi-words", SpanPane).show_drawing(
            lambda width: [
                band_and_distance(standing, glyphs, width)
                if standing
                else line(("blank: not recorded", "muted"))
            ]
        )
        self._show_evidence(form)
        self._keep_reason_row(reading, asked=bool(form.gi_reason))
        wants_override = bool(reading.problem("override") or form.override)
        self.query_one("#override-row").display = wants_override

    def _show_evidence(self, form: CycleForm) -> None:
        """The note's GI-evidence lines beside the total, as many as there is room for."""
        lines = offered_lines("gi", form.notes)
        glyphs, rows = glyphs_of(self), 6 if self.screen.has_class("-high") else 1
        shown = [glyphs.shown(plain_words(entry)) for entry in lines[-rows:]]
        ticked = len(claimed(form.gi, form.gi_items))
        if ticked:
            told = line((f" {ticked} ticked in the list; another number is one by hand", "muted"))
            self.query_one("#gi-evidence", SpanPane).show_drawing(
                lambda width: [fit_line(told, width)]
            )
            return
        self.query_one("#gi-evidence", SpanPane).show_drawing(
            lambda width: [
                fit_line(line((_count(len(lines), row), "muted"), text), width)
                for row, text in enumerate(shown)
            ]
        )

    def use(self, context: CycleContext) -> None:
        """Offer what is free now, and ask for what is wanted now."""
        super().use(context)
        self.query_one(ClusterPicker).offer(context.choices)
        self.query_one("#reason-row").display = True  # `follow` hides it where none is wanted

    def leaving(self, name: str, reading: Reading) -> None:
        """A total that is lower asks for its reason once it is typed, not at its first digit."""
        self._keep_reason_row(reading, asked=name == "gi")

    def _keep_reason_row(self, reading: Reading, *, asked: bool) -> None:
        """Show the reason's field where it is asked for; hide it where none is wanted."""
        row = self.query_one("#reason-row")
        wanted = bool(reading.problem("gi_reason"))
        row.display = bool(self.query_one("#f-gi_reason", LineField).value) or (
            wanted and (asked or bool(row.display))
        )

    def fill(self, form: CycleForm) -> None:
        """A blank cluster is none."""
        super().fill(form)
        self.query_one(ClusterPicker).value = form.cluster or None

    def open_all(self) -> None:
        """Offer every cluster, those out of order with a reason."""
        picker = self.query_one(ClusterPicker)
        picker.offer(self.context.every_choice)
        picker.focus()


def _count(number: int, row: int) -> str:
    """What stands before a line of evidence: how many there are, before the first."""
    return f" {number} evidence ".ljust(15) if row == 0 else " " * 15
