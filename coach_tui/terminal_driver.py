"""How the app asks the terminal for keys and clicks: less than Textual would, and left as found."""

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

ESC = "\x1b"


class EscapeParser(XTermParser):
    """An Esc and the letter it ran into are two keys.

    Typed fast, or sent in one packet over a slow line, they arrive as one sequence. The stock
    parser takes that for Alt and the letter, or for a letter alone, and the Esc is lost.
    """

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        """The keys of a sequence, an Esc before a printable letter by itself."""
        if _is_escape_and_letter(sequence):
            alt, sequence = True, sequence[1]
        if alt:
            yield events.Key("escape", ESC)
        yield from super()._sequence_to_key_events(sequence)


def _is_escape_and_letter(sequence: str) -> bool:
    """Whether a sequence is Esc and one printable letter; `[` and `O` begin arrow keys and more."""
    return (
        len(sequence) == 2
        and sequence[0] == ESC
        and sequence[1] not in "[O"
        and (sequence[1].isprintable())
    )


class CoachDriver(LinuxDriver):
    """No report of a moving mouse: over ssh each one would cost bytes and a redraw."""

    shows_cursor = False
    """Whether the terminal's own cursor is shown, on the active row."""

    def _enable_mouse_support(self) -> None:
        """What the stock driver asks for, less mode 1003 (any motion)."""
        super()._enable_mouse_support()
        if self._mouse:
            self.write("\x1b[?1003l")
            self.flush()

    def run_input_thread(self) -> None:
        """Read keys, with our parser in the place of the one the stock driver makes."""
        linux_driver.XTermParser = EscapeParser  # type: ignore[attr-defined]  # no other way in
        super().run_input_thread()

    def start_application_mode(self) -> None:
        """Start, and show the cursor where that is wanted."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # untyped in 8.2.8
        if self.shows_cursor:
            self.write("\x1b[?25h")
            self.flush()

    def stop_application_mode(self) -> None:
        """Stop, and take back pixel reports, which the stock driver may leave on (8.2.8)."""
        self.write("\x1b[?1016l")
        super().stop_application_mode()


class CursorDriver(CoachDriver):
    """The same with the terminal's cursor shown, for screen magnifiers and braille lines."""

    shows_cursor = True
