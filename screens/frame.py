"""The fixed frame of every screen; nothing floats and nothing moves the layout.

Row 1 is the place and the save state, row 23 one message line, row 24 the key bar.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Input, TextArea

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints, command
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from coach_tui.widgets.fields.option_row import OptionRow
from coach_tui.widgets.key_bar import KeyBar
from coach_tui.widgets.message_line import MessageLine
from coach_tui.widgets.spans import Line
from coach_tui.widgets.top_bar import TopBar
from screens.host import Host, host_of

ResultT = TypeVar("ResultT")

FIELDS = (Input, TextArea, OptionRow, ClusterPicker)
"""Widgets that take letters while they have the focus."""


class CoachScreen(Screen[ResultT], inherit_bindings=False):
    """A screen with the frame, the message line and the command table.

    A subclass names its scope, builds its body, and answers each command of the scope with a
    method named after it (`person.gi` → `do_person_gi`).
    """

    SCOPE = "page"
    CSS_PATH: ClassVar[CSSPathType | None] = "frame.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-std"), (110, "-wide")]
    BINDINGS = [Binding("ctrl+c", "how_to_leave", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self._go_pending = False

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
        """Draw rows 1, 23 and 24 anew."""
        if not self.is_mounted:
            return
        self.query_one(TopBar).show(self.place(), self.state_words(), self._mark())
        words = self._told or self.status()
        self.query_one(MessageLine).show(words, position=self.position())
        hints = bar_hints(self.SCOPE, self.situation())
        self.query_one(KeyBar).show(hints, typing=self.is_typing, keys=self.keys_badge())

    def _mark(self) -> str:
        """What row 1 says of the file itself."""
        if self.host.desk.readonly:
            return "READ-ONLY"
        return "DEMO" if self.host.desk.demo else ""

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

    # -- keys -------------------------------------------------------------------------------

    def action_command(self, command_id: str) -> None:
        """Answer a command, or say why it cannot act."""
        self._told = ""
        why = command(self.SCOPE, command_id).why_off(self.situation())
        if why:
            self.say(why)
            return
        getattr(self, command(self.SCOPE, command_id).method)()
        self.draw_frame()

    def action_how_to_leave(self) -> None:
        """Ctrl+C copies a selection in a field; elsewhere it says how to leave."""
        self.say("Q leaves the app, q goes back; nothing is lost.")

    def on_key(self, event: events.Key) -> None:
        """The go strip, and keys that a fast Esc ran into."""
        if self._go_pending:
            self._go_pending = False
            event.stop()
            self.go(event.key)
            return
        if event.key.startswith("alt+") and len(event.key) == 5:
            event.stop()
            self._replay(event.key[4])

    def _replay(self, letter: str) -> None:
        """Esc and a letter within a tenth of a second arrive as Alt+letter: act as both."""
        self.app.simulate_key("escape")
        self.app.call_later(self.app.simulate_key, letter)

    def on_paste(self, event: events.Paste) -> None:
        """A paste outside a field does nothing."""
        event.stop()
        self.say("That looked like a paste; open a field first.")

    def go(self, key: str) -> None:
        """Go to the place a letter of the go strip names."""
        if key == "g":
            self.go_top()
        elif key == "c":
            self.go_home()
        else:
            self.say("")

    def go_top(self) -> None:
        """The top of whatever the screen lists."""

    def go_home(self) -> None:
        """Back to the caseload, leaving each screen in its own way."""
        if len(self.app.screen_stack) > 1:
            self.do_app_back()

    # -- commands of every screen -----------------------------------------------------------

    def do_go_menu(self) -> None:
        """Show the go strip in row 23 and wait for its letter."""
        self._go_pending = True
        self._told = "Go to:  g top  c caseload"

    def do_app_help(self) -> None:
        """Open the help of this screen."""
        from screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.SCOPE))

    def do_app_quit(self) -> None:
        """Leave the app, drafts kept."""
        self.host.quit()

    def do_app_redraw(self) -> None:
        """Draw everything again."""
        self.app.refresh(repaint=True, layout=True)

    def do_app_back(self) -> None:
        """Close this screen."""
        self.dismiss()

    def do_app_leave(self) -> None:
        """Leave the app from its home screen."""
        self.host.quit()
