"""The fields of a cycle or a bare count that is corrected; its total has the live band."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from coach_tui.services.correction_form import CorrectionForm
from coach_tui.services.desk import Desk
from coach_tui.text import LINE_LIMIT, visible
from coach_tui.widgets.band_meter import band_and_distance
from coach_tui.widgets.fields.check_row import CheckRow
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from coach_tui.widgets.fields.date_field import DateField, past_day
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.number_field import NumberField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line
from screens.cycle.more import TEXTS, WORK_WORDS
from screens.form_rows import beside_label, under_label, words

_BOXES = (
    ("priority_groups", "Priority groups"),
    ("focus", "Focus area"),
    ("praise", "Precise praise"),
    ("probes", "Probing questions"),
    ("reflection", "Teacher's reflection"),
    ("engagement", "Engagement data"),
    ("own_words", "Self-assessment, in their words"),
    ("goal", "Goal"),
    ("goal_practice", "Change in teaching"),
    ("step", "Action step"),
)


def cycle_rows(form: CorrectionForm, desk: Desk) -> Iterable[Widget]:
    """When it was, its cluster and totals; for a cycle all that was seen and said too."""
    whole = "praise" in form.stored
    yield beside_label("When", *_when(desk, whole=whole))
    yield beside_label(
        "GIs so far",
        NumberField(id="f-total", plus=False, classes="short"),
        SpanPane(id="gi-words", classes="fill"),
    )
    yield beside_label(
        "Coach's count",
        NumberField(id="f-coach_total", plus=False, classes="short"),
        words("your own, for you and the teacher"),
    )
    yield beside_label(
        "Cluster",
        ClusterPicker(desk.corrections.cycles.choices(form), empty="not set", id="f-cluster"),
        id="cluster-row",
    )
    if whole:
        yield from _whole(desk)
        yield from _further(form, desk)


def past_field(desk: Desk, name: str) -> DateField:
    """A field for a day that has happened."""
    return DateField(
        id=f"f-{name}",
        today=desk.clock.today(),
        read=past_day,
        classes="date",
    )


def _when(desk: Desk, *, whole: bool) -> list[Widget]:
    """The day; of a cycle the time and the minutes too."""
    day = past_field(desk, "when")
    if not whole:
        return [day]
    at, minutes = (
        LineField(id="f-at", limit=8, classes="time"),
        NumberField(id="f-minutes", plus=False, classes="short"),
    )
    return [day, at, minutes, words("min")]


def _whole(desk: Desk) -> Iterable[Widget]:
    """How it was held, what was written of it."""
    modes = [(mode.id, mode.name) for mode in desk.shelf.coaching_model().modes]
    yield beside_label("Mode", ChoiceRow(modes, id="f-mode"))
    yield beside_label("Class", LineField(id="f-lesson", limit=LINE_LIMIT))
    for name, label in _BOXES:
        yield under_label(label, "", TextBox(id=f"f-{name}"), id=f"{name}-block")
    yield beside_label("Shown by", LineField(id="f-goal_indicator", limit=LINE_LIMIT))
    yield beside_label("Apply it in", LineField(id="f-step_lesson", limit=LINE_LIMIT))


def _further(form: CorrectionForm, desk: Desk) -> Iterable[Widget]:
    """What a cycle may further hold (CC-3, CC-7, DLP-1B to DLP-1D)."""
    kinds = [(kind.id, kind.name) for kind in desk.shelf.coaching_model().visit_kinds]
    known = {key for key, _ in kinds}
    kinds += [(key, visible(key)) for key in form.stored["kinds"].split() if key not in known]
    yield beside_label("Visit was", CheckRow(kinds, id="f-kinds"))
    for name, label, _hint in TEXTS:
        yield under_label(label, "", TextBox(id=f"f-{name}"))
    yield beside_label("Tool", LineField(id="f-tool", limit=LINE_LIMIT))
    yield beside_label("Work is in", ChoiceRow(WORK_WORDS, id="f-work"))
    names = {part.id: part.name for part in desk.shelf.continuum().plan_parts}
    for name in (name for name in form.stored if name.startswith("plan_")):
        key = name.removeprefix("plan_")
        yield under_label("Plan", names.get(key, visible(key)), TextBox(id=f"f-{name}"))


def total_words(form: CorrectionForm, desk: Desk, typed: str, glyphs: Glyphs, width: int) -> Line:
    """What stands beside the total as it is typed: its band, and how far the next one is."""
    standing = desk.corrections.cycles.standing(form, typed)
    if standing is not None:
        return band_and_distance(standing, glyphs, width)
    told = "blank: not recorded" if not typed.strip() else "no session number yet"
    return line((told, "muted"))
