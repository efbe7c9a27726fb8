"""The first screen of an empty caseload: look around, or start; what this terminal can do."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from coach_tui.errors import CoachError
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line
from screens.bindings import bindings_for
from screens.coach_screen import CoachScreen
from screens.frame import FRAME_CSS


class WelcomeScreen(CoachScreen[str]):
    """Gives what was chosen: `demo` or `blank`."""

    SCOPE = "welcome"
    CSS_PATH = [FRAME_CSS, "welcome.tcss"]
    BINDINGS = bindings_for(SCOPE)

    def compose_body(self) -> Iterable[Widget]:
        """One page."""
        yield SpanPane(id="welcome")

    def on_mount(self) -> None:
        """Draw the page."""
        self._show()

    def _show(self) -> None:
        self.query_one("#welcome", SpanPane).show_drawing(self._lines)
        self.draw_frame()

    def _lines(self, width: int) -> list[Line]:
        """The page; a low window does without the blank lines."""
        lines = [
            EMPTY,
            *self._choices(width - 1),
            EMPTY,
            *self._terminal(width - 1),
            EMPTY,
            *self._keys(),
        ]
        if self.app.size.height >= 24:
            return lines
        return [row for row in lines if row]

    def _choices(self, room: int) -> Iterable[Line]:
        """How to begin."""
        demo = "15 made-up teachers, sessions 0 to 14, in a throw-away copy"
        yield line((" Keep coaching notes where you already work.", "title"))
        yield EMPTY
        yield from _choice("d", "Look around with demo data", demo, room)
        yield from _choice("b", "Start with an empty caseload", "a name is enough", room)

    def _terminal(self, room: int) -> Iterable[Line]:
        """Size, colours and letters as they are used."""
        size, glyphs = self.app.size, self.host.glyphs
        fits = "ok" if size.width >= 80 and size.height >= 24 else "small"
        letters = f"{glyphs.shown('é')} {glyphs.across} {glyphs.full}"
        plain = "plain" if glyphs.ascii_only else "ok"
        told = f"size {size.width}x{size.height} {fits}, colors {self.host.color_words}"
        yield line((" This terminal", "muted"))
        yield line(f"   {told}, letters {letters} {plain}")
        boxes = "If that line shows boxes or question marks, press "
        more = line("   ", (boxes, "muted"), ("a", "key"), (" for plain letters.", "muted"))
        yield from wrap_line(more, room, hang=3)

    def _keys(self) -> Iterable[Line]:
        """The keys that lead on from anywhere."""
        yield line((" Three keys to know", "muted"))
        for key, words in (
            (self.key_of("app.help"), "keys and words of the screen you are on"),
            (self.key_of("app.back"), "back; nothing is lost"),
            ("Esc", "stop typing, so that letters act as keys"),
        ):
            yield line("   ", (f"{key:<3}", "key"), f"  {words}")

    def place(self) -> Line:
        """Welcome."""
        return line(("Welcome", "title"))

    def status(self) -> str:
        """Where the data will be kept, and who can read it."""
        return f"Data stays in {self.host.desk.where} on this machine, readable by you only."

    def do_welcome_demo(self) -> None:
        """Look around."""
        try:
            self.host.open_demo()
        except CoachError as fault:
            self.say(str(fault))
        else:
            self.dismiss("demo")

    def do_welcome_blank(self) -> None:
        """Start."""
        self.dismiss("blank")

    def do_welcome_ascii(self) -> None:
        """ASCII letters, or all again."""
        self.host.use_ascii(not self.host.glyphs.ascii_only)
        self._show()


def _choice(key: str, name: str, what: str, width: int) -> tuple[Line, ...]:
    """A key, what it starts, and what that is."""
    return wrap_line(
        line(" ", (key, "key"), "  ", (f"{name:<30}", "strong"), (what, "muted")), width, hang=34
    )
