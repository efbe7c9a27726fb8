"""The field that picks the cluster of a session; its letter is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.widget import Widget

from coach_tui.widgets.fields.messages import Edited, move_on
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.paint import TONE_CLASSES
from coach_tui.widgets.span_pane import Drawn
from coach_tui.widgets.spans import Line, fit_line, line, pad_line, retone

if TYPE_CHECKING:  # the framework's models load pydantic, which the first screen does without
    from coach_tui.domain.clusters import ClusterChoice

ROWS = 7
"""The most rows the open list takes; it moves under the cursor when there are more."""


def cluster_line(choice: ClusterChoice, width: int, glyphs: Glyphs) -> Line:
    """A cluster on one line: "C  Name   look-for; look-for", with a note where it has one."""
    cluster = choice.cluster
    looks = glyphs.shown("; ".join(look.text for look in cluster.look_fors))
    note = "next as agreed  " if choice.next_agreed else ""
    if choice.used_in is not None:
        note = f"used in session {choice.used_in}  "
    name = (glyphs.shown(cluster.name), "strong")
    return fit_line(line((cluster.id, "key"), "  ", name, "   ", note, (looks, "muted")), width)


def cluster_list(
    choices: Sequence[ClusterChoice], active: int, width: int, glyphs: Glyphs, rows: int = ROWS
) -> tuple[Line, ...]:
    """The open list: a window of the choices around the one under the cursor.

    Args:
        choices: what is offered.
        active: the index under the cursor; -1 for none yet.
        width: cells.
        glyphs: the letters to draw with.
        rows: how many rows there are; they move with the one under the cursor.
    """
    top = max(0, min(active - rows + 1, len(choices) - rows))
    drawn_rows = []
    for index in range(top, min(top + rows, len(choices))):
        drawn = line(" ", *cluster_line(choices[index], width - 1, glyphs))
        drawn_rows.append(retone(pad_line(drawn, width), "cursor") if index == active else drawn)
    return tuple(drawn_rows)


def look_for_lines(picked: ClusterChoice | None, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The look-fors of the picked cluster, a line each."""
    looks = picked.cluster.look_fors if picked else ()
    return tuple(
        fit_line(line((f"   {glyphs.dot} {glyphs.shown(look.text)}", "muted")), width)
        for look in looks
    )


class ClusterPicker(Drawn, can_focus=True):
    """Shows the picked cluster; while it has the focus, the clusters on offer beneath it.

    They stay while none is picked, where all of them fit.

    A letter picks its cluster. Up and Down pick the one above or below, but only point at one that
    asks for a reason: there Enter or its letter picks. Enter then moves on.

    Attributes:
        choices: the clusters on offer.
        empty: our own words for "none picked".
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = TONE_CLASSES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("enter", "take", show=False),
    ]

    @dataclass
    class Picked(Message):
        """A cluster was picked by key; its choice may ask for a reason."""

        picker: ClusterPicker
        choice: ClusterChoice

        @property
        def control(self) -> Widget:
            """The field."""
            return self.picker

    @dataclass
    class Refused(Message):
        """A letter was pressed that is not on offer."""

        picker: ClusterPicker
        letter: str

        @property
        def control(self) -> Widget:
            """The field."""
            return self.picker

    def __init__(
        self,
        choices: Sequence[ClusterChoice] = (),
        value: str | None = None,
        *,
        empty: str = "press the letter of a cluster",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.choices = tuple(choices)
        self.empty = empty
        self._value = value
        self._known = {choice.cluster.id: choice for choice in choices}
        self.active = self._index(value)

    @property
    def value(self) -> str | None:
        """The id of the picked cluster, None for none. It may be one no longer on offer."""
        return self._value

    @value.setter
    def value(self, key: str | None) -> None:
        if key == self._value:
            return
        self._value = key
        self.active = self._index(key)
        if self.is_mounted:
            self.redraw()
            self.post_message(Edited(self))

    def offer(self, choices: Sequence[ClusterChoice]) -> None:
        """Offer other clusters; the picked one stays picked."""
        self.choices = tuple(choices)
        self._known |= {choice.cluster.id: choice for choice in choices}
        self.active = self._index(self._value)
        self.redraw()

    def pick(self, index: int) -> None:
        """Pick a cluster on offer."""
        choice = self.choices[index]
        self.value = choice.cluster.id
        self.post_message(self.Picked(self, choice))

    def _index(self, key: str | None) -> int:
        found = (i for i, choice in enumerate(self.choices) if choice.cluster.id == key)
        return next(found, -1)

    def on_key(self, event: events.Key) -> None:
        """A letter picks its cluster, or is told as not on offer."""
        if not event.is_printable:
            return
        event.stop()
        event.prevent_default()
        letter = (event.character or "").upper()
        index = self._index(letter)
        if index >= 0:
            self.pick(index)
        elif letter.strip():
            self.post_message(self.Refused(self, letter))

    def action_step(self, by: int) -> None:
        """Go up or down the list."""
        at = max(0, min(self.active + by, len(self.choices) - 1))
        if not self.choices or at == self.active:
            return
        self.active = at
        if self.choices[at].needs_reason:
            self.redraw()
            self._point()
        else:
            self.pick(at)

    async def action_take(self) -> None:
        """Enter: pick what the cursor points at, and move on."""
        if self.active >= 0 and self.choices[self.active].cluster.id != self._value:
            self.pick(self.active)
        await move_on(self)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Open the list, or close it."""
        super().watch_has_focus(_has_focus)
        self.active = self._index(self._value)
        self.redraw()
        if _has_focus:
            self._point()

    def _point(self) -> None:
        """Put the terminal's own cursor on the row, for screen readers."""
        rows = self._rows(self.content_size.height)
        top = max(0, min(self.active - rows + 1, len(self.choices) - rows))
        row = self.active - top + 1 if self.active >= 0 else 0
        self.app.cursor_position = self.content_region.offset + Offset(0, row)

    def draw(self, size: Size) -> Sequence[Line]:
        """The picked cluster and its look-fors; the list in focus, or until one is picked."""
        picked = self._known.get(self._value or "")
        words = (self.glyphs.shown(self._value or self.empty), "" if self._value else "muted")
        head = cluster_line(picked, size.width, self.glyphs) if picked else line(words)
        if not self.has_focus and (self._value or len(self.choices) >= size.height):
            looks = look_for_lines(picked, size.width, self.glyphs) if size.height > 1 else ()
            return (head, *looks)
        rows = self._rows(size.height)
        return (head, *cluster_list(self.choices, self.active, size.width, self.glyphs, rows))

    def _rows(self, height: int) -> int:
        """How many clusters the open list shows; the first row is the picked one's."""
        return min(ROWS, height - 1) if height > 1 else ROWS
