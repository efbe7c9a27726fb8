"""How the coach works in a cycle: one of three, after three questions (CC-2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from coach_tui.services.framework_files import CONTINUUM
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.glyphs import glyphs_of
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line, wrap_text
from screens.bindings import bindings_for
from screens.cycle.box import CycleBox
from screens.host import host_of
from screens.rights import rights_lines


class _Stances(ChoiceRow):
    """The three, and `0` for none of them."""

    def on_key(self, event: events.Key) -> None:
        """`0` clears."""
        if event.key == "0":
            event.stop()
            event.prevent_default()
            self.value = ""
        else:
            super().on_key(event)


class StanceBox(CycleBox, inherit_bindings=False):
    """Places the stance of a cycle. Closing it keeps what is picked."""

    AUTO_FOCUS = "_Stances"
    CSS_PATH = ["../form.tcss", "stance.tcss"]
    BINDINGS = bindings_for(CycleBox.SCOPE)

    def __init__(
        self, what: str, stance: str, shelf: FrameworkShelf, keep: Callable[[str], None]
    ) -> None:
        """A box over a cycle, or over the profile.

        Args:
            what: which cycle: "cycle 4".
            stance: where it is placed now, empty for nowhere.
            shelf: the frameworks, which name the stances and the questions.
            keep: takes what is picked, as it is picked.
        """
        super().__init__()
        self._what = what
        self._stance = stance
        self._shelf = shelf
        self._keep_stance = keep

    def compose(self) -> ComposeResult:
        """The questions, the three, what each of them is."""
        stances = [(part.id, part.name) for part in self._shelf.continuum().stances]
        with Vertical(classes="dialog"):
            yield SpanPane(id="questions")
            yield _Stances(stances, self._stance, id="stance")
            yield SpanPane(id="stances")

    def on_mount(self) -> None:
        """Draw the words for the width there is."""
        self.query_one("#questions", SpanPane).show_drawing(self._questions)
        self.query_one("#stances", SpanPane).show_drawing(self._glosses)

    def _questions(self, width: int) -> list[Line]:
        shown = glyphs_of(self).shown
        told = "Your own view of how you work here; it stands in no copy."
        head = line(("Stance", "title"), (f"  {shown(self._what)}", "muted"))
        parts = self._shelf.continuum().questions
        return [head, *wrap_text(told, width, "muted"), EMPTY, *_parts(parts, width), EMPTY]

    def _glosses(self, width: int) -> list[Line]:
        keys = line(("0", "key"), " clear  ", ("Esc", "key"), " keep and close")
        lines = _parts(self._shelf.continuum().stances, width)
        return [keys, EMPTY, *lines, *rights_lines(host_of(self), width, CONTINUUM)[1:]]

    def keep(self) -> None:
        """Hand on what is picked."""
        self._keep_stance(self.query_one(_Stances).value)

    def action_next_field(self) -> None:
        """Enter: there is one field, so it closes."""
        self.dismiss()


def _parts(parts: Iterable[object], width: int) -> list[Line]:
    """Names with what they mean, set in behind the longest name."""
    named = [(str(getattr(part, "name", "")), str(getattr(part, "hint", ""))) for part in parts]
    column = max((len(name) for name, _ in named), default=0) + 2
    return [
        row
        for name, hint in named
        for row in wrap_line(line(name.ljust(column), (hint, "muted")), width, hang=column)
    ]
