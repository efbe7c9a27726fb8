"""A small app to mount widgets in, made-up sessions, and what a widget has drawn as plain text."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from textual import on
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

import coach_tui
from coach_tui import themes
from coach_tui.domain.bands import BandLimits, BandTable
from coach_tui.domain.track import SessionPoint, Track
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from coach_tui.widgets.fields.messages import Edited, NotTaken
from coach_tui.widgets.glyphs import ASCII, UNICODE
from coach_tui.widgets.row_list import RowList

HOSTILE = (
    "[b]bold[/b] [/red] [link=x]",
    "\x1b[31mred\x1b]0;title\x07",
    "abc\u202egnp.exe\u2066\u200b\ufeff",
    "x" * 10_000,
    "日本語 Iñés e\u0301 \U0001f469\u200d\U0001f469\u200d\U0001f467",
    "tab\tand\r\nreturn\x00\x7f\x9b31m",
    "\ud800 alone",
)
"""Texts that break screens."""

APPROACHING = (3, 5, 8, 11, 13, 16, 18, 20, 23, 25, 28, 30, 33, 35)
BANDS = BandTable(
    tuple(BandLimits(s, 1, APPROACHING[s - 1], 5 * s, 5 * s + 5) for s in range(1, 15))
)
PHASES = ((1, 4, "A-D"), (5, 7, "E-G"), (8, 11, "H-K"), (12, 14, "L-N"))
TOTALS = (6, 12, 19, 25, 31, 36, 42, 47, 52, 58, 63, 68)


def track(totals: Sequence[int | None], clusters: str = "CABDFEGHKIJLMN") -> Track:
    """A made-up track with these totals from session 1 on."""
    points = tuple(
        SessionPoint(n, total, (clusters * 2)[n - 1], date(2025, 1, 6), f"c{n}")
        for n, total in enumerate(totals, 1)
    )
    return Track("p1", "2024-25", points)


Kind = TypeVar("Kind", bound=Message)


class KitApp(App[None]):
    """Some widgets, one below the other.

    Attributes:
        widgets: they are made when the app runs where a function is given: a field with a text
            can only be made inside an app.
        told: every message of ours, in order.
    """

    AUTO_FOCUS = None

    CSS_PATH = Path(coach_tui.__file__).parent / "base.tcss"

    def __init__(
        self,
        widgets: Iterable[Widget] | Callable[[], Iterable[Widget]],
        colors: themes.Colors = "truecolor",
        *,
        plain: bool = False,
    ) -> None:
        super().__init__(ansi_color=themes.theme_for(colors).ansi or None)
        self.glyphs = ASCII if plain else UNICODE
        self.widgets: list[Any] = []
        self.source = widgets
        self.told: list[Message] = []
        themes.wear(self, colors)

    def compose(self) -> ComposeResult:
        """The widgets."""
        self.widgets = list(self.source() if callable(self.source) else self.source)
        yield from self.widgets

    @on(Edited)
    @on(NotTaken)
    @on(ClusterPicker.Picked)
    @on(ClusterPicker.Refused)
    @on(RowList.Moved)
    @on(RowList.Opened)
    def keep(self, message: Message) -> None:
        """Keep a message."""
        self.told.append(message)

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The kept messages of a kind."""
        return [message for message in self.told if isinstance(message, kind)]


def strips(widget: Widget) -> list[Strip]:
    """What a widget draws, row by row."""
    return widget.render_lines(Region(0, 0, *widget.size))


def drawn(widget: Widget) -> str:
    """What a widget draws, as plain text without the spaces at the ends of rows."""
    return "\n".join(strip.text.rstrip() for strip in strips(widget))
