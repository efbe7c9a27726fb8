"""What a cycle may further hold; nothing of it is asked for (CC-3, CC-7, DLP-1B to DLP-1D)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from coach_tui.domain.cycle_form import CycleForm
from coach_tui.services.framework_files import CONTINUUM
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.text import LINE_LIMIT
from coach_tui.widgets.fields.check_row import CheckRow
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import line
from screens.cycle.box import CycleBox
from screens.field_screen import field_name
from screens.form_rows import beside_label, under_label
from screens.frame import FIELDS
from screens.host import host_of
from screens.rights import own_rights

WORK_WORDS = (("plan", "planning"), ("implement", "trying it out"), ("sustain", "keeping it up"))
"""Where the work stands, and our words for it."""

TEXTS = (
    ("challenge", "Challenge", "what stands in the way"),
    ("root_cause", "Root cause", "why it is so, not how it shows"),
    ("strategy", "Strategy", "what you try together"),
)
"""The texts of it: the field, its label, what it asks for."""


class MoreBox(CycleBox):
    """Challenge, kind of visit, the meeting's plan. Closing it keeps all."""

    AUTO_FOCUS = "TextBox"
    CSS_PATH = ["../form.tcss", "more.tcss"]

    def __init__(
        self, form: CycleForm, shelf: FrameworkShelf, keep: Callable[[CycleForm], None]
    ) -> None:
        """A box over a cycle.

        Args:
            form: the cycle's form.
            shelf: the frameworks, which name the kinds of visit and the parts of a plan.
            keep: takes the form at each change.
        """
        super().__init__()
        self._form = form
        self._shelf = shelf
        self._keep_form = keep

    def compose(self) -> ComposeResult:
        """What was worked on, what the visit was, then the plan."""
        with Vertical(classes="dialog"):
            yield SpanPane([line(("More of this meeting", "title"), "  none of it is asked for")])
            with VerticalScroll(id="more", can_focus=False):
                yield from self._work()
                yield from self._plan()
            yield SpanPane([line(("Tab", "key"), " next  ", ("Esc", "key"), " keep and close")])

    def _work(self) -> Iterable[Widget]:
        form, kinds = self._form, self._shelf.coaching_model().visit_kinds
        for name, label, hint in TEXTS:
            yield under_label(label, hint, TextBox(getattr(form, name), id=f"f-{name}"))
        yield beside_label("Tool", LineField(form.tool, limit=LINE_LIMIT, id="f-tool"))
        options = [(kind.id, kind.name) for kind in kinds]
        yield beside_label("Visit was", CheckRow(options, form.kinds, id="f-kinds"))
        yield beside_label("Work is in", ChoiceRow(WORK_WORDS, form.work, id="f-work"))

    def _plan(self) -> Iterable[Widget]:
        yield SpanPane([line(("Plan of the meeting", "strong"))], classes="heading")
        for part in self._shelf.continuum().plan_parts:
            box = TextBox(self._form.plan.get(part.id, ""), id=f"f-plan_{part.id}")
            yield under_label(part.name, part.hint, box)
        if rights := own_rights(host_of(self), CONTINUUM):
            yield SpanPane([line((glyphs_of(self).shown(rights), "muted"))])

    def keep(self) -> None:
        """Put the fields into the form, and hand it on."""
        values: dict[str, object] = {
            field_name(field): getattr(field, "value", "")
            for field in self.query("*")
            if _is_field(field)
        }
        plan = {
            name.removeprefix("plan_"): str(value)
            for name, value in values.items()
            if name.startswith("plan_") and value
        }
        own = {name: value for name, value in values.items() if not name.startswith("plan_")}
        kept = {key: text for key, text in self._form.plan.items() if f"plan_{key}" not in values}
        self._form = self._form.but(**own, plan={**kept, **plan})
        self._keep_form(self._form)


def _is_field(widget: Widget) -> bool:
    return isinstance(widget, FIELDS) and bool(widget.id)
