"""Copying out: asked of the terminal, shown as plain text, and on request written to a file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual import work
from textual.widget import Widget

from coach_tui.clipboard import between
from coach_tui.errors import CoachError
from coach_tui.services.framework_files import TIMELINE
from coach_tui.text import wrap
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_text
from screens.bindings import bindings_for
from screens.coach_screen import CoachScreen
from screens.page import PageScreen
from screens.rights import own_rights

if TYPE_CHECKING:  # the first screen is drawn before pydantic is loaded
    from screens.person_actions import PersonScreen


def copy_person(screen: PersonScreen[Any]) -> None:
    """Copy the summary of the person a screen stands on."""
    from coach_tui.services.summary import person_summary

    profile = screen.attempt(lambda: screen.host.desk.profile.of(screen.current))
    if profile is not None:
        text = person_summary(profile, own_rights(screen.host, TIMELINE))
        copy_text(screen, profile.coachee.name, text)


def copy_text(screen: CoachScreen[Any], name: str, text: str) -> None:
    """Copy a text about somebody, and show it."""
    screen.app.push_screen(CopyScreen(name, text))


class CopyScreen(PageScreen):
    """What is copied, as plain text without a frame, to be selected with the mouse too."""

    SCOPE = "copy"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, name: str, text: str) -> None:
        """A text to copy.

        Args:
            name: whom it is about, as listed.
            text: the lines.
        """
        super().__init__()
        self._who = name
        self._text = text
        self._saving = False
        self._written = ""

    def compose_body(self) -> Iterable[Widget]:
        """One page."""
        yield ScrollingPane(id="page")

    def on_mount(self) -> None:
        """Show the text, and ask the terminal for it at once."""
        self.pane().show_drawing(self._lines)
        self.do_copy_again()

    def _lines(self, width: int) -> list[Line]:
        """Where it was written, which is no part of what is copied; then the text."""
        shown = self.host.glyphs.shown
        written = wrap_text(f"Written to {shown(self._written)}", width, "muted")
        above = [*written, EMPTY] if self._written else []
        rows = self._text.rstrip("\n").split("\n")
        text = [line(part) for row in rows for part in (wrap(shown(row), width) or [""])]
        return [*above, *text]

    def place(self) -> Line:
        """Whose summary."""
        glyphs = self.host.glyphs
        return line((glyphs.shown(self._who), "title"), f" {glyphs.dot} copied out")

    def status(self) -> str:
        """What is in it and what is not."""
        file = self.key_of("copy.file")
        return f"Private lines are not in it. Select it with the mouse, or {file} writes a file."

    # -- commands ---------------------------------------------------------------------------

    def do_copy_again(self) -> None:
        """Ask the terminal to put it on the clipboard, and say what that is worth."""
        through, file = between(os.environ), self.key_of("copy.file")
        if not self.host.copy_out(self._text):
            self.say(f"Too long for the clipboard; {file} writes it to a file only you can read.")
            return
        by = f" through {through}" if through else ""
        self.say(f"Sent to the clipboard{by}; if it is not there, {file}.")

    def do_copy_file(self) -> None:
        """Write it to a file; pressed twice it writes one."""
        if not self._saving:
            self._saving = True
            self._write()

    @work(group="saves")
    async def _write(self) -> None:
        """Write on the writer thread, and say where."""
        from coach_tui.services.summary import copy_name

        desk, text = self.host.desk, self._text
        name = copy_name(self._who, desk.clock.today())
        try:
            path = await self.host.save(lambda: desk.write_copy(name, text))
        except CoachError as fault:
            self.say(f"Not written. {fault}")
        else:
            self._written = str(path)
            self.pane().go(0)
            self.say("Written; only you can read it. Its path is on top.")
        finally:
            self._saving = False
