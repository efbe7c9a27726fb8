"""The teacher's self-assessment on the session's cluster, and the coach's own count (E2L-2)."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical

from coach_tui.domain.cycle import STATES
from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.framework import Cluster
from coach_tui.services.framework_files import TIMELINE
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.number_field import NumberField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import line
from screens.cycle.box import CycleBox
from screens.form_rows import beside_label, under_label, words
from screens.host import host_of
from screens.rights import own_rights, rights_lines


class SelfAssessmentBox(CycleBox):
    """Each look-for, the teacher's words, the coach's own count. Closing it keeps all."""

    AUTO_FOCUS = "ChoiceRow"
    CSS_PATH = ["../form.tcss", "assess.tcss"]

    def __init__(
        self, form: CycleForm, cluster: Cluster, keep: Callable[[CycleForm], None]
    ) -> None:
        """A box over a cycle.

        Args:
            form: the cycle's form.
            cluster: the cluster that is assessed.
            keep: takes the form at each change.
        """
        super().__init__()
        self._form = form
        self._keep_form = keep
        self._cluster = cluster

    def compose(self) -> ComposeResult:
        """A row a look-for, then the words, then the count."""
        host = host_of(self)
        shown = host.glyphs.shown
        with Vertical(classes="dialog"):
            title = f"Self-assessment, cluster {self._cluster.id}  {self._cluster.name}"
            yield SpanPane([line((shown(title), "title"))])
            yield words("How the teacher sees each look-for; their GI total is the recorded one.")
            for number, look in enumerate(self._cluster.look_fors):
                state = self._form.ratings.get(look.id, "")
                yield words(shown(look.text), "")
                yield ChoiceRow(STATES, state, id=f"look-{number}")
            box = TextBox(self._form.own_words, id="own-words")
            yield under_label("Their words", "", box)
            yield beside_label(
                "Coach's count",
                NumberField(self._form.coach_gi, plus=False, id="coach-gi", classes="short"),
                words("beside the teacher's total, kept between you"),
            )
            if own_rights(host, TIMELINE):
                yield SpanPane(id="assess-rights")
            yield SpanPane([line(("Tab", "key"), " next  ", ("Esc", "key"), " keep and close")])

    def on_mount(self) -> None:
        """Whose the look-fors are, where they are the coach's own."""
        pane = self.query_one_optional("#assess-rights", SpanPane)
        if pane is not None:
            pane.show_drawing(lambda width: rights_lines(host_of(self), width, TIMELINE)[1:])

    def keep(self) -> None:
        """Put the fields into the form, and hand it on."""
        ratings = {
            look.id: self.query_one(f"#look-{number}", ChoiceRow).value
            for number, look in enumerate(self._cluster.look_fors)
        }
        others = {
            key: state
            for key, state in self._form.ratings.items()
            if key not in {look.id for look in self._cluster.look_fors}
        }
        self._form = self._form.but(
            ratings={**others, **{key: state for key, state in ratings.items() if state}},
            own_words=self.query_one("#own-words", TextBox).text,
            coach_gi=self.query_one("#coach-gi", NumberField).value,
        )
        self._keep_form(self._form)
