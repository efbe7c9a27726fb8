"""A new school year: for this person or for all, with the totals carried over or begun anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Situation
from coach_tui.commands.registry import bar_hints
from coach_tui.errors import CoachError
from coach_tui.widgets.key_bar import hint_rows
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line, roomiest, wrap_text
from screens.bindings import bindings_for
from screens.frame import BESIDE
from screens.hiding import told_name
from screens.host import Host, host_of

if TYPE_CHECKING:  # the first screen is drawn before pydantic is loaded
    from coach_tui.services.tracks import NewYear
    from screens.person_actions import PersonScreen


def open_new_year(screen: PersonScreen[Any]) -> None:
    """Open the box for the person a screen stands on, or say why no year can begin."""
    tracks = screen.host.desk.tracks
    plan = screen.attempt(lambda: tracks.plan(screen.current))
    if plan is not None:
        screen.app.push_screen(NewYearBox(plan), screen.closed_with_words)


class NewYearBox(ModalScreen[str | None], inherit_bindings=False):
    """Begins the year; gives words to say, None for nothing.

    Attributes:
        everyone: whether it begins for all, or for the one person.
        carry: whether totals are taken over.
    """

    SCOPE = "new_year"
    AUTO_FOCUS = ""
    CSS_PATH = "dialogs/gi_box.tcss"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, plan: NewYear) -> None:
        super().__init__()
        self._plan = plan
        self._saving = False
        self.everyone = False
        self.carry = False

    def compose(self) -> ComposeResult:
        """What begins, the two choices, what stays."""
        with Vertical(classes="dialog"):
            yield SpanPane(id="year-head")
            yield SpanPane(id="year-told")
            yield SpanPane(id="year-keys")

    def on_mount(self) -> None:
        """Show the choices as they stand: this person, totals anew."""
        self.host: Host = host_of(self)
        hints = bar_hints(self.SCOPE, Situation(), self.host.keys.scopes)
        self.query_one("#year-keys", SpanPane).show_drawing(lambda width: hint_rows(hints, width))
        self._show()

    def _show(self) -> None:
        self.query_one("#year-head", SpanPane).show_drawing(self._lines)

    def _lines(self, width: int) -> list[Line]:
        """The year, for whom, and what becomes of the totals."""
        plan, glyphs = self._plan, self.host.glyphs
        name = glyphs.shown(plan.coachee.name)
        early = "Begun before July, it counts meetings from today on. " if plan.early else ""
        total = "none recorded" if plan.total is None else f"{plan.total} GIs"
        carried = "each one's last total" if self.everyone else total
        return [
            line((f"New school year {plan.year}", "title")),
            EMPTY,
            _choice("p", not self.everyone, name),
            _choice("", self.everyone, self._everyone_words),
            EMPTY,
            _choice("c", not self.carry, "totals begin at 0 again"),
            _choice("", self.carry, f"totals are carried over: {carried}"),
            EMPTY,
            *wrap_text(
                f"{early}Sessions begin at 1, in a track of their own. The years before stay as "
                f"they are, on the profile. {self.host.keys.key_of('app.undo')} undoes it.",
                width,
                "muted",
            ),
            EMPTY,
        ]

    @property
    def _everyone_words(self) -> str:
        ready, begun = len(self._plan.everyone), self._plan.begun
        told = f", {begun} have begun it" if begun else ""
        return f"everyone: {ready} {'person' if ready == 1 else 'people'}{told}"

    def _tell(self, words: str) -> None:
        self.query_one("#year-told", SpanPane).show_drawing(
            lambda width: [*wrap_text(self.host.glyphs.shown(words), width, "error"), EMPTY]
        )

    # -- commands ---------------------------------------------------------------------------

    def action_command(self, command_id: str) -> None:
        """Answer a command of the box."""
        getattr(self, "do_" + command_id.replace(".", "_"))()

    def do_new_year_who(self) -> None:
        """This person, or everyone."""
        self.everyone = not self.everyone
        self._show()

    def do_new_year_carry(self) -> None:
        """Carry the totals over, or begin at 0."""
        self.carry = not self.carry
        self._show()

    def do_new_year_close(self) -> None:
        """Nothing begins."""
        self.dismiss(None)

    def do_new_year_begin(self) -> None:
        """Begin it; pressed twice it begins once."""
        if not self._saving:
            self._saving = True
            self._begin()

    @work(group="saves")
    async def _begin(self) -> None:
        """Save on the writer thread; stay and say why if it cannot be."""
        tracks, plan, carry = self.host.desk.tracks, self._plan, self.carry
        people = plan.everyone if self.everyone else (plan.coachee.id,)
        try:
            await self.host.save(lambda: tracks.begin(people, plan.year, carry=carry))
        except CoachError as fault:
            self._tell(str(fault))
        else:
            self.dismiss(self._begun_words())
        finally:
            self._saving = False

    def _begun_words(self) -> str:
        """What the screen beneath says: "2025-26 has begun for Okafor, Dana: session 1, …"."""
        plan, saved = self._plan, f"{self.host.saved_words.capitalize()}."
        whom = told_name(self.host, plan.coachee.name)
        if self.everyone:
            whom = f"{len(plan.everyone)} people"
        begun = f"{plan.year} has begun for {whom}"
        told = f"{begun}: session 1, totals {'carried over' if self.carry else 'from 0'}."
        forms = (f"{told} {saved}", told, f"{begun}. {saved}", f"{begun}.")
        return roomiest(forms, self.size.width - BESIDE)


def _choice(key: str, on: bool, words: str) -> Line:
    """One of two choices, its key before the first of them."""
    return line((f"{key:<3}", "key"), "(x) " if on else "( ) ", (words, "strong" if on else ""))
