"""A screen of the app: the frame, its commands, and the keys that work on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType

from coach_tui.commands.registry import command
from screens.frame import ResultT
from screens.go_strip import GoStrip

if TYPE_CHECKING:  # only the command line needs what finds a name
    from coach_tui.commands.finding import Asked


class CoachScreen(GoStrip[ResultT]):
    """A frame with commands.

    A subclass names its scope, builds its body, and answers each command of the scope with a
    method named after it (`person.gi` → `do_person_gi`).
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "how_to_leave", show=False)]

    def action_command(self, command_id: str) -> None:
        """Answer a command, or say why it cannot act."""
        self._told = ""
        why = command(self.SCOPE, command_id).why_off(self.situation())
        if why:
            self.say(why)
            return
        getattr(self, command(self.SCOPE, command_id).method)()
        self.draw_frame()

    def key_of(self, command_id: str) -> str:
        """The first key of a command as it is printed, for our own sentences."""
        return self.host.keys.key_of(command_id)

    def action_how_to_leave(self) -> None:
        """Ctrl+C copies a selection in a field; elsewhere it says how to leave."""
        leave, back = self.key_of("app.quit"), self.key_of("app.back")
        self.say(f"{leave} leaves the app, {back} goes back; nothing is lost.")

    def on_paste(self, event: events.Paste) -> None:
        """A paste outside a field does nothing."""
        event.stop()
        self.say("That looked like a paste; open a field first.")

    def go(self, key: str) -> None:
        """Go to the place a letter of the go strip names."""
        from screens.going import go_to
        from screens.places import PLACES

        if key == "g":
            self.go_top()
        elif key in PLACES:
            go_to(self, key)
        elif key == "s":
            self.do_app_search()
        else:
            self.say("")

    def leave_for_a_place(self) -> None:
        """Close this screen on the way to a place, as going back does."""
        self.do_app_back()

    def go_top(self) -> None:
        """The top of whatever the screen lists."""

    # -- commands of every screen -----------------------------------------------------------

    def do_app_search(self) -> None:
        """Search everything written."""
        from screens.search.screen import open_search

        open_search(self)

    def do_app_help(self) -> None:
        """Open the help of this screen."""
        from screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.SCOPE))

    def do_app_sources(self) -> None:
        """Open the documents behind the app."""
        from screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen())

    def do_app_commands(self) -> None:
        """Open the command line; what it gives is done here."""
        from screens.dialogs.command_line import CommandLine

        self.app.push_screen(CommandLine(self.SCOPE, self.situation()), self._asked_for)

    def do_app_palette(self) -> None:
        """Open the command line from within a field."""
        self.do_app_commands()

    def _asked_for(self, asked: Asked | None) -> None:
        """Answer a command that was asked for by its name."""
        if asked is None:
            return
        if asked.text:
            self._told = ""
            getattr(self, asked.command.method)(asked.text)
            self.draw_frame()
        else:
            self.action_command(asked.command.id)

    def do_app_quit(self) -> None:
        """Leave the app, drafts kept."""
        self.host.quit()

    def do_app_redraw(self) -> None:
        """Draw everything again."""
        self.host.repaint()

    def do_app_back(self) -> None:
        """Close this screen."""
        self.dismiss()

    def do_app_leave(self) -> None:
        """Leave the app from its home screen."""
        self.host.quit()
