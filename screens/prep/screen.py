"""The prep sheet: what was agreed, what was seen, what to bring; one screen without scrolling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual.widget import Widget

from coach_tui.commands.command import Situation
from coach_tui.services.prep import Prep
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.spans import Line, line
from screens.bindings import bindings_for
from screens.page import PageScreen
from screens.prep.lines import sheet
from screens.review import ReviewScreen
from screens.walking import WalksPeople


def open_prep(screen: ReviewScreen[Any]) -> None:
    """Open the sheet of the person a screen stands on, or say why it does not open."""
    prep = screen.attempt(lambda: screen.host.desk.prep.of(screen.current))
    if prep is not None:
        opened = PrepScreen(prep, screen.walked())
        screen.app.push_screen(opened, lambda words: screen.came_back(opened.current, words))


class PrepScreen(PageScreen, WalksPeople[None]):
    """One person just before a visit.

    Attributes:
        prep: what was read of them.
    """

    SCOPE = "prep"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, prep: Prep, people: tuple[str, ...]) -> None:
        super().__init__()
        self.prep = prep
        self.people = people

    @property
    def current(self) -> str:
        """The person's id."""
        return self.prep.profile.coachee.id

    @property
    def shows_archived(self) -> bool:
        """Whether the person was archived when the sheet was read."""
        return self.prep.profile.coachee.status == "archived"

    def compose_body(self) -> Iterable[Widget]:
        """One page."""
        yield ScrollingPane(id="page")

    def on_mount(self) -> None:
        """Show what was read."""
        self._draw()

    def reload(self) -> None:
        """Read the person again."""
        fresh = self.attempt(lambda: self.host.desk.prep.of(self.current))
        if fresh is not None:
            self.prep = fresh
            self._draw()

    def _draw(self) -> None:
        prep, glyphs, pane = self.prep, self.host.glyphs, self.pane()
        pane.show_drawing(lambda width: sheet(prep, glyphs, width, pane.content_size.height))
        self.draw_frame()

    # -- the frame --------------------------------------------------------------------------

    def place(self) -> Line:
        """The person, whether archived or on leave, role and school."""
        person, glyphs = self.prep.profile.coachee, self.host.glyphs
        parts = (person.status_words, person.role, person.school)
        where = [glyphs.shown(part) for part in parts if part]
        told = "".join(f" {glyphs.dot} {part}" for part in ("prep", *where))
        return line((glyphs.shown(person.name), "title"), told)

    def status(self) -> str:
        """How the last step stands."""
        if self.prep.step is None:
            return "No action step yet; a cycle agrees on the first one."
        return f"Last step: {self.prep.step_words}."

    def situation(self) -> Situation:
        """Someone is always picked here."""
        return replace(super().situation(), person=True)

    # -- commands ---------------------------------------------------------------------------

    def do_prep_next_person(self) -> None:
        """The sheet of the next person of the list this was opened from."""
        self.go_person(1)

    def do_prep_previous_person(self) -> None:
        """The sheet of the person before."""
        self.go_person(-1)

    def show_person(self, coachee_id: str) -> str:
        """The sheet of another person, from its top."""
        prep = self.attempt(lambda: self.host.desk.prep.of(coachee_id))
        if prep is None:
            return ""
        self.prep = prep
        self.pane().go(0)
        self._draw()
        return prep.profile.coachee.name

    def do_app_hide(self) -> None:
        """Say where names can be hidden: a sheet without its person would say nothing."""
        key = self.key_of("app.hide")
        self.say(f"One person only here; {key} hides names in the lists.")
