"""The command line: a name in row 23, above it the commands it may mean."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from coach_tui.commands.command import Command, Situation
from coach_tui.commands.finding import Asked, asked, completed, matching, picked
from coach_tui.commands.registry import bar_hints
from coach_tui.errors import Refused
from coach_tui.text import pad
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.messages import Edited, NotTaken
from coach_tui.widgets.key_bar import KeyBar
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import Line, line, two_sided, wrap_text
from screens.bindings import bindings_for
from screens.host import Host, host_of

MOST = 8
"""Commands that the list shows at a time."""

LONGEST = 1000
"""Characters that the line takes: a name and a text."""


class CommandLine(ModalScreen[Asked | None], inherit_bindings=False):
    """Asks for a command by its name; gives it with the text behind it, None for nothing."""

    SCOPE = "line"
    AUTO_FOCUS = "LineField"
    CSS_PATH = "dialogs.tcss"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, scope: str, now: Situation) -> None:
        """A line over a screen.

        Args:
            scope: whose commands can be run.
            now: what they look at to tell whether they can act.
        """
        super().__init__()
        self._scope = scope
        self._commands: tuple[Command, ...] = ()
        self._now = now
        self._found: tuple[Command, ...] = ()
        self._cursor: int | None = None
        self._told_for: str | None = None

    def compose(self) -> ComposeResult:
        """The list, what is wrong, the line in row 23, the keys in row 24."""
        with Vertical(id="command-line"):
            yield SpanPane(id="found")
            yield SpanPane(id="why")
            with Horizontal(id="typed-row"):
                yield SpanPane([line((" :", "key"))], id="colon")
                yield LineField(id="typed", limit=LONGEST)
            yield KeyBar()

    def on_mount(self) -> None:
        """List every command."""
        self.host: Host = host_of(self)
        scopes = self.host.keys.scopes
        self._commands = scopes[self._scope]
        hints = bar_hints(self.SCOPE, Situation(typing=True), scopes)
        self.query_one(KeyBar).show(hints, typing=True)
        self._find()

    @property
    def _field(self) -> LineField:
        return self.query_one("#typed", LineField)

    # -- what is shown ----------------------------------------------------------------------

    @on(Edited)
    def _find(self) -> None:
        """Show the commands that what is typed may mean; none of them is picked yet."""
        self._found = matching(self._commands, self._field.value)
        self._cursor = None
        if self._field.value != self._told_for:  # a paste too long is told before it is shown
            self._tell("")
        self._show()

    def _show(self) -> None:
        top = max(0, (self._cursor or 0) - MOST + 1)
        shown = self._found[top : top + MOST]
        cursor = None if self._cursor is None else self._cursor - top + 1
        self.query_one("#found", SpanPane).show_drawing(
            lambda width: [
                line((self.host.glyphs.across * width, "rule")),
                *(self._row(found, width) for found in shown),
                *([] if shown else [line(("  No command here fits that.", "muted"))]),
            ],
            cursor,
        )

    def _row(self, found: Command, width: int) -> Line:
        """A command: its name, what it does or why it is off, its keys."""
        why = found.why_off(self._now)
        name = pad(f"{found.name} {found.takes}".strip(), 16)
        told = line("  ", (name, "muted"), (why, "muted")) if why else None
        keys = found.shown_keys if found.keys else ""
        return two_sided(
            told or line("  ", (name, "strong"), found.help), line((keys, "key"), " "), width
        )

    def _tell(self, words: str) -> None:
        """Say in full, above the line, why nothing was done; nothing is said in its place."""
        shown, self._told_for = self.host.glyphs.shown(words), self._field.value if words else None
        pane = self.query_one("#why", SpanPane)
        pane.display = bool(words)
        pane.show_drawing(
            lambda width: [line("  ", *row) for row in wrap_text(shown, width - 3, "error")]
        )

    @on(NotTaken)
    def _on_not_taken(self, event: NotTaken) -> None:
        self._tell(event.why)

    # -- commands ---------------------------------------------------------------------------

    def action_command(self, command_id: str) -> None:
        """Answer a command of the line."""
        getattr(self, "do_" + command_id.replace(".", "_"))()

    async def action_next_field(self) -> None:
        """Enter in the field runs."""
        self.do_line_run()

    def do_line_run(self) -> None:
        """Give what is asked for; where it cannot be done, say why and stay."""
        typed = self._field.value
        try:
            wanted = self._picked(typed) or asked(self._commands, typed)
        except Refused as fault:
            self._tell(str(fault))
            return
        why = wanted.command.why_off(self._now)
        if why:
            self._tell(why)
        else:
            self.dismiss(wanted)

    def _picked(self, typed: str) -> Asked | None:
        """The command under the cursor, if the cursor was moved into the list."""
        return None if self._cursor is None else picked(self._found[self._cursor], typed)

    def do_line_down(self) -> None:
        """The next one, round and round."""
        self._go(1)

    def do_line_up(self) -> None:
        """The one before; the last one first."""
        self._go(-1)

    def _go(self, by: int) -> None:
        if self._found:
            before = self._cursor if self._cursor is not None else -1 if by > 0 else 0
            self._cursor = (before + by) % len(self._found)
            self._tell("")
            self._show()

    def do_line_complete(self) -> None:
        """Put the whole name in: of the picked command, else of the likeliest."""
        if self._found:
            field = self._field
            field.value = completed(self._found[self._cursor or 0], field.value)
            field.cursor_position = len(field.value)

    def do_line_close(self) -> None:
        """Nothing."""
        self.dismiss(None)
