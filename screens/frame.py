"""The fixed frame of every screen; nothing floats and nothing moves the layout.

Row 1 is the place and the save state, row 23 one message line, row 24 the key bar.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Input, TextArea

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.services.desk import Desk
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from coach_tui.widgets.fields.option_row import OptionRow
from coach_tui.widgets.key_bar import Hint, KeyBar
from coach_tui.widgets.message_line import MessageLine
from coach_tui.widgets.spans import Line, cells
from coach_tui.widgets.top_bar import TopBar
from screens.field_hints import with_field_hint
from screens.host import Host, host_of

ResultT = TypeVar("ResultT")

SMALLEST = (60, 18)
"""Columns and rows below which screens are not laid out."""

TOO_SMALL = "Make the window larger: 60x18 or more. Nothing is lost."

BESIDE = 8
"""Cells of row 23 that a screen's message leaves to the position, as lists have it: "15/15"."""

FRAME_CSS = Path(__file__).with_name("frame.tcss")
"""The frame's own rules; a screen with more rules names both."""

FIELDS = (Input, TextArea, OptionRow, ClusterPicker)
"""Widgets that take letters while they have the focus."""


class Frame(Screen[ResultT], inherit_bindings=False):
    """Draws the frame around a body; a subclass says what stands in it.

    Attributes:
        status_by_the_way: whether `status` is drawn in the background.
    """

    status_by_the_way = False

    SCOPE = "page"
    CSS_PATH: ClassVar[CSSPathType | None] = FRAME_CSS
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-std"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-full"), (36, "-high")]

    def __init__(self) -> None:
        super().__init__()
        self._told = ""

    @property
    def host(self) -> Host:
        """The app, as screens know it."""
        return host_of(self)

    # -- what a subclass says ---------------------------------------------------------------

    def compose_body(self) -> Iterable[Widget]:
        """The widgets between row 1 and row 23."""
        return ()

    def place(self) -> Line:
        """What row 1 says on its left."""
        return ()

    def state_words(self) -> str:
        """What row 1 says on its right."""
        return self.host.saved_words

    def status(self) -> str:
        """What row 23 says while there is no message: the current thing in words."""
        return ""

    def position(self) -> str:
        """What row 23 says on its right, such as "3/15"."""
        return ""

    def situation(self) -> Situation:
        """What commands look at to tell whether they can act."""
        return Situation(readonly=self.host.desk.readonly, typing=self.is_typing)

    def hints(self) -> tuple[Hint, ...]:
        """What the key bar says."""
        hints = bar_hints(self.SCOPE, self.situation(), self.host.keys.scopes)
        return with_field_hint(hints, self.focused) if self.is_typing else hints

    def keys_badge(self) -> bool:
        """Whether the key bar shows a KEYS badge when nothing is being typed."""
        return False

    def keep_draft(self, *, closed: bool) -> None:
        """Put what is being typed on the disk now, on this thread; nothing where nothing is."""

    # -- the frame --------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Row 1, the body, row 23, row 24."""
        yield TopBar()
        yield from self.compose_body()
        yield MessageLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """Draw the frame once the widgets are there."""
        self.draw_frame()

    def on_screen_resume(self) -> None:
        """Draw the frame again when a screen above was closed."""
        self.draw_frame()

    def draw_frame(self) -> None:
        """Draw rows 1, 23 and 24 anew; nothing while they are not there yet, or no more."""
        top, message = self.query_one_optional(TopBar), self.query_one_optional(MessageLine)
        keys = self.query_one_optional(KeyBar)
        if not self.is_mounted or top is None or message is None or keys is None:
            return
        top.show(self.place(), self.state_words(), file_mark(self.host.desk))
        words = self._told or self.status()
        if self.size.width < SMALLEST[0] or self.size.height < SMALLEST[1]:
            words = TOO_SMALL
        muted = not self._told and self.status_by_the_way
        message.show(words, position=self.position(), muted=muted)
        keys.show(self.hints(), typing=self.is_typing, keys=self.keys_badge())

    def on_resize(self) -> None:
        """Draw the frame for the new size."""
        self.call_after_refresh(self.draw_frame)

    def say(self, words: str) -> None:
        """Say something in row 23; it stays until the next key."""
        self._told = words
        self.draw_frame()

    @property
    def is_typing(self) -> bool:
        """Whether a field takes the letters: the TYPING state."""
        return isinstance(self.focused, FIELDS)

    def on_descendant_focus(self) -> None:
        """The key bar follows the state."""
        self.draw_frame()

    def on_descendant_blur(self) -> None:
        """The key bar follows the state."""
        self.draw_frame()


def room_of(frame: Frame[Any]) -> int:
    """Cells that row 23 of a screen has for words, beside the position."""
    return frame.size.width - cells(frame.position()) - 3


def file_mark(desk: Desk) -> str:
    """What row 1 says of the file itself."""
    if desk.readonly:
        return "READ-ONLY"
    return "DEMO" if desk.demo else ""
